import { describe, expect, test } from 'vitest'
import { dateOrder, pastedDate, readDate, writeDate } from './typed-date.ts'

const read = (day: string, month: string, year: string, locale = 'en') => readDate({ day, month, year }, locale, 2026)

describe('a date in three fields', () => {
  test.each([
    ['1', '9', '2021', '2021-09-01'],
    ['01', '09', '2021', '2021-09-01'],
    ['1.', '9.', '2021', '2021-09-01'],
    ['29', '2', '2024', '2024-02-29'],
    ['27', '3', '19', '2019-03-27'],
    ['27', '3', '45', '1945-03-27'],
    ['27', '3', '36', '2036-03-27'],
    ['1', 'Sep', '2021', '2021-09-01'],
    ['1', 'september', '2021', '2021-09-01'],
  ])('%s %s %s is %s', (day, month, year, on) => {
    expect(read(day, month, year)).toBe(on)
  })

  test.each([
    ['nl', 'mrt', '2019-03-01'],
    ['nl', 'maart', '2019-03-01'],
    ['de', 'März', '2019-03-01'],
    ['sv', 'maj', '2019-05-01'],
  ])('in %s a month may be written %s', (locale, month, on) => {
    expect(read('1', month, '2019', locale)).toBe(on)
  })

  test.each([
    ['', '', '', 'nothing'],
    ['1', '', '', 'incomplete'],
    ['', '9', '2021', 'incomplete'],
    ['29', '2', '2023', 'not_a_date'],
    ['1', '13', '2021', 'not_a_date'],
    ['1', 'ju', '2021', 'not_a_date'],
    ['1', '9', '202', 'not_a_date'],
    ['first', '9', '2021', 'not_a_date'],
  ])('“%s %s %s” is %s', (day, month, year, problem) => {
    expect(read(day, month, year)).toBe(problem)
  })

  test('is shown again as it would be typed', () => {
    expect(writeDate('2021-09-01')).toEqual({ day: '1', month: '9', year: '2021' })
  })

  test.each([
    ['en-GB', ['day', 'month', 'year']],
    ['en-US', ['month', 'day', 'year']],
    ['nl', ['day', 'month', 'year']],
    ['de', ['day', 'month', 'year']],
    ['sv', ['year', 'month', 'day']],
  ])('stands in the order of %s', (locale, order) => {
    expect(dateOrder(locale)).toEqual(order)
  })

  test('a whole date may be pasted into any field', () => {
    const dutch = dateOrder('nl')
    expect(pastedDate('1-9-2021', dutch)).toEqual({ day: '1', month: '9', year: '2021' })
    expect(pastedDate('2021-09-01', dutch)).toEqual({ day: '01', month: '09', year: '2021' })
    expect(pastedDate('1 sep. 2021', dutch)).toEqual({ day: '1', month: 'sep', year: '2021' })
    expect(pastedDate('9/1/2021', dateOrder('en-US'))).toEqual({ day: '1', month: '9', year: '2021' })
    expect(pastedDate('12', dutch)).toBeNull()
  })
})
