import type { TemplateId } from '#kernel/ids.ts'
import type { Schedule } from '#kernel/recurrence/schedule.ts'

/** How the jobs of a stage are sorted on the board (SET-3). */
export const JOB_SORTS = [
  'account_name',
  'time_in_stage',
  'start_date',
  'due_date',
  'created_at',
  'overdue_in_stage',
  'priority',
] as const
export type JobSort = (typeof JOB_SORTS)[number]

/** What a card may show besides the client's name, in the order in which it stands there (SET-5, CFS-7). */
export const CARD_FIELDS = [
  'account_id',
  'job_name',
  'description',
  'priority',
  'start_date',
  'due_date',
  'days_in_stage',
  'assignees',
  'tags',
  'client_status',
] as const
export type CardField = (typeof CARD_FIELDS)[number]

/** What holds for a pipeline at once, whatever its versions say. */
export type PipelineSettings = {
  sort: JobSort
  cardFields: CardField[]
  /** what new jobs are made from (SET-4); null: nothing */
  jobTemplateId: TemplateId | null
  /** `manual`: offered, and taken or not by whoever adds the job */
  jobTemplateMode: 'automatic' | 'manual'
  /** what a new recurrence begins with (SET-6) */
  recurrence: Schedule | null
}

const DEFAULTS: PipelineSettings = {
  sort: 'account_name',
  cardFields: ['job_name', 'priority', 'due_date', 'days_in_stage', 'assignees', 'tags', 'client_status'],
  jobTemplateId: null,
  jobTemplateMode: 'automatic',
  recurrence: null,
}

/** The settings as they count: what was never set has its default. */
export function settingsOf(stored: Partial<PipelineSettings>): PipelineSettings {
  return { ...DEFAULTS, ...stored }
}
