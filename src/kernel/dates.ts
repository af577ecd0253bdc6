import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'

/** A date on the wall, without time or zone: 'YYYY-MM-DD', years 0001 to 9999. Sorts and compares as text. */
export type CalendarDate = string & { readonly __calendarDate: true }

/** Which day it is in a time zone at an instant; the firm's zone decides what "today" is. RangeError on an unknown zone. */
export function today(now: Date, timeZone: string): CalendarDate {
  const there = Instant.toZonedDateTimeISO(Instant.fromEpochMilliseconds(now.getTime()), timeZone)
  return written(ZonedDateTime.toPlainDate(there))
}

/** The date `days` later; earlier where negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return written(PlainDate.addDays(read(date), days))
}

/** The same day `months` later; where that month is shorter, its last day (JD-4: 31 January + 1 month). */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return written(PlainDate.addMonths(read(date), months))
}

/** The number of the ISO week, 1 to 53: it belongs to the year that holds its Thursday. */
export function isoWeek(date: CalendarDate): number {
  const thursday = PlainDate.withDayOfWeek(read(date), 4)
  return Math.ceil(PlainDate.dayOfYear(thursday) / 7)
}

function read(date: CalendarDate): PlainDate.Record {
  const [year, month, day] = date.split('-').map(Number)
  return PlainDate.create(year!, month!, day!)
}

function written(date: PlainDate.Record): CalendarDate {
  return PlainDate.toString(date) as CalendarDate
}
