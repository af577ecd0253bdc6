import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { PipelineId } from '#kernel/ids.ts'
import { pipelineView, versionSummary, versionView } from '../schemas.ts'

const params = z.object({ id: idSchema<PipelineId>() })
const ofVersion = params.extend({ version: z.coerce.number().int().min(1).max(1_000_000) })

/** What was published of a pipeline, and how to go back to it (D-3). */
export const versionEndpoints = contract({
  listVersions: {
    method: 'get',
    path: '/pipelines/{id}/versions',
    summary: 'The published versions, newest first',
    who: { staff: 'any' },
    params,
    query: z.object({
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({ items: z.array(versionSummary), next: z.string().nullable() }),
    example: { params: { id: '$pipeline' } },
  },
  getVersion: {
    method: 'get',
    path: '/pipelines/{id}/versions/{version}',
    summary: 'What one version says; it never changes',
    who: { staff: 'any' },
    params: ofVersion,
    returns: versionView,
    example: { params: { id: '$pipeline', version: '1' } },
  },
  restoreVersion: {
    method: 'post',
    path: '/pipelines/{id}/versions/{version}/restoration',
    summary: 'Puts what a version says into the draft, in place of what the draft said; running jobs notice nothing',
    who: { staff: 'manage_pipelines' },
    params: ofVersion,
    returns: pipelineView,
    revision: 'required',
    refusals: ['stale', 'precondition_required', 'deleted'],
  },
})
