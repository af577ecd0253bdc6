import type { PipelineDraft } from './model.ts'

/** The longest name there is; a copy's number must fit into it. */
const LONGEST = 120

/**
 * The same stages, automations and statuses as things of their own, with new ids, also where they name each other, such
 * as the automations that a stage waits for (D-14, P-19, B-8).
 */
export function draftCopied<Draft extends PipelineDraft>(draft: Draft, newId: () => string): Draft {
  const places = [...draft.stages, ...draft.statuses]
  const ids = places.flatMap((place) => [place.id, ...place.automations.map((automation) => automation.id)])
  return renamed(draft, new Map(ids.map((id) => [id, newId()])))
}

/** The same value with other ids in place of these, wherever they stand. */
export function renamed<Value>(value: Value, ids: ReadonlyMap<string, string>): Value {
  const other = (_: string, part: unknown) => (typeof part === 'string' ? (ids.get(part) ?? part) : part)
  return JSON.parse(JSON.stringify(value), other)
}

/** The next free "1040 Return (2)", also for a copy of a copy (P-19). `taken` are names in lower case. */
export function nameOfCopy(name: string, taken: ReadonlySet<string>): string {
  const base = name.replace(/ \(\d{1,2}\)$/, '').slice(0, LONGEST - ' (999)'.length)
  for (let number = 2; ; number++) {
    const copy = `${base} (${number})`
    if (!taken.has(copy.toLowerCase())) return copy
  }
}
