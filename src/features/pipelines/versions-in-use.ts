import { sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { PipelineId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { definitionsOf } from './known-definitions.ts'
import type { PipelineState } from './model.ts'
import { type PipelineSettings, settingsOf } from './model-settings.ts'
import { rememberStageNames } from './pipeline-names.ts'

/** The newest published version of each pipeline; one without any is not in the answer. */
export async function newestVersions(tx: Tx, ids: readonly PipelineId[]): Promise<Map<PipelineId, PipelineVersion>> {
  const { rows } = await sql<Named>`
    select id, name, version from pipelines where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[])`.execute(
    tx.db,
  )
  return withDefinitions(tx, rows)
}

/**
 * The newest versions, held until the transaction ends: nobody publishes meanwhile, so that no job enters a stage that
 * is just being taken away (P-11), nor a pipeline that is being deleted (P-12). For whoever moves jobs.
 */
export async function heldVersions(tx: Tx, ids: readonly PipelineId[]): Promise<Map<PipelineId, PipelineVersion>> {
  const { rows } = await sql<Named>`
    select id, name, version from pipelines
    where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[]) and state <> 'deleted'
    order by id for key share`.execute(tx.db)
  return withDefinitions(tx, rows)
}

type Named = { id: PipelineId; name: string; version: number | null }

async function withDefinitions(tx: Tx, pipelines: readonly Named[]): Promise<Map<PipelineId, PipelineVersion>> {
  const published = pipelines.flatMap(({ id, name, version }) => (version === null ? [] : { id, name, version }))
  const definitions = await definitionsOf(tx, published)
  const versions = published.map(({ id, name, version }): PipelineVersion => {
    return { pipelineId: id, name, version, ...definitions.get(id)! }
  })
  await rememberStageNames(
    tx,
    versions.flatMap(({ stages }) => stages),
  )
  return new Map(versions.map((version) => [version.pipelineId, version]))
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
