import { draggable, dropTargetForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type RefObject, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import { autoScroll } from '#web/design/auto-scroll.ts'
import { suffixOf } from '#web/search-suffix.ts'
import type { CardField } from '../../pipelines/model-settings.ts'
import type { Card } from '../schemas.ts'
import { BoardCard } from './board-card.tsx'
import styles from './board-column.module.css'
import { useBoardState } from './board-context.tsx'
import type { Lane } from './board-keys.ts'
import { type BoardStage, cardsWithMoves } from './board-moves.ts'
import { searchOf } from './board-search.ts'
import { StageHead } from './stage-head.tsx'
import { useStageCards } from './use-board.ts'
import { useScrollAnchor } from './use-scroll-anchor.ts'

const GAP = 8
const BEYOND_VIEW = 6
/** what stands above the cards of a board; how much room they have is measured when they are drawn */
const ABOVE_CARDS = 240
/** the next cards are asked for when so few are left beyond those that are drawn */
const AHEAD = 3

export type BoardColumnProps = {
  stage: BoardStage
  /** the job whose card Tab reaches */
  tabJobId: string | null
  openJobId: string | null
  me: string
  onMenu: (card: Card, button: HTMLElement) => void
  /** tells the board which cards are here, for the arrow keys; null when the column goes */
  onLane: (stageId: string, lane: Lane | null) => void
}

/** One stage: its head, and its cards, of which only those in view are drawn. Cards can be dropped anywhere on it. */
export function BoardColumn({ stage, tabJobId, openJobId, me, onMenu, onLane }: BoardColumnProps) {
  const { pipelineId, filter, board, moves, selection } = useBoardState()
  const { sort, cardFields } = board!.settings
  const titleId = useId()
  const suffix = suffixOf(searchOf(filter))
  const column = useRef<HTMLElement>(null)
  const scroller = useRef<HTMLDivElement>(null)
  const { cards: loaded, more } = useStageCards(pipelineId, stage, filter)
  const complete = !stage.more && loaded.length >= stage.count - 1
  const cards = cardsWithMoves(stage.id, loaded, moves, { sort, complete })
  const over = useDropTarget(column, scroller, stage.id)
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heightOf(cards[at]!, cardFields),
    getItemKey: (at) => cards[at]!.id,
    rangeExtractor: (range) => withTabStop(range, cards, tabJobId),
    gap: GAP,
    overscan: useDeferredValue(BEYOND_VIEW, 0), // first what is in view
    initialRect: { width: 196, height: window.innerHeight - ABOVE_CARDS },
  })
  useScrollAnchor(virtual, scroller, cards)
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const nearEnd = last >= cards.length - AHEAD
  useEffect(() => {
    if (nearEnd) more?.()
  }, [nearEnd, more])
  useEffect(() => {
    onLane(stage.id, { cards, show: (at) => virtual.scrollToIndex(at, { align: 'auto' }) })
    return () => onLane(stage.id, null)
  })
  const movingIds = new Set(moves.filter((move) => move.answeredAt === null).map((move) => move.card.id))
  return (
    <section ref={column} className={styles.column} aria-labelledby={titleId} data-over={over || undefined}>
      <StageHead stage={stage} titleId={titleId} />
      <div ref={scroller} className={styles.scroller}>
        <ul className={styles.cards} style={{ height: virtual.getTotalSize() }}>
          {shown.map(({ index, key, start }) => (
            <Place key={key} card={cards[index]!} start={start} index={index} measure={virtual.measureElement}>
              <BoardCard
                card={cards[index]!}
                to={`/workflow/${pipelineId}/jobs/${cards[index]!.id}${suffix}`}
                tabbable={cards[index]!.id === tabJobId}
                open={cards[index]!.id === openJobId}
                moving={movingIds.has(cards[index]!.id)}
                me={me}
                fields={cardFields}
                selected={selection.has(cards[index]!)}
                onSelect={selection.toggle}
                onMenu={onMenu}
              />
            </Place>
          ))}
        </ul>
      </div>
    </section>
  )
}

type PlaceProps = {
  card: Card
  start: number
  index: number
  measure: (node: Element | null) => void
  children: ReactNode
}

/** Where a card stands in its column; it can be picked up here. What is dragged is in the data, not in the node. */
function Place({ card, start, index, measure, children }: PlaceProps) {
  const place = useRef<HTMLLIElement>(null)
  const [lifted, setLifted] = useState(false)
  useEffect(
    () =>
      draggable({
        element: place.current!,
        getInitialData: () => ({ card }),
        onDragStart: () => setLifted(true),
        onDrop: () => setLifted(false),
      }),
    [card],
  )
  return (
    <li
      ref={(node) => {
        place.current = node
        measure(node)
      }}
      className={styles.place}
      data-index={index}
      data-lifted={lifted || undefined}
      style={{ transform: `translateY(${start}px)` }}
    >
      {children}
    </li>
  )
}

/** Whether a card is held over this column. The column scrolls while one is held near its edge. */
function useDropTarget(
  column: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLDivElement | null>,
  stageId: string,
): boolean {
  const [over, setOver] = useState(false)
  useEffect(() => {
    const stopTarget = dropTargetForElements({
      element: column.current!,
      getData: () => ({ stageId }),
      canDrop: ({ source }) => (source.data.card as Card | undefined)?.stageId !== stageId,
      onDragEnter: () => setOver(true),
      onDragLeave: () => setOver(false),
      onDrop: () => setOver(false),
    })
    const stopScroll = autoScroll(scroller.current!)
    return () => {
      stopTarget()
      stopScroll()
    }
  }, [column, scroller, stageId])
  return over
}

/** The cards in view, and the one that Tab reaches wherever it is. */
function withTabStop(range: Range, cards: Card[], tabJobId: string | null): number[] {
  const shown = defaultRangeExtractor(range)
  const at = tabJobId === null ? -1 : cards.findIndex((card) => card.id === tabJobId)
  return at < 0 || shown.includes(at) ? shown : [...shown, at].sort((a, b) => a - b)
}

/** What a card will measure, before it is drawn. */
function heightOf(card: Card, fields: readonly CardField[]): number {
  const { tags, turn, clientStatus, description, status } = card
  const shows = (field: CardField) => fields.includes(field)
  const lines = [
    tags.length > 0 && shows('tags'),
    turn === 'stuck',
    clientStatus !== null && shows('client_status'),
    description !== '' && shows('description'),
    status !== null,
  ]
  return 76 + lines.filter(Boolean).length * 20
}
