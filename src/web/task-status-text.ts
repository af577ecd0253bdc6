import { tasksContract } from '#features/tasks/contract.ts'
import type { TaskStatus } from '#features/tasks/model.ts'
import { useEndpoint } from './api/hooks.ts'
import { useText } from './text.tsx'

/** What a status of tasks is called: as the firm says it, else in the reader's language (T-4). */
export function useTaskStatusText(): (status: TaskStatus) => string {
  const t = useText()
  const own = useOwnTaskStatusText()
  return (status) => own(status) ?? t(`tasks.status_${status}`)
}

/** The firm's own word for a status, where it has one. */
export function useOwnTaskStatusText(): (status: TaskStatus) => string | null {
  const { data } = useTaskStatusLabels()
  return (status) => data?.labels[status] ?? null
}

/** All of its words; what names a status is told of the firm. */
export function useTaskStatusLabels() {
  return useEndpoint(tasksContract.getTaskStatusLabels, {}, { hears: ['firm'] })
}
