import type { Id, TagId, TemplateId } from '#kernel/ids.ts'
import type { PipelineDefinition } from '../pipelines/model.ts'
import type { PipelineSettings } from '../pipelines/model-settings.ts'
import type { TemplateVersion } from '../templates/model.ts'

export type OwnPackId = Id<'own_pack'>

/**
 * What a firm keeps of a pipeline of its own (D-21): all of it as it was when it was saved, under the ids it had then.
 * Copying it gives stages, automations and templates new ids, and finds tags again by their names.
 */
export type OwnPackContent = {
  definition: PipelineDefinition
  settings: PipelineSettings
  templates: (TemplateVersion & { id: TemplateId })[]
  tags: { id: TagId; name: string; color: string }[]
}

/** More would not fit a list that is shown whole. */
export const MOST_OWN_PACKS = 200
