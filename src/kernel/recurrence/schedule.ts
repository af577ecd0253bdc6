import type { CalendarDate } from '../dates.ts'

/** How often something comes again (J-21, T-6). All but `custom` are names for a number of units. */
export const FREQUENCIES = ['daily', 'weekly', 'biweekly', 'monthly', 'quarterly', 'annually', 'custom'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const SCHEDULE_UNITS = ['day', 'week', 'month', 'year'] as const
export type ScheduleUnit = (typeof SCHEDULE_UNITS)[number]

/** ISO: 1 is Monday, 7 is Sunday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof WEEKDAYS)[number]

/**
 * When something comes again, in days of the firm's calendar (J-22). Where it repeats by weeks, months or years, the
 * day left open is that of `startOn`; it first comes on the first day from `startOn` on that fits.
 */
export type Schedule = {
  frequency: Frequency
  /** only with `custom`: every so many of a unit */
  custom: Cadence | null
  /** only where it repeats by weeks; none: the weekday of `startOn` */
  weekdays: Weekday[]
  /** only where it repeats by months or years; in shorter months their last day; none: the day of `startOn` */
  monthDay: number | null
  startOn: CalendarDate
  /** the last day on which it may come */
  endOn: CalendarDate | null
}

export type Cadence = { unit: ScheduleUnit; interval: number }

/** What a frequency means: every so many days, weeks, months or years. */
export function cadenceOf({ frequency, custom }: Pick<Schedule, 'frequency' | 'custom'>): Cadence {
  switch (frequency) {
    case 'daily':
      return { unit: 'day', interval: 1 }
    case 'weekly':
      return { unit: 'week', interval: 1 }
    case 'biweekly':
      return { unit: 'week', interval: 2 }
    case 'monthly':
      return { unit: 'month', interval: 1 }
    case 'quarterly':
      return { unit: 'month', interval: 3 }
    case 'annually':
      return { unit: 'year', interval: 1 }
    case 'custom':
      return custom ?? { unit: 'day', interval: 1 }
  }
}

/** The days of the week on which it comes, Monday first. */
export function weekdaysOf({ weekdays, startOn }: Pick<Schedule, 'weekdays' | 'startOn'>): Weekday[] {
  return weekdays.length > 0 ? [...new Set(weekdays)].sort() : [weekdayOf(startOn)]
}

/** The day of the month on which it comes where the month has one. */
export function monthDayOf({ monthDay, startOn }: Pick<Schedule, 'monthDay' | 'startOn'>): number {
  return monthDay ?? Number(startOn.slice(8))
}

function weekdayOf(date: CalendarDate): Weekday {
  return (((new Date(date).getUTCDay() + 6) % 7) + 1) as Weekday
}
