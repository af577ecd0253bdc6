import type { Speak } from '../text.ts'
import { type Cadence, cadenceOf, monthDayOf, type Schedule, type Weekday, weekdaysOf } from './schedule.ts'

/** The texts that a description is made of; they stand in the catalogue of the web floor. */
export type ScheduleTextKey =
  | 'schedule.every_days'
  | 'schedule.every_weeks'
  | 'schedule.every_months'
  | 'schedule.every_quarter'
  | 'schedule.every_years'

/** "Every month on the 31st (or the last day)": a schedule as a sentence without its end. */
export function describeSchedule(schedule: Schedule, say: Speak<ScheduleTextKey>, locale: string): string {
  const { unit, interval } = cadenceOf(schedule)
  switch (unit) {
    case 'day':
      return say('schedule.every_days', { every: interval })
    case 'week':
      return say('schedule.every_weeks', { every: interval, days: weekdayNames(weekdaysOf(schedule), locale) })
    case 'month':
      return schedule.frequency === 'quarterly'
        ? say('schedule.every_quarter', monthValues(schedule, { unit, interval }))
        : say('schedule.every_months', monthValues(schedule, { unit, interval }))
    case 'year':
      return say('schedule.every_years', {
        ...monthValues(schedule, { unit, interval }),
        month: nameOf(locale, { month: 'long' }, schedule.startOn),
      })
  }
}

function monthValues(schedule: Schedule, { unit, interval }: Cadence) {
  const day = monthDayOf(schedule)
  const shortest = unit === 'month' ? 28 : SHORTEST[Number(schedule.startOn.slice(5, 7)) - 1]!
  return { every: interval, day, last: day > shortest ? 'yes' : 'no' }
}

/** The days each month has at least: beyond them, the last day stands in. */
const SHORTEST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** "Monday and Friday" */
export function weekdayNames(days: readonly Weekday[], locale: string): string {
  const names = days.map((day) => weekdayName(day, locale))
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
}

export function weekdayName(day: Weekday, locale: string, style: 'long' | 'short' = 'long'): string {
  return nameOf(locale, { weekday: style }, `2024-01-0${day}`) // 1 January 2024 was a Monday
}

function nameOf(locale: string, options: Intl.DateTimeFormatOptions, date: string): string {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(Date.parse(date))
}
