import { sql } from 'kysely'
import type { TaskId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts } from '../accounts/index.ts'
import type { Task } from './contract.ts'

type Row = Omit<Task, 'createdAt' | 'completedAt' | 'assignees'> & {
  createdAt: Date
  completedAt: Date | null
  assignees: Task['assignees'] | null
  sort: string
}

export type TaskFilter = {
  assignee?: string | undefined
  state: 'open' | 'closed'
  accountId?: string | undefined
  jobId?: string | undefined
  cursor?: string | undefined
  limit: number
}

/** Open tasks by due date, closed ones newest first; only of accounts that the actor may see (T-8, X-5). */
export async function listTasks(
  tx: Tx,
  filter: TaskFilter,
): Promise<{ items: Task[]; next: string | null; myOpen: number }> {
  const open = filter.state === 'open'
  const sort = open ? sql<string>`coalesce(t.due_on::text, '9999')` : sql<string>`t.completed_at::text`
  const parts = [sql`t.status ${open ? sql`in` : sql`not in`} ('planned', 'in_progress')`]
  if (filter.accountId) parts.push(sql`t.account_id = ${filter.accountId}`)
  if (filter.jobId) parts.push(sql`t.job_id = ${filter.jobId}`)
  if (filter.assignee) parts.push(assignedTo(tx, filter.assignee))
  if (filter.cursor) {
    const [at, id] = decodeCursor(filter.cursor, 2)
    parts.push(
      open ? sql`(${sort}, t.id) > (${at}::text, ${id}::uuid)` : sql`(${sort}, t.id) < (${at}::text, ${id}::uuid)`,
    )
  }
  const order = open ? sql`sort, t.id` : sql`sort desc, t.id desc`
  const { rows } = await sql<Row>`${select(tx, sort)} and ${sql.join(parts, sql` and `)}
    order by ${order} limit ${filter.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const next = rows.length > filter.limit && last ? encodeCursor([last.sort, last.id]) : null
  return { items: page.map(taskOf), next, myOpen: await countMyOpen(tx) }
}

/** One task that the actor may see. */
export async function taskById(tx: Tx, id: TaskId): Promise<Task> {
  const { rows } = await sql<Row>`${select(tx, sql`''`)} and t.id = ${id}`.execute(tx.db)
  if (!rows[0]) throw new Refusal('not_found')
  return taskOf(rows[0])
}

function select(tx: Tx, sort: ReturnType<typeof sql>) {
  return sql`
    select t.id, t.account_id as "accountId", a.name as "accountName", t.job_id as "jobId", j.name as "jobName", t.name,
      t.description, t.status, t.priority, t.due_on as "dueOn", t.created_by as "createdBy", t.created_at as "createdAt",
      t.completed_at as "completedAt", t.revision, ${sort} as sort,
      (select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
       from task_assignees x join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
       where x.firm_id = t.firm_id and x.task_id = t.id) as assignees
    from tasks t
      join accounts a on a.firm_id = t.firm_id and a.id = t.account_id
      left join jobs j on j.firm_id = t.firm_id and j.id = t.job_id
    where t.firm_id = ${tx.firmId} and ${visibleAccounts(tx, 't.account_id')}`
}

function assignedTo(tx: Tx, assignee: string) {
  const assigned = sql`select from task_assignees x where x.firm_id = t.firm_id and x.task_id = t.id`
  if (assignee === 'none') return sql`not exists (${assigned})`
  const memberId = assignee === 'me' ? (tx.actor.kind === 'member' ? tx.actor.memberId : null) : assignee
  return sql`exists (${assigned} and x.member_id = ${memberId})`
}

async function countMyOpen(tx: Tx): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from tasks t
    where t.firm_id = ${tx.firmId} and t.status in ('planned', 'in_progress') and ${assignedTo(tx, 'me')}`.execute(
    tx.db,
  )
  return rows[0]!.count
}

function taskOf({ sort: _, assignees, createdAt, completedAt, ...row }: Row): Task {
  const { kind, name } = row.createdBy
  return {
    ...row,
    createdBy: { kind, name },
    assignees: assignees ?? [],
    createdAt: createdAt.toISOString(),
    completedAt: completedAt?.toISOString() ?? null,
  }
}
