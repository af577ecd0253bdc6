import { z } from 'zod'
import { daySchema } from '../field-schemas.ts'
import { cadenceOf, FREQUENCIES, SCHEDULE_UNITS, type Schedule, WEEKDAYS } from './schedule.ts'

/** A schedule in a body. What its frequency has no use for is refused, so that nothing typed is silently ignored. */
export const scheduleSchema = z
  .strictObject({
    frequency: z.enum(FREQUENCIES),
    custom: z
      .strictObject({ unit: z.enum(SCHEDULE_UNITS), interval: z.number().int().min(1).max(99) })
      .nullable()
      .default(null),
    weekdays: z.array(z.literal(WEEKDAYS)).max(7).default([]),
    monthDay: z.number().int().min(1).max(31).nullable().default(null),
    startOn: daySchema,
    endOn: daySchema.nullable().default(null),
  })
  .superRefine((schedule, context) => {
    for (const { path, code } of problemsOf(schedule)) {
      context.addIssue({ code: 'custom', path: [path], params: { code } })
    }
  })

function problemsOf(schedule: Schedule): { path: keyof Schedule; code: string }[] {
  const { frequency, custom, weekdays, monthDay, startOn, endOn } = schedule
  const problems: { path: keyof Schedule; code: string }[] = []
  if (frequency === 'custom' && !custom) problems.push({ path: 'custom', code: 'required' })
  if (frequency !== 'custom' && custom) problems.push({ path: 'custom', code: 'schedule_unused' })
  const { unit } = cadenceOf(schedule)
  if (weekdays.length > 0 && unit !== 'week') problems.push({ path: 'weekdays', code: 'schedule_unused' })
  if (monthDay !== null && (unit === 'day' || unit === 'week'))
    problems.push({ path: 'monthDay', code: 'schedule_unused' })
  if (endOn !== null && endOn < startOn) problems.push({ path: 'endOn', code: 'before_start' })
  return problems
}
