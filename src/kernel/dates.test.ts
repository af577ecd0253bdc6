import { describe, expect, it } from 'vitest'
import { formatCalendarDate, parseCalendarDate } from './date-text.ts'
import type { CalendarDate } from './dates.ts'
import { addDays, addMonths, isoWeek, today } from './dates.ts'

const on = (text: string) => text as CalendarDate

describe('parseCalendarDate takes only days that exist', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2026-04-31', false],
    ['2026-12-31', true],
    ['2026-00-10', false],
    ['2026-13-01', false],
    ['2026-01-00', false],
    ['0000-01-01', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00:00Z', false],
    ['01/02/2026', false],
    ['', false],
  ])('%s: %s', (text, exists) => {
    expect(parseCalendarDate(text)).toBe(exists ? text : null)
  })
})

describe("today is the firm's day, not the server's", () => {
  const justAfterMidnightUtc = new Date('2026-03-01T00:30:00Z')
  it.each([
    ['UTC', '2026-03-01'],
    ['Europe/Amsterdam', '2026-03-01'],
    ['America/New_York', '2026-02-28'],
    ['Pacific/Kiritimati', '2026-03-01'],
  ])('%s: %s', (zone, date) => {
    expect(today(justAfterMidnightUtc, zone)).toBe(date)
  })
})

describe('adding', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-03-29', 1, '2026-03-30'],
  ])('%s and %d days is %s', (from, days, to) => {
    expect(addDays(on(from), days)).toBe(to)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
  ])('JD-4: %s and %d months is %s', (from, months, to) => {
    expect(addMonths(on(from), months)).toBe(to)
  })
})

describe('isoWeek', () => {
  it.each([
    ['2026-01-01', 1],
    ['2025-12-29', 1],
    ['2027-01-01', 53],
    ['2024-12-30', 1],
    ['2023-01-01', 52],
    ['2026-07-08', 28],
  ])('%s is in week %d', (date, week) => {
    expect(isoWeek(on(date))).toBe(week)
  })
})

describe('formatCalendarDate writes the day itself in every language', () => {
  it.each([
    ['en', 'January 5, 2026'],
    ['nl', '5 januari 2026'],
    ['de', '5. Januar 2026'],
    ['sv', '5 januari 2026'],
  ])('%s: %s', (locale, text) => {
    expect(formatCalendarDate(on('2026-01-05'), locale)).toBe(text)
  })
})
