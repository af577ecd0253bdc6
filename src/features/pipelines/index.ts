import { slice } from '#platform/slices/slice.ts'
import { pipelinesContract } from './contract.ts'
import './events.ts'
import { pipelinesRoutes } from './routes.ts'

export const pipelines = slice({ name: 'pipelines', contract: pipelinesContract, routes: pipelinesRoutes })

export { createPublished, setAvailability } from './commands.ts'
export { createFromCopy } from './create-from-copy.ts'
export { freeName } from './model.ts'
export {
  heldVersions,
  newestVersions,
  pipelineById,
  pipelineNames,
  pipelineSettings,
  requireKept,
  stageNames,
  statusNames,
  takingJobs,
  visiblePipelines,
} from './queries.ts'
export { activateJobs, rehomeJobs } from './rehome-jobs.ts'
