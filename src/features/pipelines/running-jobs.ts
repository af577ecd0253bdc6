import { sql } from 'kysely'
import { type EventId, type JobId, newId, type PipelineId, type StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { PipelineDefinition } from './model.ts'
import { switchedOn } from './rules.ts'

/** So many jobs are moved on in one transaction. */
const CHUNK = 200

/**
 * Jobs in stages that from now on move by themselves, and which have something done there and nothing pending, are
 * judged once (P-16); right after this transaction, so that publishing does not wait for them.
 */
export async function advanceReady(
  tx: Tx,
  id: PipelineId,
  { before, after }: { before: PipelineDefinition | null; after: PipelineDefinition },
  causeId: EventId,
): Promise<void> {
  const stageIds = switchedOn(before?.stages ?? [], after.stages)
  const { rows } = await sql<{ id: JobId }>`
    select j.id from jobs j
    where j.firm_id = ${tx.firmId} and j.pipeline_id = ${id} and j.stage_id = any(${stageIds}::uuid[]) and ${READY}
    order by j.id`.execute(tx.db)
  for (let at = 0; at < rows.length; at += CHUNK) {
    const jobIds = rows.slice(at, at + CHUNK).map((row) => row.id)
    tx.enqueue({ id: newId(tx.now.getTime()), kind: 'advance', payload: { jobIds, causeId }, causeId })
  }
}

/** A job `j` that has something done in its stage and nothing pending (P-16). */
export const READY = sql`(j.lifecycle = 'active' and j.deleted_at is null and j.status_id is null
  and j.done_items > 0 and j.pending_items = 0)`

/** Jobs in stages whose time limit the draft changes. */
export async function jobsToRetime(tx: Tx, id: PipelineId): Promise<JobId[]> {
  const { rows } = await sql<{ id: JobId }>`
    select j.id
    from pipelines p
      join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version
      cross join jsonb_array_elements(p.draft -> 'stages') now
      join jsonb_array_elements(v.definition -> 'stages') was on was ->> 'id' = now ->> 'id'
        and nullif(was -> 'timeLimit', 'null') is distinct from nullif(now -> 'timeLimit', 'null')
      join jobs j on j.firm_id = p.firm_id and j.pipeline_id = p.id and j.stage_id = (now ->> 'id')::uuid
    where p.firm_id = ${tx.firmId} and p.id = ${id}
    order by j.id`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** Says anew when these jobs are overdue in their stages: counted from when they entered (STG-5, EQ-15). */
export async function retimeJobs(tx: Tx, ids: readonly JobId[], { stages }: PipelineDefinition): Promise<void> {
  if (ids.length === 0) return
  const limits = stages.map(({ id, timeLimit }): { id: StageId; hours: number | null } => {
    const hours = timeLimit && (timeLimit.unit === 'hours' ? timeLimit.amount : timeLimit.amount * 24)
    return { id, hours }
  })
  await sql`
    update jobs j set stage_due_at = j.stage_entered_at + make_interval(hours => stage.hours)
    from jsonb_to_recordset(${JSON.stringify(limits)}::jsonb) as stage(id uuid, hours integer)
    where j.firm_id = ${tx.firmId} and j.id = any(${[...ids]}::uuid[]) and j.stage_id = stage.id`.execute(tx.db)
}
