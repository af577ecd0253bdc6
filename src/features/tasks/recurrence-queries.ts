import { sql } from 'kysely'
import type { QueryOf } from '#kernel/contract.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import type { AccountId, Id } from '#kernel/ids.ts'
import type { Schedule } from '#kernel/recurrence/schedule.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Sweep } from '#platform/sweeps/sweep.ts'
import { visibleAccounts } from '../accounts/index.ts'
import type { TaskRecurrence, tasksContract } from './contract.ts'
import type { TaskContent } from './model.ts'

type Row = Pick<TaskRecurrence, 'id' | 'accountId' | 'accountName' | 'schedule' | 'nextOn' | 'paused' | 'revision'> & {
  content: Pick<TaskRecurrence, keyof TaskContent>
  assignees: TaskRecurrence['assignees'] | null
  roles: TaskRecurrence['roles'] | null
  sort: string
}

/** Those still to come by their next day, ended ones by name; only of accounts that the actor may see (X-5). */
export async function listTaskRecurrences(
  tx: Tx,
  { state, accountId, cursor, limit }: QueryOf<typeof tasksContract.listTaskRecurrences>,
): Promise<{ items: TaskRecurrence[]; next: string | null }> {
  const sort = state === 'active' ? sql<string>`r.next_on::text` : sql<string>`lower(r.content ->> 'title')`
  const parts = [state === 'active' ? sql`r.next_on is not null` : sql`r.next_on is null`]
  if (accountId) parts.push(sql`r.account_id = ${accountId}`)
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2)
    parts.push(sql`(${sort}, r.id) > (${at}::text, ${id}::uuid)`)
  }
  const { rows } = await sql<Row>`${select(tx, sort)} and ${sql.join(parts, sql` and `)}
    order by sort, r.id limit ${limit + 1}`.execute(tx.db)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1)! : null
  return { items: page.map(recurrenceOf), next: last && encodeCursor([last.sort, last.id]) }
}

/** One recurrence of an account that the actor may see. */
export async function taskRecurrenceById(tx: Tx, id: Id<'recurrence'>): Promise<TaskRecurrence> {
  const { rows } = await sql<Row>`${select(tx, sql`''`)} and r.id = ${id}`.execute(tx.db)
  if (!rows[0]) throw new Refusal('not_found')
  return recurrenceOf(rows[0])
}

/** What it takes to make what is due of a recurrence. */
export type Running = {
  id: Id<'recurrence'>
  accountId: AccountId
  content: TaskContent
  schedule: Schedule
  nextOn: CalendarDate | null
  lastOn: CalendarDate | null
  paused: boolean
}

/** Takes a recurrence for this transaction, or nothing where another one has it. */
export async function takeRecurrence(tx: Tx, id: string): Promise<Running | null> {
  const { rows } = await sql<Running>`
    select r.id, r.account_id as "accountId", r.content, r.schedule, r.next_on as "nextOn", r.last_on as "lastOn",
      a.state = 'archived' as paused
    from task_recurrences r join accounts a on a.firm_id = r.firm_id and a.id = r.account_id
    where r.firm_id = ${tx.firmId} and r.id = ${id}
    for no key update of r skip locked`.execute(tx.db)
  return rows[0] ?? null
}

export const findDueRecurrences: Sweep['find'] = async (maintenance, { latest, after, limit }) => {
  const rows = await maintenance
    .selectFrom('task_recurrences as r')
    .innerJoin('firms as f', 'f.firm_id', 'r.firm_id')
    .select(['r.firm_id as firmId', 'r.id', 'f.time_zone as timeZone', 'r.next_on as dueOn'])
    .where('r.next_on', '<=', latest)
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(r.firm_id, r.id) > (${after?.firmId}::uuid, ${after?.id}::uuid)`),
    )
    .orderBy('r.firm_id')
    .orderBy('r.id')
    .limit(limit)
    .execute()
  return rows as Awaited<ReturnType<Sweep['find']>>
}

function select(tx: Tx, sort: ReturnType<typeof sql>) {
  return sql`
    select r.id, r.account_id as "accountId", a.name as "accountName", r.content, r.schedule, r.next_on as "nextOn",
      a.state = 'archived' as paused, r.revision, ${sort} as sort,
      (select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name) from team_members m
       where m.firm_id = r.firm_id and r.content -> 'assigneeIds' ? m.id::text) as assignees,
      (select json_agg(json_build_object('id', o.id, 'name', o.name) order by o.ordinal, o.id) from account_roles o
       where o.firm_id = r.firm_id and r.content -> 'roleIds' ? o.id::text) as roles
    from task_recurrences r join accounts a on a.firm_id = r.firm_id and a.id = r.account_id
    where r.firm_id = ${tx.firmId} and ${visibleAccounts(tx, 'r.account_id')}`
}

function recurrenceOf({ content, assignees, roles, sort: _, ...row }: Row): TaskRecurrence {
  return { ...row, ...content, assignees: assignees ?? [], roles: roles ?? [] }
}
