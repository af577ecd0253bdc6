import { z } from 'zod'
import { STATUS_COLORS } from '#engine/core/pipeline.ts'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { JobStatusId, PipelineId } from '#kernel/ids.ts'
import { pipelineView } from '../schemas.ts'

const params = z.object({ id: idSchema<PipelineId>() })
const stale = ['stale', 'precondition_required'] as const

/** Copies of whole pipelines, taking them out of use and back (P-12, P-18, P-19), and what is added on the spot. */
export const lifecycleEndpoints = contract({
  duplicatePipeline: {
    method: 'post',
    path: '/pipelines/{id}/copies',
    summary: 'Makes a copy, unpublished, with stages, automations and settings as in the draft, and no jobs (P-19)',
    who: { staff: 'manage_pipelines' },
    params,
    returns: pipelineView,
    status: 201,
    revision: 'sent',
    refusals: ['deleted'],
  },
  addJobStatus: {
    method: 'post',
    path: '/pipelines/{id}/job-statuses',
    summary: 'Adds a custom status to what runs now and to the draft, whose other changes stay unpublished (J-41)',
    who: { staff: 'manage_pipelines' },
    params,
    body: z.strictObject({
      name: z.string().trim().min(1).max(60),
      color: z.enum(STATUS_COLORS).default('gray'),
      /** back to Active by itself once what the status waits for is done (AM-30) */
      automove: z.boolean().default(false),
    }),
    returns: z.object({
      id: idSchema<JobStatusId>(),
      name: z.string(),
      color: z.enum(STATUS_COLORS),
      automove: z.boolean(),
    }),
    status: 201,
    refusals: ['deleted', 'not_published'],
    example: { params: { id: '$pipeline' }, body: { name: 'Missing information', color: 'orange' } },
  },
  setPipelineState: {
    method: 'put',
    path: '/pipelines/{id}/state',
    summary: 'Archives a pipeline or takes it back, also a deleted one; its jobs go on as they were (P-12)',
    who: { staff: 'manage_pipelines' },
    params,
    body: z.strictObject({ state: z.enum(['active', 'archived']) }),
    returns: pipelineView,
    revision: 'required',
    refusals: [...stale],
  },
  deletePipeline: {
    method: 'delete',
    path: '/pipelines/{id}',
    summary: 'Deletes a pipeline without jobs under way; it can be taken back, with its archived jobs (P-12, P-18)',
    who: { staff: 'manage_pipelines' },
    params,
    returns: pipelineView,
    revision: 'required',
    refusals: [...stale, 'in_use', 'deleted'],
  },
})
