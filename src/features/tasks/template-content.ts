import type { MemberId } from '#kernel/ids.ts'
import type { TaskPriority } from './model.ts'

declare module '#features/templates/model.ts' {
  interface TemplateContents {
    /** `dueInDays` counts from the day the task is created (EQ-19) */
    task: {
      title: string
      description: string
      priority: TaskPriority
      dueInDays: number | null
      assigneeIds: MemberId[]
    }
  }
}
