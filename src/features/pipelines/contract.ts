import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { MemberId, PipelineId, StageId, TemplateId } from '#kernel/ids.ts'
import { lifecycleEndpoints } from './contract/lifecycle.ts'
import { versionEndpoints } from './contract/versions.ts'
import { draftSchema, pipelineName, pipelineState, pipelineSummary, pipelineView } from './schemas.ts'
import { pipelineSettings } from './settings-schemas.ts'

const params = z.object({ id: idSchema<PipelineId>() })
const stale = ['stale', 'precondition_required', 'deleted'] as const

/** Pipelines and their drafts (D-3), and who sees them (P-2 to P-6). */
const pipelineEndpoints = contract({
  listPipelines: {
    method: 'get',
    path: '/pipelines',
    summary: 'The pipelines that the caller may see, by name; deleted ones only for those who manage pipelines',
    who: { staff: 'any' },
    query: z.object({ state: pipelineState.default('active') }),
    returns: z.object({ items: z.array(pipelineSummary) }),
    example: {},
  },
  createPipeline: {
    method: 'post',
    path: '/pipelines',
    summary: 'Makes an empty pipeline, available to whoever makes it (P-4)',
    who: { staff: 'manage_pipelines' },
    body: z.strictObject({ name: pipelineName }),
    returns: pipelineView,
    status: 201,
    revision: 'sent',
    example: { body: { name: 'Payroll, monthly' } },
  },
  getPipeline: {
    method: 'get',
    path: '/pipelines/{id}',
    summary: 'One pipeline: its draft with what is wrong in it, and what its newest version says',
    who: { staff: 'any' },
    params,
    returns: pipelineView,
    revision: 'sent',
    example: { params: { id: '$pipeline' } },
  },
  saveDraft: {
    method: 'put',
    path: '/pipelines/{id}/draft',
    summary: 'Saves the draft as it is, problems and all; running jobs notice nothing until it is published',
    who: { staff: 'manage_pipelines' },
    params,
    body: draftSchema,
    returns: pipelineView,
    revision: 'required',
    refusals: [...stale],
  },
  renamePipeline: {
    method: 'patch',
    path: '/pipelines/{id}',
    summary: 'Renames a pipeline; its name is unique whatever the case (SET-1)',
    who: { staff: 'manage_pipelines' },
    params,
    body: z.strictObject({ name: pipelineName }),
    returns: pipelineView,
    revision: 'required',
    refusals: [...stale],
  },
  setAvailability: {
    method: 'put',
    path: '/pipelines/{id}/available-to',
    summary: 'Says which team members see the pipeline, besides owner and admins (SET-2, P-2)',
    who: { staff: 'manage_pipelines' },
    params,
    body: z.strictObject({ memberIds: z.array(idSchema<MemberId>()).max(1000) }),
    returns: pipelineView,
    revision: 'required',
    refusals: [...stale],
  },
  changeSettings: {
    method: 'put',
    path: '/pipelines/{id}/settings',
    summary:
      'Sets how its jobs are sorted, what cards show, and what new jobs and recurrences begin with (SET-3 to SET-6)',
    who: { staff: 'manage_pipelines' },
    params,
    body: pipelineSettings,
    returns: pipelineView,
    revision: 'required',
    refusals: [...stale],
  },
  publishPipeline: {
    method: 'post',
    path: '/pipelines/{id}/versions',
    summary: 'Makes the draft the newest version, which running jobs follow from now on (D-3)',
    who: { staff: 'manage_pipelines' },
    params,
    body: z.strictObject({
      /** where the jobs of each stage that disappears go (P-11); their automations do not run */
      moves: z.record(idSchema<StageId>(), idSchema<StageId>()).default({}),
    }),
    returns: pipelineView,
    status: 201,
    revision: 'required',
    refusals: [...stale, 'in_use', 'conflict'],
  },
  deleteTemplate: {
    method: 'delete',
    path: '/templates/{id}',
    summary: 'Deletes a template of any kind, unless a pipeline uses it (FAIL-1)',
    who: { staff: 'manage_templates' },
    params: z.object({ id: idSchema<TemplateId>() }),
    returns: z.null(),
    status: 204,
    refusals: ['in_use'],
  },
})

/** Pipelines: drafts and published versions (D-3), and who sees them. */
export const pipelinesContract = { ...pipelineEndpoints, ...lifecycleEndpoints, ...versionEndpoints }
