import { expect, test } from 'vitest'
import { z as standIn } from './no-zod.ts'

const z = standIn as typeof import('zod').z

test('schemas can be built and chained, and contracts keep what is not a schema', () => {
  const endpoint = { method: 'get', path: '/jobs', body: z.object({ name: z.string().min(1).max(120) }).strict() }
  expect(endpoint.path).toBe('/jobs')
  expect(`${z.string()}`).toBe('schema')
})

test('a schema that is run says that it can not', () => {
  expect(() => z.string().safeParse('x')).toThrow('Schemas do not run in the browser')
  expect(() => [...(z.enum(['a']).options as Iterable<string>)]).toThrow('Schemas do not run in the browser')
})
