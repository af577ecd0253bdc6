import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, EventId, JobId } from '#kernel/ids.ts'
import { ACTOR_KINDS, EVENT_KINDS, type EventKind } from './rules.ts'

const actor = z.object({
  kind: z.enum(ACTOR_KINDS),
  id: z.string().nullable(),
  name: z.string(),
})

/** What a sentence is made of: the text `event.<type>`, filled with the payload and the actor's name. */
const fact = z.object({
  id: idSchema<EventId>(),
  type: z.string(),
  actor,
  payload: z.record(z.string(), z.unknown()),
})
export type Fact = z.output<typeof fact>

const historyItem = fact.extend({
  at: z.iso.datetime(),
  /** where who did it is reached now: a team member, or a contact; null for automations and who is gone (AUD-1) */
  actorEmail: z.string().nullable(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  accountId: idSchema<AccountId>().nullable(),
  accountName: z.string().nullable(),
  jobId: idSchema<JobId>().nullable(),
  jobName: z.string().nullable(),
  /** the fact that this one follows from (B-4) */
  cause: fact.nullable(),
  /** it follows from something that the caller may not see */
  causeHidden: z.boolean(),
  /** from where a person acted; null for what happened by itself (AUD-1, X-6) */
  origin: z
    .object({ ip: z.string().nullable(), userAgent: z.string().nullable(), offsetMinutes: z.number().int().nullable() })
    .nullable(),
})
export type HistoryItem = z.output<typeof historyItem>

const causes = z.object({
  /** the first cause first, what was asked about last */
  items: z.array(historyItem),
  /** how many in between or before are not for the caller to see */
  hidden: z.number().int(),
})
export type Causes = z.output<typeof causes>

const page = { cursor: z.string().max(500).optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }
const day = z.iso.date().optional()
const filters = {
  /** what it happened to, or `sign_in` and `access`: who came in, and who got which rights */
  kind: z.enum(Object.keys(EVENT_KINDS) as [EventKind, ...EventKind[]]).optional(),
  /** only what this team member or contact did */
  actorId: idSchema().optional(),
  /** only what people of the team, clients, automations or the system did */
  actorKind: z.enum(ACTOR_KINDS).optional(),
  /** from this day on, in the firm's time zone */
  from: day,
  /** up to this day, and on it */
  to: day,
}
const returns = z.object({ items: z.array(historyItem), next: z.string().nullable() })

/** What happened: of one thing, or in the whole firm. Nothing here is ever changed (AUD-3). */
export const activityContract = contract({
  listEvents: {
    method: 'get',
    path: '/events',
    summary:
      'The history of a job, an account or any other thing, newest first; one of the three must be named (AUD-1)',
    who: { staff: 'any' },
    query: z.object({
      jobId: idSchema<JobId>().optional(),
      accountId: idSchema<AccountId>().optional(),
      subjectId: idSchema().optional(),
      ...filters,
      ...page,
    }),
    returns,
    example: { query: { accountId: '$account' } },
  },
  listCauses: {
    method: 'get',
    path: '/events/{id}/causes',
    summary: 'How an event came about: the chain from its first cause to itself (B-4)',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<EventId>() }),
    returns: causes,
    example: { params: { id: '$event' } },
  },
  listActivity: {
    method: 'get',
    path: '/activity',
    summary: 'Everything that happened in the firm, newest first (AUD-2)',
    who: { staff: 'admin' },
    query: z.object({ ...filters, ...page }),
    returns,
    example: {},
  },
})
