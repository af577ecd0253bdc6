import { expect, test } from 'vitest'
import { isTicked, type Ticked, toggled } from './selection.ts'

const card = (id: string, stageId = 'one') => ({ id, stageId })
const cards = (...ids: string[]): Ticked => ({ kind: 'cards', ids: new Set(ids) })

test('VIEW-2: cards are ticked one by one, and unticked again', () => {
  const both = toggled(toggled(cards(), card('a')), card('b', 'two'))
  expect(both).toEqual(cards('a', 'b'))
  expect(toggled(both, card('a'))).toEqual(cards('b'))
})

test('VIEW-2: of a whole stage single cards can be left out, those that are not loaded stay in', () => {
  const whole: Ticked = { kind: 'stage', stageId: 'one', except: new Set() }
  const without = toggled(whole, card('a'))
  expect([
    isTicked(without, card('a')),
    isTicked(without, card('never loaded')),
    isTicked(without, card('b', 'two')),
  ]).toEqual([false, true, false])
  expect(toggled(without, card('a'))).toEqual(whole)
})

test('VIEW-2: a card of another stage starts anew', () => {
  const whole: Ticked = { kind: 'stage', stageId: 'one', except: new Set() }
  expect(toggled(whole, card('b', 'two'))).toEqual(cards('b'))
})
