import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate } from '../dates.ts'
import { nextOccurrence, nextOccurrences, occurrencesBetween } from './occurrences.ts'
import { cadenceOf, FREQUENCIES, SCHEDULE_UNITS, type Schedule, WEEKDAYS, weekdaysOf } from './schedule.ts'
import { scheduleSchema } from './schedule-schema.ts'

const on = (text: string) => text as CalendarDate
type Part = Partial<Omit<Schedule, 'startOn' | 'endOn'>> & { startOn: string; endOn?: string }
const schedule = (part: Part): Schedule => ({
  frequency: 'monthly',
  custom: null,
  weekdays: [],
  monthDay: null,
  ...part,
  startOn: on(part.startOn),
  endOn: part.endOn ? on(part.endOn) : null,
})

describe('J-21, J-22, T-6: the next days of a schedule', () => {
  it.each<[string, Part, string, string]>([
    ['daily', { frequency: 'daily', startOn: '2026-02-27' }, '2026-02-01', '2026-02-27 2026-02-28 2026-03-01'],
    [
      'weekly, on the start’s weekday',
      { frequency: 'weekly', startOn: '2026-01-07' },
      '2026-02-01',
      '2026-02-04 2026-02-11 2026-02-18',
    ],
    [
      'weekly on two days',
      { frequency: 'weekly', weekdays: [5, 1], startOn: '2026-01-07' },
      '2026-01-01',
      '2026-01-09 2026-01-12 2026-01-16',
    ],
    [
      'biweekly counts whole weeks from that of the start',
      { frequency: 'biweekly', weekdays: [1, 5], startOn: '2026-01-07' },
      '2026-01-01',
      '2026-01-09 2026-01-19 2026-01-23',
    ],
    [
      'biweekly begins on the first day that fits',
      { frequency: 'biweekly', weekdays: [4], startOn: '2026-12-04' },
      '2026-12-01',
      '2026-12-10 2026-12-24 2027-01-07',
    ],
    [
      'quarterly too',
      { frequency: 'quarterly', monthDay: 15, startOn: '2026-02-20' },
      '2026-01-01',
      '2026-03-15 2026-06-15 2026-09-15',
    ],
    ['monthly', { startOn: '2026-01-15' }, '2026-01-16', '2026-02-15 2026-03-15 2026-04-15'],
    [
      'monthly on another day than the start',
      { monthDay: 5, startOn: '2026-01-15' },
      '2026-01-01',
      '2026-02-05 2026-03-05 2026-04-05',
    ],
    ['quarterly', { frequency: 'quarterly', startOn: '2026-01-31' }, '2026-01-01', '2026-01-31 2026-04-30 2026-07-31'],
    ['annually', { frequency: 'annually', startOn: '2026-04-15' }, '2026-05-01', '2027-04-15 2028-04-15 2029-04-15'],
    [
      'every ten days',
      { frequency: 'custom', custom: { unit: 'day', interval: 10 }, startOn: '2026-01-01' },
      '2026-01-02',
      '2026-01-11 2026-01-21 2026-01-31',
    ],
    [
      'every other year',
      { frequency: 'custom', custom: { unit: 'year', interval: 2 }, startOn: '2024-02-29' },
      '2025-01-01',
      '2026-02-28 2028-02-29 2030-02-28',
    ],
    [
      'until its end, which still counts',
      { frequency: 'daily', startOn: '2026-01-01', endOn: '2026-01-03' },
      '2026-01-02',
      '2026-01-02 2026-01-03',
    ],
    ['ended', { frequency: 'daily', startOn: '2026-01-01', endOn: '2026-01-03' }, '2026-01-04', ''],
  ])('%s', (_, part, from, days) => {
    expect(nextOccurrences(schedule(part), on(from), 3).join(' ')).toBe(days)
  })

  it.each([
    [29, '2026-01-29 2026-02-28 2026-03-29 2026-04-29'],
    [30, '2026-01-30 2026-02-28 2026-03-30 2026-04-30'],
    [31, '2026-01-31 2026-02-28 2026-03-31 2026-04-30'],
  ])('J-27: day %d falls on the last day of a shorter month and returns to its own after it', (monthDay, days) => {
    const monthly = schedule({ monthDay, startOn: '2026-01-01' })
    expect(occurrencesBetween(monthly, on('2026-01-01'), on('2026-04-30')).join(' ')).toBe(days)
    expect(nextOccurrence(monthly, on('2028-02-01'))).toBe('2028-02-29')
  })

  it('J-27: missed runs come once each, in order, both ends included; none between days the wrong way round', () => {
    const weekly = schedule({ frequency: 'weekly', startOn: '2026-01-05' })
    const missed = occurrencesBetween(weekly, on('2026-01-12'), on('2026-02-02'))
    expect(missed).toEqual(['2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02'])
    expect(occurrencesBetween(weekly, on('2026-02-02'), on('2026-01-12'))).toEqual([])
  })
})

