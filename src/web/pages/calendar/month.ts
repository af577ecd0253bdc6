import { addDays, addMonths, type CalendarDate, parseCalendarDate } from '#kernel/dates.ts'

/** A month as '2026-04'. */
export type Month = string & { readonly __month: true }

export function parseMonth(text: unknown): Month | null {
  return typeof text === 'string' && parseCalendarDate(`${text}-01`) ? (text as Month) : null
}

export function monthOf(date: string): Month {
  return date.slice(0, 7) as Month
}

/** The month `months` later; earlier where negative. */
export function monthFrom(month: Month, months: number): Month {
  return monthOf(addMonths(firstOf(month), months))
}

/** The weeks that show a month, each from Monday to Sunday; days of its neighbours fill the first and the last. */
export function weeksOf(month: Month): CalendarDate[][] {
  const first = firstOf(month)
  const mondayBefore = addDays(first, -((new Date(first).getUTCDay() + 6) % 7))
  const weeks: CalendarDate[][] = []
  for (let monday = mondayBefore; monthOf(monday) <= month; monday = addDays(monday, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(monday, day)))
  }
  return weeks
}

function firstOf(month: Month): CalendarDate {
  return `${month}-01` as CalendarDate
}
