import { slice } from '#platform/slices/slice.ts'
import { trialsContract } from './contract.ts'
import { trialsRoutes } from './routes.ts'

export const trials = slice({ name: 'trials', contract: trialsContract, routes: trialsRoutes })
