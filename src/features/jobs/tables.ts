import type { Priority } from '#conditions/model.ts'
import type { OutcomeReason, OutcomeWarning } from '#engine/core/effect.ts'
import type { Lifecycle } from '#engine/core/model.ts'
import type { JobToAdd } from '#engine/shell/ports.ts'
import type { Defaulted, Json } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    jobs: JobsTable
    visits: VisitsTable
    job_comments: JobCommentsTable
    job_links: { firm_id: string; job_id: string; other_id: string; linked_at: Date }
    job_assignees: { firm_id: string; job_id: string; member_id: string }
    automation_outcomes: AutomationOutcomesTable
    bulk_acts: BulkActsTable
    bulk_items: BulkItemsTable
  }
}

/** `pending_items` and `done_items` count the current visit's linked items; `advance_waiting`: D-15. */
export interface JobsTable {
  firm_id: string
  id: string
  account_id: string
  pipeline_id: string
  stage_id: string
  visit_id: string
  visit_ordinal: number
  name: string
  lifecycle: Defaulted<Lifecycle>
  status_id: Defaulted<string | null>
  status_visit_id: Defaulted<string | null>
  priority: Defaulted<Priority>
  start_on: Defaulted<string | null>
  due_on: Defaulted<string | null>
  stage_due_at: Defaulted<Date | null>
  client_visible: Defaulted<boolean>
  client_status_id: Defaulted<string | null>
  client_description: Defaulted<string>
  client_changed_at: Defaulted<Date | null>
  client_name: Defaulted<string>
  description: Defaulted<string>
  time_budget: Defaulted<number | null>
  created_by: Json<JobToAdd['createdBy'] | null>
  completed_at: Defaulted<Date | null>
  deleted_at: Defaulted<Date | null>
  pending_items: Defaulted<number>
  pending_client_items: Defaulted<number>
  done_items: Defaulted<number>
  failed_outcomes: Defaulted<number>
  advance_waiting: Defaulted<boolean>
  stage_entered_at: Date
  revision: Defaulted<number>
  created_at: Date
}

/** `author_id` is null where the comment came with a template (JD-1). */
export interface JobCommentsTable {
  firm_id: string
  id: string
  job_id: string
  author_id: string | null
  body: string
  created_at: Date
  edited_at: Defaulted<Date | null>
  revision: Defaulted<number>
}

/** A stay in a stage or, with `status_id`, in a custom status of it; `version` is of the visit's pipeline. */
export interface VisitsTable {
  firm_id: string
  id: string
  job_id: string
  pipeline_id: string
  stage_id: string
  status_id: string | null
  version: number
  ordinal: number
  how: 'created' | 'moved_by_hand' | 'automove' | 'status_set'
  cause_id: string | null
  entered_at: Date
  left_at: Date | null
}

export interface AutomationOutcomesTable {
  firm_id: string
  visit_id: string
  automation_id: string
  job_id: string
  kind: string
  result: 'done' | 'skipped' | 'failed'
  reason: Json<OutcomeReason | null>
  warnings: Json<OutcomeWarning[]>
  created_id: string | null
  decided_at: Date
}

export interface BulkActsTable {
  firm_id: string
  id: string
  kind: 'add_jobs' | 'move_jobs' | 'edit_jobs'
  params: Json<Record<string, unknown>>
  state: Defaulted<'queued' | 'running' | 'finished'>
  total: number
  succeeded: Defaulted<number>
  failed: Defaulted<number>
  created_by: string | null
  cause_id: string | null
  created_at: Date
  finished_at: Date | null
  retry_id: Defaulted<string | null>
}

export interface BulkItemsTable {
  firm_id: string
  bulk_id: string
  ordinal: number
  subject_id: string
  seen_visit_id: string | null
  state: Defaulted<'waiting' | 'succeeded' | 'failed'>
  reason: Json<{ code: string } | null>
  result_id: string | null
  tries: Defaulted<number>
}
