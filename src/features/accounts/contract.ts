import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, MemberId, TagId } from '#kernel/ids.ts'
import { ACCOUNT_TYPES, accountName, MOST } from './model.ts'
import {
  accountFilter,
  accountIds,
  accountRowSchema,
  accountSchema,
  linkedContactSchema,
  newContactSchema,
} from './schemas.ts'

const params = z.object({ id: idSchema<AccountId>() })
const externalId = z.string().trim().max(MOST.externalId).nullable()
const tagIds = z.array(idSchema<TagId>()).max(100)
const memberIds = z.array(idSchema<MemberId>()).max(100)
const changed = z.object({ changed: z.number().int() })

/** Accounts: the firm's clients, whom of the team they belong to, and their tags. */
export const accountsContract = contract({
  listAccounts: {
    method: 'get',
    path: '/accounts',
    summary: 'Clients that the caller may see, by name; `total` comes with the first page',
    who: { staff: 'any' },
    query: z.object({
      ...accountFilter,
      cursor: z.string().max(1000).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    returns: z.object({
      items: z.array(accountRowSchema),
      next: z.string().nullable(),
      total: z.number().int().nullable(),
    }),
    example: {},
  },
  listAccountIds: {
    method: 'get',
    path: '/account-ids',
    summary: 'The ids of all clients that a filter leaves, for acts on all of them',
    who: { staff: 'any' },
    query: z.object(accountFilter),
    returns: z.object({ ids: z.array(z.string()), complete: z.boolean() }),
    example: {},
  },
  getAccount: {
    method: 'get',
    path: '/accounts/{id}',
    summary: 'One client with contacts, their Login and Notify, tags and team',
    who: { staff: 'any' },
    params,
    returns: accountSchema,
    revision: 'sent',
    example: { params: { id: '$account' } },
  },
  createAccount: {
    method: 'post',
    path: '/accounts',
    summary: 'Makes a client with at least one contact; nobody is mailed, nobody gets access by that (ACC-1, ACC-2)',
    who: { staff: 'manage_accounts' },
    body: z.strictObject({
      /** left out for individuals: the first contact's name */
      name: accountName.optional(),
      type: z.enum(ACCOUNT_TYPES).default('individual'),
      externalId: externalId.default(null),
      contacts: z
        .array(z.union([linkedContactSchema, newContactSchema]))
        .min(1)
        .max(MOST.contacts),
      tagIds: tagIds.default([]),
      memberIds: memberIds.default([]),
    }),
    returns: accountSchema,
    status: 201,
    example: {
      body: { contacts: [{ firstName: 'Rosa', lastName: 'Delgado', emails: [{ email: 'rosa@example.com' }] }] },
    },
  },
  changeAccount: {
    method: 'patch',
    path: '/accounts/{id}',
    summary: 'Changes name, type or external id',
    who: { staff: 'manage_accounts' },
    params,
    body: z.strictObject({
      name: accountName.optional(),
      type: z.enum(ACCOUNT_TYPES).optional(),
      externalId: externalId.optional(),
    }),
    returns: accountSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  setAccountState: {
    method: 'put',
    path: '/accounts/{id}/state',
    summary: 'Archives a client, whose contacts lose the portal, or takes it back (ACC-4)',
    who: { staff: 'manage_accounts' },
    params,
    body: z.strictObject({ state: z.enum(['active', 'archived']) }),
    returns: accountSchema,
    revision: 'sent',
  },
  changeAccountTags: {
    method: 'post',
    path: '/account-tag-changes',
    summary: 'Puts tags on clients and takes tags off them: one client or thousands (ACC-7, TAG-3)',
    who: { staff: 'manage_tags' },
    body: z.strictObject({ accountIds, add: tagIds.default([]), remove: tagIds.default([]) }),
    returns: changed,
    example: { body: { accountIds: ['$account'], add: ['$tag'] } },
  },
  changeAccountTeam: {
    method: 'post',
    path: '/account-team-changes',
    summary: 'Assigns team members to clients and takes them off: one client or thousands (USR-4, XC-10)',
    who: { staff: 'assign_team_members' },
    body: z.strictObject({ accountIds, add: memberIds.default([]), remove: memberIds.default([]) }),
    returns: changed,
    example: { body: { accountIds: ['$account'], add: ['$member'] } },
  },
  addAccountContact: {
    method: 'post',
    path: '/accounts/{id}/contacts',
    summary: 'Adds a contact to a client: a new person, or one who exists (CON-1)',
    who: { staff: 'manage_contacts' },
    params,
    body: z.union([linkedContactSchema, newContactSchema]),
    returns: accountSchema,
    status: 201,
    example: { params: { id: '$account' }, body: { firstName: 'Ben', lastName: 'Delgado' } },
  },
})
