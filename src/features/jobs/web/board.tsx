import { monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter'
import { type RefObject, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { autoScroll } from '#web/design/auto-scroll.ts'
import { useKeys } from '#web/design/keys.tsx'
import { later } from '#web/design/later.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonBar, SkeletonCards } from '#web/design/skeleton.tsx'
import { useText } from '#web/text.tsx'
import type { Card } from '../schemas.ts'
import styles from './board.module.css'
import { BoardBar } from './board-bar.tsx'
import { BoardColumn } from './board-column.tsx'
import { type BoardState, useBoardState } from './board-context.tsx'
import { useBoardKeys } from './board-keys.ts'
import type { BoardStage } from './board-moves.ts'

const MoveMenu = later(async () => (await import('./move-menu.tsx')).MoveMenu)

/**
 * The stages side by side. Cards are moved by dragging, with their menu, or with M; arrow keys go from card to card and
 * Enter opens one. `openJobId`: whose drawer stands over the board; `me`: the reader, whose initials are filled.
 */
export function Board({ openJobId, me }: { openJobId: string | null; me: string }) {
  const { board, problem } = useBoardState()
  if (board) return <Stages stages={board.stages} openJobId={openJobId} me={me} />
  return problem ? <ProblemNote problem={problem} /> : <SkeletonBoard />
}

type Menu = { card: Card; at: DOMRect }

function Stages({ stages, openJobId, me }: { stages: BoardStage[]; openJobId: string | null; me: string }) {
  const t = useText()
  const { moveTo, moveElsewhere, moves, selection } = useBoardState()
  const root = useRef<HTMLElement>(null)
  const [menu, setMenu] = useState<Menu | null>(null)
  const stageIds = useMemo(() => stages.map((stage) => stage.id), [stages])
  const { reached, onLane, focusJob, focusedCard } = useBoardKeys(root, stageIds)
  const openMenu = useCallback(
    (card: Card, button: HTMLElement) => setMenu({ card, at: button.getBoundingClientRect() }),
    [],
  )
  const openMenuOfFocused = () => {
    const focused = focusedCard()
    if (focused) openMenu(focused.card, focused.element)
  }
  const tickFocused = () => {
    const focused = focusedCard()
    if (focused) selection.toggle(focused.card)
  }
  useKeys(t('board.keys'), [
    ...(selection.count === 0 ? [{ keys: 'm', label: t('board.key_move'), run: openMenuOfFocused }] : []),
    { keys: 'x', label: t('board.key_select'), run: tickFocused },
  ])
  useDrops(root, stages, moveTo)
  useFollowedFocus(moves, reached, focusJob)
  const drawn = useDeferredValue(stages.length, columnsInView())
  const first = stages.find((stage) => stage.cards.length > 0)?.cards[0]?.id ?? null
  return (
    <section ref={root} className={styles.board} aria-label={t('board.stages')}>
      {stages.slice(0, drawn).map((stage) => (
        <BoardColumn
          key={stage.id}
          stage={stage}
          tabJobId={reached ?? first}
          openJobId={openJobId}
          me={me}
          onMenu={openMenu}
          onLane={onLane}
        />
      ))}
      {menu && (
        <MoveMenu
          {...menu}
          stages={stages}
          onChoose={(stage) => moveTo(menu.card, stage)}
          onElsewhere={() => moveElsewhere(menu.card)}
          onClose={() => {
            focusJob(menu.card.id)
            setMenu(null)
          }}
        />
      )}
      <BoardBar />
    </section>
  )
}

/** How many columns can be seen before anybody scrolls: the others come behind them. */
function columnsInView(): number {
  return Math.ceil(window.innerWidth / NARROWEST_COLUMN)
}

/** Cards that are dropped on another stage move there; the board scrolls sideways while one is held near its edge. */
function useDrops(root: RefObject<HTMLElement | null>, stages: readonly BoardStage[], moveTo: BoardState['moveTo']) {
  const latest = useRef({ stages, moveTo })
  useEffect(() => {
    latest.current = { stages, moveTo }
  })
  useEffect(() => {
    const stopScroll = autoScroll(root.current!)
    const stopMonitor = monitorForElements({
      onDrop({ source, location }) {
        const stageId = location.current.dropTargets[0]?.data.stageId
        const stage = latest.current.stages.find(({ id }) => id === stageId)
        if (stage) latest.current.moveTo(source.data.card as Card, stage)
      },
    })
    return () => {
      stopScroll()
      stopMonitor()
    }
  }, [root])
}

/** A card that had the focus and was moved has it again where it stands now. */
function useFollowedFocus(moves: BoardState['moves'], reached: string | null, focusJob: (jobId: string) => void) {
  useEffect(() => {
    if (!reached || !moves.some((move) => move.card.id === reached)) return
    const timer = setTimeout(() => document.activeElement === document.body && focusJob(reached))
    return () => clearTimeout(timer)
  }, [moves, reached, focusJob])
}

const NARROWEST_COLUMN = 204 // with its gap

const COLUMNS = ['a', 'b', 'c', 'd', 'e', 'f']

function SkeletonBoard() {
  return (
    <div className={styles.board}>
      {COLUMNS.map((column, at) => (
        <div key={column} className={styles.waiting}>
          <SkeletonBar width="60%" />
          <SkeletonCards cards={5 - (at % 3)} />
        </div>
      ))}
    </div>
  )
}
