import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/model.ts'
import type { PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PipelineDefinition } from './model.ts'

/** The newest published version of each pipeline; one without any is not in the answer. */
export async function newestVersions(tx: Tx, ids: readonly PipelineId[]): Promise<Map<PipelineId, PipelineVersion>> {
  const { rows } = await sql<{ id: PipelineId; name: string; version: number; definition: PipelineDefinition }>`
    select p.id, p.name, v.version, v.definition
    from pipelines p join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version
    where p.firm_id = ${tx.firmId} and p.id = any(${[...ids]}::uuid[])`.execute(tx.db)
  return new Map(
    rows.map(({ id, name, version, definition }) => [id, { pipelineId: id, name, version, stages: definition.stages }]),
  )
}

/**
 * The one rule of which pipelines the actor may see, as a predicate on a column that holds a pipeline's id: owner and
 * admins all, employees those available to them (P-2, P-4, P-6); the system everything.
 */
export function visiblePipelines(tx: Tx, column: string): RawBuilder<SqlBool> {
  const { actor } = tx
  if (actor.kind !== 'member' || actor.role !== 'employee') return sql<SqlBool>`true`
  return sql<SqlBool>`exists (select from pipeline_members available where available.firm_id = ${tx.firmId}
    and available.pipeline_id = ${sql.ref(column)} and available.member_id = ${actor.memberId})`
}
