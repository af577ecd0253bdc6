import { slice } from '#platform/slices/slice.ts'
import { importsContract } from './contract.ts'
import './events.ts'
import { importEntry } from './handlers.ts'
import { importsRoutes } from './routes.ts'

export const imports = slice({
  name: 'imports',
  contract: importsContract,
  routes: importsRoutes,
  handlers: { import: { handle: importEntry, atOnce: 1 } },
})
