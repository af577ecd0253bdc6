import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { later } from '#web/design/later.tsx'
import type { Board, Card } from '../schemas.ts'
import { type BoardStage, type ShownMove, withMoves } from './board-moves.ts'
import type { Movable } from './move-panel.tsx'
import type { Target } from './move-target.tsx'
import { type BoardSelection, useSelection } from './selection.ts'
import { type BoardFilter, useBoard } from './use-board.ts'
import { useMoves } from './use-moves.ts'

const MovePanel = later(async () => (await import('./move-panel.tsx')).MovePanel)

export type BoardState = {
  pipelineId: string
  filter: BoardFilter
  /** undefined while loading */
  board: Board | undefined
  problem: unknown
  moves: readonly ShownMove[]
  /** moves a card, or first asks what shall happen where that is more than a move */
  moveTo: (card: Card, stage: BoardStage) => void
  /** asks where to first, any pipeline included (JM-2) */
  moveElsewhere: (card: Card) => void
  selection: BoardSelection
  moveSelected: () => void
}

/** The board of one pipeline, for whoever shows it and for the drawer over it; holds the panel that asks before a move. */
export function BoardProvider({ pipelineId, filter, children }: BoardProviderProps) {
  const { data, error, dataUpdatedAt } = useBoard(pipelineId, filter)
  const [asking, setAsking] = useState<{ what: Movable; target: Target } | null>(null)
  const { moves, move, moved } = useMoves(data?.stages)
  const board = useMemo(
    () => data && { ...data, stages: withMoves(data.stages, moves, dataUpdatedAt) },
    [data, moves, dataUpdatedAt],
  )
  const moveTo = (card: Card, stage: BoardStage) => {
    if (stage.id === card.stageId) return
    const asks = stage.automations.length > 0 || card.pendingItems > 0
    if (asks) setAsking({ what: { card }, target: { pipelineId, stageId: stage.id } })
    else void move(card, stage)
  }
  const moveElsewhere = (card: Card) => setAsking({ what: { card }, target: { pipelineId, stageId: null } })
  const selection = useSelection(pipelineId, filter, board?.stages)
  const moveSelected = () =>
    setAsking({ what: { jobs: selection.jobs, count: selection.count }, target: { pipelineId, stageId: null } })
  const state = { pipelineId, filter, board, problem: error, moves, moveTo, moveElsewhere, selection, moveSelected }
  return (
    <BoardContext value={state}>
      {children}
      {asking && (
        <MovePanel
          {...asking}
          onMoved={(job) => {
            if (job && 'card' in asking.what) moved(job, asking.what.card.stageId)
            else selection.clear()
          }}
          onClose={() => setAsking(null)}
        />
      )}
    </BoardContext>
  )
}

export type BoardProviderProps = { pipelineId: string; filter: BoardFilter; children: ReactNode }

export function useBoardState(): BoardState {
  const state = use(BoardContext)
  if (!state) throw new Error('BoardProvider is missing above this component')
  return state
}

const BoardContext = createContext<BoardState | null>(null)
