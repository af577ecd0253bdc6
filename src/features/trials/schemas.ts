import { z } from 'zod'
import { automationSchema, outcomeSchema } from '../jobs/schemas.ts'

const named = z.object({ id: z.string(), name: z.string() })

const question = named.extend({
  kind: z.enum(['text', 'number', 'date', 'single_choice', 'multiple_choice', 'yes_no', 'files']),
  options: z.array(named),
})

/** Names for everything that conditions and automations may speak of. */
export const vocabulary = z.object({
  members: z.array(named),
  roles: z.array(named),
  clientStatuses: z.array(named.extend({ description: z.string() })),
  organizers: z.array(named.extend({ questions: z.array(question) })),
})
export type Vocabulary = z.output<typeof vocabulary>
export type AskedQuestion = z.output<typeof question>

const truth = z.enum(['met', 'not_met', 'unknown'])

export const judgedCondition = z.object({
  truth,
  /** every group and line, by its path: `of.0.of.2`, and empty for the whole */
  parts: z.array(
    z.object({
      path: z.string(),
      truth,
      /** why a line is unknown; null for what is known, and for groups */
      reason: z
        .enum(['gone', 'no_job', 'not_submitted', 'unanswered', 'no_date', 'unfinished', 'out_of_place'])
        .nullable(),
    }),
  ),
})
export type JudgedCondition = z.output<typeof judgedCondition>

/** Enough to judge a condition by, and quick to count while one types. */
export const MOST_COUNTED = 2000

export const conditionCount = z.object({
  /** active jobs of the pipeline; the firm's active clients where it has none yet */
  of: z.enum(['jobs', 'accounts']),
  met: z.number().int(),
  unknown: z.number().int(),
  /** how many were looked at: the newest `MOST_COUNTED` where there are `more` */
  total: z.number().int(),
  more: z.boolean(),
})
export type ConditionCount = z.output<typeof conditionCount>

const mail = z.object({ to: z.string(), email: z.string(), subject: z.string() })

const step = automationSchema.extend({
  result: outcomeSchema.shape.result,
  reason: outcomeSchema.shape.reason,
  warnings: outcomeSchema.shape.warnings,
  /** what it would create: the organizer or task by its name, as the client or team would read it */
  created: z.object({ name: z.string(), who: z.array(z.string()) }).nullable(),
  mails: z.array(mail),
})

const hop = z.object({
  stageId: z.string(),
  stage: z.string(),
  how: z.enum(['created', 'moved_by_hand', 'automove', 'status_set']),
  /** conditional stages that it would pass over on the way */
  skipped: z.array(z.string()),
  automations: z.array(step),
})

const tried = z.object({
  accountId: z.string(),
  accountName: z.string(),
  /** why there would be no job; null where there would */
  refused: z.string().nullable(),
  jobName: z.string(),
  /** who would do it: as its template and its automations say (JOB-6, ASG) */
  people: z.array(z.string()),
  hops: z.array(hop),
  /** why it would then stay where it is */
  waits: z.array(
    z.object({
      code: z.string(),
      item: z.string().nullable(),
      done: z.number().int().nullable(),
      needed: z.number().int().nullable(),
    }),
  ),
  /** mails that no single automation accounts for */
  mails: z.array(mail),
})
export type Tried = z.output<typeof tried>

export const trial = z.object({
  /** what keeps the draft from running at all; then nobody was tried */
  problems: z.array(z.object({ path: z.string(), code: z.string() })),
  accounts: z.array(tried),
})
export type Trial = z.output<typeof trial>
