import { addDays, addMonths, type CalendarDate } from './dates.ts'

export const SPAN_UNITS = ['day', 'week', 'month', 'year'] as const

/** So many days, weeks, months or years; none at all is today. */
export type Span = { count: number; unit: (typeof SPAN_UNITS)[number] }

/** When what a template makes starts and is due: days of the calendar, or counted from when it is made (JD-4). */
export type PlannedDates =
  | { kind: 'absolute'; startOn: CalendarDate | null; dueOn: CalendarDate | null }
  | { kind: 'relative'; startIn: Span | null; dueIn: Span | null }

export const NO_DATES: PlannedDates = { kind: 'relative', startIn: null, dueIn: null }

export type StartAndDue = { startOn: CalendarDate | null; dueOn: CalendarDate | null }

/**
 * The dates of something made on a day: the start counts from that day, the due date from the start where there is
 * one, else from that day (JD-4). Months and years end with the month: 31 January + 1 month is the last of February.
 */
export function datesOf(planned: PlannedDates, madeOn: CalendarDate): StartAndDue {
  switch (planned.kind) {
    case 'absolute':
      return { startOn: planned.startOn, dueOn: planned.dueOn }
    case 'relative': {
      const startOn = planned.startIn && addSpan(madeOn, planned.startIn)
      return { startOn, dueOn: planned.dueIn && addSpan(startOn ?? madeOn, planned.dueIn) }
    }
  }
}

/** Whether something would be due before it starts; one of the two may be open. */
export function isDueBeforeStart({ startOn, dueOn }: { startOn: string | null; dueOn: string | null }): boolean {
  return startOn !== null && dueOn !== null && dueOn < startOn
}

function addSpan(date: CalendarDate, { count, unit }: Span): CalendarDate {
  switch (unit) {
    case 'day':
      return addDays(date, count)
    case 'week':
      return addDays(date, 7 * count)
    case 'month':
      return addMonths(date, count)
    case 'year':
      return addMonths(date, 12 * count)
  }
}
