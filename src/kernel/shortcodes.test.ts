import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateValues } from './date-shortcodes.ts'
import type { CalendarDate } from './dates.ts'
import type { Shortcode } from './shortcodes.ts'
import { findProblems, render, SHORTCODES, shortcodesOf, tokensIn } from './shortcodes.ts'

const everywhere = shortcodesOf('account', 'contact', 'date', 'job', 'firm', 'internal')
const inOrganizerNames = shortcodesOf('account', 'date', 'job', 'firm')
const plain = (value: string) => value
const html = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;')

describe('D-7: an unknown code is refused with its position and the nearest known name', () => {
  it.each([
    ['[ACOUNT_NAME]', 'shortcode_unknown', 'ACCOUNT_NAME'],
    ['[Account_Name]', 'shortcode_unknown', 'ACCOUNT_NAME'],
    ['[account name]', 'shortcode_unknown', 'ACCOUNT_NAME'],
    ['[YEAR]', 'shortcode_unknown', 'TAX_YEAR'],
    ['[JOB_DUE]', 'shortcode_unknown', 'JOB_NAME'],
    ['[QXZW]', 'shortcode_unknown', null],
    ['[ACCOUNT_CUSTOM_FIELD:Tax office]', 'shortcode_unknown', null],
    ['[FIRST_NAME]', 'shortcode_not_here', null],
    ['[PIPELINE_NAME]', 'shortcode_not_here', null],
  ])('%s: %s, nearest %s', (text, code, nearest) => {
    expect(findProblems(text, inOrganizerNames)).toMatchObject([{ code, nearest, at: 0 }])
  })

  it.each(['[see below]', '[x]', '[1040]', '[]', '[ ]', 'a ] b [ c', '[sic]', '[W-2]'])('%s is plain text', (text) => {
    expect(findProblems(text, everywhere)).toEqual([])
    expect(render(text, new Map(), plain)).toEqual({ text, empty: [] })
  })

  it('counts offset from 0, line and column from 1', () => {
    const text = 'Dear [FIRST_NAME],\n\nyour [TAX_YEER] return'
    expect(findProblems(text, everywhere)).toEqual([
      { code: 'shortcode_unknown', token: 'TAX_YEER', at: 25, line: 3, column: 6, nearest: 'TAX_YEAR' },
    ])
  })
})

describe('SHC-1, SHC-3: every listed code renders its value', () => {
  it.each([...everywhere])('[%s]', (code) => {
    expect(findProblems(`[${code}]`, everywhere)).toEqual([])
    expect(render(`<[${code}]>`, new Map([[code, 'value']]), plain)).toEqual({ text: '<value>', empty: [] })
  })

  it.each([
    ['[STATE / PROVINCE]', 'STATE_PROVINCE'],
    ['[ZIP / POSTAL CODE]', 'ZIP_POSTAL_CODE'],
    ['[STATE/PROVINCE]', 'STATE_PROVINCE'],
    ['[ ACCOUNT_NAME ]', 'ACCOUNT_NAME'],
  ] as const)('SHC-4: %s means %s', (text, code) => {
    expect(findProblems(text, everywhere)).toEqual([])
    expect(tokensIn(text)).toEqual([code])
    expect(render(text, new Map([[code, 'Utrecht']]), plain).text).toBe('Utrecht')
  })
})

