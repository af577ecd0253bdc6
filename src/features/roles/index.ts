import { slice } from '#platform/slices/slice.ts'
import { rolesContract } from './contract.ts'
import './events.ts'
import { rolesRoutes } from './routes.ts'

export const roles = slice({ name: 'roles', contract: rolesContract, routes: rolesRoutes })

export { changeRoleHolders } from './change-holders.ts'
export { startRoles } from './commands.ts'
export { roleIds } from './queries.ts'
export { requireRoles, roleHolders, roleNames } from './role-holders.ts'
