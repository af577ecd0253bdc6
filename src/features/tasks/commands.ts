import { sql } from 'kysely'
import { advanceJobs, recountJobs } from '#engine/shell/advance-jobs.ts'
import { lockItemAndItsJobs, lockJobs } from '#engine/shell/lock-jobs.ts'
import type { BodyOf } from '#kernel/contract.ts'
import { today } from '#kernel/dates.ts'
import { type AccountId, type JobId, type MemberId, newId, type TaskId, type VisitId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts } from '../accounts/index.ts'
import { currentFirm } from '../firms/index.ts'
import type { tasksContract } from './contract.ts'
import { insertAssignees } from './insert-tasks.ts'
import { stateOf } from './linked-items.ts'
import { makeTasks } from './make-tasks.ts'
import type { TaskContent, TaskStatus } from './model.ts'
import { lockTask, placeOf, taskById } from './queries.ts'
import { byPath, requireKnownCodes } from './rules.ts'
import type { TaskDetail } from './schemas.ts'
import { saveSubtasks } from './subtasks.ts'

type NewTaskBody = BodyOf<typeof tasksContract.createTask>

/** Creates a task; with a job, its current stage waits for it from now on (AM-18). */
export async function createTask(tx: Tx, { accountId, jobId, ...task }: NewTaskBody): Promise<TaskDetail> {
  await requireVisibleAccounts(tx, [accountId])
  await requireSayable(tx, task)
  const [job] = jobId ? await lockJobs(tx, [jobId]) : []
  if (jobId && job?.accountId !== accountId) throw invalid('jobId', 'other_account')
  const [id] = await make(tx, task, [{ accountId, jobId: job?.id ?? null, visitId: job?.visitId ?? null }])
  if (job) await recountJobs(tx, [job.id])
  return taskById(tx, id!)
}

/** Creates the same task for many accounts; tells how many (T-2). */
export async function createTasks(
  tx: Tx,
  { accountIds, ...task }: BodyOf<typeof tasksContract.createTasks>,
): Promise<number> {
  const ids = [...new Set(accountIds)]
  await requireVisibleAccounts(tx, ids)
  await requireSayable(tx, task)
  const made = await make(
    tx,
    task,
    ids.map((accountId) => ({ accountId, jobId: null, visitId: null })),
  )
  return made.length
}

/** Changes what a task says; the loser of two edits gets the current state (409). */
export async function changeTask(
  tx: Tx,
  id: TaskId,
  body: BodyOf<typeof tasksContract.changeTask>,
  revision: number,
): Promise<TaskDetail> {
  const before = await taskById(tx, id)
  await requireMembers(tx, body.assigneeIds)
  const { name, description, priority, startOn, dueOn, assigneeIds, subtasks } = body
  const changed = await tx.db
    .updateTable('tasks')
    .set({ name, description, priority, start_on: startOn, due_on: dueOn, revision: revision + 1 })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Refusal('stale', [], { current: await taskById(tx, id) })
  await tx.db.deleteFrom('task_assignees').where('firm_id', '=', tx.firmId).where('task_id', '=', id).execute()
  await insertAssignees(tx, [{ id, assigneeIds }])
  await saveSubtasks(tx, id, subtasks)
  tx.record({ type: 'task.changed', subject: { kind: 'task', id }, payload: { name }, ...placeOf(before) })
  return taskById(tx, id)
}

/** Sets the status; setting it again does nothing. Completing or canceling may move the task's job (T-12, DONE-1). */
export async function setTaskStatus(tx: Tx, id: TaskId, status: TaskStatus): Promise<TaskDetail> {
  const { accountId, jobId } = placeOf(await taskById(tx, id))
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

/** Every assignee is an active or invited member of this firm. */
export async function requireMembers(tx: Tx, ids: readonly MemberId[]): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from team_members
    where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[]) and state <> 'deactivated'`.execute(tx.db)
  if (rows[0]!.count !== new Set(ids).size) throw invalid('assigneeIds', 'unknown_member')
}

type Wording = Omit<NewTaskBody, 'accountId' | 'jobId'>
type Place = { accountId: AccountId; jobId: JobId | null; visitId: VisitId | null }

async function requireSayable(tx: Tx, { name, description, subtasks, assigneeIds }: Wording): Promise<void> {
  requireKnownCodes({ name, description, ...byPath(subtasks) })
  await requireMembers(tx, assigneeIds)
}

/** One task per place; answers their ids. */
async function make(tx: Tx, { name, startOn, dueOn, ...task }: Wording, places: readonly Place[]): Promise<TaskId[]> {
  const dates = { kind: 'absolute' as const, startOn, dueOn }
  const content: TaskContent = { title: name, ...task, status: 'planned', dates }
  const madeOn = today(tx.now, (await currentFirm(tx)).timeZone)
  const rows = await makeTasks(
    tx,
    places.map((place) => {
      const id = newId<'task'>(tx.now.getTime())
      return { id, ...place, recurrenceId: null, createdBy: by(tx), madeOn, content }
    }),
  )
  for (const row of rows) {
    const subject = { kind: 'task', id: row.id }
    tx.record({ type: 'task.created', subject, payload: { name: row.name }, ...placeOf(row) })
  }
  return rows.map((row) => row.id)
}
