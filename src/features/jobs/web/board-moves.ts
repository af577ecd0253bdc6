import type { Board, Card } from '../schemas.ts'

export type BoardStage = Board['stages'][number]

/** A move that is shown before the server has confirmed it, and until what it sends agrees. */
export type ShownMove = {
  card: Card
  fromStageId: string
  toStageId: string
  /** when the server answered (ms); null until then */
  answeredAt: number | null
}

/** The stages with these moves in their counts, as far as the stages (read at `readAt`, ms) don't hold them yet. */
export function withMoves(stages: readonly BoardStage[], moves: readonly ShownMove[], readAt: number): BoardStage[] {
  const open = moves.filter((move) => move.answeredAt === null || move.answeredAt > readAt)
  return stages.map((stage) => {
    const leaving = open.filter(({ fromStageId, toStageId }) => fromStageId === stage.id && toStageId !== stage.id)
    const coming = open.filter(({ fromStageId, toStageId }) => fromStageId !== stage.id && toStageId === stage.id)
    if (leaving.length + coming.length === 0) return stage
    const turns = { ...stage.turns }
    for (const { card } of leaving) turns[card.turn] = Math.max(0, turns[card.turn] - 1)
    for (const { card } of coming) turns[card.turn] += 1
    return { ...stage, turns, count: stage.count - leaving.length + coming.length }
  })
}

/**
 * The cards of one stage with these moves in them: those that leave are gone, those that come stand where the order
 * puts them. What the server sends later than the move wins. `complete`: the last card of the stage is among them;
 * else one that belongs beyond is not shown yet.
 */
export function cardsWithMoves(
  stageId: string,
  cards: readonly Card[],
  moves: readonly ShownMove[],
  { sort, complete }: { sort: Board['settings']['sort']; complete: boolean },
): Card[] {
  const moveOf = new Map(moves.map((move) => [move.card.id, move]))
  const staying = cards.filter((card) => card.revision > (moveOf.get(card.id)?.card.revision ?? -1))
  const shown = new Set(staying.map((card) => card.id))
  const coming = moves.filter(({ toStageId, card }) => toStageId === stageId && !shown.has(card.id))
  return coming.reduce((sorted, { card }) => inserted(sorted, card, sort, complete), staying)
}

function inserted(cards: Card[], card: Card, sort: Board['settings']['sort'], complete: boolean): Card[] {
  const at = cards.findIndex((other) => comesBefore(card, other, sort))
  if (at >= 0) return cards.toSpliced(at, 0, card)
  return complete ? [...cards, card] : cards
}

/** As the server sorts (SET-3): by what the pipeline says, then by age, which ids tell. */
function comesBefore(a: Card, b: Card, sort: Board['settings']['sort']): boolean {
  const [keyA, keyB] = [sortKey(a, sort), sortKey(b, sort)]
  return keyA === keyB ? a.id < b.id : keyA < keyB
}

const LAST = '9999'

function sortKey(card: Card, sort: Board['settings']['sort']): string {
  switch (sort) {
    case 'account_name':
      return card.accountName.toLowerCase()
    case 'time_in_stage':
      return card.stageEnteredAt
    case 'start_date':
      return card.startOn ?? LAST
    case 'due_date':
      return card.dueOn ?? LAST
    case 'created_at':
      return card.createdAt
    case 'overdue_in_stage':
      return card.stageDueAt ?? LAST
    case 'priority':
      return String(['urgent', 'high', 'medium', 'low'].indexOf(card.priority))
  }
}
