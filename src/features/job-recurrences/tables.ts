import type { Schedule } from '#kernel/recurrence/schedule.ts'
import type { Defaulted, Json } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    job_recurrences: JobRecurrencesTable
  }
}

/** `next_on` is the next day a job is due to be added, null once it has ended; `last_on` the last day that had one. */
export interface JobRecurrencesTable {
  firm_id: string
  id: string
  account_id: string
  pipeline_id: string
  name: string
  schedule: Json<Schedule>
  next_on: string | null
  last_on: Defaulted<string | null>
  created_by: Json<{ kind: string; id: string | null; name: string }>
  revision: Defaulted<number>
  created_at: Date
}
