import { z } from 'zod'
import { PRIORITIES } from '#conditions/model.ts'
import { daySchema } from '#kernel/field-schemas.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, ClientStatusId, JobStatusId, MemberId, PipelineId, RoleId } from '#kernel/ids.ts'
import { JOB_SORTS } from '../pipelines/model-settings.ts'
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

/** What the list of jobs shows, and in which order (VIEW-3). */
export const jobListFields = {
  ...cardFilterFields,
  pipelineId: idSchema<PipelineId>().optional(),
  /** left out: by the client's name */
  sort: z.enum(JOB_SORTS).default('account_name'),
  lifecycle: z.enum(['active', 'completed', 'archived']).default('active'),
}

const jobListSchema = z.object(jobListFields)
export type JobListWish = z.output<typeof jobListSchema>
