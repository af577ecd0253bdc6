import type { DraftAutomation } from '#engine/core/draft.ts'
import type { Completion } from '#engine/core/pipeline.ts'
import type { AutomationId, JobStatusId, StageId } from '#kernel/ids.ts'
import type { PipelineDraft } from './model.ts'

/** The longest name there is; a copy's number must fit into it. */
const LONGEST = 120

/** The same stages, automations and statuses as things of their own: with new ids (D-14, P-19). */
export function draftCopied(draft: PipelineDraft, newId: () => string): PipelineDraft {
  const ids = new Map<AutomationId, AutomationId>()
  const automationsCopied = (automations: readonly DraftAutomation[]) =>
    automations.map((automation) => {
      const id = newId() as AutomationId
      ids.set(automation.id, id)
      return { ...automation, id }
    })
  return {
    stages: draft.stages.map((stage) => {
      const copy = { ...stage, id: newId() as StageId, automations: automationsCopied(stage.automations) }
      return { ...copy, completion: completionCopied(stage.completion, ids) }
    }),
    statuses: draft.statuses.map((status) => {
      return { ...status, id: newId() as JobStatusId, automations: automationsCopied(status.automations) }
    }),
  }
}

/** The automations that a stage waits for are those of the copy (B-8). */
function completionCopied(completion: Completion, ids: ReadonlyMap<AutomationId, AutomationId>): Completion {
  if (completion.rule !== 'named') return completion
  return { rule: 'named', automationIds: completion.automationIds.map((id) => ids.get(id) ?? id) }
}

/** The next free "1040 Return (2)", also for a copy of a copy (P-19). `taken` are names in lower case. */
export function nameOfCopy(name: string, taken: ReadonlySet<string>): string {
  const base = name.replace(/ \(\d{1,2}\)$/, '').slice(0, LONGEST - ' (999)'.length)
  for (let number = 2; ; number++) {
    const copy = `${base} (${number})`
    if (!taken.has(copy.toLowerCase())) return copy
  }
}
