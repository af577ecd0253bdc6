import { RRuleTemporal } from 'rrule-temporal'
import { addDays, type CalendarDate } from '../dates.ts'
import { cadenceOf, monthDayOf, type Schedule, weekdaysOf } from './schedule.ts'

/** The first day on or after `date` on which it comes; null where it has ended. */
export function nextOccurrence(schedule: Schedule, date: CalendarDate): CalendarDate | null {
  const next = ruleOf(schedule).next(midnight(date), true)
  return next && dayOf(next)
}

/** Every day from `from` to `to`, both included, on which it comes, in order: each missed run once (J-27). */
export function occurrencesBetween(schedule: Schedule, from: CalendarDate, to: CalendarDate): CalendarDate[] {
  if (from > to) return []
  return ruleOf(schedule).between(midnight(from), midnight(to), true).map(dayOf)
}

/** The next `count` days from `date` on: what a form shows while one chooses. */
export function nextOccurrences(schedule: Schedule, date: CalendarDate, count: number): CalendarDate[] {
  const days: CalendarDate[] = []
  let next = nextOccurrence(schedule, date)
  while (next && days.length < count) {
    days.push(next)
    next = nextOccurrence(schedule, addDays(next, 1))
  }
  return days
}

/**
 * It first comes on the first day from its start on that fits, and every so many units from there: "every two weeks on
 * Thursday" from a Friday on begins six days later, not in the week after. Days have no zone, so the rule runs at
 * midnight UTC.
 */
function ruleOf(schedule: Schedule): RRuleTemporal {
  const { interval } = cadenceOf(schedule)
  if (interval === 1) return ruleFrom(schedule, schedule.startOn, 1)
  const first = ruleFrom(schedule, schedule.startOn, 1).next(midnight(schedule.startOn), true)
  return ruleFrom(schedule, first ? dayOf(first) : schedule.startOn, interval)
}

function ruleFrom(schedule: Schedule, from: CalendarDate, interval: number): RRuleTemporal {
  const { unit } = cadenceOf(schedule)
  const parts = [`INTERVAL=${interval}`, 'WKST=MO', ...byParts(schedule, unit)]
  if (schedule.endOn) parts.push(`UNTIL=${compact(schedule.endOn)}`)
  return new RRuleTemporal({ rruleString: `DTSTART:${compact(from)}\nRRULE:FREQ=${FREQ[unit]};${parts.join(';')}` })
}

const FREQ = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const
const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

function byParts(schedule: Schedule, unit: keyof typeof FREQ): string[] {
  switch (unit) {
    case 'day':
      return []
    case 'week':
      return [`BYDAY=${weekdaysOf(schedule).map((day) => BYDAY[day - 1])}`]
    case 'month':
      return clamped(monthDayOf(schedule))
    case 'year':
      return [`BYMONTH=${Number(schedule.startOn.slice(5, 7))}`, ...clamped(monthDayOf(schedule))]
  }
}

/**
 * A day that not every month has: BYMONTHDAY=31 would leave those months out, so the last one there is of 28 to 31 is
 * taken (J-27).
 */
function clamped(day: number): string[] {
  if (day <= 28) return [`BYMONTHDAY=${day}`]
  const days = Array.from({ length: day - 27 }, (_, index) => 28 + index)
  return [`BYMONTHDAY=${days}`, 'BYSETPOS=-1']
}

function compact(date: CalendarDate): string {
  return `${date.replaceAll('-', '')}T000000Z`
}

function midnight(date: CalendarDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

function dayOf(at: { toString(): string }): CalendarDate {
  return at.toString().slice(0, 10) as CalendarDate
}
