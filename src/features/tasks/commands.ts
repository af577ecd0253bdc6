import { sql } from 'kysely'
import { advanceJobs } from '#engine/shell/advance-jobs.ts'
import { lockItemAndItsJobs } from '#engine/shell/lock-jobs.ts'
import type { BodyOf } from '#kernel/contract.ts'
import type { MemberId, TaskId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { tasksContract } from './contract.ts'
import { insertAssignees } from './insert-tasks.ts'
import { stateOf } from './linked-items.ts'
import type { TaskStatus } from './model.ts'
import { type Locked, lockTask, placeById, taskById } from './queries.ts'
import type { TaskDetail } from './schemas.ts'
import { saveSubtasks } from './subtasks.ts'

/** Changes what a task says; the loser of two edits gets the current state (409). */
export async function changeTask(
  tx: Tx,
  id: TaskId,
  body: BodyOf<typeof tasksContract.changeTask>,
  revision: number,
): Promise<TaskDetail> {
  const place = await placeById(tx, id)
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
  tx.record({ type: 'task.changed', subject: { kind: 'task', id }, payload: { name }, ...place })
  return taskById(tx, id)
}

/** Sets the status; setting it again does nothing. Completing or canceling may move the task's job (T-12, DONE-1). */
export async function setTaskStatus(tx: Tx, id: TaskId, status: TaskStatus): Promise<TaskDetail> {
  const { accountId, ...place } = await placeById(tx, id)
  let { jobId } = place
  let before: Locked | undefined
  const jobIds = await lockItemAndItsJobs(tx, {
    jobs: async () => (jobId ? [jobId] : []),
    lock: async () => {
      before = await lockTask(tx, id)
      jobId = before?.jobId ?? null // it may have been linked while this one waited
    },
  })
  if (!before || before.status === status) return taskById(tx, id)
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
