import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, OrganizerId } from '#kernel/ids.ts'

/** Something that waits for the client. Kinds are added here; the list stays one (POR-3). */
const todoSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('organizer'),
    id: idSchema<OrganizerId>(),
    name: z.string(),
    progress: z.object({ answered: z.int(), total: z.int() }),
    /** null: nothing is answered yet */
    startedAt: z.iso.datetime().nullable(),
    /** the last change by a client of the account */
    savedAt: z.iso.datetime().nullable(),
    sentAt: z.iso.datetime(),
  }),
])
export type Todo = z.output<typeof todoSchema>

const account = z.object({ id: idSchema<AccountId>(), name: z.string(), todos: z.int() })

/** The client's home. What the firm does inside (pipelines, stages, jobs, tags, templates) never shows (POR-8). */
export const portalContract = contract({
  getPortalHome: {
    method: 'get',
    path: '/portal/home',
    summary:
      'What is waiting for the client in one account, newest or bumped first, and counts of the others (POR-1 to POR-6)',
    who: { client: true },
    query: z.object({
      /** left out: the account with the newest to-do, else the first by name */
      accountId: idSchema<AccountId>().optional(),
    }),
    returns: z.object({
      client: z.object({ name: z.string(), email: z.string() }),
      account,
      todos: z.array(todoSchema),
      /** the client's other accounts, those with to-dos first */
      otherAccounts: z.array(account),
      firm: z.object({
        name: z.string(),
        color: z.string(),
        /** whom to write to; null where the firm gave no address */
        email: z.string().nullable(),
      }),
    }),
    example: {},
  },
  listPortalAccounts: {
    method: 'get',
    path: '/portal/accounts',
    summary: 'The accounts that the client may see, by name, with what waits in each (POR-6)',
    who: { client: true },
    returns: z.object({ items: z.array(account) }),
    example: {},
  },
})
