import { describe, expect, test } from 'vitest'
import { freeSlug, slugOf } from './model.ts'

describe('the address of a portal', () => {
  test.each([
    ['Hollis & Vane', 'hollis-vane'],
    ['  Müller, Groß & Söhne GmbH ', 'muller-gross-sohne-gmbh'],
    ['Åkesson Revision AB', 'akesson-revision-ab'],
    ['Søren Ærø', 'soren-aero'],
    ['L’Été', 'l-ete'],
    ['会計事務所', 'firm'],
    ['---', 'firm'],
    ['A very long name of a firm that goes on and on for ever', 'a-very-long-name-of-a-firm-that-goes-on'],
  ])('%j becomes %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug)
  })

  test('the first free one is taken', () => {
    expect(freeSlug('vane', new Set())).toBe('vane')
    expect(freeSlug('vane', new Set(['vane', 'vane-2', 'vane-4']))).toBe('vane-3')
  })
})
