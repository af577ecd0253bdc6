import { IconAntennaBars5, IconExclamationMark } from '@tabler/icons-react'
import { ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import type { TaskPriority } from '../model.ts'
import styles from './priority.module.css'

/** A mark for what comes before the rest; low and medium have none, as a normal state has no colour. */
export function Priority({ priority }: { priority: TaskPriority }) {
  const t = useText()
  if (priority === 'low' || priority === 'medium') return null
  const Mark = priority === 'urgent' ? IconExclamationMark : IconAntennaBars5
  const said = `${t('tasks.priority')}: ${t(`tasks.priority_${priority}`)}`
  return (
    <span className={styles.mark} data-priority={priority} role="img" aria-label={said} title={said}>
      <Mark {...ICON} />
    </span>
  )
}
