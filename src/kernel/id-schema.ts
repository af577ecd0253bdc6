import { z } from 'zod'
import { type Id, isId } from './ids.ts'

/** A schema for an id in a path, query or body; an empty one is a choice that was not made. */
export function idSchema<T extends Id<string>>(): z.ZodType<T, string> {
  return z
    .string()
    .refine((id) => id !== '', { params: { code: 'required' }, abort: true })
    .refine(isId, { params: { code: 'not_an_id' } })
    .meta({ format: 'uuid' }) as unknown as z.ZodType<T, string>
}
