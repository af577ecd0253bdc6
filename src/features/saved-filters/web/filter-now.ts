import type { z } from 'zod'
import type { jobsFilter } from '../model.ts'

/** What a place is narrowed to, and how a list is looked at; nothing that is not set. */
export type FilterNow = z.input<typeof jobsFilter>

export function isSet(filter: FilterNow): boolean {
  return entriesOf(filter).length > 0
}

export function isSameFilter(one: FilterNow, other: FilterNow): boolean {
  return JSON.stringify(entriesOf(one)) === JSON.stringify(entriesOf(other))
}

/** What goes to the server: what is set. */
export function onlySet(filter: FilterNow): FilterNow {
  return Object.fromEntries(entriesOf(filter))
}

function entriesOf(filter: FilterNow): [string, unknown][] {
  return Object.entries(filter)
    .filter(([, value]) => value !== undefined && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
}
