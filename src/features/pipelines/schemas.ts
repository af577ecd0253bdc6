import { z } from 'zod'
import { conditionSchema, draftConditionSchema } from '#conditions/schema.ts'
import { MOST_STATUSES, STATUS_COLORS } from '#engine/core/pipeline.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type {
  AutomationId,
  ClientStatusId,
  JobStatusId,
  MemberId,
  PipelineId,
  RoleId,
  StageId,
  TagId,
  TemplateId,
} from '#kernel/ids.ts'
import { pipelineSettings } from './settings-schemas.ts'

export const pipelineName = z.string().trim().min(1).max(120)

const members = z.array(idSchema<MemberId>()).max(100)
const assignees = z
  .array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('member'), id: idSchema<MemberId>() }),
      z.strictObject({ kind: z.literal('role'), id: idSchema<RoleId>() }),
    ]),
  )
  .max(100)

const completion = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('all') }),
  z.strictObject({ rule: z.literal('any') }),
  z.strictObject({ rule: z.literal('count'), count: z.int().min(1).max(100) }),
  z.strictObject({ rule: z.literal('named'), automationIds: z.array(idSchema<AutomationId>()).max(100) }),
])

/** At most ten years, in calendar time (STG-5, EQ-15). */
const timeLimit = z.strictObject({ amount: z.int().min(1).max(3650), unit: z.enum(['hours', 'days']) })

/** Stages and automations keep the ids that whoever made them gave them, through every version (D-14). */
function stagesWith<Template extends z.ZodType, Condition extends z.ZodType>(
  templateId: Template,
  condition: Condition,
) {
  const repeat = z.enum(['every_visit', 'once_per_job']).default('every_visit')
  const base = { id: idSchema<AutomationId>(), condition: condition.nullable(), repeat }
  const tags = z.array(idSchema<TagId>()).max(100)
  const automation = z.discriminatedUnion('kind', [
    z.strictObject({ ...base, kind: z.literal('create_organizer'), templateId }),
    z.strictObject({ ...base, kind: z.literal('create_task'), templateId }),
    z.strictObject({ ...base, kind: z.literal('send_email'), templateId }),
    z.strictObject({ ...base, kind: z.literal('update_account_tags'), add: tags, remove: tags, clear: z.boolean() }),
    z.strictObject({
      ...base,
      kind: z.literal('update_account_access'),
      replace: z.boolean(),
      add: members,
      remove: members,
    }),
    z.strictObject({
      ...base,
      kind: z.literal('update_job_assignees'),
      clear: z.boolean(),
      add: assignees,
      remove: assignees,
    }),
    z.strictObject({
      ...base,
      kind: z.literal('update_client_status'),
      visible: z.boolean(),
      statusId: idSchema<ClientStatusId>().nullable(),
      description: z.string().trim().max(2000).nullable(),
      notify: z.boolean(),
    }),
  ])
  const automations = z.array(automation).max(100)
  const stage = z.strictObject({
    id: idSchema<StageId>(),
    name: z.string().max(120),
    automove: z.boolean(),
    condition: condition.nullable(),
    whenEmpty: z.enum(['stay', 'advance']),
    completion: completion.default({ rule: 'all' }),
    timeLimit: timeLimit.nullable().default(null),
    automations,
  })
  const status = z.strictObject({
    id: idSchema<JobStatusId>(),
    name: z.string().max(60),
    color: z.enum(STATUS_COLORS),
    automove: z.boolean(),
    automations,
  })
  return z.strictObject({ stages: z.array(stage).max(100), statuses: z.array(status).max(MOST_STATUSES).default([]) })
}

/** A draft as it is typed: strict in its shape, lenient in what is missing yet; `problems` say what (D-3). */
export const draftSchema = stagesWith(idSchema<TemplateId>().nullable(), draftConditionSchema)

/** What a published version says. */
export const definitionSchema = stagesWith(idSchema<TemplateId>(), conditionSchema)

export const pipelineState = z.enum(['active', 'archived', 'deleted'])

export const pipelineSummary = z.object({
  id: idSchema<PipelineId>(),
  name: z.string(),
  state: pipelineState,
  /** the newest published one; null before the first */
  version: z.int().nullable(),
  /** the draft says something else than the newest version */
  draftChanged: z.boolean(),
  stages: z.int(),
  /** active ones that the reader may see (P-6) */
  jobs: z.int(),
  updatedAt: z.iso.datetime(),
})
export type PipelineSummary = z.output<typeof pipelineSummary>

const templatesNamed = z.array(z.object({ id: idSchema<TemplateId>(), name: z.string() }))
const memberNamed = z.object({ id: idSchema<MemberId>(), name: z.string() })

export const pipelineView = z.object({
  id: idSchema<PipelineId>(),
  name: z.string(),
  state: pipelineState,
  version: z.int().nullable(),
  publishedAt: z.iso.datetime().nullable(),
  draftChanged: z.boolean(),
  draft: draftSchema,
  /** what the newest version says; null before the first */
  published: definitionSchema.nullable(),
  /** what holds at once, whatever the versions say (SET-3 to SET-6) */
  settings: pipelineSettings,
  /** what keeps the draft from being published; `path` as in the draft */
  problems: z.array(z.object({ path: z.string(), code: z.string() })),
  /** what in the draft can hardly be meant (B-6), in nobody's way; `tagId`: the tag it is about */
  warnings: z.array(z.object({ path: z.string(), code: z.string(), tagId: idSchema<TagId>().optional() })),
  /** names of the templates that draft and newest version use; a deleted one is missing */
  templates: templatesNamed,
  /** stages that hold jobs, also one that is gone from the draft (P-11); those who only read see their own (P-6) */
  stageJobs: z.array(
    z.object({
      stageId: idSchema<StageId>(),
      active: z.int(),
      archived: z.int(),
      /** of the active ones: something done and nothing pending, so that automove would move them on (P-16) */
      ready: z.int(),
    }),
  ),
  /** besides owner and admins, who always see it (P-2, P-4) */
  availableTo: z.array(memberNamed),
  /** the reader may change it (P-5); nobody while it is deleted */
  mayEdit: z.boolean(),
  updatedAt: z.iso.datetime(),
  revision: z.int(),
})
export type PipelineView = z.output<typeof pipelineView>

export const versionSummary = z.object({
  version: z.int(),
  /** a member's name; null where nobody of the team did it, or nobody who is still known */
  publishedBy: z.string().nullable(),
  publishedAt: z.iso.datetime(),
  stages: z.int(),
  automations: z.int(),
})
export type VersionSummary = z.output<typeof versionSummary>

export const versionView = versionSummary.extend({
  definition: definitionSchema,
  /** names of the templates it uses, as they are now; a deleted one is missing */
  templates: templatesNamed,
})
export type VersionView = z.output<typeof versionView>
