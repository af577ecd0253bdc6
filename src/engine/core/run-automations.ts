import type { AutomationId, VisitId } from '#kernel/ids.ts'
import { derivedId } from '#kernel/ids.ts'
import type { State } from './apply.ts'
import { apply } from './apply.ts'
import type { CreatedBy, Effect, EffectOf } from './effect.ts'
import type { Choices } from './judge.ts'
import { judge } from './judge.ts'
import type { Catalog, JobState } from './model.ts'
import type { Automation } from './pipeline.ts'
import type { Act } from './verdict.ts'

/** What follows, and job and account as it leaves them. */
export type Ran = { effects: Effect[]; state: State<JobState> }

/** Runs automations in order for a visit, each on the state as those before left it, one outcome each. */
export function runAutomations(
  automations: readonly Automation[],
  visitId: VisitId,
  start: State<JobState>,
  catalog: Catalog,
  choices: Choices,
): Ran {
  let state = start
  const effects: Effect[] = []
  for (const automation of automations) {
    const ran = run(automation, visitId, state, catalog, choices)
    effects.push(...ran)
    state = ran.reduce<State<JobState>>(apply, state)
  }
  return { effects, state }
}

/** What one automation does, and then its outcome. */
function run(
  automation: Automation,
  visitId: VisitId,
  state: State<JobState>,
  catalog: Catalog,
  choices: Choices,
): Effect[] {
  const { id: jobId, accountId } = state.job
  const { act, result, reason, warnings } = judge(automation, state, catalog, choices)
  const acted = act && effectOf(act, { jobId, accountId, visitId, automationId: automation.id })
  const createdId = acted?.kind === 'create_organizer' || acted?.kind === 'create_task' ? acted.id : null
  const outcome = { automationId: automation.id, kind: automation.kind, result, reason, warnings, createdId }
  const once = automation.repeat === 'once_per_job'
  const recorded: Effect = { kind: 'record_outcome', jobId, visitId, outcome, once }
  return acted ? [acted, recorded] : [recorded]
}

type ActEffect = EffectOf<Act['kind']>

/** The effect of an act; what it creates has the id that visit and automation give it, for ever (D-2). */
function effectOf(act: Act, by: CreatedBy): ActEffect {
  switch (act.kind) {
    case 'create_organizer':
    case 'create_task':
    case 'send_email':
      return { ...act, ...by, id: derivedId(act.kind, by.visitId, by.automationId) }
    case 'update_account_tags':
    case 'update_account_access':
    case 'update_job_assignees':
    case 'update_client_status':
      return { ...act, ...by }
  }
}

export const NONE: Choices = { deselected: new Set<AutomationId>(), shown: new Map() }
