import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ICON } from './icon.ts'
import styles from './sentence.module.css'

export type SentenceProps = {
  /** stuck red, client amber, auto blue, ready green; ours has no colour */
  tone?: 'stuck' | 'client' | 'us' | 'auto' | 'ready'
  icon: Icon
  /** one sentence: who has not done what */
  children: ReactNode
  /** since when, how far, what was said */
  detail?: ReactNode
  /** buttons `size="xs"`; the last one, with a border, removes the reason */
  actions?: ReactNode
}

/** A list of reasons, each a Sentence with the act that removes it. */
export function Sentences({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className={styles.list} aria-label={label}>
      {children}
    </ul>
  )
}

/** One reason, with what can be done about it. Stands inside `Sentences`. */
export function Sentence({ tone = 'us', icon: Icon, children, detail, actions }: SentenceProps) {
  return (
    <li className={styles.sentence}>
      <span className={styles.icon} data-tone={tone}>
        <Icon {...ICON} />
      </span>
      <div className={styles.words}>
        <p className={styles.text}>{children}</p>
        {detail && <p className={styles.detail}>{detail}</p>}
      </div>
      {actions && <div className={styles.actions}>{actions}</div>}
    </li>
  )
}
