import { describe, expect, test } from 'vitest'
import { daysBetween, formatIn, regionOf } from './format.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const thisYear = new Date().getUTCFullYear()

describe('dates and money are written as the reader writes them (D-11)', () => {
  test.each([
    ['en-US', `${thisYear}-04-15`, 'Apr 15'],
    ['en-GB', `${thisYear}-04-15`, '15 Apr'],
    ['nl', `${thisYear}-04-15`, '15 apr'],
    ['de', '2019-04-15', '15. Apr. 2019'],
    ['sv', '2019-04-15', '15 apr. 2019'],
  ])('%s writes %s as %s', (locale, on, said) => {
    expect(plain(formatIn(locale, 'UTC').date(on))).toBe(said)
  })

  test('a calendar date stays the same day in every zone', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Niue', 'UTC']) {
      expect(formatIn('en-GB', zone).date('2019-01-01', 'long')).toBe('1 January 2019')
    }
  })

  test('an instant is said in the zone of the firm', () => {
    expect(formatIn('nl', 'Europe/Amsterdam').time('2026-03-03T09:42:00Z')).toBe('10:42')
    expect(formatIn('nl', 'America/New_York').time('2026-03-03T09:42:00Z')).toBe('04:42')
  })

  test('today is the date of the firm', () => {
    const now = new Date('2026-03-03T23:30:00Z')
    expect(formatIn('en', 'Europe/Amsterdam').today(now)).toBe('2026-03-04')
    expect(formatIn('en', 'America/New_York').today(now)).toBe('2026-03-03')
  })

  test.each([
    ['en-US', 861_550, 'USD', '$8,615.50'],
    ['nl', 48_400, 'EUR', '€ 484,00'],
    ['de', 48_400, 'EUR', '484,00 €'],
    ['sv', 120_050, 'SEK', '1 200,50 kr'],
  ])('%s writes %d cents of %s as %s', (locale, cents, currency, said) => {
    expect(plain(formatIn(locale, 'UTC').money(cents, currency))).toBe(said)
  })

  test.each([
    [5, 'now'],
    [-5, 'now'],
    [-90, '1 minute ago'],
    [-3 * 86_400, '3 days ago'],
    [2 * 3600, 'in 2 hours'],
    [-400 * 86_400, 'last year'],
  ])('%d seconds from now is said as %s', (seconds, said) => {
    const now = new Date('2026-03-03T09:42:00Z')
    expect(formatIn('en', 'UTC').ago(new Date(now.getTime() + seconds * 1000).toISOString(), now)).toBe(said)
  })

  test.each([
    [214_000, '214 kB'],
    [3_800_000, '3.8 MB'],
    [999, '999 byte'],
  ])('%d bytes are said as %s', (size, said) => {
    expect(formatIn('en', 'UTC').bytes(size)).toBe(said)
  })

  test('the region of the reader refines the chosen language, and never changes it', () => {
    expect(regionOf('en', ['nl-NL', 'en-GB', 'en-US'])).toBe('en-GB')
    expect(regionOf('de', ['nl-NL', 'en-GB'])).toBe('de')
  })

  test('days between two dates do not care about summer time', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-04-07', '2026-04-01')).toBe(-6)
  })
})
