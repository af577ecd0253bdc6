import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { ApiProblem } from '../api/problem.ts'
import { useText } from '../text.tsx'
import { ICON } from './icon.ts'
import styles from './lines.module.css'
import { LinkButton } from './link.tsx'
import { ProblemNote } from './problem-note.tsx'
import { Section } from './section.tsx'
import { SkeletonLines } from './skeleton.tsx'

export type LinesProps = {
  title: string
  /** what is said where there is nothing */
  empty: string
  /** at the right of the title */
  aside?: ReactNode
  /** a list by pages, from `usePages` */
  pages: { items: unknown[] | undefined; more: (() => void) | null; problem: ApiProblem | null; retry: () => void }
  /** a `Line` per item */
  children: ReactNode
}

/** A short list inside a page: a Section with a line per item, more on demand. */
export function Lines({ title, empty, aside, pages: { items, more, problem, retry }, children }: LinesProps) {
  const t = useText()
  return (
    <Section title={title} aside={aside}>
      <ProblemNote problem={problem} onRetry={retry} />
      {!items && !problem && <SkeletonLines lines={2} />}
      {items?.length === 0 && <p className={styles.empty}>{empty}</p>}
      <ul className={styles.list}>{children}</ul>
      {more && <LinkButton onClick={more}>{t('ui.show_more')}</LinkButton>}
    </Section>
  )
}

/** One line: an icon, the link that is its name, and facts at the right; below it on a phone. */
export function Line({ icon: Icon, name, children }: { icon: Icon; name: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.line}>
      <Icon {...ICON} />
      <span className={styles.name}>{name}</span>
      <span className={styles.facts}>{children}</span>
    </li>
  )
}
