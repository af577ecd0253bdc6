import type { MemberId, RoleId } from '#kernel/ids.ts'
import type { PlannedDates } from '#kernel/planned-dates.ts'

/** Where a task stands (T-4); completed is done, canceled is resolved without being done (AM-23). */
export const TASK_STATUSES = ['planned', 'in_progress', 'completed', 'canceled'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

/** A task that is still to be done; what a template may begin with (T-11). */
export const OPEN_STATUSES = ['planned', 'in_progress'] as const
export type OpenStatus = (typeof OPEN_STATUSES)[number]

export const TASK_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const
export type TaskPriority = (typeof TASK_PRIORITIES)[number]

/** What a template says of the tasks made from it, and a recurrence of those it makes (T-11, T-6). */
export type TaskContent = {
  title: string
  description: string
  priority: TaskPriority
  status: OpenStatus
  /** a checklist; it never keeps the task from being completed (T-5) */
  subtasks: string[]
  dates: PlannedDates
  assigneeIds: MemberId[]
  /** stand for whoever holds them for the account when the task is made (D-17) */
  roleIds: RoleId[]
}

/** How much a text, a list may hold. */
export const MOST = { name: 255, description: 10_000, subtasks: 100, assignees: 50 } as const
