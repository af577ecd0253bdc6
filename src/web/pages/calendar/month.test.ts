import { expect, it } from 'vitest'
import { type Month, parseMonth } from './month.ts'
import { monthFrom, weeksOf } from './weeks.ts'

it.each([
  ['2026-02', '2026-01-26', '2026-03-01', 5],
  ['2026-03', '2026-02-23', '2026-04-05', 6],
  ['2027-02', '2027-02-01', '2027-02-28', 4],
])('VIEW-4: %s is shown from Monday %s to Sunday %s', (month, monday, sunday, weeks) => {
  const shown = weeksOf(month as Month)
  expect([shown[0]![0], shown.at(-1)!.at(-1), shown.length]).toEqual([monday, sunday, weeks])
})

it('months are counted over the turn of the year', () => {
  expect([monthFrom('2026-12' as Month, 1), monthFrom('2026-01' as Month, -1)]).toEqual(['2027-01', '2025-12'])
})

it.each(['2026-13', '2026-4', '', 7, null])('%j is no month', (text) => {
  expect(parseMonth(text)).toBeNull()
})
