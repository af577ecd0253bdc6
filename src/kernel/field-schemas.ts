import { z } from 'zod'
import { LOCALES } from './locale.ts'

/** An e-mail address of a login or a team member: trimmed, lower case. */
export const emailSchema = z.string().trim().toLowerCase().max(254).pipe(z.email())

/** What a person is called. */
export const personNameSchema = z.string().trim().min(1).max(120)

export const localeSchema = z.enum(LOCALES)

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
