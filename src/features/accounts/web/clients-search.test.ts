import { expect, test } from 'vitest'
import { clientsSearch, filterOf } from './clients-search.ts'

test('an address keeps the filters it may say and loses the rest', () => {
  const given = { search: 'rosa', tag: 't1', type: 'company', state: 'archived', login: 'off', evil: 'x' }
  expect(clientsSearch(given)).toEqual({ search: 'rosa', tag: 't1', type: 'company', state: 'archived', login: 'off' })
  expect(clientsSearch({ search: '  ', tag: 7, type: 'cat', state: 'gone', login: 'on' })).toEqual({})
})

test('without a filter only active clients are asked for', () => {
  expect(filterOf({})).toMatchObject({ state: 'active', tagId: undefined })
  expect(filterOf({ tag: 't1', state: 'archived' })).toMatchObject({ state: 'archived', tagId: 't1' })
})
