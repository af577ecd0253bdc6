import { slice } from '#platform/slices/slice.ts'
import { portalContract } from './contract.ts'
import { portalRoutes } from './routes.ts'

/** The client's home, put together from what other slices hold. */
export const portal = slice({ name: 'portal', contract: portalContract, routes: portalRoutes })
