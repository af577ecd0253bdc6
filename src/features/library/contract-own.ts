import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { PipelineId, TagId, TemplateId } from '#kernel/ids.ts'
import { definitionSchema } from '../pipelines/schemas.ts'
import { TEMPLATE_KINDS } from '../templates/model.ts'
import type { OwnPackId } from './model-own.ts'

const ownPackSummary = z.object({
  id: idSchema<OwnPackId>(),
  name: z.string(),
  summary: z.string(),
  /** names of its stages, in order */
  stages: z.array(z.string()),
  organizers: z.int(),
  emails: z.int(),
  tasks: z.int(),
  /** a member's name; null where nobody of the team did it, or nobody who is still known */
  savedBy: z.string().nullable(),
  savedAt: z.iso.datetime(),
})
export type OwnPackSummary = z.output<typeof ownPackSummary>

const ownPackView = ownPackSummary.extend({
  definition: definitionSchema,
  templates: z.array(
    z.object({ id: idSchema<TemplateId>(), kind: z.enum(TEMPLATE_KINDS), name: z.string(), content: z.json() }),
  ),
  tags: z.array(z.object({ id: idSchema<TagId>(), name: z.string(), color: z.string() })),
})
export type OwnPackView = z.output<typeof ownPackView>

const params = z.object({ id: idSchema<OwnPackId>() })

/** The firm's own library, kept apart from what ships (D-21); for those who manage pipelines. */
export const ownPackEndpoints = contract({
  listOwnPacks: {
    method: 'get',
    path: '/own-library',
    summary: 'The pipelines that the firm has put into its own library, by name',
    who: { staff: 'manage_pipelines' },
    returns: z.object({ items: z.array(ownPackSummary) }),
    example: {},
  },
  getOwnPack: {
    method: 'get',
    path: '/own-library/{id}',
    summary: 'Everything that one of them would bring',
    who: { staff: 'manage_pipelines' },
    params,
    returns: ownPackView,
  },
  saveOwnPack: {
    method: 'post',
    path: '/own-library',
    summary: 'Puts a pipeline into the firm’s own library: its newest version with every template, tag and setting',
    who: { staff: 'manage_pipelines' },
    body: z.strictObject({
      pipelineId: idSchema<PipelineId>(),
      name: z.string().trim().min(1).max(120),
      summary: z.string().trim().max(500).default(''),
    }),
    returns: ownPackSummary,
    status: 201,
    refusals: ['not_published', 'deleted'],
  },
  installOwnPack: {
    method: 'post',
    path: '/own-library/{id}/installation',
    summary: 'Makes a pipeline and templates from it, published at once unless something it needs is gone (P-20)',
    who: { staff: 'manage_pipelines' },
    params,
    returns: z.object({ pipelineId: idSchema<PipelineId>(), name: z.string(), published: z.boolean() }),
    status: 201,
  },
  deleteOwnPack: {
    method: 'delete',
    path: '/own-library/{id}',
    summary: 'Takes one out of the firm’s own library; what was made from it stays',
    who: { staff: 'manage_pipelines' },
    params,
    returns: z.null(),
    status: 204,
  },
})
