import { slice } from '#platform/slices/slice.ts'
import { activityContract } from './contract.ts'
import { activityRoutes } from './routes.ts'

export const activity = slice({ name: 'activity', contract: activityContract, routes: activityRoutes })
