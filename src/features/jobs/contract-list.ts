import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { JobId, JobStatusId, PipelineId, StageId } from '#kernel/ids.ts'
import { groupBySchema, jobGroupSchema, jobListFields } from './filter-schemas.ts'
import { listedJobSchema } from './schemas.ts'

const { sort: _, ...whichJobs } = jobListFields

/** The list of all jobs (VIEW-3). */
export const jobListContract = contract({
  listJobs: {
    method: 'get',
    path: '/jobs',
    summary: 'Jobs of an account, a pipeline or all, active or archived, such as those that are stuck (VIEW-3, VIEW-5)',
    who: { staff: 'any' },
    query: z.object({
      ...jobListFields,
      /** group by group, in the order of `/job-groups`; a job with two assignees is in both of their groups */
      groupBy: groupBySchema.optional(),
      /** keys of groups whose jobs are left out, with commas between */
      closedGroups: z
        .string()
        .max(20_000)
        .default('')
        .transform((keys) => keys.split(',')),
      limit: z.coerce.number().int().min(1).max(100).default(50),
      cursor: z.string().max(500).optional(),
    }),
    returns: z.object({ items: z.array(listedJobSchema), next: z.string().nullable() }),
    example: {},
  },
  countJobGroups: {
    method: 'get',
    path: '/job-groups',
    summary: 'The groups that jobs of the list fall into, in order, and how many are in each (VIEW-3)',
    who: { staff: 'any' },
    query: z.object({ ...whichJobs, groupBy: groupBySchema }),
    returns: z.object({ items: z.array(jobGroupSchema) }),
    example: { query: { groupBy: 'stage' } },
  },
  listJobIds: {
    method: 'get',
    path: '/job-ids',
    summary: 'The ids of all jobs that the list would show, or of one of its groups, for acts on all of them (VIEW-3)',
    who: { staff: 'any' },
    query: z.object({
      ...whichJobs,
      groupBy: groupBySchema.optional(),
      /** key of a group; goes with `groupBy` */
      group: z.string().max(100).optional(),
    }),
    returns: z.object({
      ids: z.array(idSchema<JobId>()),
      /** whether these are all: an act takes so many */
      complete: z.boolean(),
      /** where the first of them is */
      pipelineId: idSchema<PipelineId>().nullable(),
    }),
    example: {},
  },
  listJobPlaces: {
    method: 'get',
    path: '/job-places',
    summary: 'Where jobs can be: the pipelines that the caller may see with their stages and custom statuses (VIEW-7)',
    who: { staff: 'any' },
    returns: z.object({
      items: z.array(
        z.object({
          id: idSchema<PipelineId>(),
          name: z.string(),
          stages: z.array(z.object({ id: idSchema<StageId>(), name: z.string() })),
          statuses: z.array(z.object({ id: idSchema<JobStatusId>(), name: z.string() })),
        }),
      ),
    }),
    example: {},
  },
  exportJobs: {
    method: 'post',
    path: '/job-exports',
    summary:
      'The whole list as a CSV file in the language of the caller, dates as YYYY-MM-DD; cells that spreadsheets would run are made text',
    who: { staff: 'any' },
    query: z.object(jobListFields),
    format: 'bytes',
    returns: z.unknown(),
  },
})
