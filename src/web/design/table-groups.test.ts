import { expect, test } from 'vitest'
import { entriesOf } from './table-groups.tsx'

type Row = { id: string; in: string }
const row = (id: string): Row => ({ id, in: id[0]! })
const group = (key: string, count: number, shut = false) => ({ key, title: key.toUpperCase(), name: key, count, shut })
const shown = (rows: string[], list: ReturnType<typeof group>[]) =>
  entriesOf(rows.map(row), { list, of: (it) => it.in, onToggle: () => {} }).map((it) => it.row?.id ?? it.group?.title)

test.each([
  ['all loaded', ['a1', 'a2', 'b1'], [group('a', 2), group('b', 1)], ['A', 'a1', 'a2', 'B', 'b1']],
  ['the next page is to come', ['a1'], [group('a', 2), group('b', 1)], ['A', 'a1']],
  ['a group ends with the page', ['a1', 'a2'], [group('a', 2), group('b', 1), group('c', 1)], ['A', 'a1', 'a2', 'B']],
  ['one is shut', ['b1'], [group('a', 2, true), group('b', 1)], ['A', 'B', 'b1']],
  ['all are shut', [], [group('a', 2, true), group('b', 1, true)], ['A', 'B']],
  ['one was just shut', ['a1', 'b1'], [group('a', 1, true), group('b', 1)], ['A', 'B', 'b1']],
  ['a count is ahead of its rows', ['a1', 'b1'], [group('a', 2), group('b', 1)], ['A', 'a1', 'B', 'b1']],
])('rows under their heads: %s', (_, rows, list, expected) => {
  expect(shown(rows, list)).toEqual(expected)
})

test('without groups there are rows only', () => {
  expect(entriesOf([row('a1')], undefined)).toEqual([{ group: null, row: row('a1') }])
})
