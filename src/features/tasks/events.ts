import type { TaskStatus } from './model.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'task.created': { name: string }
    'task.changed': { name: string }
    /** `roles`: names of those that nobody holds for the account; `gone`: those asked for were deleted (T-14) */
    'task.roleUnheld': { name: string; roles: string; gone: 'yes' | 'no' }
    'task.statusChanged': { name: string; status: TaskStatus; before: TaskStatus }
    /** what the firm calls a status of tasks; – for the product's own word */
    'task_status.named': { status: TaskStatus; label: string; before: string }
    'task.subtaskChanged': { name: string; subtask: string; done: 'yes' | 'no' }
    'taskRecurrence.created': { name: string }
    'taskRecurrence.changed': { name: string }
    'taskRecurrence.ended': { name: string }
    /** it was time: `on` is the day, the first of `days` where some were missed */
    'taskRecurrence.ran': { name: string; on: string; days: number }
  }
}
