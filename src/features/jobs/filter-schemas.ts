import { z } from 'zod'
import { PRIORITIES } from '#conditions/model.ts'
import { daySchema } from '#kernel/field-schemas.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, ClientStatusId, JobStatusId, MemberId, PipelineId, RoleId, StageId } from '#kernel/ids.ts'
import { JOB_SORTS } from '../pipelines/model-settings.ts'
import { LIFECYCLES } from './model.ts'
import { turnSchema } from './turn-schemas.ts'

const nobody = z.literal('none')

/** What boards and lists of jobs are narrowed to (VIEW-7). */
export const cardFilterFields = {
  /** in the names of job and account, and in the account's short id */
  search: z.string().trim().max(200).optional(),
  accountId: idSchema<AccountId>().optional(),
  /** of the account */
  tagId: idSchema().optional(),
  /** has access to the account: whose clients these are */
  memberId: idSchema<MemberId>().optional(),
  /** does the job; `none`: nobody does */
  assigneeId: z.union([idSchema<MemberId>(), nobody]).optional(),
  /** one of those who do the job holds this role for the account */
  roleId: idSchema<RoleId>().optional(),
  priority: z.enum(PRIORITIES).optional(),
  /** a custom status; `none`: plainly active; `completed` */
  statusId: z.union([idSchema<JobStatusId>(), nobody, z.literal('completed')]).optional(),
  /** what the client is shown; `none`: nothing */
  clientStatusId: z.union([idSchema<ClientStatusId>(), nobody]).optional(),
  dueFrom: daySchema.optional(),
  dueTo: daySchema.optional(),
  startFrom: daySchema.optional(),
  startTo: daySchema.optional(),
  /** past the due date, or for longer in the stage than it allows; what is completed never is (J-40, STG-5) */
  overdue: z.enum(['job', 'stage']).optional(),
  /** has something linked that somebody must act on, or has nothing */
  pending: z.enum(['yes', 'no']).optional(),
  turn: turnSchema.optional(),
}

export const cardFilterSchema = z.object(cardFilterFields)
export type CardFilter = z.output<typeof cardFilterSchema>

export const lifecycleSchema = z.enum(LIFECYCLES)

/** The orders that a pipeline may have, and the newest first, for whoever looks one up. */
export const JOB_LIST_SORTS = [...JOB_SORTS, 'newest'] as const
export type JobListSort = (typeof JOB_LIST_SORTS)[number]

/** What the list of jobs shows, and in which order (VIEW-3). */
export const jobListFields = {
  ...cardFilterFields,
  pipelineId: idSchema<PipelineId>().optional(),
  stageId: idSchema<StageId>().optional(),
  /** left out: by the client's name */
  sort: z.enum(JOB_LIST_SORTS).default('account_name'),
  lifecycle: lifecycleSchema.default('active'),
}

const jobListSchema = z.object(jobListFields)
export type JobListWish = z.output<typeof jobListSchema>

/** What the list of jobs can be put together by. */
export const JOB_GROUPINGS = ['stage', 'pipeline', 'assignee', 'client_status', 'priority', 'due'] as const
export type JobGroupBy = (typeof JOB_GROUPINGS)[number]

/** How far off due dates are; `past`: of what is over, and so not overdue. */
export const DUE_GROUPS = ['overdue', 'past', 'today', 'week', 'later'] as const

export const groupBySchema = z.enum(JOB_GROUPINGS)

/** A group that holds listed jobs. `key`: an id, a priority, a word for dates; `none`: those that are in no other. */
export const jobGroupSchema = z.object({
  key: z.string(),
  /** of what is named by the firm */
  name: z.string().nullable(),
  /** a stage's pipeline */
  within: z.string().nullable(),
  /** a client-facing status's */
  color: z.string().nullable(),
  count: z.number().int(),
})
export type JobGroup = z.output<typeof jobGroupSchema>
