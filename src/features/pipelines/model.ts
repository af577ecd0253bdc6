import type { Stage } from '#engine/core/model.ts'

/** What a pipeline's draft and each of its published versions say: ordered stages with their automations. */
export type PipelineDefinition = { stages: Stage[] }
