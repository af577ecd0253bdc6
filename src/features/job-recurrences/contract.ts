import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, Id, PipelineId } from '#kernel/ids.ts'
import { scheduleSchema } from '#kernel/recurrence/schedule-schema.ts'

const recurrenceId = z.object({ id: idSchema<Id<'recurrence'>>() })

const fields = z.strictObject({
  /** of the jobs; may hold account and date shortcodes, rendered as on the day of each (JOB-4) */
  name: z.string().trim().min(1).max(255),
  schedule: scheduleSchema,
})

const recurrenceSchema = z.object({
  id: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  pipelineId: z.string(),
  pipelineName: z.string(),
  ...fields.shape,
  /** the next day it adds a job; null once it has ended */
  nextOn: z.string().nullable(),
  /** client or pipeline is archived: nothing is added meanwhile, and nothing is made up for */
  paused: z.boolean(),
  revision: z.number().int(),
})
export type JobRecurrence = z.output<typeof recurrenceSchema>

/** Jobs that come again: an account, a pipeline and a schedule (J-20 to J-27). */
export const jobRecurrencesContract = contract({
  listJobRecurrences: {
    method: 'get',
    path: '/job-recurrences',
    summary: 'Jobs that come again, the next one first; ended ones by name',
    who: { staff: 'any' },
    query: z.object({
      state: z.enum(['active', 'ended']).default('active'),
      accountId: idSchema<AccountId>().optional(),
      pipelineId: idSchema<PipelineId>().optional(),
      cursor: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(recurrenceSchema), next: z.string().nullable() }),
    example: { query: {} },
  },
  getJobRecurrence: {
    method: 'get',
    path: '/job-recurrences/{id}',
    summary: 'One job that comes again',
    who: { staff: 'any' },
    params: recurrenceId,
    returns: recurrenceSchema,
    revision: 'sent',
  },
  createJobRecurrences: {
    method: 'post',
    path: '/job-recurrences',
    summary: 'Adds a job for each of the accounts again and again, at 0:00 of its days in the firm’s time zone (J-20)',
    who: { staff: 'manage_job_recurrences' },
    body: fields.extend({
      pipelineId: idSchema<PipelineId>(),
      accountIds: z.array(idSchema<AccountId>()).min(1).max(1000),
    }),
    returns: z.object({ created: z.number().int() }),
    status: 201,
    refusals: ['not_published', 'archived'],
    example: {
      body: {
        pipelineId: '$pipeline',
        accountIds: ['$account'],
        name: 'Books [LAST_MONTH_NAME]',
        schedule: { frequency: 'monthly', startOn: '2100-01-31' },
      },
    },
  },
  changeJobRecurrence: {
    method: 'put',
    path: '/job-recurrences/{id}',
    summary: 'Changes what comes and when; one that has ended starts again. Jobs already added stay as they are (J-26)',
    who: { staff: 'manage_job_recurrences' },
    params: recurrenceId,
    body: fields,
    returns: recurrenceSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  endJobRecurrence: {
    method: 'put',
    path: '/job-recurrences/{id}/end',
    summary: 'Lets nothing come any more; jobs already added stay (J-26)',
    who: { staff: 'manage_job_recurrences' },
    params: recurrenceId,
    returns: recurrenceSchema,
    revision: 'sent',
  },
})
