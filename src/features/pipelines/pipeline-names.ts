import { sql } from 'kysely'
import type { JobStatusId, PipelineId, StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/**
 * Names in use, in lower case; a deleted pipeline has given its name away (SET-1). Nobody else chooses a free one until
 * the transaction ends.
 */
export async function takenNames(tx: Tx): Promise<Set<string>> {
  await sql`select pg_advisory_xact_lock(hashtextextended('pipeline names ' || ${tx.firmId}, 0))`.execute(tx.db)
  const { rows } = await sql<{ name: string }>`
    select lower(name) as name from pipelines where firm_id = ${tx.firmId} and state <> 'deleted'`.execute(tx.db)
  return new Set(rows.map((row) => row.name))
}

/** What these stages are called, or were when a version last had them. */
export async function stageNames(tx: Tx, ids: readonly StageId[]): Promise<Map<StageId, string>> {
  const known = await knownStages(tx)
  return ids.every((id) => known.has(id)) ? known : readStageNames(tx, ids)
}

/** Whoever has read the newest version of a pipeline says what its stages are called. */
export async function rememberStageNames(tx: Tx, stages: readonly { id: StageId; name: string }[]): Promise<void> {
  const known = await knownStages(tx)
  for (const { id, name } of stages) known.set(id, name)
}

function knownStages(tx: Tx): Promise<Map<StageId, string>> {
  return tx.once('names of stages', async () => new Map())
}

async function readStageNames(tx: Tx, ids: readonly StageId[]): Promise<Map<StageId, string>> {
  const { rows } = await sql<{ id: StageId; name: string }>`
    select s.id, named.name
    from stages s cross join lateral (
      select stage ->> 'name' as name
      from pipeline_versions v cross join jsonb_array_elements(v.definition -> 'stages') stage
      where v.firm_id = s.firm_id and v.pipeline_id = s.pipeline_id and stage ->> 'id' = s.id::text
      order by v.version desc limit 1) named
    where s.firm_id = ${tx.firmId} and s.id = any(${[...new Set(ids)]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** What these custom statuses are called, or were when a version last had them. */
export async function statusNames(tx: Tx, ids: readonly JobStatusId[]): Promise<Map<JobStatusId, string>> {
  const { rows } = await sql<{ id: JobStatusId; name: string }>`
    select s.id, named.name
    from job_statuses s cross join lateral (
      select status ->> 'name' as name
      from pipeline_versions v cross join jsonb_array_elements(v.definition -> 'statuses') status
      where v.firm_id = s.firm_id and v.pipeline_id = s.pipeline_id and status ->> 'id' = s.id::text
      order by v.version desc limit 1) named
    where s.firm_id = ${tx.firmId} and s.id = any(${[...new Set(ids)]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}

export async function pipelineNames(tx: Tx, ids: readonly PipelineId[]): Promise<Map<PipelineId, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: PipelineId; name: string }>`
    select id, name from pipelines
    where firm_id = ${tx.firmId} and id = any(${[...new Set(ids)]}::uuid[])`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}
