import { sql } from 'kysely'
import type { QueryOf } from '#kernel/contract.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import type { AccountId, Id, PipelineId } from '#kernel/ids.ts'
import type { Schedule } from '#kernel/recurrence/schedule.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Sweep } from '#platform/sweeps/sweep.ts'
import { visibleAccounts, visiblePipelines } from '../accounts/index.ts'
import type { JobRecurrence, jobRecurrencesContract } from './contract.ts'

type Row = JobRecurrence & { sort: string }

/** Those still to come by their next day, ended ones by name; only what the actor may see of accounts and pipelines. */
export async function listJobRecurrences(
  tx: Tx,
  { state, accountId, pipelineId, cursor, limit }: QueryOf<typeof jobRecurrencesContract.listJobRecurrences>,
): Promise<{ items: JobRecurrence[]; next: string | null }> {
  const sort = state === 'active' ? sql<string>`r.next_on::text` : sql<string>`lower(r.name)`
  const parts = [state === 'active' ? sql`r.next_on is not null` : sql`r.next_on is null`]
  if (accountId) parts.push(sql`r.account_id = ${accountId}`)
  if (pipelineId) parts.push(sql`r.pipeline_id = ${pipelineId}`)
  if (cursor) {
    const [at, id] = decodeCursor(cursor, 2)
    parts.push(sql`(${sort}, r.id) > (${at}::text, ${id}::uuid)`)
  }
  const { rows } = await sql<Row>`${select(tx, sort)} and ${sql.join(parts, sql` and `)}
    order by sort, r.id limit ${limit + 1}`.execute(tx.db)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1)! : null
  return { items: page.map(({ sort: _, ...row }) => row), next: last && encodeCursor([last.sort, last.id]) }
}

/** One recurrence of an account and a pipeline that the actor may see. */
export async function jobRecurrenceById(tx: Tx, id: Id<'recurrence'>): Promise<JobRecurrence> {
  const { rows } = await sql<Row>`${select(tx, sql`''`)} and r.id = ${id}`.execute(tx.db)
  if (!rows[0]) throw new Refusal('not_found')
  const { sort: _, ...row } = rows[0]
  return row
}

/** What it takes to add what is due of a recurrence. */
export type Running = {
  id: Id<'recurrence'>
  accountId: AccountId
  pipelineId: PipelineId
  name: string
  schedule: Schedule
  nextOn: CalendarDate | null
  lastOn: CalendarDate | null
  paused: boolean
  /** its pipeline is deleted: nothing comes any more (J-27) */
  gone: boolean
}

/** Takes a recurrence for this transaction, or nothing where another one has it. */
export async function takeRecurrence(tx: Tx, id: string): Promise<Running | null> {
  const { rows } = await sql<Running>`
    select r.id, r.account_id as "accountId", r.pipeline_id as "pipelineId", r.name, r.schedule,
      r.next_on as "nextOn", r.last_on as "lastOn", a.state = 'archived' or p.state = 'archived' as paused,
      p.state = 'deleted' as gone
    from job_recurrences r
      join accounts a on a.firm_id = r.firm_id and a.id = r.account_id
      join pipelines p on p.firm_id = r.firm_id and p.id = r.pipeline_id
    where r.firm_id = ${tx.firmId} and r.id = ${id}
    for no key update of r skip locked`.execute(tx.db)
  return rows[0] ?? null
}

export const findDueRecurrences: Sweep['find'] = async (maintenance, { latest, after, limit }) => {
  const rows = await maintenance
    .selectFrom('job_recurrences as r')
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
    select r.id, r.account_id as "accountId", a.name as "accountName", r.pipeline_id as "pipelineId",
      p.name as "pipelineName", r.name, r.schedule, r.next_on as "nextOn",
      a.state = 'archived' or p.state <> 'active' as paused, r.revision, ${sort} as sort
    from job_recurrences r
      join accounts a on a.firm_id = r.firm_id and a.id = r.account_id
      join pipelines p on p.firm_id = r.firm_id and p.id = r.pipeline_id
    where r.firm_id = ${tx.firmId} and ${visibleAccounts(tx, 'r.account_id')} and ${visiblePipelines(tx, 'r.pipeline_id')}`
}
