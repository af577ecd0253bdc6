import { handleAdvance } from '#engine/shell/after-client-act.ts'
import { slice } from '#platform/slices/slice.ts'
import { jobsContract } from './contract.ts'
import { handleBulk } from './handlers.ts'
import { jobsRoutes } from './routes.ts'

export { startAddingJobs } from './bulk.ts'
export { loadJobs, lockJobs, markWaiting, saveCounts, saveJobs } from './decided-jobs.ts'
export { enterStages, recordOutcomes } from './effects.ts'

export const jobs = slice({
  name: 'jobs',
  contract: jobsContract,
  routes: jobsRoutes,
  handlers: { advance: { handle: handleAdvance, atOnce: 2 }, bulk: { handle: handleBulk, atOnce: 2 } },
})
