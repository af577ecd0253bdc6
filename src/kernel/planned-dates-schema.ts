import { z } from 'zod'
import { daySchema } from './field-schemas.ts'
import { isDueBeforeStart, NO_DATES, SPAN_UNITS } from './planned-dates.ts'

const span = z.strictObject({ count: z.number().int().min(0).max(999), unit: z.enum(SPAN_UNITS) })

/** The dates of a template in a body; due before the start is refused at `dueOn` (JD-4). */
export const plannedDatesSchema = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('absolute'),
        startOn: daySchema.nullable().default(null),
        dueOn: daySchema.nullable().default(null),
      })
      .refine((dates) => !isDueBeforeStart(dates), { path: ['dueOn'], params: { code: 'before_start' } }),
    z.strictObject({
      kind: z.literal('relative'),
      startIn: span.nullable().default(null),
      dueIn: span.nullable().default(null),
    }),
  ])
  .default(NO_DATES)
