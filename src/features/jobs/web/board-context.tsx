import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { Board, Card } from '../schemas.ts'
import { type BoardStage, type ShownMove, withMoves } from './board-moves.ts'
import { MovePanel } from './move-panel.tsx'
import { type BoardFilter, useBoard } from './use-board.ts'
import { useMoves } from './use-moves.ts'

export type BoardState = {
  pipelineId: string
  filter: BoardFilter
  /** undefined while loading */
  board: Board | undefined
  problem: unknown
  moves: readonly ShownMove[]
  /** moves a card, or first asks what shall happen where that is more than a move */
  moveTo: (card: Card, stage: BoardStage) => void
}

/** The board of one pipeline, for whoever shows it and for the drawer over it; holds the panel that asks before a move. */
export function BoardProvider({ pipelineId, filter, children }: BoardProviderProps) {
  const { data, error, dataUpdatedAt } = useBoard(pipelineId, filter)
  const [asking, setAsking] = useState<{ card: Card; stageId: string } | null>(null)
  const { moves, move, moved } = useMoves(data?.stages)
  const board = useMemo(
    () => data && { ...data, stages: withMoves(data.stages, moves, dataUpdatedAt) },
    [data, moves, dataUpdatedAt],
  )
  const moveTo = (card: Card, stage: BoardStage) => {
    if (stage.id === card.stageId) return
    if (stage.automations.length > 0 || card.pendingItems > 0) setAsking({ card, stageId: stage.id })
    else void move(card, stage)
  }
  return (
    <BoardContext value={{ pipelineId, filter, board, problem: error, moves, moveTo }}>
      {children}
      {asking && (
        <MovePanel
          card={asking.card}
          stageId={asking.stageId}
          onMoved={(job) => moved(job, asking.card.stageId)}
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
