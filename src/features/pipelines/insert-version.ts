import { sql } from 'kysely'
import type { PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { isPublishing } from './known-definitions.ts'
import { definitionOf, type PipelineDefinition, type PipelineDraft } from './model.ts'

/** Writes a version, which becomes the newest one and what the draft says; stages and custom statuses keep their rows for ever (D-14). */
export async function insertVersion(
  tx: Tx,
  id: PipelineId,
  version: number,
  definition: PipelineDefinition,
): Promise<void> {
  const said = JSON.stringify(definition)
  await isPublishing(tx, id)
  const publishedBy = tx.actor.kind === 'member' ? tx.actor.memberId : null
  await tx.db
    .insertInto('pipeline_versions')
    .values({
      firm_id: tx.firmId,
      pipeline_id: id,
      version,
      definition: said,
      published_by: publishedBy,
      published_at: tx.now,
    })
    .execute()
  await sql`
    insert into stages (firm_id, id, pipeline_id)
    select ${tx.firmId}::uuid, id, ${id}::uuid from unnest(${definition.stages.map((stage) => stage.id)}::uuid[]) as id
    on conflict do nothing`.execute(tx.db)
  await sql`
    insert into job_statuses (firm_id, id, pipeline_id)
    select ${tx.firmId}::uuid, id, ${id}::uuid from unnest(${definition.statuses.map((status) => status.id)}::uuid[]) as id
    on conflict do nothing`.execute(tx.db)
  await tx.db
    .updateTable('pipelines')
    .set((eb) => ({
      version,
      draft: said,
      draft_changed: false,
      revision: eb('revision', '+', 1),
      updated_at: tx.now,
    }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}

/** Makes a draft without problems the newest version for what comes next in a transaction that undoes it again (B-1). */
export async function tryAsNewest(
  tx: Tx,
  { id, version, draft }: { id: PipelineId; version: number | null; draft: PipelineDraft },
): Promise<void> {
  await insertVersion(tx, id, (version ?? 0) + 1, definitionOf(draft))
}
