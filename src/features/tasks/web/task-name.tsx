import { IconListCheck, IconRepeat } from '@tabler/icons-react'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import type { Task } from '../schemas.ts'
import { Priority } from './priority.tsx'
import styles from './task-name.module.css'

/** A task's name in a list, with what stands out: its priority, that it comes again, how far its checklist is (T-5). */
export function TaskName({ task }: { task: Task }) {
  const t = useText()
  const { subtasksDone: done, subtasksTotal: total } = task
  return (
    <>
      <Priority priority={task.priority} /> {task.name}
      {task.recurrenceId && (
        <span className={styles.mark} role="img" aria-label={t('tasks.comes_again')} title={t('tasks.comes_again')}>
          <IconRepeat {...SMALL_ICON} />
        </span>
      )}
      {total > 0 && (
        <span className={styles.mark} title={t('tasks.subtasks')}>
          <IconListCheck {...SMALL_ICON} /> {t('tasks.progress', { done, total })}
        </span>
      )}
    </>
  )
}
