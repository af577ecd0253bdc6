import { expect, test } from 'vitest'
import { boardSearch } from '#features/jobs/web/board-search.ts'
import { checked } from './checked-search.ts'

test('VIEW-7: what a page refuses of an address does not come through beside what it keeps; what it knows not of stays', () => {
  const address = { priority: 'blah', turn: 'client', token: 'of another page' }
  expect({ ...address, ...checked(boardSearch)(address) }).toEqual({ turn: 'client', token: 'of another page' })
  expect(checked(boardSearch)({ turn: 'team' })).toEqual({ turn: 'team' })
})
