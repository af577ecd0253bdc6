import { sql } from 'kysely'
import type { EventId, VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** A stay of a job in a stage or, with `statusId`, in a custom status of it (J-41). */
export type NewVisit = {
  id: VisitId
  jobId: string
  pipelineId: string
  stageId: string
  statusId: string | null
  version: number
  ordinal: number
  how: 'created' | 'moved_by_hand' | 'automove' | 'status_set'
}

/** Opens visits; `left` are those that the same decision leaves again, so that only one is open at any moment. */
export async function openVisits(
  tx: Tx,
  visits: readonly NewVisit[],
  entered: ReadonlyMap<VisitId, EventId>,
  left: ReadonlySet<VisitId>,
): Promise<void> {
  const rows = visits.map((visit) => ({ ...visit, causeId: entered.get(visit.id) ?? null, left: left.has(visit.id) }))
  await sql`
    insert into visits (firm_id, id, job_id, pipeline_id, stage_id, status_id, version, ordinal, how, cause_id,
                        entered_at, left_at)
    select ${tx.firmId}::uuid, id, "jobId", "pipelineId", "stageId", "statusId", version, ordinal, how, "causeId",
           ${tx.now}::timestamptz, case when "left" then ${tx.now}::timestamptz end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, "jobId" uuid, "pipelineId" uuid,
      "stageId" uuid, "statusId" uuid, version integer, ordinal integer, how text, "causeId" uuid, "left" boolean)`.execute(
    tx.db,
  )
}

export async function closeVisits(tx: Tx, ids: readonly VisitId[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .updateTable('visits')
    .set({ left_at: tx.now })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('left_at', 'is', null)
    .execute()
}
