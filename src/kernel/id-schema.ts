import { z } from 'zod'
import { type Id, isId } from './ids.ts'

/** A schema for an id in a path, query or body. */
export function idSchema<T extends Id<string>>(): z.ZodType<T, string> {
  return z
    .string()
    .refine(isId, { params: { code: 'not_an_id' } })
    .meta({ format: 'uuid' }) as unknown as z.ZodType<T, string>
}
