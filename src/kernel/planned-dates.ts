import type { CalendarDate } from './dates.ts'

export const SPAN_UNITS = ['day', 'week', 'month', 'year'] as const

/** So many days, weeks, months or years; none at all is today. */
export type Span = { count: number; unit: (typeof SPAN_UNITS)[number] }

/** When what a template makes starts and is due: days of the calendar, or counted from when it is made (JD-4). */
export type PlannedDates =
  | { kind: 'absolute'; startOn: CalendarDate | null; dueOn: CalendarDate | null }
  | { kind: 'relative'; startIn: Span | null; dueIn: Span | null }

export const NO_DATES: PlannedDates = { kind: 'relative', startIn: null, dueIn: null }

export type StartAndDue = { startOn: CalendarDate | null; dueOn: CalendarDate | null }

/** Whether something would be due before it starts; one of the two may be open. */
export function isDueBeforeStart({ startOn, dueOn }: { startOn: string | null; dueOn: string | null }): boolean {
  return startOn !== null && dueOn !== null && dueOn < startOn
}
