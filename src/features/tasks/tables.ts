import type { Schedule } from '#kernel/recurrence/schedule.ts'
import type { Defaulted, Json } from '#platform/db/tables.ts'
import type { TaskStatusLabels } from './contract/labels.ts'
import type { TaskContent, TaskPriority, TaskStatus } from './model.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    tasks: TasksTable
    task_assignees: { firm_id: string; task_id: string; member_id: string }
    task_subtasks: TaskSubtasksTable
    task_recurrences: TaskRecurrencesTable
    task_status_labels: { firm_id: string; labels: Json<TaskStatusLabels>; revision: number }
  }
}

/** A task of a job holds the visit it was made in (AM-13); without a job it stands alone (T-1). */
export interface TasksTable {
  firm_id: string
  id: string
  account_id: string
  job_id: string | null
  visit_id: string | null
  recurrence_id: string | null
  name: string
  description: Defaulted<string>
  status: Defaulted<TaskStatus>
  priority: Defaulted<TaskPriority>
  start_on: string | null
  due_on: string | null
  created_by: Json<{ kind: string; id: string | null; name: string }>
  completed_at: Date | null
  revision: Defaulted<number>
  created_at: Date
}

export interface TaskSubtasksTable {
  firm_id: string
  task_id: string
  id: string
  position: number
  name: string
  done_at: Date | null
}

/** `next_on` is null once it has ended; `last_on` is the last day it made a task for. */
export interface TaskRecurrencesTable {
  firm_id: string
  id: string
  account_id: string
  content: Json<TaskContent>
  schedule: Json<Schedule>
  next_on: string | null
  last_on: string | null
  created_by: Json<{ kind: string; id: string | null; name: string }>
  revision: Defaulted<number>
  created_at: Date
}
