/** Where a task stands (T-4); completed is done, canceled is resolved without being done (AM-23). */
export const TASK_STATUSES = ['planned', 'in_progress', 'completed', 'canceled'] as const
export type TaskStatus = (typeof TASK_STATUSES)[number]

export const TASK_PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const
export type TaskPriority = (typeof TASK_PRIORITIES)[number]
