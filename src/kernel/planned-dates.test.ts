import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { datesOf } from './count-planned-dates.ts'
import { addDays, type CalendarDate } from './dates.ts'
import { isDueBeforeStart, type PlannedDates, SPAN_UNITS, type Span } from './planned-dates.ts'
import { plannedDatesSchema } from './planned-dates-schema.ts'

const on = (text: string) => text as CalendarDate
const relative = (startIn: Span | null, dueIn: Span | null): PlannedDates => ({ kind: 'relative', startIn, dueIn })
const span = (count: number, unit: Span['unit']): Span => ({ count, unit })

describe('JD-4: dates of a template, counted from the day it is used', () => {
  it.each<[string, PlannedDates, string, string | null, string | null]>([
    ['none', relative(null, null), '2026-01-31', null, null],
    ['at once', relative(span(0, 'day'), span(0, 'month')), '2026-01-31', '2026-01-31', '2026-01-31'],
    ['due counts from the start', relative(span(2, 'week'), span(3, 'day')), '2026-01-01', '2026-01-15', '2026-01-18'],
    ['due counts from the making without a start', relative(null, span(10, 'day')), '2026-01-01', null, '2026-01-11'],
    ['a month ends with the month', relative(null, span(1, 'month')), '2026-01-31', null, '2026-02-28'],
    [
      'start and due both clamp',
      relative(span(1, 'month'), span(1, 'month')),
      '2026-01-31',
      '2026-02-28',
      '2026-03-28',
    ],
    ['a leap day', relative(null, span(1, 'year')), '2028-02-29', null, '2029-02-28'],
    [
      'absolute',
      { kind: 'absolute', startOn: on('2026-03-01'), dueOn: on('2026-04-15') },
      '2030-01-01',
      '2026-03-01',
      '2026-04-15',
    ],
  ])('%s', (_, planned, madeOn, startOn, dueOn) => {
    expect(datesOf(planned, on(madeOn))).toEqual({ startOn, dueOn })
  })

  it('whatever is counted, nothing is due before it starts', () => {
    const anySpan = fc.option(fc.record({ count: fc.nat(999), unit: fc.constantFrom(...SPAN_UNITS) }))
    fc.assert(
      fc.property(anySpan, anySpan, fc.nat(20_000), (startIn, dueIn, days) => {
        const dates = datesOf(relative(startIn, dueIn), addDays(on('2000-01-01'), days))
        expect(isDueBeforeStart(dates)).toBe(false)
      }),
    )
  })

  it.each([
    ['dueOn', { kind: 'absolute', startOn: '2026-04-15', dueOn: '2026-04-14' }],
    ['dueOn', { kind: 'absolute', dueOn: '2026-02-30' }],
    ['dueIn.count', { kind: 'relative', dueIn: { count: -1, unit: 'day' } }],
    ['startIn.unit', { kind: 'relative', startIn: { count: 1, unit: 'quarter' } }],
    ['kind', {}],
  ])('what makes no sense is refused at %s', (path, value) => {
    expect(plannedDatesSchema.safeParse(value).error?.issues[0]?.path.join('.')).toBe(path)
  })

  it('left out means no dates', () => {
    expect(plannedDatesSchema.parse(undefined)).toEqual(relative(null, null))
  })
})
