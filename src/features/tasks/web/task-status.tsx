import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import { useAct } from '#web/api/hooks.ts'
import { ICON, SMALL_ICON } from '#web/design/icon.ts'
import { Menu } from '#web/design/pop-up.tsx'
import { type DotState, StateDot } from '#web/design/state-dot.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useTaskStatusText } from '#web/task-status-text.ts'
import { useText, useTextOr } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import { TASK_STATUSES, type TaskStatus } from '../model.ts'
import styles from './task-status.module.css'

const DOTS: Record<TaskStatus, DotState> = { planned: 'off', in_progress: 'us', completed: 'ready', canceled: 'off' }

/** Where a task stands, to be changed right where it is shown (T-7); completing it may move its job. */
export function TaskStatusPick({ task }: { task: { id: string; name: string; status: TaskStatus } }) {
  const t = useText()
  const textOr = useTextOr()
  const statusText = useTaskStatusText()
  const toast = useToast()
  const { run } = useAct(tasksContract.setTaskStatus, {
    touches: ['jobs'],
    onProblem: ({ code }) => toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true }),
  })
  const set = (status: TaskStatus) => void run({ params: { id: task.id }, body: { status } })
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={styles.status}
          aria-label={`${t('tasks.status_of', { name: task.name })}: ${statusText(task.status)}`}
        >
          <StateDot state={DOTS[task.status]} />
          <span>{statusText(task.status)}</span>
          <IconChevronDown {...SMALL_ICON} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {TASK_STATUSES.map((status) => (
          <Menu.Item
            key={status}
            onClick={() => set(status)}
            leftSection={<StateDot state={DOTS[status]} />}
            rightSection={status === task.status && <IconCheck {...ICON} />}
          >
            {statusText(status)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
