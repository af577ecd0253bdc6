import * as Instant from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'

/** A date on the wall, without time or zone: 'YYYY-MM-DD', years 0001 to 9999. Sorts and compares as text. */
export type CalendarDate = string & { readonly __calendarDate: true }

/** The date that `text` writes as 'YYYY-MM-DD', or null where there is no such day. */
export function parseCalendarDate(text: string): CalendarDate | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return null
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const exists = year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? (text as CalendarDate) : null
}

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

/** The date as people write it in a language; by default in full ("5 januari 2026"). */
export function formatCalendarDate(
  date: CalendarDate,
  locale: string,
  options: Intl.DateTimeFormatOptions = { dateStyle: 'long' },
): string {
  return formatter(locale, options).format(Date.parse(date))
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** Making a formatter costs a hundred times what using it does. A calendar date has no zone, hence UTC. */
function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
  formatters.set(key, made)
  return made
}

function daysInMonth(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function read(date: CalendarDate): PlainDate.Record {
  const [year, month, day] = date.split('-').map(Number)
  return PlainDate.create(year!, month!, day!)
}

function written(date: PlainDate.Record): CalendarDate {
  return PlainDate.toString(date) as CalendarDate
}
