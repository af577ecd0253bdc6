import { type RawBuilder, sql } from 'kysely'
import type { QueryOf } from '#kernel/contract.ts'
import type { AccountId, JobId, TaskId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import { together } from '#platform/db/together.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts, visiblePipelines } from '../accounts/index.ts'
import type { tasksContract } from './contract.ts'
import type { TaskStatus } from './model.ts'
import type { Task, TaskDetail } from './schemas.ts'

type Row = Omit<Task, 'createdAt' | 'completedAt' | 'assignees'> & {
  createdAt: Date
  completedAt: Date | null
  assignees: Task['assignees'] | null
  sort: string
}

type Filter = QueryOf<typeof tasksContract.listTasks>

/**
 * Closed tasks newest first, others by due date or priority; only of accounts that the actor may see (T-8, X-5). A job
 * whose pipeline is not available to him is not named (P-6).
 */
export async function listTasks(
  tx: Tx,
  filter: Filter,
): Promise<{ items: Task[]; next: string | null; myOpen: number }> {
  const newestFirst = filter.state === 'closed' || filter.sort === 'newest'
  const sort = filter.state === 'closed' ? sql<string>`t.completed_at::text` : SORTS[filter.sort]
  const parts = conditions(tx, filter)
  if (filter.cursor) {
    const [at, id] = decodeCursor(filter.cursor, 2)
    const past = newestFirst ? sql`<` : sql`>`
    parts.push(sql`(${sort}, t.id) ${past} (${at}::text, ${id}::uuid)`)
  }
  const order = newestFirst ? sql`sort desc, t.id desc` : sql`sort, t.id`
  const { rows } = await sql<Row>`${select(tx, sort)} and ${sql.join(parts, sql` and `)}
    order by ${order} limit ${filter.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const next = rows.length > filter.limit && last ? encodeCursor([last.sort, last.id]) : null
  return { items: page.map(taskOf), next, myOpen: await countMyOpen(tx) }
}

/** One task that the actor may see. */
export async function taskById(tx: Tx, id: TaskId): Promise<TaskDetail> {
  const [{ rows }, subtasks] = await together([
    sql<Row>`${select(tx, sql`''`)} and t.id = ${id}`.execute(tx.db),
    sql<TaskDetail['subtasks'][number]>`
      select id, name, done_at is not null as done from task_subtasks
      where firm_id = ${tx.firmId} and task_id = ${id} order by position, id`.execute(tx.db),
  ])
  if (!rows[0]) throw new Refusal('not_found')
  return { ...taskOf(rows[0]), subtasks: subtasks.rows }
}

export type Locked = { name: string; status: TaskStatus; jobId: JobId | null }

/**
 * Nobody else changes the task until this transaction ends; how it stands now. Looked at in the statement that locks it,
 * which is one answer less to wait for: whoever waited for the lock is given the row as it then is. Of the job only the
 * id is taken, which stands in that row; the job itself is looked at where it is locked.
 */
export async function lockTask(tx: Tx, id: TaskId): Promise<Locked | undefined> {
  const { rows } = await sql<Locked>`
    select name, status, (select j.id from jobs j where j.firm_id = t.firm_id and j.id = t.job_id and j.deleted_at is null)
      as "jobId"
    from tasks t where firm_id = ${tx.firmId} and id = ${id} for no key update`.execute(tx.db)
  return rows[0]
}

/** Whose a task that the actor may see is, and which job waits for it, even one that he may not see (P-6). */
export async function placeById(tx: Tx, id: TaskId) {
  const { rows } = await sql<{ accountId: AccountId; jobId: JobId | null }>`
    select t.account_id as "accountId", j.id as "jobId"
    from tasks t left join jobs j on j.firm_id = t.firm_id and j.id = t.job_id and j.deleted_at is null
    where t.firm_id = ${tx.firmId} and t.id = ${id} and ${visibleAccounts(tx, 't.account_id')}`.execute(tx.db)
  if (!rows[0]) throw new Refusal('not_found')
  return rows[0]
}

const BY_DUE = sql`coalesce(t.due_on::text, '9999')`

/** What is urgent first, and among equals what is due first; `newest` is read backwards. */
const SORTS: Record<Filter['sort'], RawBuilder<string>> = {
  due: sql<string>`${BY_DUE} || ${rank()}`,
  priority: sql<string>`${rank()} || ${BY_DUE}`,
  newest: sql<string>`t.created_at::text`,
}

function rank() {
  return sql`case t.priority when 'urgent' then '0' when 'high' then '1' when 'medium' then '2' else '3' end`
}

/** Whether a task may be linked to a job: it has none, nor one that the actor just does not see (J-30). */
const isFree = sql`not exists (select from jobs held
  where held.firm_id = t.firm_id and held.id = t.job_id and held.deleted_at is null)`

function conditions(tx: Tx, filter: Filter) {
  const parts: RawBuilder<unknown>[] = []
  if (filter.state !== 'any')
    parts.push(sql`t.status ${filter.state === 'open' ? sql`in` : sql`not in`} ('planned', 'in_progress')`)
  if (filter.status) parts.push(sql`t.status = ${filter.status}`)
  if (filter.priority) parts.push(sql`t.priority = ${filter.priority}`)
  if (filter.dueFrom) parts.push(sql`t.due_on >= ${filter.dueFrom}::date`)
  if (filter.dueTo) parts.push(sql`t.due_on <= ${filter.dueTo}::date`)
  if (filter.accountId) parts.push(sql`t.account_id = ${filter.accountId}`)
  if (filter.jobId) parts.push(filter.jobId === 'none' ? isFree : sql`j.id = ${filter.jobId}`)
  if (filter.recurrenceId) parts.push(sql`t.recurrence_id = ${filter.recurrenceId}`)
  if (filter.assignee) parts.push(assignedTo(tx, filter.assignee))
  if (filter.search)
    parts.push(sql`(strpos(lower(t.name), lower(${filter.search})) > 0
      or strpos(a.name_key, lower(${filter.search})) > 0)`)
  return parts.length > 0 ? parts : [sql`true`]
}

function select(tx: Tx, sort: ReturnType<typeof sql>) {
  return sql`
    select t.id, t.account_id as "accountId", a.name as "accountName", j.id as "jobId", j.name as "jobName",
      t.recurrence_id as "recurrenceId", t.name, t.description, t.status, t.priority, t.start_on as "startOn",
      t.due_on as "dueOn", t.created_by as "createdBy", t.created_at as "createdAt", t.completed_at as "completedAt",
      t.revision, ${sort} as sort, checklist.done as "subtasksDone", checklist.total as "subtasksTotal",
      (select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
       from task_assignees x join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
       where x.firm_id = t.firm_id and x.task_id = t.id) as assignees
    from tasks t
      join accounts a on a.firm_id = t.firm_id and a.id = t.account_id
      left join jobs j on j.firm_id = t.firm_id and j.id = t.job_id and j.deleted_at is null
        and ${visiblePipelines(tx, 'j.pipeline_id')}
      cross join lateral (
        select count(s.done_at)::int as done, count(*)::int as total from task_subtasks s
        where s.firm_id = t.firm_id and s.task_id = t.id) checklist
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
    where t.firm_id = ${tx.firmId} and t.status in ('planned', 'in_progress') and ${assignedTo(tx, 'me')}
      and ${visibleAccounts(tx, 't.account_id')}`.execute(tx.db)
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
