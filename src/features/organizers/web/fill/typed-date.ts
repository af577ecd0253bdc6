import { parseCalendarDate } from '#kernel/date-text.ts'
import type { CalendarDate } from '#kernel/dates.ts'

export type DatePart = 'day' | 'month' | 'year'
/** A date as it stands in three fields, as typed. */
export type TypedDate = Record<DatePart, string>
/** `nothing`: all three are empty; `incomplete`: at least one is. */
export type ReadDate = CalendarDate | 'nothing' | 'incomplete' | 'not_a_date'

/**
 * What stands in three fields, as a date. Forgives dots, months by name or its beginning, and years of two digits,
 * which are read as at most ten years ahead of `thisYear`.
 */
export function readDate(typed: TypedDate, locale: string, thisYear: number): ReadDate {
  const [day, month, year] = [bare(typed.day), bare(typed.month), bare(typed.year)]
  if (!day && !month && !year) return 'nothing'
  if (!day || !month || !year) return 'incomplete'
  const number = /^\d+$/.test(month) ? Number(month) : monthNamed(month, locale)
  if (!/^\d{1,2}$/.test(day) || !/^(\d{2}|\d{4})$/.test(year) || number === null) return 'not_a_date'
  const on = [String(fullYear(year, thisYear)).padStart(4, '0'), two(number), two(Number(day))].join('-')
  return parseCalendarDate(on) ?? 'not_a_date'
}

/** A stored date in its three fields. */
export function writeDate(on: string): TypedDate {
  const [year = '', month = '', day = ''] = on.split('-')
  return { day: String(Number(day)), month: String(Number(month)), year }
}

/** A whole date that was pasted into one field, spread over the three; null where it is none. */
export function pastedDate(text: string, order: readonly DatePart[]): TypedDate | null {
  const parts = /^\s*(\d{1,4})[\s./-]+(\p{L}{3,}|\d{1,2})\.?[\s./-]+(\d{1,4})\s*$/u.exec(text)
  if (!parts) return null
  const given = parts.slice(1)
  const placed: readonly DatePart[] = given[0]!.length === 4 ? ['year', 'month', 'day'] : order
  return { ...NOTHING, ...Object.fromEntries(placed.map((part, index) => [part, given[index]])) }
}

/** In which order a language and region write a date. */
export function dateOrder(locale: string): DatePart[] {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric', year: 'numeric' }).formatToParts()
  return parts.map((part) => part.type).filter((type): type is DatePart => type in NOTHING)
}

export const NOTHING: TypedDate = { day: '', month: '', year: '' }

function bare(text: string): string {
  return text.replaceAll(/[\s.]/g, '').toLowerCase()
}

function fullYear(year: string, thisYear: number): number {
  if (year.length === 4) return Number(year)
  const recent = 2000 + Number(year)
  return recent <= thisYear + 10 ? recent : recent - 100
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** The month that a name begins, 1 to 12; null where none or several do. */
function monthNamed(text: string, locale: string): number | null {
  if (text.length < 3) return null
  const found = MONTHS.filter((month) =>
    (['long', 'short'] as const).some((style) => bare(nameOf(month, style, locale)).startsWith(text)),
  )
  return found.length === 1 ? found[0]! : null
}

function nameOf(month: number, style: 'long' | 'short', locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: style, timeZone: 'UTC' }).format(Date.UTC(2024, month - 1, 1))
}

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
