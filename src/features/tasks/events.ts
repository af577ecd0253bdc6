import type { TaskStatus } from './model.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'task.created': { name: string }
    'task.changed': { name: string }
    /** `roles`: their names; nobody holds them for the account (T-14) */
    'task.roleUnheld': { name: string; roles: string }
    'task.statusChanged': { name: string; status: TaskStatus; before: TaskStatus }
    'task.subtaskChanged': { name: string; subtask: string; done: 'yes' | 'no' }
    'taskRecurrence.created': { name: string }
    'taskRecurrence.changed': { name: string }
    'taskRecurrence.ended': { name: string }
    /** it was time: `on` is the day, the first of `days` where some were missed */
    'taskRecurrence.ran': { name: string; on: string; days: number }
  }
}
