import { expect, test } from 'vitest'
import { movableClock, systemClock } from './clock.ts'

test('a movable clock stands still until it is moved', () => {
  const clock = movableClock('2026-04-15T09:00:00Z')
  expect(clock.now().toISOString()).toBe('2026-04-15T09:00:00.000Z')
  clock.advance(90_000)
  expect(clock.now().toISOString()).toBe('2026-04-15T09:01:30.000Z')
  clock.set('2027-01-01T00:00:00Z')
  expect(clock.now().toISOString()).toBe('2027-01-01T00:00:00.000Z')
})

test('whoever changes the date they were given does not move the clock', () => {
  const clock = movableClock('2026-04-15T09:00:00Z')
  clock.now().setFullYear(1999)
  expect(clock.now().getFullYear()).toBe(2026)
})

test('a movable clock refuses what is not an instant', () => {
  expect(() => movableClock('tomorrow')).toThrow('not an instant: tomorrow')
})

test('the system clock goes with the machine', () => {
  const before = Date.now()
  const now = systemClock.now().getTime()
  expect(now).toBeGreaterThanOrEqual(before)
  expect(now).toBeLessThanOrEqual(Date.now())
})
