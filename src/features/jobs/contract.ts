import { z } from 'zod'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type {
  AccountId,
  AutomationId,
  JobId,
  JobStatusId,
  MemberId,
  PipelineId,
  StageId,
  TemplateId,
} from '#kernel/ids.ts'
import { bulkContract } from './bulk-contract.ts'
import { bulkActSchema, bulkItemSchema } from './bulk-schemas.ts'
import { byHandFields } from './by-hand-schemas.ts'
import { jobListContract } from './contract-list.ts'
import { cardFilterFields } from './filter-schemas.ts'
import { boardSchema, cardSchema, distributionSchema, jobSchema } from './schemas.ts'
import { contentChanges, jobName } from './schemas-content.ts'

const jobId = z.object({ id: idSchema<JobId>() })
const deselected = z.array(idSchema<AutomationId>()).max(200).default([])
const limit = z.coerce.number().int().min(1).max(100).default(50)
const cursor = z.string().max(500).optional()

/** Jobs: adding, the board, one job with its explanation and history, moving by hand, archiving. */
export const jobsContract = contract({
  ...bulkContract,
  ...jobListContract,
  addJobs: {
    method: 'post',
    path: '/job-additions',
    summary:
      'Adds a job for each of the accounts; carried out in the background, with a result per account (JC-1, JC-4)',
    who: { staff: 'any' },
    body: z.strictObject({
      pipelineId: idSchema<PipelineId>(),
      /** the first stage where it is left out (JOB-2) */
      stageId: idSchema<StageId>().optional(),
      accountIds: z.array(idSchema<AccountId>()).min(1).max(50_000),
      /** left out: the template's; may hold account and date shortcodes (JOB-4) */
      name: jobName.optional(),
      /** left out: the pipeline's own, if it is applied automatically; null: none (JD-2) */
      templateId: idSchema<TemplateId>().nullable().optional(),
      ...contentChanges,
      /** a job of the one client, which the new one is linked with (JC-1) */
      linkedJobId: idSchema<JobId>().optional(),
      deselectedAutomationIds: deselected,
      shown: byHandFields.shown,
    }),
    returns: bulkActSchema,
    status: 202,
    refusals: ['not_published', 'archived'],
    example: { body: { pipelineId: '$pipeline', accountIds: ['$account'], name: 'Return [TAX_YEAR]' } },
  },
  getBulkAct: {
    method: 'get',
    path: '/bulk-acts/{id}',
    summary: 'How far a bulk act is',
    who: { staff: 'any' },
    params: z.object({ id: idSchema() }),
    returns: bulkActSchema,
  },
  listBulkActs: {
    method: 'get',
    path: '/bulk-acts',
    summary: 'The newest bulk acts that the caller started',
    who: { staff: 'any' },
    returns: z.object({ items: z.array(bulkActSchema) }),
    example: {},
  },
  retryBulkAct: {
    method: 'post',
    path: '/bulk-acts/{id}/retries',
    summary: 'Tries again, once, whatever failed in a bulk act that has ended and could succeed now (A-11, A-35)',
    who: { staff: 'any' },
    params: z.object({ id: idSchema() }),
    returns: bulkActSchema,
    status: 202,
    refusals: ['conflict', 'not_published', 'archived'],
  },
  listBulkItems: {
    method: 'get',
    path: '/bulk-acts/{id}/items',
    summary: 'The results of a bulk act, failures first',
    who: { staff: 'any' },
    params: z.object({ id: idSchema() }),
    query: z.object({ limit, cursor }),
    returns: z.object({ items: z.array(bulkItemSchema), next: z.string().nullable() }),
  },
  getBoard: {
    method: 'get',
    path: '/pipelines/{id}/board',
    summary: 'The stages of a pipeline with their automations, counts and first cards (VIEW-1)',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<PipelineId>() }),
    query: z.object({
      ...cardFilterFields,
    }),
    returns: boardSchema,
    refusals: ['not_published'],
    example: { params: { id: '$pipeline' } },
  },
  listStageJobs: {
    method: 'get',
    path: '/pipelines/{id}/stages/{stageId}/jobs',
    summary: 'Further cards of one stage',
    who: { staff: 'any' },
    params: z.object({ id: idSchema<PipelineId>(), stageId: idSchema<StageId>() }),
    query: z.object({
      limit,
      cursor,
      ...cardFilterFields,
    }),
    returns: z.object({ items: z.array(cardSchema), next: z.string().nullable() }),
  },
  getDistribution: {
    method: 'get',
    path: '/job-distribution',
    summary: 'How many active jobs stand where, whose turn they are and for how long, by pipeline and stage',
    who: { staff: 'any' },
    /** only jobs of the clients of this member */
    query: z.object({ memberId: idSchema<MemberId>().optional() }),
    returns: distributionSchema,
    example: {},
  },
  getJob: {
    method: 'get',
    path: '/jobs/{id}',
    summary: 'One job: where it is, why it is not moving, its linked items and automations (B-3)',
    who: { staff: 'any' },
    params: jobId,
    returns: jobSchema,
    revision: 'sent',
    example: { params: { id: '$job' } },
  },
  moveJob: {
    method: 'put',
    path: '/jobs/{id}/stage',
    summary:
      'Moves a job by hand into any stage of any pipeline; its automations run, save those deselected (JM-2, JM-3, A-30)',
    who: { staff: 'any' },
    params: jobId,
    body: z.strictObject({
      stageId: idSchema<StageId>(),
      /** another pipeline, whose stage it is then (JM-2); left out: the job's own */
      pipelineId: idSchema<PipelineId>().optional(),
      /** a custom status is left unless it is kept; another pipeline's stage ends it in any case (J-45) */
      keepStatus: z.boolean().default(false),
      ...byHandFields,
    }),
    returns: jobSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required', 'archived', 'not_published'],
  },
  setJobStatus: {
    method: 'put',
    path: '/jobs/{id}/status',
    summary: 'Puts a job into a custom status of its pipeline, or back to Active (J-42, J-45)',
    who: { staff: 'any' },
    params: jobId,
    body: z.strictObject({ statusId: idSchema<JobStatusId>().nullable(), ...byHandFields }),
    returns: jobSchema,
    revision: 'required',
    refusals: ['stale', 'precondition_required', 'archived'],
  },
  retryAutomations: {
    method: 'post',
    path: '/jobs/{id}/automation-retries',
    summary: 'Runs automations of the job again that failed, once what was wrong is mended (D-1)',
    who: { staff: 'any' },
    params: jobId,
    body: z.strictObject({ automationIds: z.array(idSchema<AutomationId>()).min(1).max(200) }),
    returns: jobSchema,
    revision: 'sent',
    refusals: ['archived'],
  },
  archiveJob: {
    method: 'put',
    path: '/jobs/{id}/archive',
    summary: 'Takes a job off the board; nothing runs for it any more (AM-28, JX-1)',
    who: { staff: 'any' },
    params: jobId,
    returns: jobSchema,
    revision: 'sent',
  },
  restoreJob: {
    method: 'delete',
    path: '/jobs/{id}/archive',
    summary: 'Puts an archived job back into its stage',
    who: { staff: 'any' },
    params: jobId,
    returns: jobSchema,
    revision: 'sent',
    refusals: ['deleted'],
  },
})
