import { sql } from 'kysely'
import type { PipelineId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { pipelineAt, refuseTooMany, stateAt } from './commands.ts'
import { freeName, type PipelineState } from './model.ts'
import { takenNames } from './pipeline-names.ts'
import { pipelineById, stageJobs } from './queries.ts'
import type { PipelineView } from './schemas.ts'

/**
 * Archives a pipeline, or takes back an archived or a deleted one; doing it again does nothing. Its jobs go on either
 * way: an archived one is out of the lists and takes no new jobs (P-12). One that comes back from deletion gets a free
 * name where its own was given away.
 */
export async function setPipelineState(
  tx: Tx,
  id: PipelineId,
  state: 'active' | 'archived',
  revision: number,
): Promise<PipelineView> {
  const before = await stateAt(tx, id, revision)
  if (before.state === state) return before
  const name = before.state === 'deleted' ? freeName(before.name, await takenNames(tx)) : before.name
  if (before.state === 'deleted') await refuseTooMany(tx)
  await writeState(tx, id, { state, name })
  const type = state === 'archived' ? 'pipeline.archived' : 'pipeline.restored'
  tx.record({ type, subject: { kind: 'pipeline', id }, payload: { name } })
  return pipelineById(tx, id)
}

/**
 * Takes a pipeline out of everything but the list of deleted ones; nothing of it is lost (P-18). Refused with `in_use`
 * and the counts while jobs are under way in it (P-12).
 */
export async function deletePipeline(tx: Tx, id: PipelineId, revision: number): Promise<PipelineView> {
  await pipelineById(tx, id)
  await sql`select from pipelines where firm_id = ${tx.firmId} and id = ${id} for update`.execute(tx.db)
  const { name } = await pipelineAt(tx, id, revision)
  const stages = (await stageJobs(tx, id)).filter((stage) => stage.active > 0)
  if (stages.length > 0) {
    const active = stages.reduce((sum, stage) => sum + stage.active, 0)
    throw new Refusal('in_use', [], { active, stages })
  }
  await writeState(tx, id, { state: 'deleted', name })
  tx.record({ type: 'pipeline.deleted', subject: { kind: 'pipeline', id }, payload: { name } })
  return pipelineById(tx, id)
}

async function writeState(tx: Tx, id: PipelineId, written: { state: PipelineState; name: string }): Promise<void> {
  await tx.db
    .updateTable('pipelines')
    .set((eb) => ({ ...written, revision: eb('revision', '+', 1), updated_at: tx.now }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}
