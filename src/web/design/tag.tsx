import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useText } from '../text.tsx'
import { SMALL_ICON } from './icon.ts'
import styles from './tag.module.css'

/** Neutral, except where the tag itself is the news: being added, set by automation, problem, what clients see. */
export type TagTone = 'plain' | 'done' | 'note' | 'late' | 'wait' | 'plum'

/** One tag, or any small word in a box. With `onRemove` it has a cross. */
export function Tag({
  children,
  tone = 'plain',
  onRemove,
}: {
  children: string
  tone?: TagTone
  onRemove?: () => void
}) {
  const t = useText()
  return (
    <span className={styles.tag} data-tone={tone} data-removable={onRemove ? true : undefined} title={children}>
      <span className={styles.text}>{children}</span>
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={t('ui.remove', { name: children })}
          onClick={onRemove}
        >
          <IconX {...SMALL_ICON} />
        </button>
      )}
    </span>
  )
}

/** Several tags in one line; beyond `most` they are counted. */
export function Tags({ names, most = 3 }: { names: string[]; most?: number }) {
  const t = useText()
  const hidden = names.slice(most)
  return (
    <span className={styles.tags}>
      {names.slice(0, most).map(
        (name): ReactNode => (
          <Tag key={name}>{name}</Tag>
        ),
      )}
      {hidden.length > 0 && (
        <span className={styles.tag} data-more title={hidden.join(', ')}>
          <span aria-hidden="true">+{hidden.length}</span>
          <span className={styles.hidden}>{t('ui.and_more', { count: hidden.length })}</span>
        </span>
      )}
    </span>
  )
}
