import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { AccountId, EventId, JobId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts } from '../accounts/index.ts'
import type { Causes, Fact, HistoryItem } from './contract.ts'

type Page = { cursor?: string | undefined; limit: number }
type History = { items: HistoryItem[]; next: string | null }

/**
 * What happened to a job, an account or another thing. Members see what belongs to accounts they see; what
 * belongs to none is for owners and admins (AUD-2).
 */
export async function listEvents(
  tx: Tx,
  { jobId, accountId, subjectId, ...page }: { jobId?: JobId; accountId?: AccountId; subjectId?: string } & Page,
): Promise<History> {
  if (!jobId && !accountId && !subjectId) throw invalid('jobId', 'required')
  const rows = pageOf(eventRows(tx), page)
    .$if(jobId !== undefined, (query) => query.where('e.job_id', '=', jobId!))
    .$if(accountId !== undefined, (query) => query.where('e.account_id', '=', accountId!))
    .$if(subjectId !== undefined, (query) => query.where('e.subject_id', '=', subjectId!))
    .where(visibleEvents(tx))
  return historyOf(await rows.execute(), page)
}

/** What happened in the firm (AUD-2). */
export async function listActivity(
  tx: Tx,
  { kind, actorId, ...page }: { kind?: string; actorId?: string } & Page,
): Promise<History> {
  const rows = pageOf(eventRows(tx), page)
    .$if(kind !== undefined, (query) => query.where('e.subject_kind', '=', kind!))
    .$if(actorId !== undefined, (query) => query.where('e.actor_id', '=', actorId!))
  return historyOf(await rows.execute(), page)
}

/** How an event came about: everything it follows from, back to its first cause, and itself as the last (B-4). */
export async function listCauses(tx: Tx, id: EventId): Promise<Causes> {
  const { rows: chain } = await sql<{ id: string }>`
    with recursive chain as (
      select id, cause_id, position from events where firm_id = ${tx.firmId} and id = ${id}
      union all
      select c.id, c.cause_id, c.position from chain
        join events c on c.firm_id = ${tx.firmId} and c.id = chain.cause_id and c.position < chain.position)
    select id from chain`.execute(tx.db)
  const ids = chain.map((link) => link.id)
  const rows = await eventRows(tx)
    .where(sql<SqlBool>`e.id = any(${ids}::uuid[])`)
    .where(visibleEvents(tx))
    .orderBy('e.position')
    .execute()
  if (rows.at(-1)?.id !== id) throw new Refusal('not_found')
  return { items: rows.map(itemOf), hidden: ids.length - rows.length }
}

type EventRow = Awaited<ReturnType<ReturnType<typeof eventRows>['executeTakeFirstOrThrow']>>

/**
 * Which events of `eventRows` a member reads: what belongs to accounts he sees; what belongs to none is for owners
 * and admins (AUD-2).
 */
function visibleEvents(tx: Tx): RawBuilder<SqlBool> {
  const seesAll = tx.actor.kind === 'member' && tx.actor.role !== 'employee'
  return seesAll ? sql<SqlBool>`true` : sql<SqlBool>`a.id is not null and ${visibleAccounts(tx, 'a.id')}`
}

/** Events with the names around them and their direct cause. */
function eventRows(tx: Tx) {
  return tx.db
    .selectFrom('events as e')
    .leftJoin('jobs as j', (join) => join.onRef('j.firm_id', '=', 'e.firm_id').onRef('j.id', '=', 'e.job_id'))
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.firm_id', '=', 'e.firm_id').on(sql<SqlBool>`a.id = coalesce(e.account_id, j.account_id)`),
    )
    .leftJoin('events as c', (join) => join.onRef('c.firm_id', '=', 'e.firm_id').onRef('c.id', '=', 'e.cause_id'))
    .select(['e.position', 'e.id', 'e.type', 'e.at', 'e.actor_kind', 'e.actor_id', 'e.actor_name', 'e.payload'])
    .select(['e.subject_kind', 'e.subject_id', 'e.origin', 'e.job_id', 'j.name as job_name'])
    .select(['a.id as account_id', 'a.name as account_name'])
    .select(['c.id as cause_id', 'c.type as cause_type', 'c.payload as cause_payload'])
    .select(['c.actor_kind as cause_actor_kind', 'c.actor_id as cause_actor_id', 'c.actor_name as cause_actor_name'])
    .where('e.firm_id', '=', tx.firmId)
}

/** The newest first, one more than a page. */
function pageOf(rows: ReturnType<typeof eventRows>, { cursor, limit }: Page) {
  const before = cursor === undefined ? null : decodeCursor(cursor, 1)
  return rows
    .$if(before !== null, (query) => query.where(sql<SqlBool>`e.position < ${before?.[0]}::bigint`))
    .orderBy('e.position', 'desc')
    .limit(limit + 1)
}

function historyOf(rows: EventRow[], { limit }: Page): History {
  const shown = rows.slice(0, limit)
  const next = rows.length > limit ? encodeCursor([shown.at(-1)!.position]) : null
  return { items: shown.map(itemOf), next }
}

function itemOf(row: EventRow): HistoryItem {
  return {
    id: row.id as EventId,
    type: row.type,
    at: row.at.toISOString(),
    actor: { kind: row.actor_kind, id: row.actor_id, name: row.actor_name },
    payload: row.payload,
    subject: { kind: row.subject_kind, id: row.subject_id },
    accountId: row.account_id as AccountId | null,
    accountName: row.account_name,
    jobId: row.job_id as JobId | null,
    jobName: row.job_name,
    cause: causeOf(row),
    origin: row.origin && {
      ip: row.origin.ip,
      userAgent: row.origin.userAgent,
      offsetMinutes: row.origin.offsetMinutes,
    },
  }
}

function causeOf(row: EventRow): Fact | null {
  if (row.cause_id === null || row.cause_actor_kind === null) return null
  return {
    id: row.cause_id as EventId,
    type: row.cause_type ?? '',
    actor: { kind: row.cause_actor_kind, id: row.cause_actor_id, name: row.cause_actor_name ?? '' },
    payload: row.cause_payload ?? {},
  }
}
