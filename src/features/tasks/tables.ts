import type { Defaulted, Json } from '#platform/db/tables.ts'
import type { TaskPriority, TaskStatus } from './model.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    tasks: TasksTable
    task_assignees: { firm_id: string; task_id: string; member_id: string }
  }
}

/** A task of a job holds the visit it was made in (AM-13); without a job it stands alone (T-1). */
export interface TasksTable {
  firm_id: string
  id: string
  account_id: string
  job_id: string | null
  visit_id: string | null
  name: string
  description: Defaulted<string>
  status: Defaulted<TaskStatus>
  priority: Defaulted<TaskPriority>
  due_on: string | null
  created_by: Json<{ kind: string; id: string | null; name: string }>
  completed_at: Date | null
  revision: Defaulted<number>
  created_at: Date
}
