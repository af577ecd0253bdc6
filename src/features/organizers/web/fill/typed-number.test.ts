import { describe, expect, test } from 'vitest'
import { isDecimal } from '#conditions/decimal.ts'
import { numberSigns, readNumber, writeNumber } from './typed-number.ts'

const plain = (locale: string) => numberSigns(locale)

describe('a number as people type it', () => {
  test.each([
    ['nl', '39.800', '39800'],
    ['nl', '39.800,50', '39800.50'],
    ['nl', '39,5', '39.5'],
    ['nl', '39.8', '39.8'],
    ['nl', '€ 1.234.567', '1234567'],
    ['nl', '500,-', '500'],
    ['nl', '500,--', '500'],
    ['de', '1.234,5 €', '1234.5'],
    ['en-US', '39,800', '39800'],
    ['en-US', '39.800', '39.800'],
    ['en-US', '$1,234,567.89', '1234567.89'],
    ['en-US', '39,5', '39.5'],
    ['en-US', '1.234,50', '1234.50'],
    ['sv', '1 234,50 kr', '1234.50'],
    ['sv', '1\u00a0234', '1234'],
    ['en', '012345678', '012345678'],
    ['en', '-5', '-5'],
    ['en', '−5', '-5'],
    ['en', '+5', '+5'],
    ['en', '.5', '0.5'],
    ['en', '5.', '5'],
    ['en', ' 7 ', '7'],
  ])('in %s, %s is stored as %s', (locale, typed, stored) => {
    expect(readNumber(typed, plain(locale))).toBe(stored)
    expect(isDecimal(stored)).toBe(true)
  })

  test.each(['', ' ', 'twelve', '1e9', '012-34-5678', '1.2.3', '1,23,456.7', '12,34,56', '--5', '.', '€'])(
    '%s is no number',
    (typed) => {
      expect(readNumber(typed, plain('en'))).toBeNull()
    },
  )

  test('is written back with the reader’s decimal sign, and read again as the same', () => {
    for (const locale of ['en', 'nl', 'de', 'sv']) {
      for (const stored of ['39800.50', '0.5', '012', '-3', '1234']) {
        expect(readNumber(writeNumber(stored, plain(locale)), plain(locale))).toBe(stored)
      }
    }
    expect(writeNumber('39800.50', plain('nl'))).toBe('39800,50')
  })

  test('ambiguity that no rule can lift: three decimals in Dutch are written back so that they stay decimals', () => {
    expect(readNumber(writeNumber('39.800', plain('nl')), plain('nl'))).toBe('39.800')
  })
})
