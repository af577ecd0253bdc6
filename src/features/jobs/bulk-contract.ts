import { z } from 'zod'
import { PRIORITIES } from '#conditions/model.ts'
import { contract } from '#kernel/contract.ts'
import { daySchema } from '#kernel/field-schemas.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { ClientStatusId, JobStatusId, MemberId, PipelineId, RoleId, StageId, TagId } from '#kernel/ids.ts'
import { MOST_ROLES } from '../roles/model.ts'
import { bulkActSchema, selectionFields, stagePreviewSchema, statusPreviewSchema } from './bulk-schemas.ts'
import { byHandFields } from './by-hand-schemas.ts'
import { LIFECYCLES } from './model.ts'
import { clientFacing } from './schemas-content.ts'

const target = {
  /** left out: the pipeline of the jobs, which then must be one (JM-2) */
  pipelineId: idSchema<PipelineId>().optional(),
  stageId: idSchema<StageId>(),
}

/** Acts on many jobs at once: stored, answered at once, carried out by the worker with a result per job. */
export const bulkContract = contract({
  previewStage: {
    method: 'post',
    path: '/stage-previews',
    summary: 'What would happen if these jobs were moved into a stage by hand; changes nothing (A-30 to A-35)',
    who: { staff: 'any' },
    body: z.strictObject({
      ...selectionFields,
      ...target,
      deselectedAutomationIds: byHandFields.deselectedAutomationIds,
      shown: byHandFields.shown,
    }),
    returns: stagePreviewSchema,
    refusals: ['not_published'],
    example: { body: { jobIds: ['$job'], stageId: '$stage' } },
  },
  previewStatus: {
    method: 'post',
    path: '/status-previews',
    summary:
      'What would happen if these jobs of a pipeline were put into a custom status, or made Active; changes nothing (J-45)',
    who: { staff: 'any' },
    body: z.strictObject({
      ...selectionFields,
      statusId: idSchema<JobStatusId>().nullable(),
      deselectedAutomationIds: byHandFields.deselectedAutomationIds,
      shown: byHandFields.shown,
    }),
    returns: statusPreviewSchema,
    refusals: ['not_published'],
    example: { body: { jobIds: ['$job'], statusId: null } },
  },
  moveJobs: {
    method: 'post',
    path: '/bulk-moves',
    summary:
      'Moves jobs into a stage of any pipeline; carried out in the background, with a result per job (A-35, JM-1)',
    who: { staff: 'any' },
    body: z.strictObject({
      ...selectionFields,
      ...target,
      /** a custom status is left unless it is kept; another pipeline's stage ends it in any case (J-45) */
      keepStatus: z.boolean().default(false),
      ...byHandFields,
    }),
    returns: bulkActSchema,
    status: 202,
    refusals: ['not_published', 'archived'],
    example: { body: { jobIds: ['$job'], stageId: '$stage' } },
  },
  editJobs: {
    method: 'post',
    path: '/bulk-edits',
    summary: 'Changes jobs; what is left out stays. Carried out in the background, with a result per job (VIEW-3)',
    who: { staff: 'any' },
    body: z.strictObject({
      ...selectionFields,
      priority: z.enum(PRIORITIES).optional(),
      startOn: daySchema.nullable().optional(),
      dueOn: daySchema.nullable().optional(),
      addAssigneeIds: z.array(idSchema<MemberId>()).max(100).optional(),
      removeAssigneeIds: z.array(idSchema<MemberId>()).max(100).optional(),
      /** whoever holds these for the job's client is assigned; where nobody does, the job stays as it is (D-17) */
      addRoleIds: z.array(idSchema<RoleId>()).max(MOST_ROLES).optional(),
      /** on the jobs' clients; takes the right to manage tags (TAGS-2) */
      addTagIds: z.array(idSchema<TagId>()).max(100).optional(),
      removeTagIds: z.array(idSchema<TagId>()).max(100).optional(),
      /** completes them, archives them, or makes completed ones active again (J-40) */
      lifecycle: z.enum(LIFECYCLES).optional(),
      /** shows or hides what clients see; a status brings its own text, unless another is given (CFS-11, CFS-2) */
      client: z
        .strictObject({
          visible: z.boolean(),
          statusId: idSchema<ClientStatusId>().optional(),
          description: clientFacing.shape.description.unwrap().optional(),
        })
        .optional(),
    }),
    returns: bulkActSchema,
    status: 202,
    refusals: [],
    example: { body: { jobIds: ['$job'], priority: 'high' } },
  },
})
