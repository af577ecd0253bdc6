import type { AutomationId, StageId } from '#kernel/ids.ts'
import { retag } from './apply.ts'
import { judge } from './judge.ts'
import type { AccountState, Catalog, Outcome, PipelineVersion } from './model.ts'
import { placeOf } from './stages.ts'

/** What an automation would come to: `done` means it would run. */
export type AutomationPreview = Omit<Outcome, 'createdId'>

/**
 * What the automations of a stage would do for an account that enters it now: in order, each on the account
 * as those before would leave it, so that deselecting one shows what it changes for the others. Empty where the
 * version has no such stage.
 */
export function previewEntry(
  version: PipelineVersion,
  stageId: StageId,
  account: AccountState,
  catalog: Catalog,
  deselected: ReadonlySet<AutomationId> = new Set(),
): AutomationPreview[] {
  let live = account
  return (placeOf(version, stageId)?.stage.automations ?? []).map((automation) => {
    const { act, ...verdict } = judge(automation, live, catalog, deselected)
    if (act?.kind === 'update_account_tags') live = retag(live, act)
    return { automationId: automation.id, kind: automation.kind, ...verdict }
  })
}
