import { sql } from 'kysely'
import type { JobState, LinkedItem } from '#engine/core/model.ts'
import type { DecidedJob } from '#engine/shell/ports.ts'
import type { AccountId, EventId, JobId, PipelineId, StageId, VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Locks jobs in id order, in a statement of its own: whoever looks afterwards sees what just committed (AM-17). */
export async function lockJobs(tx: Tx, ids: readonly JobId[]): Promise<JobId[]> {
  const { rows } = await sql<{ id: JobId }>`
    select id from jobs where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[])
    order by id for no key update`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** The jobs as the engine sees them, without their items. */
export async function loadJobs(tx: Tx, ids: readonly JobId[]): Promise<JobState[]> {
  const rows = await tx.db
    .selectFrom('jobs')
    .select(['id', 'account_id', 'pipeline_id', 'lifecycle', 'stage_id', 'visit_id', 'visit_ordinal'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id as JobId,
    accountId: row.account_id as AccountId,
    pipelineId: row.pipeline_id as PipelineId,
    lifecycle: row.lifecycle,
    stageId: row.stage_id as StageId,
    visitId: row.visit_id as VisitId,
    visitOrdinal: row.visit_ordinal,
    items: [],
  }))
}

/** Writes where decided jobs now are: one insert for the new ones, one update for the others. */
export async function saveJobs(tx: Tx, jobs: readonly DecidedJob[]): Promise<void> {
  const rows = jobs.map(({ state, added, failedOutcomes }) => ({
    id: state.id,
    account_id: state.accountId,
    pipeline_id: state.pipelineId,
    stage_id: state.stageId,
    visit_id: state.visitId,
    visit_ordinal: state.visitOrdinal,
    name: added?.name ?? null,
    ...countsOf(state.items, state.visitId),
    failed_outcomes: failedOutcomes,
  }))
  const added = rows.filter((row) => row.name !== null)
  const moved = rows.filter((row) => row.name === null)
  if (added.length > 0) await insertJobs(tx, added)
  if (moved.length > 0) await updateJobs(tx, moved)
}

/** Writes counts that changed, and that a waiting move is no longer waited for. */
export async function saveCounts(tx: Tx, jobs: readonly JobState[]): Promise<void> {
  const rows = jobs.map(({ id, items, visitId }) => ({ id, ...countsOf(items, visitId) }))
  await sql`
    update jobs set pending_items = row.pending_items, pending_client_items = row.pending_client_items,
      done_items = row.done_items, advance_waiting = false
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as row(id uuid, pending_items integer, pending_client_items integer, done_items integer)
    where jobs.firm_id = ${tx.firmId} and jobs.id = row.id
      and (jobs.pending_items, jobs.pending_client_items, jobs.done_items, jobs.advance_waiting)
        is distinct from (row.pending_items, row.pending_client_items, row.done_items, false)`.execute(tx.db)
}

/** Shows on the jobs that their move is yet to be computed (D-15). */
export async function markWaiting(tx: Tx, ids: readonly JobId[], causeId: EventId, errorId: string): Promise<void> {
  await tx.db
    .updateTable('jobs')
    .set({ advance_waiting: true })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  for (const id of ids) {
    const subject = { kind: 'job', id }
    tx.record({ type: 'job.couldNotBeMoved', subject, jobId: id, payload: { errorId }, causeId })
  }
}

/** What the card counts: items of the current visit that somebody must act on, and those done. */
export function countsOf(items: readonly LinkedItem[], visitId: VisitId): Counts {
  const here = items.filter((item) => item.visitId === visitId)
  const pending = here.filter((item) => item.state === 'pending')
  return {
    pending_items: pending.length,
    pending_client_items: pending.filter((item) => item.actor === 'client').length,
    done_items: here.filter((item) => item.state === 'done').length,
  }
}

export type Counts = { pending_items: number; pending_client_items: number; done_items: number }

const RECORD = sql`as row(id uuid, account_id uuid, pipeline_id uuid, stage_id uuid, visit_id uuid,
  visit_ordinal integer, name text, pending_items integer, pending_client_items integer, done_items integer, failed_outcomes integer)`

async function insertJobs(tx: Tx, rows: object[]): Promise<void> {
  await sql`
    insert into jobs (firm_id, id, account_id, pipeline_id, stage_id, visit_id, visit_ordinal, name, pending_items,
                      pending_client_items, done_items, failed_outcomes, stage_entered_at, created_at)
    select ${tx.firmId}::uuid, id, account_id, pipeline_id, stage_id, visit_id, visit_ordinal, name, pending_items,
           pending_client_items, done_items, failed_outcomes, ${tx.now}::timestamptz, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${RECORD}`.execute(tx.db)
}

async function updateJobs(tx: Tx, rows: object[]): Promise<void> {
  await sql`
    update jobs set stage_id = row.stage_id, visit_id = row.visit_id, visit_ordinal = row.visit_ordinal,
      pending_items = row.pending_items, pending_client_items = row.pending_client_items, done_items = row.done_items, failed_outcomes = row.failed_outcomes,
      advance_waiting = false, stage_entered_at = ${tx.now}::timestamptz, revision = jobs.revision + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${RECORD}
    where jobs.firm_id = ${tx.firmId}::uuid and jobs.id = row.id`.execute(tx.db)
}
