export { newestVersions, visiblePipelines } from './queries.ts'
