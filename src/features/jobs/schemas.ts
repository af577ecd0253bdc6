import { z } from 'zod'
import { PRIORITIES } from '#conditions/model.ts'
import { boardSettings } from '../pipelines/settings-schemas.ts'
import { LIFECYCLES } from './model.ts'
import { jobFields } from './schemas-fields.ts'
import { turnSchema } from './turn-schemas.ts'

const person = z.object({ id: z.string(), name: z.string() })
const tag = z.object({ id: z.string(), name: z.string(), color: z.string() })

export const cardSchema = z.object({
  id: z.string(),
  name: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  pipelineId: z.string(),
  pipelineName: z.string(),
  stageId: z.string(),
  stageName: z.string(),
  lifecycle: z.enum(LIFECYCLES),
  /** the custom status that it is in (J-41) */
  status: z.string().nullable(),
  accountShortId: z.string(),
  description: z.string(),
  priority: z.enum(PRIORITIES),
  startOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** when it is overdue in its stage (STG-5) */
  stageDueAt: z.string().nullable(),
  createdAt: z.string(),
  /** who does it (JOB-6); `assignees`: whose client it is */
  people: z.array(person),
  /** what the client is shown; null: nothing (CFS-7) */
  clientStatus: z.object({ name: z.string(), color: z.string() }).nullable(),
  tags: z.array(tag),
  assignees: z.array(person),
  pendingItems: z.number().int(),
  doneItems: z.number().int(),
  failedOutcomes: z.number().int(),
  turn: turnSchema,
  stageEnteredAt: z.string(),
  revision: z.number().int(),
})
export type Card = z.output<typeof cardSchema>

/** A job on the list. */
export const listedJobSchema = cardSchema.extend({
  /** the key of its group; null where the list is not grouped */
  group: z.string().nullable(),
})
export type ListedJob = z.output<typeof listedJobSchema>

/** A tag, which has a colour, or somebody. */
const named = z.object({
  kind: z.enum(['tag', 'member', 'role']),
  id: z.string(),
  name: z.string(),
  color: z.string().nullable(),
})

export const automationSchema = z.object({
  id: z.string(),
  kind: z.enum([
    'create_organizer',
    'create_task',
    'send_email',
    'update_account_tags',
    'update_account_access',
    'update_job_assignees',
    'update_client_status',
  ]),
  /** null where the kind needs no template */
  templateId: z.string().nullable(),
  templateName: z.string().nullable(),
  /** the tags, members or roles that it puts on and takes off */
  add: z.array(named),
  remove: z.array(named),
  /** takes off all that is there first */
  clears: z.boolean(),
  /** what the client is told; a status that was deleted has no name */
  clientStatus: z
    .object({
      visible: z.boolean(),
      statusId: z.string().nullable(),
      name: z.string().nullable(),
      color: z.string().nullable(),
      description: z.string().nullable(),
      notify: z.boolean(),
    })
    .nullable(),
  condition: z.json().nullable(),
  repeat: z.enum(['every_visit', 'once_per_job']),
})

const turnCounts = z.object({
  client: z.number().int(),
  team: z.number().int(),
  ready: z.number().int(),
  stuck: z.number().int(),
})

export const stageSchema = z.object({
  id: z.string(),
  name: z.string(),
  automove: z.boolean(),
  isLast: z.boolean(),
  condition: z.json().nullable(),
  automations: z.array(automationSchema),
  /** jobs that the filter leaves */
  count: z.number().int(),
  /** the same by whose turn it is, whatever turn the filter asks for */
  turns: turnCounts,
  /** with a filter, and for whoever sees some clients only, counting stops at a thousand: there are more than these */
  more: z.boolean(),
  cards: z.array(cardSchema),
  next: z.string().nullable(),
})

