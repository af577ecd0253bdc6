import { expect, test } from 'vitest'
import { isSameFilter, isSet, onlySet } from './filter-now.ts'

test('VIEW-7: a saved filter is known again whatever the order, and gaps are nothing', () => {
  const saved = { priority: 'high', search: 'x' } as const
  expect(isSameFilter(saved, { search: 'x', priority: 'high', tagId: undefined })).toBe(true)
  expect(isSameFilter(saved, { ...saved, groupBy: 'stage' })).toBe(false)
  expect([isSet({}), isSet({ search: undefined }), isSet({ search: '' }), isSet(saved)]).toEqual([
    false,
    false,
    false,
    true,
  ])
  expect(onlySet({ search: '', priority: 'low' })).toEqual({ priority: 'low' })
})
