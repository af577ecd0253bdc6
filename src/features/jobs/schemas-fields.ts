import { z } from 'zod'
import { PRIORITIES } from '#conditions/model.ts'
import { LIFECYCLES } from './model.ts'
import { turnSchema } from './turn-schemas.ts'

const person = z.object({ id: z.string(), name: z.string() })

/** What the client is told of a job (JOB-10); a status that was deleted keeps its name and colour (CFS-15). */
const clientSchema = z.object({
  visible: z.boolean(),
  statusId: z.string().nullable(),
  status: z.string().nullable(),
  color: z.string().nullable(),
  name: z.string(),
  description: z.string(),
})

/** A job of the same client that it is linked with; links have no direction (J-30). */
const linkedJob = z.object({
  id: z.string(),
  name: z.string(),
  pipelineName: z.string(),
  stageName: z.string(),
  lifecycle: z.enum(LIFECYCLES),
  turn: turnSchema,
})

const recentJob = z.object({
  id: z.string(),
  name: z.string(),
  pipelineName: z.string(),
  lifecycle: z.enum(LIFECYCLES),
  createdAt: z.string(),
})

/** What a job says of itself, and what the system knows of it. */
export const jobFields = {
  /** plain text; a mention is `@{id of the member}` */
  description: z.string(),
  priority: z.enum(PRIORITIES),
  startOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** minutes */
  timeBudget: z.number().int().nullable(),
  /** who does it (JOB-6) */
  people: z.array(person),
  client: clientSchema,
  /** null: made before this was kept */
  createdBy: z.object({ kind: z.string(), name: z.string() }).nullable(),
  createdAt: z.string(),
  completedAt: z.string().nullable(),
  /** when it is overdue in its stage (STG-5) */
  stageDueAt: z.string().nullable(),
  /** how often it has come into a stage so far */
  visits: z.number().int(),
  linkedJobs: z.array(linkedJob),
  /** other work for the same client (JOB-13) */
  recent: z.array(recentJob),
}
