import { expect, it } from 'vitest'
import { invalid, Refusal } from './refusal.ts'

it('a refusal knows its status', () => {
  expect(new Refusal('not_found').status).toBe(404)
  expect(new Refusal('stale', [], { revision: 3 }).detail).toEqual({ revision: 3 })
})

it('a refused field is named by its path', () => {
  expect(invalid('stages.0.name', 'required').fields).toEqual([{ path: 'stages.0.name', code: 'required' }])
  expect(invalid('name', 'too_long', { max: 5 }).fields).toEqual([
    { path: 'name', code: 'too_long', params: { max: 5 } },
  ])
})
