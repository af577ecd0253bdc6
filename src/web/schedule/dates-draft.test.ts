import { expect, test } from 'vitest'
import type { CalendarDate } from '#kernel/dates.ts'
import { NO_DATES, type PlannedDates } from '#kernel/planned-dates.ts'
import { datesDraft, plannedDatesOf } from './dates-draft.ts'

test.each<[PlannedDates]>([
  [NO_DATES],
  [{ kind: 'relative', startIn: { count: 0, unit: 'day' }, dueIn: { count: 2, unit: 'week' } }],
  [{ kind: 'absolute', startOn: null, dueOn: '2026-04-15' as CalendarDate }],
])('JD-4: dates that nobody touches are sent as they came: %o', (dates) => {
  expect(plannedDatesOf(datesDraft(dates))).toEqual(dates)
})

test('JD-4: switching between fixed and counted days sends the one that is shown and keeps the other', () => {
  const draft = { ...datesDraft(NO_DATES), dueOn: '2026-04-15', dueIn: { count: 10, unit: 'day' as const } }
  expect(plannedDatesOf({ ...draft, kind: 'absolute' })).toEqual({
    kind: 'absolute',
    startOn: null,
    dueOn: '2026-04-15',
  })
  expect(plannedDatesOf(draft)).toMatchObject({ kind: 'relative', startIn: null, dueIn: { count: 10 } })
})
