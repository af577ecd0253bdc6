import type { Known } from '#conditions/check.ts'
import { conditionProblems } from '#conditions/check.ts'
import type { Condition } from '#conditions/model.ts'
import type { Draft, DraftAutomation, Firm, Problem } from './draft.ts'
import { automationProblems } from './lint-automations.ts'
import { type Completion, RESERVED_STATUSES } from './pipeline.ts'

/** Everything that keeps a draft from being published, in reading order; empty where nothing does. */
export function problems(draft: Draft, firm: Firm): Problem[] {
  const found: Problem[] = draft.name.trim() === '' ? [{ path: 'name', code: 'name_missing' }] : []
  if (draft.stages.length === 0) found.push({ path: 'stages', code: 'no_stages' })
  const ids = new Set<string>()
  const stageNames = new Set<string>()
  const statusNames = new Set<string>(RESERVED_STATUSES)
  for (const [index, stage] of draft.stages.entries()) {
    const path = `stages.${index}`
    found.push(
      ...takenId(stage.id, path, ids),
      ...nameProblems(stage.name, `${path}.name`, stageNames, 'stage'),
      ...stageConditionProblems(stage.condition, `${path}.condition`, index, draft.stages.length, firm),
      ...completionProblems(stage.completion, stage.automations, `${path}.completion`),
      ...eachAutomation(stage.automations, path, ids, firm),
    )
  }
  for (const [index, status] of draft.statuses.entries()) {
    const path = `statuses.${index}`
    found.push(
      ...takenId(status.id, path, ids),
      ...nameProblems(status.name, `${path}.name`, statusNames, 'status'),
      ...eachAutomation(status.automations, path, ids, firm),
    )
  }
  return found
}

function eachAutomation(automations: readonly DraftAutomation[], path: string, ids: Set<string>, firm: Firm) {
  return automations.flatMap((automation, place) => {
    const at = `${path}.automations.${place}`
    return [
      ...takenId(automation.id, at, ids),
      ...automationProblems(automation, at, firm),
      ...placedProblems(automation.condition, `${at}.condition`, firm),
    ]
  })
}

function takenId(id: string, path: string, ids: Set<string>): Problem[] {
  if (ids.has(id)) return [{ path: `${path}.id`, code: 'id_taken' }]
  ids.add(id)
  return []
}

function nameProblems(name: string, path: string, names: Set<string>, of: 'stage' | 'status'): Problem[] {
  const folded = name.trim().toLowerCase()
  if (folded === '') return [{ path, code: `${of}_name_missing` }]
  if (names.has(folded)) return [{ path, code: `${of}_name_taken` }]
  names.add(folded)
  return []
}

/** First and last stage may not be conditional (STG-6, P-15). */
function stageConditionProblems(
  condition: Condition | null,
  path: string,
  index: number,
  count: number,
  firm: Firm,
): Problem[] {
  if (condition !== null && index === 0) return [{ path, code: 'condition_on_first_stage' }]
  if (condition !== null && index === count - 1) return [{ path, code: 'condition_on_last_stage' }]
  return placedProblems(condition, path, firm)
}

function placedProblems(condition: Condition | null, path: string, firm: Firm): Problem[] {
  if (condition === null) return []
  const known: Known = { tagIds: firm.tagIds, work: { roleIds: firm.roleIds, templates: firm.questions } }
  return conditionProblems(condition, known).map((problem) => ({
    path: problem.path === '' ? path : `${path}.${problem.path}`,
    code: problem.code,
  }))
}

/** Named items are those that automations of this very stage create (B-8). */
function completionProblems(completion: Completion, automations: readonly DraftAutomation[], path: string): Problem[] {
  if (completion.rule !== 'named') return []
  if (completion.automationIds.length === 0) return [{ path, code: 'completion_names_nothing' }]
  const creating = new Set(
    automations.flatMap(({ kind, id }) => (kind === 'create_organizer' || kind === 'create_task' ? id : [])),
  )
  return completion.automationIds.flatMap((id, index): Problem[] =>
    creating.has(id) ? [] : [{ path: `${path}.automationIds.${index}`, code: 'completion_unknown_automation' }],
  )
}
