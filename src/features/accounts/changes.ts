import type { Changes } from './events.ts'

type Fields = Record<string, string | null>

/** What differs, by field: before and after; empty where nothing does. */
export function changesBetween<After extends Fields>(
  before: { [Field in keyof After]: string | null },
  after: After,
): Changes {
  const changed = Object.keys(after).filter((field) => before[field] !== after[field])
  return Object.fromEntries(changed.map((field) => [field, [before[field] ?? null, after[field] ?? null]]))
}
