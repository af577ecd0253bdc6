import type { ReactNode } from 'react'
import styles from './note.module.css'

export type NoteTone = 'note' | 'wait' | 'late' | 'done' | 'accent'

/** A remark that belongs to what stands above it: a bar of its colour at the side, its acts below its words. */
export function Note({ tone = 'note', title, children, actions }: NoteProps) {
  return (
    <div className={styles.note} data-tone={tone}>
      {title && <p className={styles.title}>{title}</p>}
      {children && <div className={styles.text}>{children}</div>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}

export type NoteProps = { tone?: NoteTone; title?: ReactNode; children?: ReactNode; actions?: ReactNode }
