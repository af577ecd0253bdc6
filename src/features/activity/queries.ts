import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { AccountId, EventId, JobId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts, visiblePipelines } from '../accounts/index.ts'
import type { Causes, Fact, HistoryItem } from './contract.ts'
import { type ActorKind, EVENT_KINDS, type EventKind } from './rules.ts'

type Page = { cursor?: string | undefined; limit: number }
type Filters = {
  kind?: EventKind | undefined
  actorId?: string | undefined
  actorKind?: ActorKind | undefined
  from?: string | undefined
  to?: string | undefined
}
type History = { items: HistoryItem[]; next: string | null }

/**
 * What happened to a job, an account or another thing. Members see what belongs to accounts they see (X-5); what
 * belongs to none is for owners and admins (AUD-2).
 */
export async function listEvents(
  tx: Tx,
  {
    jobId,
    accountId,
    subjectId,
    ...asked
  }: { jobId?: JobId; accountId?: AccountId; subjectId?: string } & Filters & Page,
): Promise<History> {
  if (!jobId && !accountId && !subjectId) throw invalid('jobId', 'required')
  const rows = pageOf(tx, asked)
    .$if(jobId !== undefined, (query) => query.where('e.job_id', '=', jobId!))
    .$if(accountId !== undefined, (query) => query.where('e.account_id', '=', accountId!))
    .$if(subjectId !== undefined, (query) => query.where('e.subject_id', '=', subjectId!))
    .where(visibleEvents(tx))
  return historyOf(await rows.execute(), asked)
}

/** What happened in the firm (AUD-2). */
export async function listActivity(tx: Tx, asked: Filters & Page): Promise<History> {
  return historyOf(await pageOf(tx, asked).execute(), asked)
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
 * Which events of `eventRows` a member reads: what belongs to accounts he sees (X-5) and, where it belongs to a job, to
 * one in a pipeline available to him (P-6); what belongs to no account is for owners and admins (AUD-2).
 */
function visibleEvents(tx: Tx): RawBuilder<SqlBool> {
  return visibleWith(tx, { event: 'e', job: 'j', account: 'a' })
}

function visibleWith(tx: Tx, names: { event: string; job: string; account: string }): RawBuilder<SqlBool> {
  if (tx.actor.kind === 'member' && tx.actor.role !== 'employee') return sql<SqlBool>`true`
  const [event, job, account] = [sql.ref(names.event), sql.ref(names.job), `${names.account}.id`]
  // the other job of a link stands in the payload: two kinds of facts in many don't earn a column on all of them
  const hidden = sql`select from jobs linked where linked.firm_id = ${tx.firmId}
    and linked.id = case when ${event}.type in ('job.itemLinked', 'job.itemUnlinked') then (${event}.payload ->> 'itemId')::uuid end
    and not ${visiblePipelines(tx, 'linked.pipeline_id')}`
  return sql<SqlBool>`${sql.ref(account)} is not null and ${visibleAccounts(tx, account)}
    and (${job}.id is null or ${visiblePipelines(tx, `${names.job}.pipeline_id`)}) and not exists (${hidden})`
}

/** Events with the names around them and their direct cause, which has an account of its own and is hidden like it. */
function eventRows(tx: Tx) {
  return tx.db
    .selectFrom('events as e')
    .leftJoin('jobs as j', (join) => join.onRef('j.firm_id', '=', 'e.firm_id').onRef('j.id', '=', 'e.job_id'))
    .leftJoin('accounts as a', (join) =>
      join.onRef('a.firm_id', '=', 'e.firm_id').on(sql<SqlBool>`a.id = coalesce(e.account_id, j.account_id)`),
    )
    .leftJoin('events as c', (join) => join.onRef('c.firm_id', '=', 'e.firm_id').onRef('c.id', '=', 'e.cause_id'))
    .leftJoin('jobs as cj', (join) => join.onRef('cj.firm_id', '=', 'c.firm_id').onRef('cj.id', '=', 'c.job_id'))
    .leftJoin('accounts as ca', (join) =>
      join.onRef('ca.firm_id', '=', 'c.firm_id').on(sql<SqlBool>`ca.id = coalesce(c.account_id, cj.account_id)`),
    )
    .select(['e.position', 'e.id', 'e.type', 'e.at', 'e.actor_kind', 'e.actor_id', 'e.actor_name', 'e.payload'])
    .select(['e.subject_kind', 'e.subject_id', 'e.origin', 'e.job_id', 'j.name as job_name'])
    .select(['a.id as account_id', 'a.name as account_name'])
    .select(['c.id as cause_id', 'c.type as cause_type', 'c.payload as cause_payload'])
    .select(['c.actor_kind as cause_actor_kind', 'c.actor_id as cause_actor_id', 'c.actor_name as cause_actor_name'])
    .select([
      visibleWith(tx, { event: 'c', job: 'cj', account: 'ca' }).as('cause_visible'),
      emailOfActor(tx).as('actor_email'),
    ])
    .where('e.firm_id', '=', tx.firmId)
}

/** Members by the address they sign in with, contacts by their first one: names are not unique, addresses are (AUD-1). */
function emailOfActor(tx: Tx): RawBuilder<string | null> {
  return sql`case e.actor_kind
    when 'member' then (select m.email from team_members m where m.firm_id = ${tx.firmId} and m.id = e.actor_id)
    when 'contact' then (select p.email from contact_emails p where p.firm_id = ${tx.firmId} and p.contact_id = e.actor_id
      order by p.id limit 1) end`
}

/** What was asked for, the newest first, one more than a page. */
function pageOf(tx: Tx, { kind, actorId, actorKind, from, to, cursor, limit }: Filters & Page) {
  const before = cursor === undefined ? null : decodeCursor(cursor, 1)
  return eventRows(tx)
    .$if(kind !== undefined, (query) => query.where(ofKind(kind!)))
    .$if(actorId !== undefined, (query) => query.where('e.actor_id', '=', actorId!))
    .$if(actorKind !== undefined, (query) => query.where('e.actor_kind', '=', actorKind!))
    .$if(from !== undefined, (query) => query.where(sql<SqlBool>`e.at >= ${midnight(tx, from!, 0)}`))
    .$if(to !== undefined, (query) => query.where(sql<SqlBool>`e.at < ${midnight(tx, to!, 1)}`))
    .$if(before !== null, (query) => query.where(sql<SqlBool>`e.position < ${before?.[0]}::bigint`))
    .orderBy('e.position', 'desc')
    .limit(limit + 1)
}

function ofKind(kind: EventKind): RawBuilder<SqlBool> {
  const { subjects, types }: { subjects?: readonly string[]; types?: readonly string[] } = EVENT_KINDS[kind]
  return subjects
    ? sql<SqlBool>`e.subject_kind = any(${[...subjects]})`
    : sql<SqlBool>`e.type = any(${[...(types ?? [])]})`
}

/** When a day begins for the firm, or the one so many days later. */
function midnight(tx: Tx, day: string, later: number): RawBuilder<Date> {
  return sql`((${day}::date + ${later}::int)::timestamp at time zone
    (select f.time_zone from firms f where f.firm_id = ${tx.firmId}))`
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
    actorEmail: row.actor_email,
    payload: row.payload,
    subject: { kind: row.subject_kind, id: row.subject_id },
    accountId: row.account_id as AccountId | null,
    accountName: row.account_name,
    jobId: row.job_id as JobId | null,
    jobName: row.job_name,
    cause: row.cause_visible ? causeOf(row) : null,
    causeHidden: row.cause_id !== null && !row.cause_visible,
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
