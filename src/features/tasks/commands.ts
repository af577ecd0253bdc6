import { sql } from 'kysely'
import type { z } from 'zod'
import { advanceJobs, recountJobs } from '#engine/shell/advance-jobs.ts'
import { lockItemAndItsJobs, lockJobs } from '#engine/shell/lock-jobs.ts'
import type { BodyOf } from '#kernel/contract.ts'
import { type AccountId, type JobId, type MemberId, newId, type TaskId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts } from '../accounts/index.ts'
import type { Task, taskSchema, tasksContract } from './contract.ts'
import { insertAssignees, insertTasks } from './insert-tasks.ts'
import { stateOf } from './linked-items.ts'
import type { TaskStatus } from './model.ts'
import { taskById } from './queries.ts'

/** Creates a task; with a job, its current stage waits for it from now on (AM-18). */
export async function createTask(tx: Tx, task: BodyOf<typeof tasksContract.createTask>): Promise<Task> {
  await requireVisibleAccounts(tx, [task.accountId])
  await requireMembers(tx, task.assigneeIds)
  const [job] = task.jobId ? await lockJobs(tx, [task.jobId]) : []
  if (task.jobId && job?.accountId !== task.accountId) throw invalid('jobId', 'other_account')
  const id = newId<'task'>(tx.now.getTime())
  const { accountId, name, description, priority, dueOn, assigneeIds } = task
  const createdBy = by(tx)
  const place = { jobId: job?.id ?? null, visitId: job?.visitId ?? null }
  await insertTasks(tx, [{ id, accountId, ...place, name, description, priority, dueOn, createdBy, assigneeIds }])
  tx.record({ type: 'task.created', subject: { kind: 'task', id }, payload: { name }, accountId, jobId: place.jobId })
  if (job) await recountJobs(tx, [job.id])
  return taskById(tx, id)
}

/** Changes what a task says; the loser of two edits gets the current state (409). */
export async function changeTask(
  tx: Tx,
  id: TaskId,
  body: BodyOf<typeof tasksContract.changeTask>,
  revision: number,
): Promise<Task> {
  const before = await taskById(tx, id)
  await requireMembers(tx, body.assigneeIds)
  const { name, description, priority, dueOn, assigneeIds } = body
  const changed = await tx.db
    .updateTable('tasks')
    .set({ name, description, priority, due_on: dueOn, revision: revision + 1 })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Refusal('stale', [], { current: await taskById(tx, id) })
  await tx.db.deleteFrom('task_assignees').where('firm_id', '=', tx.firmId).where('task_id', '=', id).execute()
  await insertAssignees(tx, [{ id, assigneeIds }])
  const { accountId, jobId } = placeOf(before)
  tx.record({ type: 'task.changed', subject: { kind: 'task', id }, payload: { name }, accountId, jobId })
  return taskById(tx, id)
}

/** Sets the status; setting it again does nothing. Completing or canceling may move the task's job (T-12, DONE-1). */
export async function setTaskStatus(tx: Tx, id: TaskId, status: TaskStatus): Promise<Task> {
  const seen = await taskById(tx, id)
  const { accountId, jobId } = placeOf(seen)
  const jobIds = await lockItemAndItsJobs(tx, {
    jobs: async () => (jobId ? [jobId] : []),
    lock: () => lockTask(tx, id),
  })
  const before = await taskById(tx, id)
  if (before.status === status) return before
  const closed = stateOf(status) !== 'pending'
  await tx.db
    .updateTable('tasks')
    .set((eb) => ({ status, completed_at: closed ? tx.now : null, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
  const payload = { name: before.name, status, before: before.status }
  const causeId = tx.record({ type: 'task.statusChanged', subject: { kind: 'task', id }, payload, accountId, jobId })
  await advanceJobs(tx, jobIds, { kind: 'items_changed', causeId })
  return taskById(tx, id)
}

export function by(tx: Tx): { kind: string; id: string | null; name: string } {
  const { actor } = tx
  return { kind: actor.kind, id: actor.kind === 'member' ? actor.memberId : null, name: actor.name }
}

async function lockTask(tx: Tx, id: TaskId): Promise<void> {
  await sql`select from tasks where firm_id = ${tx.firmId} and id = ${id} for no key update`.execute(tx.db)
}

/** Every assignee is an active or invited member of this firm. */
export async function requireMembers(tx: Tx, ids: readonly MemberId[]): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from team_members
    where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[]) and state <> 'deactivated'`.execute(tx.db)
  if (rows[0]!.count !== new Set(ids).size) throw invalid('assigneeIds', 'unknown_member')
}

function placeOf(task: z.output<typeof taskSchema>): { accountId: AccountId; jobId: JobId | null } {
  return { accountId: task.accountId as AccountId, jobId: task.jobId as JobId | null }
}
