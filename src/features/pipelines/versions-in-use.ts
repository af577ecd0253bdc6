import { sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { PipelineId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PipelineDefinition, PipelineState } from './model.ts'
import { type PipelineSettings, settingsOf } from './model-settings.ts'

/** The newest published version of each pipeline; one without any is not in the answer. */
export async function newestVersions(tx: Tx, ids: readonly PipelineId[]): Promise<Map<PipelineId, PipelineVersion>> {
  const { rows } = await sql<{ id: PipelineId; name: string; version: number; definition: PipelineDefinition }>`
    select p.id, p.name, v.version, v.definition
    from pipelines p join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version
    where p.firm_id = ${tx.firmId} and p.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(
    rows.map(({ id, name, version, definition }) => [id, { pipelineId: id, name, version, ...definition }]),
  )
}

/**
 * The newest versions, held until the transaction ends: nobody publishes meanwhile, so that no job enters a stage that
 * is just being taken away (P-11), nor a pipeline that is being deleted (P-12). For whoever moves jobs.
 */
export async function heldVersions(tx: Tx, ids: readonly PipelineId[]): Promise<Map<PipelineId, PipelineVersion>> {
  const { rows } = await sql<{ id: PipelineId }>`
    select id from pipelines where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[]) and state <> 'deleted'
    order by id for key share`.execute(tx.db)
  return newestVersions(
    tx,
    rows.map((row) => row.id),
  )
}

/** Refuses while the pipeline is deleted, and holds it until the transaction ends: for whoever puts a job into it. */
export async function requireKept(tx: Tx, id: PipelineId): Promise<void> {
  const { rows } = await sql<{ state: PipelineState }>`
    select state from pipelines where firm_id = ${tx.firmId} and id = ${id} for key share`.execute(tx.db)
  if (rows[0]?.state === 'deleted') throw new Refusal('deleted')
}

/** Those of the pipelines that take new jobs: archived and deleted ones don't (P-12). */
export async function takingJobs(tx: Tx, ids: readonly PipelineId[]): Promise<Set<PipelineId>> {
  const { rows } = await sql<{ id: PipelineId }>`
    select id from pipelines
    where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[]) and state = 'active'`.execute(tx.db)
  return new Set(rows.map((row) => row.id))
}

/** The settings of each pipeline, for whoever shows its jobs or makes new ones (SET-3 to SET-6). */
export async function pipelineSettings(tx: Tx, ids: readonly PipelineId[]): Promise<Map<PipelineId, PipelineSettings>> {
  const { rows } = await sql<{ id: PipelineId; settings: Partial<PipelineSettings> }>`
    select id, settings from pipelines where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(rows.map(({ id, settings }) => [id, settingsOf(settings)]))
}
