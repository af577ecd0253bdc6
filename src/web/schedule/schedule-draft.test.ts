import { expect, test } from 'vitest'
import type { CalendarDate } from '#kernel/dates.ts'
import { scheduleDraft, scheduleOf, shownWeekdays, toggledWeekdays } from './schedule-draft.ts'

const start = '2026-01-31' as CalendarDate
const monthly = { frequency: 'monthly', custom: null, weekdays: [], monthDay: 31, startOn: start, endOn: null } as const

test('a schedule that nobody touches is sent as it came', () => {
  const schedule = { ...monthly, weekdays: [], endOn: '2027-01-31' as CalendarDate }
  expect(scheduleOf(scheduleDraft(schedule, start))).toEqual(schedule)
})

test('choosing another frequency sends nothing that it has no use for, and keeps it for coming back', () => {
  const draft = { ...scheduleDraft({ ...monthly, weekdays: [] }, start), weekdays: [1 as const] }
  expect(scheduleOf({ ...draft, frequency: 'daily' })).toMatchObject({ weekdays: [], monthDay: null, custom: null })
  expect(scheduleOf({ ...draft, frequency: 'weekly' })).toMatchObject({ weekdays: [1], monthDay: null })
  expect(scheduleOf(draft)).toMatchObject({ weekdays: [], monthDay: 31 })
  const custom = { ...draft, frequency: 'custom' as const, custom: { unit: 'year' as const, interval: 2 } }
  expect(scheduleOf(custom)).toMatchObject({ custom: { unit: 'year', interval: 2 }, monthDay: 31 })
})

test('the weekday of the start counts until others are chosen, and again when the last one is taken away', () => {
  const draft = { ...scheduleDraft(null, start), frequency: 'weekly' as const }
  expect(shownWeekdays(draft)).toEqual([6])
  const both = { ...draft, weekdays: toggledWeekdays(draft, 1) }
  expect(both.weekdays).toEqual([1, 6])
  expect(toggledWeekdays({ ...both, weekdays: [1] }, 1)).toEqual([])
  expect(shownWeekdays({ ...draft, startOn: '' })).toEqual([])
})
