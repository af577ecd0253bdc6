import { z } from 'zod'
import { idSchema } from '#kernel/id-schema.ts'
import type { PipelineId, StageId } from '#kernel/ids.ts'
import { cardFilterFields, groupBySchema, lifecycleSchema } from '../jobs/filter-schemas.ts'
import { JOB_SORTS } from '../pipelines/model-settings.ts'

/** Where filters are saved: on boards, all of them, and on the list of jobs. */
export const PLACES = ['board', 'jobs'] as const
export type Place = (typeof PLACES)[number]

export const filterName = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .transform((name) => name.replaceAll(/\s+/g, ' '))

/** More would not fit a menu. */
export const MOST_FILTERS = 50

export const boardFilter = z.strictObject(cardFilterFields)

/** Also how the list is looked at. */
export const jobsFilter = z.strictObject({
  ...cardFilterFields,
  pipelineId: idSchema<PipelineId>().optional(),
  stageId: idSchema<StageId>().optional(),
  sort: z.enum(JOB_SORTS).optional(),
  lifecycle: lifecycleSchema.optional(),
  groupBy: groupBySchema.optional(),
})

/** What a place is narrowed to; a board's has none of the list's own parts. */
export type Filter = z.output<typeof jobsFilter>
