import type { ConditionProblemCode } from '#conditions/check.ts'
import { conditionProblems } from '#conditions/check.ts'
import type { Condition } from '#conditions/model.ts'
import type { TagId, TemplateId } from '#kernel/ids.ts'
import type { Automation, Catalog, Stage } from './model.ts'
import { TEMPLATE_KIND } from './model.ts'

/** A pipeline as it is being edited: a template may not have been chosen yet. */
export type Draft = { name: string; stages: DraftStage[] }

export type DraftStage = Omit<Stage, 'automations'> & { automations: DraftAutomation[] }

export type DraftAutomation = Automation extends infer Each
  ? Each extends { templateId: TemplateId }
    ? Omit<Each, 'templateId'> & { templateId: TemplateId | null }
    : Each
  : never

/** What must be mended before a draft is published; `path` as in the draft: `stages.1.automations.0.templateId`. */
export type Problem = { path: string; code: ProblemCode }

export type ProblemCode =
  | 'name_missing'
  | 'no_stages'
  | 'stage_name_missing'
  | 'stage_name_taken'
  /** two stages, or two automations, with one id: what they did could not be told apart (D-14) */
  | 'id_taken'
  | 'condition_on_first_stage'
  | 'condition_on_last_stage'
  | 'template_missing'
  | 'template_of_wrong_kind'
  | 'tag_missing'
  | 'tag_added_and_removed'
  | 'tags_unchanged'
  | ConditionProblemCode

/** Everything that keeps a draft from being published, in reading order; empty where nothing does. */
export function problems(draft: Draft, catalog: Catalog): Problem[] {
  const found: Problem[] = draft.name.trim() === '' ? [{ path: 'name', code: 'name_missing' }] : []
  if (draft.stages.length === 0) found.push({ path: 'stages', code: 'no_stages' })
  const seen: Seen = { names: new Set(), ids: new Set() }
  for (const [index, stage] of draft.stages.entries()) {
    found.push(...stageProblems(stage, index, draft.stages.length, catalog, seen))
  }
  return found
}

type Seen = { names: Set<string>; ids: Set<string> }

function stageProblems(stage: DraftStage, index: number, count: number, catalog: Catalog, seen: Seen): Problem[] {
  const path = `stages.${index}`
  const automations = stage.automations.flatMap((automation, place) => {
    const at = `${path}.automations.${place}`
    return [...takenId(automation.id, at, seen), ...automationProblems(automation, at, catalog)]
  })
  return [
    ...takenId(stage.id, path, seen),
    ...nameProblems(stage.name, `${path}.name`, seen),
    ...stageConditionProblems(stage.condition, `${path}.condition`, index, count, catalog),
    ...automations,
  ]
}

function takenId(id: string, path: string, { ids }: Seen): Problem[] {
  if (ids.has(id)) return [{ path: `${path}.id`, code: 'id_taken' }]
  ids.add(id)
  return []
}

function nameProblems(name: string, path: string, { names }: Seen): Problem[] {
  const folded = name.trim().toLowerCase()
  if (folded === '') return [{ path, code: 'stage_name_missing' }]
  if (names.has(folded)) return [{ path, code: 'stage_name_taken' }]
  names.add(folded)
  return []
}

/** First and last stage may not be conditional (STG-6, P-15). */
function stageConditionProblems(
  condition: Condition | null,
  path: string,
  index: number,
  count: number,
  catalog: Catalog,
): Problem[] {
  if (condition !== null && index === 0) return [{ path, code: 'condition_on_first_stage' }]
  if (condition !== null && index === count - 1) return [{ path, code: 'condition_on_last_stage' }]
  return placedProblems(condition, path, catalog)
}

function placedProblems(condition: Condition | null, path: string, { tagIds }: Catalog): Problem[] {
  if (condition === null) return []
  return conditionProblems(condition, { tagIds }).map((problem) => ({
    path: problem.path === '' ? path : `${path}.${problem.path}`,
    code: problem.code,
  }))
}

function automationProblems(automation: DraftAutomation, path: string, catalog: Catalog): Problem[] {
  const ofCondition = placedProblems(automation.condition, `${path}.condition`, catalog)
  switch (automation.kind) {
    case 'create_organizer':
    case 'create_task':
    case 'send_email':
      return [...templateProblems(automation, `${path}.templateId`, catalog), ...ofCondition]
    case 'update_account_tags':
      return [...tagProblems(automation, path, catalog), ...ofCondition]
  }
}

function templateProblems(
  { kind, templateId }: Exclude<DraftAutomation, { kind: 'update_account_tags' }>,
  path: string,
  { templates }: Catalog,
): Problem[] {
  const template = templateId === null ? undefined : templates.get(templateId)
  if (!template) return [{ path, code: 'template_missing' }]
  return template.kind === TEMPLATE_KIND[kind] ? [] : [{ path, code: 'template_of_wrong_kind' }]
}

function tagProblems(
  { add, remove, clear }: Extract<Automation, { kind: 'update_account_tags' }>,
  path: string,
  { tagIds }: Catalog,
): Problem[] {
  if (!clear && add.length + remove.length === 0) return [{ path, code: 'tags_unchanged' }]
  const removed = remove.flatMap((tagId, index): Problem[] => {
    const at = `${path}.remove.${index}`
    if (!tagIds.has(tagId)) return [{ path: at, code: 'tag_missing' }]
    return add.includes(tagId) ? [{ path: at, code: 'tag_added_and_removed' }] : []
  })
  return [...missingTags(add, `${path}.add`, tagIds), ...removed]
}

function missingTags(tags: readonly TagId[], path: string, known: Catalog['tagIds']): Problem[] {
  return tags.flatMap((tagId, index): Problem[] =>
    known.has(tagId) ? [] : [{ path: `${path}.${index}`, code: 'tag_missing' }],
  )
}
