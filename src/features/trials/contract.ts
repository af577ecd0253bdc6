import { z } from 'zod'
import { draftConditionSchema } from '#conditions/schema.ts'
import { contract } from '#kernel/contract.ts'
import { idSchema } from '#kernel/id-schema.ts'
import type { AccountId, JobId, PipelineId, StageId } from '#kernel/ids.ts'
import { conditionCount, judgedCondition, trial, vocabulary } from './schemas.ts'

/** More would not be read. */
export const MOST_TRIED = 50

/** What pipelines may name, and what they would do, without doing any of it. */
export const trialsContract = contract({
  getVocabulary: {
    method: 'get',
    path: '/vocabulary',
    summary: 'Everything that conditions and automations may name: people, roles, statuses, questions (D-4)',
    who: { staff: 'any' },
    returns: vocabulary,
    example: {},
  },
  evaluateCondition: {
    method: 'post',
    path: '/condition-evaluations',
    summary: 'Whether a condition is met by a client, line by line (B-5); changes nothing',
    who: { staff: 'any' },
    body: z.strictObject({
      condition: draftConditionSchema,
      accountId: idSchema<AccountId>(),
      /** one of the client's; without it, what is asked of a job is unknown */
      jobId: idSchema<JobId>().nullable().default(null),
    }),
    returns: judgedCondition,
  },
  countCondition: {
    method: 'post',
    path: '/condition-counts',
    summary: 'How many jobs of a pipeline, or clients while it has none, meet a condition now (D-4); changes nothing',
    who: { staff: 'any' },
    body: z.strictObject({ condition: draftConditionSchema, pipelineId: idSchema<PipelineId>() }),
    returns: conditionCount,
  },
  dryRun: {
    method: 'post',
    path: '/pipelines/{id}/dry-runs',
    summary:
      'What would happen if each of these clients got a job: hop by hop, as really as it would, then undone (B-1)',
    who: { staff: 'manage_pipelines' },
    params: z.object({ id: idSchema<PipelineId>() }),
    body: z.strictObject({
      of: z.enum(['draft', 'published']).default('draft'),
      /** the first stage where it is left out */
      stageId: idSchema<StageId>().optional(),
      accountIds: z.array(idSchema<AccountId>()).min(1).max(MOST_TRIED),
      /** of the jobs; may hold account and date shortcodes (JOB-4); the pipeline's own where it is left out */
      name: z.string().trim().min(1).max(255).optional(),
    }),
    returns: trial,
    refusals: ['not_published'],
  },
})
