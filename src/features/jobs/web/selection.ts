import { useCallback, useEffect, useMemo, useState } from 'react'
import type { Card } from '../schemas.ts'
import type { BoardStage } from './board-moves.ts'
import type { BoardFilter } from './use-board.ts'

/** Which jobs an act is about, as the API takes it: those ticked, or a stage that was ticked whole (VIEW-2). */
export type SelectedJobs = {
  jobIds?: string[]
  stage?: BoardFilter & { pipelineId: string; stageId: string; exceptIds: string[] }
}

/** Single cards, each with its stage, or everything of one stage save some. */
export type Ticked =
  | { kind: 'cards'; ids: ReadonlySet<string> }
  | { kind: 'stage'; stageId: string; except: ReadonlySet<string> }

const NOTHING: Ticked = { kind: 'cards', ids: new Set() }

export type BoardSelection = {
  count: number
  jobs: SelectedJobs
  has: (card: Pick<Card, 'id' | 'stageId'>) => boolean
  toggle: (card: Pick<Card, 'id' | 'stageId'>) => void
  stageState: (stage: BoardStage) => 'all' | 'some' | 'none'
  /** a whole stage, however many jobs it holds and whether or not they are loaded; it replaces what was ticked */
  toggleStage: (stage: BoardStage) => void
  clear: () => void
}

/** What is ticked on a board. Another filter shows other jobs, so it starts anew. */
export function useSelection(
  pipelineId: string,
  filter: BoardFilter,
  stages: readonly BoardStage[] | undefined,
): BoardSelection {
  const [ticked, setTicked] = useState<Ticked>(NOTHING)
  const narrowed = JSON.stringify(filter)
  const clear = useCallback(() => setTicked(NOTHING), [])
  useEffect(clear, [narrowed, clear])
  const toggle = useCallback((card: Pick<Card, 'id' | 'stageId'>) => setTicked((now) => toggled(now, card)), [])
  return useMemo(() => {
    const countOf = (stageId: string) => stages?.find(({ id }) => id === stageId)?.count ?? 0
    return {
      count: ticked.kind === 'cards' ? ticked.ids.size : Math.max(0, countOf(ticked.stageId) - ticked.except.size),
      jobs: jobsOf(ticked, pipelineId, filter),
      has: (card) => isTicked(ticked, card),
      toggle,
      stageState: (stage) => stageStateOf(ticked, stage),
      toggleStage: (stage) =>
        setTicked(
          ticked.kind === 'stage' && ticked.stageId === stage.id && ticked.except.size === 0
            ? NOTHING
            : { kind: 'stage', stageId: stage.id, except: new Set() },
        ),
      clear,
    }
  }, [ticked, pipelineId, filter, stages, toggle, clear])
}

/** A card of another stage than the one that is ticked whole starts anew: both cannot be meant at once. */
export function toggled(ticked: Ticked, { id, stageId }: Pick<Card, 'id' | 'stageId'>): Ticked {
  if (ticked.kind === 'stage' && ticked.stageId === stageId) return { ...ticked, except: flipped(ticked.except, id) }
  return { kind: 'cards', ids: flipped(ticked.kind === 'cards' ? ticked.ids : new Set(), id) }
}

export function isTicked(ticked: Ticked, { id, stageId }: Pick<Card, 'id' | 'stageId'>): boolean {
  return ticked.kind === 'cards' ? ticked.ids.has(id) : ticked.stageId === stageId && !ticked.except.has(id)
}

function stageStateOf(ticked: Ticked, { id, cards }: BoardStage): 'all' | 'some' | 'none' {
  if (ticked.kind === 'stage') return ticked.stageId !== id ? 'none' : ticked.except.size === 0 ? 'all' : 'some'
  return cards.some((card) => ticked.ids.has(card.id)) ? 'some' : 'none'
}

function jobsOf(ticked: Ticked, pipelineId: string, filter: BoardFilter): SelectedJobs {
  if (ticked.kind === 'cards') return { jobIds: [...ticked.ids] }
  return { stage: { pipelineId, stageId: ticked.stageId, ...filter, exceptIds: [...ticked.except] } }
}

function flipped(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return ids.has(id) ? ids.difference(new Set([id])) : ids.union(new Set([id]))
}
