import type { TaskStatus } from './model.ts'

declare module '#kernel/event.ts' {
  interface EventPayloads {
    'task.created': { name: string }
    'task.changed': { name: string }
    'task.statusChanged': { name: string; status: TaskStatus; before: TaskStatus }
  }
}