export const boardSchema = z.object({
  /** `takesJobs`: an archived one doesn't (P-12) */
  pipeline: z.object({ id: z.string(), name: z.string(), version: z.number().int(), takesJobs: z.boolean() }),
  /** how jobs are sorted in stages, and what cards show (SET-3, SET-5) */
  settings: boardSettings,
  stages: z.array(stageSchema),
  /** the custom statuses that its jobs may be in (J-41) */
  statuses: z.array(z.object({ id: z.string(), name: z.string() })),
  /** the tags that conditions and automations name, for readable sentences */
  tags: z.array(tag),
})
export type Board = z.output<typeof boardSchema>

/** Where the jobs of each pipeline are, whose turn they are, and for how many days they have been there. */
export const distributionSchema = z.object({
  pipelines: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      stages: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          turns: turnCounts,
          /** whole days in the stage, from 0 up; only those that occur */
          ages: z.array(z.object({ days: z.number().int(), count: z.number().int() })),
        }),
      ),
    }),
  ),
})
export type Distribution = z.output<typeof distributionSchema>

export const outcomeSchema = z.object({
  automationId: z.string(),
  kind: automationSchema.shape.kind,
  result: z.enum(['done', 'skipped', 'failed']),
  reason: z.looseObject({ code: z.string() }).nullable(),
  warnings: z.array(z.looseObject({ code: z.string() })),
  createdId: z.string().nullable(),
  templateName: z.string().nullable(),
})

export const itemSchema = z.object({
  kind: z.enum(['organizer', 'task']),
  id: z.string(),
  name: z.string(),
  state: z.enum(['pending', 'done', 'resolved']),
  actor: z.enum(['client', 'team']),
  /** false for what an earlier stage left open (AM-14), and for what the completion rule does not wait for (B-8) */
  holds: z.boolean(),
  /** linked during the present visit */
  current: z.boolean(),
  /** linked to the custom status that the job is in, which it holds instead of the stage (J-42) */
  ofStatus: z.boolean(),
  since: z.string(),
  doneAt: z.string().nullable(),
  who: z.array(z.string()),
  progress: z.object({ answered: z.number().int(), total: z.number().int() }).nullable(),
})

const reasonSchema = z.object({
  code: z.enum([
    'item_pending',
    'nothing_linked',
    'none_named',
    'nothing_done',
    'automove_off',
    'last_stage',
    'too_few_done',
    'custom_status',
    'job_completed',
    'job_archived',
    'account_archived',
    'stage_missing',
    'move_earned',
    'waiting_for_advance',
  ]),
  item: itemSchema.nullable(),
  /** of `too_few_done`: how many are done, and how many the stage asks for (B-8) */
  done: z.number().int().nullable(),
  needed: z.number().int().nullable(),
  /** of `custom_status`: its name, and whether it is left by itself (AM-30) */
  status: z.string().nullable(),
  automove: z.boolean().nullable(),
})

const skippedStage = z.object({
  stageId: z.string(),
  stage: z.string(),
  truth: z.union([z.literal(false), z.literal('unknown')]),
})

export const jobSchema = cardSchema.extend({
  ...jobFields,
  /** the custom statuses that it can be in, and which it is in (J-41) */
  statuses: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      color: z.string(),
      isSet: z.boolean(),
      automations: z.array(automationSchema),
    }),
  ),
  stages: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      condition: z.json().nullable(),
      visits: z.number().int(),
      enteredAt: z.string().nullable(),
    }),
  ),
  explanation: z.object({
    moves: z.boolean(),
    reasons: z.array(reasonSchema),
    /** so many of the pending items are enough (B-8); null: all of them */
    suffices: z.number().int().nullable(),
    next: z.object({ stageId: z.string(), stage: z.string(), skipped: z.array(skippedStage) }).nullable(),
  }),
  items: z.array(itemSchema),
  outcomes: z.array(outcomeSchema),
  /** what failed in stages that it has left since, and was not done later */
  earlierFailures: z.array(outcomeSchema.extend({ stage: z.string() })),
})
export type Job = z.output<typeof jobSchema>
