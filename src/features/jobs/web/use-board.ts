import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#web/api/call.ts'
import { queryKeyOf, useEndpoint } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { jobsContract } from '../contract.ts'
import type { Card } from '../schemas.ts'
import type { BoardStage } from './board-moves.ts'

/** What the board is narrowed to; it lives in the URL. */
export type BoardFilter = {
  search?: string | undefined
  tagId?: string | undefined
  memberId?: string | undefined
  turn?: Card['turn'] | undefined
}

/** What a board speaks of besides pipelines: a tag renamed or a client reassigned shows as well. */
const HEARS = ['jobs', 'accounts', 'tags']
const PAGE = 100

/** Stages with their counts and first cards, asked again whenever something on them changes. */
export function useBoard(pipelineId: string, filter: BoardFilter) {
  return useEndpoint(
    jobsContract.getBoard,
    { params: { id: pipelineId }, query: filter },
    { keepPrevious: true, hears: HEARS },
  )
}

export type StageCards = {
  cards: Card[]
  /** the last card of the stage is among them */
  complete: boolean
  /** asks for more; does nothing while they are on their way */
  more: () => void
}

/**
 * The cards of one stage: the first ones come with the board, and as soon as more are wanted all of them come in pages.
 * When something changes the pages are asked again in one go, so that none falls between two of them.
 */
export function useStageCards(pipelineId: string, stage: BoardStage, filter: BoardFilter): StageCards {
  const [wanted, setWanted] = useState(false)
  const input = { params: { id: pipelineId, stageId: stage.id }, query: { ...filter, limit: PAGE } }
  type Page = { items: Card[]; next: string | null }
  const pages = useInfiniteQuery<Page, ApiProblem, { pages: Page[] }, readonly unknown[], string | undefined>({
    queryKey: queryKeyOf(jobsContract.listStageJobs, input),
    queryFn: ({ pageParam, signal }) =>
      call(jobsContract.listStageJobs, { ...input, query: { ...input.query, cursor: pageParam } }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: wanted,
    meta: { hears: HEARS },
  })
  if (!wanted || !pages.data) {
    return { cards: stage.cards, complete: stage.next === null, more: () => stage.next && setWanted(true) }
  }
  return {
    cards: pages.data.pages.flatMap((page) => page.items),
    complete: !pages.hasNextPage,
    more: () => pages.hasNextPage && !pages.isFetchingNextPage && void pages.fetchNextPage(),
  }
}
