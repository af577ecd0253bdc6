import type { Routes } from '#platform/http/call.ts'
import type { portalContract } from './contract.ts'
import { portalAccounts, portalHome } from './queries.ts'

export const portalRoutes: Routes<typeof portalContract> = {
  getPortalHome: (tx, { actor, query }) => portalHome(tx, actor, query),
  listPortalAccounts: (tx, { actor }) => portalAccounts(tx, actor),
}
