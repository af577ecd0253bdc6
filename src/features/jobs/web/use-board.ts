import { useState } from 'react'
import type { z } from 'zod'
import { useEndpoint } from '#web/api/hooks.ts'
import { usePages } from '#web/api/pages.ts'
import { jobsContract } from '../contract.ts'
import type { cardFilterSchema } from '../filter-schemas.ts'
import type { Card } from '../schemas.ts'
import type { BoardStage } from './board-moves.ts'

/** What the board is narrowed to; it lives in the URL. */
export type BoardFilter = z.input<typeof cardFilterSchema>

/** What a board speaks of besides pipelines: a tag renamed or a client reassigned shows as well. */
const HEARS = ['jobs', 'accounts', 'tags', 'client-statuses', 'pipelines']
const PAGE = 100

/** Stages with their counts and first cards, asked again whenever something on them changes. */
export function useBoard(pipelineId: string, filter: BoardFilter, enabled = true) {
  return useEndpoint(
    jobsContract.getBoard,
    { params: { id: pipelineId }, query: filter },
    { enabled, keepPrevious: true, hears: HEARS },
  )
}

/** The stages of a pipeline, for choosing one. */
export function useStages(pipelineId: string | null): BoardStage[] {
  const { data } = useBoard(pipelineId ?? '', {}, pipelineId !== null)
  return data && data.pipeline.id === pipelineId ? data.stages : []
}

/** `more` asks for further cards; null where there are none, or they are on their way. */
export type StageCards = { cards: Card[]; more: (() => void) | null }

/**
 * The cards of one stage: the first ones come with the board, and as soon as more are wanted all of them come in pages.
 * When something changes the pages are asked again in one go, so that none falls between two of them.
 */
export function useStageCards(pipelineId: string, stage: BoardStage, filter: BoardFilter): StageCards {
  const [wanted, setWanted] = useState(false)
  const { items, more } = usePages(
    jobsContract.listStageJobs,
    { params: { id: pipelineId, stageId: stage.id }, query: { ...filter, limit: PAGE } },
    { enabled: wanted, hears: HEARS },
  )
  if (wanted && items) return { cards: items, more }
  return { cards: stage.cards, more: stage.next === null ? null : () => setWanted(true) }
}
