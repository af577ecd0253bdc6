import type { AutomationId, StageId } from '#kernel/ids.ts'
import type { PipelineDraft } from './model.ts'

/** The longest name there is; a copy's number must fit into it. */
const LONGEST = 120

/** The same stages and automations as things of their own: with new ids (D-14, P-19). */
export function draftCopied({ stages }: PipelineDraft, newId: () => string): PipelineDraft {
  return {
    stages: stages.map((stage) => ({
      ...stage,
      id: newId() as StageId,
      automations: stage.automations.map((automation) => ({ ...automation, id: newId() as AutomationId })),
    })),
  }
}

/** The next free "1040 Return (2)", also for a copy of a copy (P-19). `taken` are names in lower case. */
export function nameOfCopy(name: string, taken: ReadonlySet<string>): string {
  const base = name.replace(/ \(\d{1,2}\)$/, '').slice(0, LONGEST - ' (999)'.length)
  for (let number = 2; ; number++) {
    const copy = `${base} (${number})`
    if (!taken.has(copy.toLowerCase())) return copy
  }
}
