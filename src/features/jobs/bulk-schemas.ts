import { z } from 'zod'
import { idSchema } from '#kernel/id-schema.ts'
import type { JobId, PipelineId, StageId } from '#kernel/ids.ts'
import { cardFilterFields } from './filter-schemas.ts'
import { automationSchema, itemSchema } from './schemas.ts'

/** So many jobs an act may name. */
export const MOST_JOBS = 50_000

/** Which jobs an act is about: those named, or all of a stage that a filter leaves, save some (VIEW-2). */
export const selectionFields = {
  jobIds: z.array(idSchema<JobId>()).min(1).max(MOST_JOBS).optional(),
  stage: z
    .strictObject({
      pipelineId: idSchema<PipelineId>(),
      stageId: idSchema<StageId>(),
      ...cardFilterFields,
      exceptIds: z.array(idSchema<JobId>()).max(MOST_JOBS).default([]),
    })
    .optional(),
}

export const selectionSchema = z.strictObject(selectionFields)

/** So many jobs have this in common; the names of the first few clients. */
const groupSchema = z.object({ code: z.string(), count: z.number().int(), names: z.array(z.string()) })

/** What would happen if jobs were moved into a stage by hand, in numbers. */
export const stagePreviewSchema = z.object({
  pipelineId: z.string(),
  pipeline: z.string(),
  stageId: z.string(),
  stage: z.string(),
  /** why the caller may not do it at all, as a field's code */
  refusal: z.enum(['needs_manage_tags']).nullable(),
  moving: z.number().int(),
  /** who moves: the first few clients */
  names: z.array(z.string()),
  alreadyThere: z.number().int(),
  /** those that cannot be moved, by reason */
  refused: z.array(groupSchema),
  /** how many of those that move go on by themselves at once */
  onward: z.number().int(),
  automations: z.array(
    automationSchema.extend({
      runs: z.number().int(),
      /** for those it does not run for, by reason */
      others: z.array(groupSchema),
    }),
  ),
  pending: z.object({
    total: z.number().int(),
    /** what becomes of an item that nobody chose for (D-6) */
    otherwise: z.enum(['carry', 'leave']),
    kinds: z.array(z.object({ kind: itemSchema.shape.kind, count: z.number().int() })),
    /** the first hundred */
    items: z.array(
      itemSchema
        .pick({ id: true, kind: true, name: true, actor: true })
        .extend({ accountName: z.string(), jobId: z.string() }),
    ),
  }),
  clients: z.object({
    mails: z.number().int(),
    accounts: z.number().int(),
    /** the first twenty that get anything */
    first: z.array(
      z.object({
        accountId: z.string(),
        name: z.string(),
        organizers: z.number().int(),
        mails: z.number().int(),
        people: z.array(z.string()),
      }),
    ),
  }),
})
export type StagePreview = z.output<typeof stagePreviewSchema>

/** The same for a custom status, whose name stands as `stage`; Active is null and has none (J-45). */
export const statusPreviewSchema = stagePreviewSchema
  .omit({ stageId: true })
  .extend({ statusId: z.string().nullable() })
export type StatusPreview = z.output<typeof statusPreviewSchema>
/** What both say; `statusId` is null where jobs only become Active. */
export type MovesPreview = Omit<StagePreview, 'stageId'> & { statusId?: string | null }

export const bulkActSchema = z.object({
  id: z.string(),
  kind: z.enum(['add_jobs', 'move_jobs', 'edit_jobs']),
  pipelineId: z.string().nullable(),
  state: z.enum(['queued', 'running', 'finished']),
  total: z.number().int(),
  succeeded: z.number().int(),
  failed: z.number().int(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  /** whether it has ended, was not tried again yet, and something that failed could succeed now */
  mayRetry: z.boolean(),
  /** the act that tries again what failed in this one */
  retryId: z.string().nullable(),
})
export type BulkAct = z.output<typeof bulkActSchema>

export const bulkItemSchema = z.object({
  ordinal: z.number().int(),
  accountId: z.string(),
  accountName: z.string(),
  /** of the job, where there is one; `stageName` and `failedOutcomes`: as it is now */
  jobName: z.string().nullable(),
  pipelineId: z.string().nullable(),
  stageName: z.string().nullable(),
  failedOutcomes: z.number().int(),
  state: z.enum(['waiting', 'succeeded', 'failed']),
  reason: z.object({ code: z.string(), errorId: z.string().optional() }).nullable(),
  jobId: z.string().nullable(),
})
