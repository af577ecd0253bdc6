import type { Routes } from '#platform/http/call.ts'
import type { templatesContract } from './contract.ts'
import { listTemplates } from './queries.ts'

export const templatesRoutes: Routes<typeof templatesContract> = {
  listTemplates: (tx, { query }) => listTemplates(tx, query),
}
