import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, MemberId, RoleId } from '#kernel/ids.ts'
import { accountIds } from '../accounts/schemas.ts'
import { MOST_ROLES, roleName } from './model.ts'

const named = z.object({ id: z.string(), name: z.string() })
const role = named.extend({ revision: z.number().int() })
export type AccountRole = z.output<typeof role>
const list = z.object({ items: z.array(role) })

/** What keeps a role from being deleted: stands in the refusal's `detail`. */
const roleUses = z.object({
  /** clients for whom somebody holds it */
  accounts: z.number().int(),
  pipelines: z.array(named),
  templates: z.array(named),
})
export type RoleUses = z.output<typeof roleUses>

const held = named.extend({ members: z.array(named) })
export type HeldRole = z.output<typeof held>

const params = z.object({ id: idSchema<RoleId>() })
const memberIds = z.array(idSchema<MemberId>()).max(100)

/** Roles that team members hold for clients: who is the preparer, the partner, the reviewer of each (D-17). */
export const rolesContract = contract({
  listAccountRoles: {
    method: 'get',
    path: '/account-roles',
    summary: 'The firm’s roles, in its order',
    who: { staff: 'any' },
    returns: list,
    example: {},
  },
  createAccountRole: {
    method: 'post',
    path: '/account-roles',
    summary: 'Makes a role, the last of the list; its name is unique whatever the case',
    who: { staff: 'admin' },
    body: z.strictObject({ name: roleName }),
    returns: role,
    status: 201,
    example: { body: { name: 'Payroll specialist' } },
  },
  renameAccountRole: {
    method: 'patch',
    path: '/account-roles/{id}',
    summary: 'Renames a role',
    who: { staff: 'admin' },
    params,
    body: z.strictObject({ name: roleName }),
    returns: role,
    revision: 'required',
    refusals: ['stale', 'precondition_required'],
  },
  orderAccountRoles: {
    method: 'put',
    path: '/account-role-order',
    summary: 'Puts the roles in this order; those left out follow as they were',
    who: { staff: 'admin' },
    body: z.strictObject({ ids: z.array(idSchema<RoleId>()).min(1).max(MOST_ROLES) }),
    returns: list,
  },
  deleteAccountRole: {
    method: 'delete',
    path: '/account-roles/{id}',
    summary: 'Deletes a role that nothing names; with `accounts=release` whoever holds it for a client no longer does',
    who: { staff: 'admin' },
    params,
    query: z.object({ accounts: z.enum(['refuse', 'release']).default('refuse') }),
    returns: z.null(),
    status: 204,
    refusals: ['in_use'],
  },
  getRolesOfAccount: {
    method: 'get',
    path: '/accounts/{id}/roles',
    summary: 'Every role of the firm, with who holds it for this client',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<AccountId>() }),
    returns: z.object({ items: z.array(held) }),
    example: { params: { id: '$account' } },
  },
  changeRoleHolders: {
    method: 'post',
    path: '/account-role-changes',
    summary: 'Gives members a role for clients and takes it from them: one client or thousands (D-17)',
    who: { staff: 'assign_team_members' },
    body: z.strictObject({
      accountIds,
      roleId: idSchema<RoleId>(),
      add: memberIds.default([]),
      remove: memberIds.default([]),
    }),
    returns: z.object({ changed: z.number().int() }),
  },
})
