import { sql } from 'kysely'
import { newId, type PipelineId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { insertPipeline } from './commands.ts'
import { takenNames } from './pipeline-names.ts'
import { pipelineById } from './queries.ts'
import { draftCopied, nameOfCopy } from './rules-copy.ts'
import type { PipelineView } from './schemas.ts'

/**
 * Copies stages, automations, settings and who sees it into a new pipeline, as a draft to be published (P-19). Jobs
 * and versions stay with the original; templates and tags are used by both.
 */
export async function duplicatePipeline(tx: Tx, id: PipelineId): Promise<PipelineView> {
  const { name: from, draft, state } = await pipelineById(tx, id)
  if (state === 'deleted') throw new Refusal('deleted')
  const name = nameOfCopy(from, await takenNames(tx))
  const copied = draftCopied(draft, () => newId(tx.now.getTime()))
  const copy = await insertPipeline(tx, { name, draft: copied, libraryKey: null })
  await copySettings(tx, id, copy)
  tx.record({ type: 'pipeline.duplicated', subject: { kind: 'pipeline', id: copy }, payload: { name, from } })
  return pipelineById(tx, copy)
}

async function copySettings(tx: Tx, from: PipelineId, to: PipelineId): Promise<void> {
  await sql`
    update pipelines p set settings = o.settings
    from pipelines o
    where p.firm_id = ${tx.firmId} and p.id = ${to} and o.firm_id = p.firm_id and o.id = ${from}`.execute(tx.db)
  await sql`
    insert into pipeline_members (firm_id, pipeline_id, member_id)
    select a.firm_id, ${to}::uuid, a.member_id
    from pipeline_members a
      join team_members m on m.firm_id = a.firm_id and m.id = a.member_id and m.state <> 'deactivated'
    where a.firm_id = ${tx.firmId} and a.pipeline_id = ${from}
    on conflict do nothing`.execute(tx.db)
}
