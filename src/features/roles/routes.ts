import type { Routes } from '#platform/http/call.ts'
import { changeRoleHolders } from './change-holders.ts'
import { createRole, deleteRole, orderRoles, renameRole } from './commands.ts'
import type { rolesContract } from './contract.ts'
import { listRoles, rolesOfAccount } from './queries.ts'

export const rolesRoutes: Routes<typeof rolesContract> = {
  listAccountRoles: async (tx) => ({ items: await listRoles(tx) }),
  createAccountRole: (tx, { body }) => createRole(tx, body.name),
  renameAccountRole: (tx, { params, body, ifMatch }) => renameRole(tx, params.id, body.name, ifMatch!),
  orderAccountRoles: async (tx, { body }) => ({ items: await orderRoles(tx, body.ids) }),
  deleteAccountRole: async (tx, { params, query }) => {
    await deleteRole(tx, params.id, { release: query.accounts === 'release' })
    return null
  },
  getRolesOfAccount: async (tx, { params }) => ({ items: await rolesOfAccount(tx, params.id) }),
  changeRoleHolders: async (tx, { body }) => ({ changed: await changeRoleHolders(tx, body) }),
}
