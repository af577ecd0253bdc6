import { handleAdvance } from '#engine/shell/after-client-act.ts'
import { slice } from '#platform/slices/slice.ts'
import { jobsContract } from './contract.ts'
import { clientWorkContract } from './contract-client.ts'
import { jobCommentsContract } from './contract-comments.ts'
import { jobFieldsContract } from './contract-fields.ts'
import { jobLinksContract } from './contract-links.ts'
import { jobOverviewContract } from './contract-overview.ts'
import { jobTemplatesContract } from './contract-templates.ts'
import './template-content.ts'
import { givenUpActsSweep } from './given-up-acts.ts'
import { handleBulk } from './handlers.ts'
import {
  clientWorkRoutes,
  jobCommentsRoutes,
  jobFieldsRoutes,
  jobLinksRoutes,
  jobOverviewRoutes,
  jobsRoutes,
  jobTemplatesRoutes,
} from './routes.ts'

export { startAddingJobs } from './bulk.ts'
export { describeAutomation, loadNames, type Names } from './describe-automations.ts'
export { enterStatuses, leaveStatuses } from './effects/custom-statuses.ts'
export { enterStages } from './effects/enter-stages.ts'
export { recordOutcomes } from './effects/record-outcomes.ts'
export { updateAssignees } from './effects/update-assignees.ts'
export { updateClientStatuses } from './effects/update-client-statuses.ts'
export { loadJob } from './job.ts'
export { contentOfPipeline, contentToStartWith } from './job-templates.ts'
export { loadJobs, lockJobs, ranOnce } from './load-jobs.ts'
export { makeJobs, type NewJob } from './make-jobs.ts'
export { requireContent } from './require-content.ts'
export { markWaiting, saveCounts, saveJobs } from './save-jobs.ts'

export const jobs = slice({
  name: 'jobs',
  contract: {
    ...jobsContract,
    ...jobFieldsContract,
    ...jobCommentsContract,
    ...jobTemplatesContract,
    ...jobLinksContract,
    ...clientWorkContract,
    ...jobOverviewContract,
  },
  routes: {
    ...jobsRoutes,
    ...jobFieldsRoutes,
    ...jobCommentsRoutes,
    ...jobTemplatesRoutes,
    ...jobLinksRoutes,
    ...clientWorkRoutes,
    ...jobOverviewRoutes,
  },
  handlers: { advance: { handle: handleAdvance, atOnce: 2 }, bulk: { handle: handleBulk, atOnce: 2 } },
  sweeps: [givenUpActsSweep],
})
