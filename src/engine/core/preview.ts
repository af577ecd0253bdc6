import type { State } from './apply.ts'
import type { Outcome } from './effect.ts'
import type { Choices } from './judge.ts'
import type { Catalog, JobState } from './model.ts'
import type { Automation } from './pipeline.ts'
import { runAutomations } from './run-automations.ts'

/** What an automation would come to: `done` means it would run. */
export type AutomationPreview = Omit<Outcome, 'createdId'>

/**
 * What the automations of a stage or custom status would do for a job that enters it now (A-30, A-31, J-45): in order,
 * each on the state as those before would leave it, so that deselecting one shows what it changes for the others.
 */
export function previewEntry(
  automations: readonly Automation[],
  state: State<JobState>,
  catalog: Catalog,
  choices: Choices,
): AutomationPreview[] {
  const { effects } = runAutomations(automations, state.job.visitId, state, catalog, choices)
  return effects.flatMap((effect) => {
    if (effect.kind !== 'record_outcome') return []
    const { createdId: _, ...outcome } = effect.outcome
    return [outcome]
  })
}
