import { describe, expect, test } from 'vitest'
import { type Command, matching } from '../shell/commands.ts'
import { initialsOf } from './avatar.tsx'
import { isKey } from './keys.tsx'
import { between } from './table-selection.tsx'

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('keys', () => {
  test.each([
    ['m', press('m'), true],
    ['m', press('M'), true],
    ['m', press('M', { shiftKey: true }), false],
    ['m', press('m', { ctrlKey: true }), false],
    ['m', press('m', { altKey: true }), false],
    ['mod+k', press('k', { ctrlKey: true }), true],
    ['mod+k', press('k', { metaKey: true }), true],
    ['mod+k', press('k'), false],
    ['?', press('?', { shiftKey: true }), true],
    ['?', press('?'), true],
    ['escape', press('Escape'), true],
    ['escape', press('Escape', { shiftKey: true }), false],
    ['shift+arrowdown', press('ArrowDown', { shiftKey: true }), true],
    ['shift+arrowdown', press('ArrowDown'), false],
  ])('%s is pressed by %o: %s', (keys, event, pressed) => {
    expect(isKey(keys, event)).toBe(pressed)
  })
})

describe('a range of rows', () => {
  const ids = ['a', 'b', 'c', 'd']

  test.each([
    ['a', 'c', ['a', 'b', 'c']],
    ['d', 'b', ['b', 'c', 'd']],
    [null, 'c', ['c']],
    ['gone', 'c', ['c']],
  ])('from %s to %s is %o', (from, to, range) => {
    expect(between(ids, from, to)).toEqual(range)
  })
})

describe('initials', () => {
  test.each([
    ['Mara Lindqvist', 'ML'],
    ['van der Heijden, Marieke', 'VM'],
    ['Hollis & Vane', 'HV'],
    ['Åkesson', 'Å'],
    ['', ''],
  ])('of %s are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})

describe('commands are found by words', () => {
  const command = (label: string, hint = ''): Command => ({ id: label, label, hint, group: 'Go to', run() {} })
  const commands = [command('Open settings'), command('Settings'), command('1040 2025', 'Müller-Albrecht, Katharina')]

  test.each([
    ['settings', ['Settings', 'Open settings']],
    ['open sett', ['Open settings']],
    ['muller 1040', ['1040 2025']],
    ['nothing', []],
    ['', ['Open settings', 'Settings', '1040 2025']],
  ])('%s finds %o', (query, found) => {
    expect(matching(commands, query).map(({ label }) => label)).toEqual(found)
  })
})
