import { slice } from '#platform/slices/slice.ts'
import { pipelinesContract } from './contract.ts'
import './events.ts'
import { pipelinesRoutes } from './routes.ts'

export const pipelines = slice({ name: 'pipelines', contract: pipelinesContract, routes: pipelinesRoutes })

export { createPublished, setAvailability } from './commands.ts'
export { createFromCopy } from './create-from-copy.ts'
export { tryAsNewest } from './insert-version.ts'
export { freeName } from './model.ts'
export { pipelineNames, stageNames, statusNames } from './pipeline-names.ts'
export { pipelineById } from './queries.ts'
export { activateJobs, rehomeJobs } from './rehome-jobs.ts'
export { heldVersions, newestVersions, pipelineSettings, requireKept, takingJobs } from './versions-in-use.ts'
