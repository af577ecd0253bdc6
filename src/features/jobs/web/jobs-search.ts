import type { z } from 'zod'
import { isId } from '#kernel/ids.ts'
import { JOB_SORTS, type JobSort } from '../../pipelines/model-settings.ts'
import type { jobListContract } from '../contract-list.ts'
import { JOB_GROUPINGS, type JobGroupBy } from '../filter-schemas.ts'
import { type BoardSearch, boardSearch, filterOf, searchOf } from './board-search.ts'
import type { BoardFilter } from './use-board.ts'

/** What the list of jobs is asked for, save which page of it. */
export type JobListQuery = z.input<(typeof jobListContract)['exportJobs']['query']>

/** What jobs of all pipelines are narrowed to (VIEW-7). */
export type ListFilter = BoardFilter & { pipelineId?: string | undefined; stageId?: string | undefined }

/** How the list is looked at, besides its filter. */
export type ListLook = { state?: 'completed' | 'archived'; sort?: JobSort; group?: JobGroupBy }

export type JobsSearch = BoardSearch & ListLook & { pipeline?: string; stage?: string }

export function jobsSearch(search: Record<string, unknown>): JobsSearch {
  return { ...searchOfList(listFilterOf(search as JobsSearch)), ...lookOf(search) }
}

export function lookOf(search: Record<string, unknown>): ListLook {
  const state = (['completed', 'archived'] as const).find((each) => each === search.state)
  const sort = JOB_SORTS.find((each) => each === search.sort)
  const group = JOB_GROUPINGS.find((each) => each === search.group)
  return { ...(state ? { state } : {}), ...(sort ? { sort } : {}), ...(group ? { group } : {}) }
}

export function listFilterOf(search: JobsSearch): ListFilter {
  const { pipeline, stage } = search
  return {
    ...filterOf(boardSearch(search)),
    ...(isFound(pipeline) ? { pipelineId: pipeline } : {}),
    ...(isFound(stage) ? { stageId: stage } : {}),
  }
}

export function searchOfList({ pipelineId, stageId, ...filter }: ListFilter): JobsSearch {
  return {
    ...searchOf(filter),
    ...(pipelineId ? { pipeline: pipelineId } : {}),
    ...(stageId ? { stage: stageId } : {}),
  }
}

function isFound(id: string | undefined): id is string {
  return typeof id === 'string' && isId(id)
}
