import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../text.tsx'
import styles from './confirm-in-numbers.module.css'
import { Dialog } from './dialog.tsx'
import { ProblemNote } from './problem-note.tsx'

export type ConfirmInNumbersProps = {
  opened: boolean
  /** what is about to be done, as a question or a name: "Archive 12 jobs" */
  title: string
  /** what will happen, each with its number: 12 "jobs leave the board", 4 "mails are sent" */
  lines?: { count: number; text: string }[]
  /** anything that must be known and is not a number */
  children?: ReactNode
  /** the button says the numbers too: "Archive 12 jobs, send 4 mails" */
  confirm: string
  /** can't be taken back: red */
  danger?: boolean
  isRunning?: boolean
  problem?: unknown
  onConfirm: () => void
  onClose: () => void
}

/** Asks before what can't be undone, and says in numbers what will happen. What can be undone is never asked. */
export function ConfirmInNumbers({
  opened,
  title,
  lines = [],
  children,
  problem,
  onClose,
  ...act
}: ConfirmInNumbersProps) {
  const t = useText()
  return (
    <Dialog
      opened={opened}
      title={title}
      onClose={onClose}
      buttons={
        <>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="filled"
            color={act.danger ? 'late' : 'accent'}
            loading={act.isRunning ?? false}
            onClick={act.onConfirm}
          >
            {act.confirm}
          </Button>
        </>
      }
    >
      {lines.length > 0 && (
        <ul className={styles.lines}>
          {lines.map(({ count, text }) => (
            <li key={text} data-zero={count === 0 || undefined}>
              <b>{count}</b>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      {children}
      <ProblemNote problem={problem} />
    </Dialog>
  )
}
