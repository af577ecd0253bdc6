import { addDays, addMonths, type CalendarDate } from './dates.ts'
import type { PlannedDates, Span, StartAndDue } from './planned-dates.ts'

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
