import { type RawBuilder, sql } from 'kysely'
import type { MemberNamed } from '#kernel/event.ts'
import { type EventId, type JobId, type MemberId, newId, type VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { BulkAct } from './bulk-schemas.ts'

export type BulkKind = BulkAct['kind']

/** A stored act, as whoever carries it out needs it; `params` are those that its kind stored. */
export type StoredAct = { id: string; kind: BulkKind; params: unknown; by: MemberNamed | null; causeId: EventId | null }

/** One thing that an act is carried out on: an account for *add jobs*, else a job and the visit it was seen in. */
export type BulkItem = { ordinal: number; subjectId: string; seenVisitId: VisitId | null }

/** What came of one item; a reason may also stand with what succeeded, such as that nothing was to be done. */
export type Settled = {
  ordinal: number
  state: 'succeeded' | 'failed'
  reason: { code: string; errorId?: string } | null
  jobId: JobId | null
}

export type NewBulkAct = {
  kind: BulkKind
  params: Record<string, unknown>
  subjects: readonly { id: string; seenVisitId: VisitId | null }[]
  /** the act of which this one tries again what failed */
  again: StoredAct | null
}

/** Stores an act and its items, and leaves it for the worker; answered at once. */
export async function storeBulkAct(tx: Tx, { kind, params, subjects, again }: NewBulkAct): Promise<BulkAct> {
  const id = newId(tx.now.getTime())
  const total = subjects.length
  const subject = { kind: 'bulk_act', id }
  const type = again ? 'bulk_act.startedAgain' : 'bulk_act.started'
  const causeId = tx.record({ type, subject, payload: { kind, total }, causeId: again?.causeId ?? null })
  await tx.db
    .insertInto('bulk_acts')
    .values({
      firm_id: tx.firmId,
      id,
      kind,
      params: JSON.stringify(params),
      total,
      created_by: tx.actor.kind === 'member' ? tx.actor.memberId : null,
      cause_id: causeId,
      created_at: tx.now,
      finished_at: null,
    })
    .execute()
  await sql`
    insert into bulk_items (firm_id, bulk_id, ordinal, subject_id, seen_visit_id)
    select ${tx.firmId}, ${id}, ordinal, subject_id, visit_id
    from unnest(${subjects.map((it) => it.id)}::uuid[], ${subjects.map((it) => it.seenVisitId)}::uuid[])
      with ordinality as given(subject_id, visit_id, ordinal)`.execute(tx.db)
  tx.enqueue({ id, kind: 'bulk', payload: { bulkId: id }, causeId })
  const pipelineId = typeof params['pipelineId'] === 'string' ? params['pipelineId'] : null
  const begun = { state: 'queued' as const, total, succeeded: 0, failed: 0, mayRetry: false, retryId: null }
  return { id, kind, pipelineId, ...begun, createdAt: tx.now.toISOString(), finishedAt: null }
}

export async function storedAct(tx: Tx, id: string): Promise<StoredAct> {
  const { rows } = await sql<Omit<StoredAct, 'by'> & { memberId: MemberId | null; name: string | null }>`
    select b.id, b.kind, b.params, b.cause_id as "causeId", m.id as "memberId", m.name
    from bulk_acts b left join team_members m on m.firm_id = b.firm_id and m.id = b.created_by
    where b.firm_id = ${tx.firmId} and b.id = ${id}`.execute(tx.db)
  const { memberId, name, ...act } = rows[0]!
  return { ...act, by: memberId === null ? null : { memberId, name: name ?? '' } }
}

/** Says which act tries again what failed in another. */
export async function keepRetry(tx: Tx, id: string, retryId: string): Promise<void> {
  await sql`update bulk_acts set retry_id = ${retryId} where firm_id = ${tx.firmId} and id = ${id}`.execute(tx.db)
}

/** The next items that wait and that nobody else is just carrying out; locked until the transaction ends. */
export async function claimItems(tx: Tx, bulkId: string, size: number): Promise<BulkItem[]> {
  return waitingItems(tx, bulkId, sql`order by ordinal limit ${size} for no key update skip locked`)
}

/** One item, if it still waits, once whoever is carrying it out has ended. */
export async function claimItem(tx: Tx, bulkId: string, ordinal: number): Promise<BulkItem[]> {
  return waitingItems(tx, bulkId, sql`and ordinal = ${ordinal} for no key update`)
}

/** Says of the next item that waits that it is tried, before it is; answers how often it was before. */
export async function beginNextItem(
  tx: Tx,
  bulkId: string,
): Promise<{ ordinal: number; triedBefore: number } | undefined> {
  const { rows } = await sql<{ ordinal: number; triedBefore: number }>`
    with next as materialized (
      select ordinal from bulk_items where firm_id = ${tx.firmId} and bulk_id = ${bulkId} and state = 'waiting'
      order by ordinal limit 1 for no key update skip locked)
    update bulk_items i set tries = i.tries + 1 from next
    where i.firm_id = ${tx.firmId} and i.bulk_id = ${bulkId} and i.ordinal = next.ordinal
    returning i.ordinal, i.tries - 1 as "triedBefore"`.execute(tx.db)
  return rows[0]
}

async function waitingItems(tx: Tx, bulkId: string, which: RawBuilder<unknown>): Promise<BulkItem[]> {
  const { rows } = await sql<BulkItem>`
    select ordinal, subject_id as "subjectId", seen_visit_id as "seenVisitId" from bulk_items
    where firm_id = ${tx.firmId} and bulk_id = ${bulkId} and state = 'waiting' ${which}`.execute(tx.db)
  return rows
}

/** Writes what came of some items. */
export async function settleItems(tx: Tx, { id }: Pick<StoredAct, 'id'>, settled: readonly Settled[]): Promise<void> {
  await sql`
    update bulk_items set state = row.state, reason = row.reason, result_id = row."jobId"
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb)
      as row(ordinal integer, state text, reason jsonb, "jobId" uuid)
    where bulk_items.firm_id = ${tx.firmId} and bulk_items.bulk_id = ${id} and bulk_items.ordinal = row.ordinal`.execute(
    tx.db,
  )
}

/** Ends all items that wait. Whoever still carries some out is waited for. */
export async function failWaitingItems(tx: Tx, bulkId: string, reason: NonNullable<Settled['reason']>): Promise<void> {
  await sql`
    update bulk_items set state = 'failed', reason = ${JSON.stringify(reason)}::jsonb
    where firm_id = ${tx.firmId} and bulk_id = ${bulkId} and state = 'waiting'`.execute(tx.db)
}

/** Says how far an act is. After its items are settled, so that nobody who settles others waits for this one row. */
export async function tellProgress(tx: Tx, bulkId: string, settled: readonly Settled[]): Promise<void> {
  const failed = settled.filter((item) => item.state === 'failed').length
  await sql`
    update bulk_acts set state = 'running', succeeded = succeeded + ${settled.length - failed}, failed = failed + ${failed}
    where firm_id = ${tx.firmId} and id = ${bulkId} and state <> 'finished'`.execute(tx.db)
}

/**
 * Ends an act with the counts of its items, once; answers false while some wait. It waits for whoever is carrying one
 * out, whose death would leave it waiting.
 */
export async function finishAct(tx: Tx, bulkId: string): Promise<boolean> {
  const left = await waitingItems(tx, bulkId, sql`order by ordinal limit 1 for no key update`)
  if (left.length > 0) return false
  const { rows } = await sql<{ kind: BulkKind; succeeded: number; failed: number }>`
    update bulk_acts b set state = 'finished', finished_at = ${tx.now}, succeeded = counted.succeeded, failed = counted.failed
    from (select count(*) filter (where state = 'succeeded') as succeeded, count(*) filter (where state = 'failed') as failed
          from bulk_items where firm_id = ${tx.firmId} and bulk_id = ${bulkId}) counted
    where b.firm_id = ${tx.firmId} and b.id = ${bulkId} and b.state <> 'finished'
    returning b.kind, b.succeeded, b.failed`.execute(tx.db)
  if (rows[0]) tx.record({ type: 'bulk_act.finished', subject: { kind: 'bulk_act', id: bulkId }, payload: rows[0] })
  return true
}
