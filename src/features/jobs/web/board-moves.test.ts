import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import type { Card } from '../schemas.ts'
import { neighbour } from './board-keys.ts'
import { type BoardStage, cardsWithMoves, type ShownMove, withMoves } from './board-moves.ts'
import { boardSearch, filterOf, searchOf } from './board-search.ts'

const card = (id: string, accountName = id, revision = 1, stageId = 'a'): Card => ({
  id,
  name: 'Return',
  accountId: `of ${id}`,
  accountName,
  pipelineId: 'p',
  pipelineName: 'Returns',
  stageId,
  stageName: stageId,
  lifecycle: 'active',
  status: null,
  accountShortId: 'A1',
  description: '',
  priority: 'medium',
  startOn: null,
  dueOn: null,
  stageDueAt: null,
  createdAt: '2026-04-01T10:00:00Z',
  people: [],
  clientStatus: null,
  tags: [],
  assignees: [],
  pendingItems: 0,
  doneItems: 0,
  failedOutcomes: 0,
  turn: 'ready',
  stageEnteredAt: '2026-04-01T10:00:00Z',
  revision,
})

const stage = (id: string, count: number): BoardStage => ({
  id,
  name: id,
  automove: false,
  isLast: false,
  condition: null,
  automations: [],
  count,
  turns: { client: 0, team: 0, ready: count, stuck: 0 },
  more: false,
  cards: [],
  next: null,
})

const move = (moved: Card, answeredAt: number | null = null): ShownMove => ({
  card: moved,
  fromStageId: 'a',
  toStageId: 'b',
  answeredAt,
})

const ids = (cards: readonly Card[]) => cards.map(({ id }) => id)

describe('a move is shown before the server says yes', () => {
  test('its card leaves one column and stands by its account’s name in the other', () => {
    const moves = [move(card('m', 'Moreau'))]
    expect(
      ids(cardsWithMoves('a', [card('k'), card('m', 'Moreau')], moves, { sort: 'account_name', complete: true })),
    ).toEqual(['k'])
    const others = [card('b', 'Bakker', 1, 'b'), card('z', 'Zhou', 1, 'b')]
    expect(ids(cardsWithMoves('b', others, moves, { sort: 'account_name', complete: true }))).toEqual(['b', 'm', 'z'])
  })

  test('a card that belongs beyond what is loaded is not shown at the wrong place', () => {
    const moves = [move(card('z', 'Zhou'))]
    expect(
      ids(cardsWithMoves('b', [card('b', 'Bakker', 1, 'b')], moves, { sort: 'account_name', complete: false })),
    ).toEqual(['b'])
    expect(
      ids(cardsWithMoves('b', [card('b', 'Bakker', 1, 'b')], moves, { sort: 'account_name', complete: true })),
    ).toEqual(['b', 'z'])
  })

  test('what the server sends later than the move wins', () => {
    const moves = [move(card('m', 'Moreau', 2, 'b'), 1000)]
    expect(ids(cardsWithMoves('a', [card('m', 'Moreau', 1)], moves, { sort: 'account_name', complete: true }))).toEqual(
      [],
    )
    const newer = card('m', 'Moreau', 3, 'b')
    expect(cardsWithMoves('b', [newer], moves, { sort: 'account_name', complete: true })).toEqual([newer])
  })

  test('counts follow the move until the stages were read after the answer', () => {
    const stages = [stage('a', 2), stage('b', 0)]
    const counts = (answeredAt: number | null, readAt: number) =>
      withMoves(stages, [move(card('m'), answeredAt)], readAt).map(({ count, turns }) => [count, turns.ready])
    const shown = [
      [1, 1],
      [1, 1],
    ]
    expect(counts(null, 500)).toEqual(shown)
    expect(counts(1000, 500)).toEqual(shown)
    expect(counts(1000, 1500)).toEqual([
      [2, 2],
      [0, 0],
    ])
  })
})

describe('arrow keys go from card to card', () => {
  const columns = [{ cards: [card('a1'), card('a2'), card('a3')] }, { cards: [] }, { cards: [card('c1')] }]

  test.each([
    ['a1', [0, 1], 'a2'],
    ['a1', [0, -1], null],
    ['a3', [0, 1], null],
    ['a3', [1, 0], 'c1'],
    ['c1', [-1, 0], 'a1'],
    ['c1', [1, 0], null],
    ['gone', [0, 1], null],
  ] as const)('from %s by %j to %s', (from, step, to) => expect(neighbour(columns, from, step)).toBe(to))
})

describe('the board’s filter lives in its address', () => {
  test('VIEW-7: and comes back from it', () => {
    const tagId = newId()
    const filter = { search: 'visser', tagId, assigneeId: 'none', dueTo: '2026-04-15', turn: 'stuck' as const }
    expect(searchOf(filter)).toEqual({ q: 'visser', tag: tagId, who: 'none', due_to: '2026-04-15', turn: 'stuck' })
    expect(filterOf(searchOf(filter))).toEqual(filter)
  })

  test('what nobody could have chosen is left out', () => {
    expect(boardSearch({ q: 7, turn: 'nobody', tag: ['x'], due_to: 'soon', other: 'y' })).toEqual({})
    expect(boardSearch({ who: 'xyz', client: 'none', status: 'completed', shown: 'none' })).toEqual({
      status: 'completed',
      shown: 'none',
    })
  })
})
