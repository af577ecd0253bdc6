import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, JobId, PipelineId } from '#kernel/ids.ts'
import { jobSchema } from './schemas.ts'
import { jobChanges } from './schemas-content.ts'

const jobId = z.object({ id: idSchema<JobId>() })

const deletedJob = z.object({
  id: z.string(),
  name: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  pipelineId: z.string(),
  pipelineName: z.string(),
  deletedAt: z.string(),
  /** the last moment at which it can be taken back */
  restorableUntil: z.string(),
})
export type DeletedJob = z.output<typeof deletedJob>

/** What a job says, and its end: completed, deleted, taken back. */
export const jobFieldsContract = contract({
  changeJob: {
    method: 'patch',
    path: '/jobs/{id}',
    summary: 'Changes what a job says: name, description, people, priority, dates, time budget, what the client sees',
    who: { staff: 'any' },
    params: jobId,
    body: jobChanges,
    returns: jobSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required', 'archived'],
  },
  completeJob: {
    method: 'put',
    path: '/jobs/{id}/completion',
    summary:
      'The work is delivered: the job stays on the board, is never overdue, and nothing runs for it (J-40, AM-28)',
    who: { staff: 'any' },
    params: jobId,
    returns: jobSchema,
    revision: 'sent',
    refusals: ['archived'],
  },
  reopenJob: {
    method: 'delete',
    path: '/jobs/{id}/completion',
    summary: 'Makes a completed job active again; what happens next is decided with the next event (AM-28)',
    who: { staff: 'any' },
    params: jobId,
    returns: jobSchema,
    revision: 'sent',
    refusals: ['archived'],
  },
  deleteJob: {
    method: 'delete',
    path: '/jobs/{id}',
    summary: 'Deletes a job; what is linked to it stays, and for 30 days it can be taken back (JX-2)',
    who: { staff: 'any' },
    params: jobId,
    returns: z.object({ id: z.string(), restorableUntil: z.string() }),
  },
  listDeletedJobs: {
    method: 'get',
    path: '/deleted-jobs',
    summary: 'Jobs deleted in the last 30 days, of clients and pipelines that the caller sees, newest first (JX-2)',
    who: { staff: 'any' },
    query: z.object({
      pipelineId: idSchema<PipelineId>().optional(),
      accountId: idSchema<AccountId>().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
    returns: z.object({ items: z.array(deletedJob), next: z.string().nullable() }),
    example: {},
  },
  undeleteJob: {
    method: 'put',
    path: '/deleted-jobs/{id}/restoration',
    summary: 'Takes a deleted job back as it was; nothing runs because of it (JX-2, AM-28)',
    who: { staff: 'any' },
    params: jobId,
    returns: jobSchema,
    revision: 'sent',
    refusals: ['deleted'],
  },
})