describe('SHC-4: rendering', () => {
  const values = new Map<Shortcode, string>([
    ['ACCOUNT_NAME', 'Smith & <Sons>'],
    ['FIRST_NAME', '[LAST_NAME]'],
    ['LAST_NAME', '  '],
  ])

  it('escapes values, not the text around them', () => {
    expect(render('<b>[ACCOUNT_NAME]</b>', values, html).text).toBe('<b>Smith &amp; &lt;Sons></b>')
  })

  it('does not look for codes inside values', () => {
    expect(render('[FIRST_NAME]', values, plain)).toEqual({ text: '[LAST_NAME]', empty: [] })
  })

  it('FAIL-12: a code without value, or unknown, renders as nothing and is reported once', () => {
    expect(render('[LAST_NAME]-[CITY]-[CITY]-[NO_SUCH_CODE]', values, plain)).toEqual({
      text: '---',
      empty: ['LAST_NAME', 'CITY', 'NO_SUCH_CODE'],
    })
  })

  it('lists the tokens of a text once each', () => {
    expect(tokensIn('[CITY] [ACCOUNT_NAME] [CITY] [NOPE]')).toEqual(['CITY', 'ACCOUNT_NAME'])
  })

  it('leaves no raw code in a text without problems, whatever surrounds it', () => {
    const piece = fc.oneof(fc.constantFrom(...[...everywhere].map((code) => `[${code}]`)), fc.string())
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        const rendered = render(text, new Map(), plain).text
        for (const code of everywhere) expect(rendered).not.toContain(`[${code}]`)
      }),
    )
  })
})

describe('SHC-4: date codes carry over the calendar', () => {
  const value = (today: string, code: Shortcode, locale: 'en' | 'nl' | 'de' | 'sv' = 'en') =>
    dateValues(today as CalendarDate, locale).get(code)

  it.each([
    ['2026-01-05', 'LAST_MONTH_NAME', 'December'],
    ['2026-01-05', 'LAST_MONTH_NUMBER', '12'],
    ['2026-01-05', 'LAST_YEAR', '2025'],
    ['2026-01-05', 'LAST_QUARTER', 'Q4'],
    ['2026-01-05', 'CURRENT_QUARTER', 'Q1'],
    ['2026-02-15', 'LAST_QUARTER', 'Q4'],
    ['2026-05-31', 'NEXT_QUARTER', 'Q3'],
    ['2026-12-31', 'NEXT_QUARTER', 'Q1'],
    ['2026-12-31', 'NEXT_MONTH_NAME', 'January'],
    ['2026-12-31', 'NEXT_YEAR', '2027'],
    ['2026-12-31', 'CURRENT_YEAR', '2026'],
    ['2026-12-31', 'NEXT_DAY_FULL_DATE', 'January 1, 2027'],
    ['2026-03-31', 'LAST_MONTH_NAME', 'February'],
    ['2026-03-31', 'LAST_MONTH_NUMBER', '2'],
    ['2026-03-01', 'LAST_DAY_NUMBER', '28'],
    ['2026-03-01', 'LAST_DAY_NAME', 'Saturday'],
    ['2026-01-01', 'CURRENT_WEEK', '1'],
    ['2026-01-01', 'LAST_WEEK', '52'],
    ['2027-01-01', 'CURRENT_WEEK', '53'],
    ['2024-02-29', 'LAST_YEAR', '2023'],
    ['2026-04-15', 'TAX_YEAR', '2025'],
  ] as const)('%s: %s is %s', (today, code, expected) => {
    expect(value(today, code)).toBe(expected)
  })

  it.each([
    ['en', 'Monday', 'March', 'March 2, 2026'],
    ['nl', 'maandag', 'maart', '2 maart 2026'],
    ['de', 'Montag', 'März', '2. März 2026'],
    ['sv', 'måndag', 'mars', '2 mars 2026'],
  ] as const)('D-11: in %s: %s, %s, %s', (locale, day, month, date) => {
    expect(value('2026-03-02', 'CURRENT_DAY_NAME', locale)).toBe(day)
    expect(value('2026-03-02', 'CURRENT_MONTH_NAME', locale)).toBe(month)
    expect(value('2026-03-02', 'CURRENT_DAY_FULL_DATE', locale)).toBe(date)
  })

  it('gives every date code a value', () => {
    expect([...dateValues('2026-03-02' as CalendarDate, 'en').keys()].sort()).toEqual([...SHORTCODES.date].sort())
  })
})
