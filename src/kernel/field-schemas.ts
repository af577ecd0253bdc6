import { z } from 'zod'
import { parseCalendarDate } from './date-text.ts'
import type { CalendarDate } from './dates.ts'
import { LOCALES } from './locale.ts'

/** An e-mail address of a login or a team member: trimmed, lower case. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** What a person is called. */
export const personNameSchema = z.string().trim().min(1).max(120)

export const localeSchema = z.enum(LOCALES)

/** A day of the calendar, in years that people plan for. */
export const daySchema = z.iso
  .date()
  .refine((text) => parseCalendarDate(text) !== null, { params: { code: 'not_a_date' } })
  .refine((text) => text >= '2000' && text < '2200', { params: { code: 'far_date' } }) as unknown as z.ZodType<
  CalendarDate,
  string
>

/** An IANA time zone, such as `Europe/Amsterdam`. */
export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { params: { code: 'not_a_time_zone' } })

function isTimeZone(name: string): boolean {
  if (!/^(UTC|[A-Za-z_]+\/[\w/+-]+)$/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
