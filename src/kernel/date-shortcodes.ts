import { formatCalendarDate } from './date-text.ts'
import type { CalendarDate } from './dates.ts'
import { addDays, addMonths, isoWeek } from './dates.ts'
import type { Locale } from './locale.ts'
import type { Shortcode } from './shortcodes.ts'

/**
 * The value of every date shortcode on a day of the firm's, in the reader's language (SHC-4). LAST and NEXT shift by
 * one of their own unit and carry over the calendar: in January LAST_MONTH_NAME is December, while LAST_YEAR is last
 * year whatever the month. Weeks are ISO weeks, quarters read "Q4". TAX_YEAR is LAST_YEAR (SHC-3).
 */
export function dateValues(today: CalendarDate, locale: Locale): Map<Shortcode, string> {
  return new Map<Shortcode, string>([
    ...periodValues('LAST', -1, today, locale),
    ...periodValues('CURRENT', 0, today, locale),
    ...periodValues('NEXT', 1, today, locale),
    ['TAX_YEAR', yearOf(addMonths(today, -12))],
  ])
}

function periodValues(
  period: 'LAST' | 'CURRENT' | 'NEXT',
  shift: -1 | 0 | 1,
  today: CalendarDate,
  locale: Locale,
): [Shortcode, string][] {
  const day = addDays(today, shift)
  const month = addMonths(today, shift)
  return [
    [`${period}_DAY_FULL_DATE`, formatCalendarDate(day, locale)],
    [`${period}_DAY_NUMBER`, String(Number(day.slice(8)))],
    [`${period}_DAY_NAME`, formatCalendarDate(day, locale, { weekday: 'long' })],
    [`${period}_WEEK`, String(isoWeek(addDays(today, 7 * shift)))],
    [`${period}_MONTH_NUMBER`, String(monthOf(month))],
    [`${period}_MONTH_NAME`, formatCalendarDate(month, locale, { month: 'long' })],
    [`${period}_QUARTER`, `Q${Math.ceil(monthOf(addMonths(today, 3 * shift)) / 3)}`],
    [`${period}_YEAR`, yearOf(addMonths(today, 12 * shift))],
  ]
}

function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7))
}

function yearOf(date: CalendarDate): string {
  return String(Number(date.slice(0, 4)))
}
