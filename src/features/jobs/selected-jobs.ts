import { sql } from 'kysely'
import type { z } from 'zod'
import type { JobId, PipelineId, VisitId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleVersion } from './board.ts'
import type { selectionSchema } from './bulk-schemas.ts'
import { inStage, jobIsVisible } from './cards.ts'

/** A job that somebody chose, as it stood then. */
export type Selected = { id: JobId; pipelineId: PipelineId; visitId: VisitId }

/**
 * The jobs that a person ticked, or all of a stage that his filter leaves, without a limit (VIEW-2). Refused whole where
 * one of them is not his to see.
 */
export async function selectedJobs(tx: Tx, { jobIds, stage }: z.output<typeof selectionSchema>): Promise<Selected[]> {
  if (jobIds && !stage) return namedJobs(tx, [...new Set(jobIds)])
  if (!stage || jobIds) throw invalid('jobIds', 'jobs_or_stage')
  const { pipelineId, stageId, exceptIds, ...filter } = stage
  const version = await visibleVersion(tx, pipelineId)
  if (!version.stages.some((it) => it.id === stageId)) throw invalid('stage.stageId', 'unknown_stage')
  const { rows } = await sql<Selected>`
    select j.id, j.pipeline_id as "pipelineId", j.visit_id as "visitId"
    from jobs j join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
    where j.firm_id = ${tx.firmId} and ${inStage(tx, version, stageId, filter)} and j.deleted_at is null
      and j.id <> all(${exceptIds}::uuid[]) and ${jobIsVisible(tx)}
    order by lower(a.name), j.id`.execute(tx.db)
  if (rows.length === 0) throw invalid('stage', 'no_jobs')
  return rows
}

/** Among thousands that were ticked, one that a colleague deleted meanwhile keeps no other from it: it is left out. */
async function namedJobs(tx: Tx, ids: readonly JobId[]): Promise<Selected[]> {
  const { rows } = await sql<Selected & { isDeleted: boolean }>`
    select j.id, j.pipeline_id as "pipelineId", j.visit_id as "visitId", j.deleted_at is not null as "isDeleted"
    from jobs j join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
    where j.firm_id = ${tx.firmId} and j.id = any(${[...ids]}::uuid[]) and ${jobIsVisible(tx)}
    order by lower(a.name), j.id`.execute(tx.db)
  if (rows.length !== ids.length) throw new Refusal('not_found')
  const left = rows.flatMap(({ isDeleted, ...job }) => (isDeleted ? [] : [job]))
  if (left.length === 0) throw invalid('jobIds', 'no_jobs')
  return left
}
