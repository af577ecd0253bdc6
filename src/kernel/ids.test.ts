import { describe, expect, it } from 'vitest'
import { derivedId, isId, newId } from './ids.ts'

describe('newId', () => {
  it('sorts by the moment it was made', () => {
    const [earlier, later] = [newId(1_700_000_000_000), newId(1_700_000_000_001)]
    expect(earlier < later).toBe(true)
  })

  it('is a UUIDv7 that nobody gets twice', () => {
    const many = Array.from({ length: 1000 }, () => newId(1_700_000_000_000))
    expect(new Set(many).size).toBe(1000)
    expect(many.every((id) => isId(id) && id[14] === '7')).toBe(true)
  })
})

describe('D-2: derivedId', () => {
  it('gives the same key the same id, for ever', () => {
    expect(derivedId('visit', 'a', 1)).toBe('5d50914d-0846-8380-aa65-073a9edd214f')
  })

  it('gives different keys different ids, each a UUIDv8', () => {
    const ids = [
      derivedId('visit', 'a', 1),
      derivedId('visit', 'a', 2),
      derivedId('task', 'a', 1),
      derivedId('visit', 'a'),
    ]
    expect(new Set(ids).size).toBe(4)
    expect(ids.every((id) => isId(id) && id[14] === '8')).toBe(true)
  })
})

describe('isId', () => {
  it.each([
    ['018bcfe5-6800-7abc-8def-0123456789ab', true],
    ['018BCFE5-6800-7ABC-8DEF-0123456789AB', false],
    ['018bcfe5-6800-7abc-0def-0123456789ab', false],
    ['018bcfe568007abc8def0123456789ab', false],
    ["' or true --", false],
    ['', false],
  ])('%s: %s', (text, valid) => {
    expect(isId(text)).toBe(valid)
  })
})
