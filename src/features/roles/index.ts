import { contract } from '#kernel/contract.ts'
import { slice } from '#platform/slices/slice.ts'

export { roleIds } from './queries.ts'

export const roles = slice({ name: 'roles', contract: contract({}), routes: {} })
