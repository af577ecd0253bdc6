import { sql } from 'kysely'
import type { JobState } from '#engine/core/model.ts'
import type { TimeLimit } from '#engine/core/pipeline.ts'
import type { DecidedJob } from '#engine/shell/ports.ts'
import type { EventId, JobId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Writes where decided jobs now are: one insert for the new ones, one update for the others. */
export async function saveJobs(tx: Tx, jobs: readonly DecidedJob[]): Promise<void> {
  const rows = jobs.map(({ state, added, entry }) => ({
    id: state.id,
    account_id: state.accountId,
    pipeline_id: state.pipelineId,
    stage_id: state.stageId,
    visit_id: state.visitId,
    visit_ordinal: state.visitOrdinal,
    status_id: state.status?.id ?? null,
    status_visit_id: state.status?.visitId ?? null,
    name: added?.name ?? null,
    description: added?.description,
    time_budget: added?.timeBudget,
    client_name: added?.clientName,
    created_by: added?.createdBy,
    priority: state.priority,
    start_on: state.startOn,
    due_on: state.dueOn,
    client_visible: state.clientStatus.visible,
    client_status_id: state.clientStatus.statusId,
    client_description: state.clientStatus.description,
    ...countsOf(state),
    failed_outcomes: state.failed.size,
    entered: entry !== null,
    stage_due_at: entry && dueAt(tx.now, entry.timeLimit),
  }))
  const added = rows.filter((row) => row.name !== null)
  const moved = rows.filter((row) => row.name === null)
  if (added.length > 0) await insertJobs(tx, added)
  if (moved.length > 0) await updateJobs(tx, moved)
  await assign(
    tx,
    jobs.flatMap(({ added: job }) => job?.assigneeIds.map((memberId) => ({ j: job.id, m: memberId })) ?? []),
  )
}

/** Writes counts that changed, and that a waiting move is no longer waited for. */
export async function saveCounts(tx: Tx, jobs: readonly JobState[]): Promise<void> {
  const rows = jobs.map((job) => ({ id: job.id, ...countsOf(job) }))
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

/** Puts people on jobs; who is there already stays. Short names, because there may be tens of thousands. */
export async function assign(tx: Tx, rows: readonly { j: JobId; m: string }[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into job_assignees (firm_id, job_id, member_id)
    select ${tx.firmId}::uuid, j, m from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(j uuid, m uuid)
    on conflict do nothing`.execute(tx.db)
}

/** When a job that enters now is overdue in its stage (STG-5, EQ-15); null where the stage has no limit. */
export function dueAt(now: Date, limit: TimeLimit | null): Date | null {
  if (!limit) return null
  const hours = limit.unit === 'hours' ? limit.amount : limit.amount * 24
  return new Date(now.getTime() + hours * 3_600_000)
}

/** What the card counts: items of stage and custom status that somebody must act on, and those done. */
export function countsOf({ items, visitId, status }: Pick<JobState, 'items' | 'visitId' | 'status'>): Counts {
  const here = items.filter((item) => item.visitId === visitId || item.visitId === status?.visitId)
  const pending = here.filter((item) => item.state === 'pending')
  return {
    pending_items: pending.length,
    pending_client_items: pending.filter((item) => item.actor === 'client').length,
    done_items: here.filter((item) => item.state === 'done').length,
  }
}

export type Counts = { pending_items: number; pending_client_items: number; done_items: number }

const RECORD = sql`as row(id uuid, account_id uuid, pipeline_id uuid, stage_id uuid, visit_id uuid,
  visit_ordinal integer, status_id uuid, status_visit_id uuid, name text, priority text, start_on date, due_on date,
  client_visible boolean, client_status_id uuid, client_description text, description text, time_budget integer,
  client_name text, created_by jsonb, pending_items integer,
  pending_client_items integer, done_items integer, failed_outcomes integer, entered boolean, stage_due_at timestamptz)`

async function insertJobs(tx: Tx, rows: object[]): Promise<void> {
  await sql`
    insert into jobs (firm_id, id, account_id, pipeline_id, stage_id, visit_id, visit_ordinal, name, priority, start_on,
                      due_on, client_visible, client_status_id, client_description, client_changed_at, pending_items,
                      pending_client_items, done_items, failed_outcomes, stage_due_at, description, time_budget,
                      client_name, created_by, stage_entered_at, created_at)
    select ${tx.firmId}::uuid, id, account_id, pipeline_id, stage_id, visit_id, visit_ordinal, name, priority, start_on,
           due_on, client_visible, client_status_id, client_description, case when client_visible then ${tx.now}::timestamptz end,
           pending_items, pending_client_items, done_items, failed_outcomes, stage_due_at, description, time_budget,
           client_name, created_by, ${tx.now}::timestamptz, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${RECORD}`.execute(tx.db)
}

async function updateJobs(tx: Tx, rows: object[]): Promise<void> {
  await sql`
    update jobs set pipeline_id = row.pipeline_id, stage_id = row.stage_id, visit_id = row.visit_id,
      visit_ordinal = row.visit_ordinal, status_id = row.status_id, status_visit_id = row.status_visit_id,
      client_visible = row.client_visible, client_status_id = row.client_status_id,
      client_description = row.client_description,
      client_changed_at = case when (jobs.client_visible, jobs.client_status_id, jobs.client_description)
          is distinct from (row.client_visible, row.client_status_id, row.client_description)
        then ${tx.now}::timestamptz else jobs.client_changed_at end,
      pending_items = row.pending_items, pending_client_items = row.pending_client_items, done_items = row.done_items,
      failed_outcomes = row.failed_outcomes, advance_waiting = false,
      stage_entered_at = case when row.entered then ${tx.now}::timestamptz else jobs.stage_entered_at end,
      stage_due_at = case when row.entered then row.stage_due_at else jobs.stage_due_at end,
      revision = jobs.revision + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) ${RECORD}
    where jobs.firm_id = ${tx.firmId}::uuid and jobs.id = row.id`.execute(tx.db)
}
