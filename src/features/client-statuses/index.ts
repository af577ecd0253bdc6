import { slice } from '#platform/slices/slice.ts'
import { clientStatusesContract } from './contract.ts'
import './events.ts'
import { clientStatusesRoutes } from './routes.ts'

export const clientStatuses = slice({
  name: 'client-statuses',
  contract: clientStatusesContract,
  routes: clientStatusesRoutes,
})

export { startClientStatuses } from './commands.ts'
export { clientStatusFacts, clientStatusNames } from './queries.ts'
