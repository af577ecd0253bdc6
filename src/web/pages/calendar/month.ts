/** A month as '2026-04'. What counts with days is in weeks.ts: this much is read of every address. */
export type Month = string & { readonly __month: true }

const WRITTEN = /^(?!0000)\d{4}-(0[1-9]|1[0-2])$/

export function parseMonth(text: unknown): Month | null {
  return typeof text === 'string' && WRITTEN.test(text) ? (text as Month) : null
}

export function monthOf(date: string): Month {
  return date.slice(0, 7) as Month
}
