import { contract } from '#kernel/contract.ts'
import { slice } from '#platform/slices/slice.ts'

export { clientStatusFacts, clientStatusNames } from './queries.ts'

export const clientStatuses = slice({ name: 'client-statuses', contract: contract({}), routes: {} })