describe('J-27: whatever the schedule', () => {
  const date = fc.integer({ min: 0, max: 2500 }).map((days) => addDays(on('2023-11-20'), days))
  const anySchedule = fc
    .record({
      frequency: fc.constantFrom(...FREQUENCIES),
      custom: fc.record({ unit: fc.constantFrom(...SCHEDULE_UNITS), interval: fc.integer({ min: 1, max: 14 }) }),
      weekdays: fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { maxLength: 7 }),
      monthDay: fc.option(fc.integer({ min: 1, max: 31 })),
      startOn: date,
      length: fc.option(fc.integer({ min: 0, max: 2000 })),
    })
    .map(({ length, ...it }): Schedule => {
      const { unit } = cadenceOf(it)
      return {
        ...it,
        custom: it.frequency === 'custom' ? it.custom : null,
        weekdays: unit === 'week' ? it.weekdays : [],
        monthDay: unit === 'month' || unit === 'year' ? it.monthDay : null,
        endOn: length === null ? null : addDays(it.startOn, length),
      }
    })

  it('it comes exactly on the days that counting by hand finds', () => {
    fc.assert(
      fc.property(anySchedule, date, fc.integer({ min: 0, max: 900 }), (it, from, length) => {
        const to = addDays(from, length)
        expect(occurrencesBetween(it, from, to)).toEqual(byHand(it, from, to))
      }),
      { numRuns: 300 },
    )
  })

  it('the next day is the first of those to come, and a stretch is the sum of its parts', () => {
    fc.assert(
      fc.property(anySchedule, date, fc.tuple(fc.nat(400), fc.nat(400)), (it, from, [first, second]) => {
        const [middle, to] = [addDays(from, first), addDays(from, first + second)]
        const all = occurrencesBetween(it, from, to)
        const parts = [...occurrencesBetween(it, from, middle), ...occurrencesBetween(it, addDays(middle, 1), to)]
        expect(parts).toEqual(all)
        const next = nextOccurrence(it, from)
        expect(next !== null && next <= to ? next : undefined).toBe(all[0])
      }),
      { numRuns: 200 },
    )
  })

  it('a schema takes it as it is', () => {
    fc.assert(
      fc.property(anySchedule, (it) => {
        expect(scheduleSchema.parse(it)).toEqual(it)
      }),
    )
  })

  /** Every day from the start on, judged one by one; the first that fits is where counting begins. */
  function byHand(it: Schedule, from: CalendarDate, to: CalendarDate): CalendarDate[] {
    const days: CalendarDate[] = []
    const last = it.endOn !== null && it.endOn < to ? it.endOn : to
    let first: CalendarDate | null = null
    for (let day = it.startOn; day <= last; day = dayAfter(day)) {
      if (!fits(it, day)) continue
      first ??= day
      if (day >= from && isTurn(it, first, day)) days.push(day)
    }
    return days
  }

  function fits(it: Schedule, day: CalendarDate): boolean {
    const { unit } = cadenceOf(it)
    if (unit === 'day') return true
    if (unit === 'week') return weekdaysOf(it).includes((((new Date(day).getUTCDay() + 6) % 7) + 1) as never)
    const wanted = it.monthDay ?? Number(it.startOn.slice(8))
    const length = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()
    const isMonth = unit === 'month' || day.slice(5, 7) === it.startOn.slice(5, 7)
    return isMonth && Number(day.slice(8)) === Math.min(wanted, length)
  }

  function isTurn(it: Schedule, first: CalendarDate, day: CalendarDate): boolean {
    const { unit, interval } = cadenceOf(it)
    switch (unit) {
      case 'day':
        return ((Date.parse(day) - Date.parse(first)) / 86_400_000) % interval === 0
      case 'week':
        return ((Date.parse(mondayOf(day)) - Date.parse(mondayOf(first))) / 604_800_000) % interval === 0
      case 'month':
        return (monthNumber(day) - monthNumber(first)) % interval === 0
      case 'year':
        return (Number(day.slice(0, 4)) - Number(first.slice(0, 4))) % interval === 0
    }
  }

  const dayAfter = (day: CalendarDate) => on(new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10))
  const mondayOf = (day: CalendarDate) => addDays(day, -((new Date(day).getUTCDay() + 6) % 7))
  const monthNumber = (day: CalendarDate) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7))
})

describe('a schedule that makes no sense is refused at its field', () => {
  const body = { frequency: 'monthly', startOn: '2026-01-31' }
  it.each([
    ['custom', { ...body, frequency: 'custom' }],
    ['custom', { ...body, custom: { unit: 'day', interval: 2 } }],
    ['custom.interval', { ...body, frequency: 'custom', custom: { unit: 'day', interval: 0 } }],
    ['weekdays', { ...body, weekdays: [1] }],
    ['weekdays.0', { ...body, frequency: 'weekly', weekdays: [8] }],
    ['monthDay', { ...body, frequency: 'weekly', monthDay: 3 }],
    ['monthDay', { ...body, monthDay: 32 }],
    ['startOn', { ...body, startOn: '2026-02-30' }],
    ['startOn', { ...body, startOn: '0001-01-01' }],
    ['endOn', { ...body, endOn: '2026-01-30' }],
    ['endOn', { ...body, endOn: '9999-12-31' }],
    ['', { ...body, count: 3 }],
  ])('%s: %o', (path, value) => {
    expect(scheduleSchema.safeParse(value).error?.issues[0]?.path.join('.')).toBe(path)
  })

  it('what is left out has a meaning: the start’s own day, no end', () => {
    expect(scheduleSchema.parse(body)).toEqual(schedule({ startOn: '2026-01-31' }))
  })
})
