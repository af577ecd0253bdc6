import { addDays, addMonths, type CalendarDate } from '#kernel/dates.ts'
import { type Month, monthOf } from './month.ts'

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
