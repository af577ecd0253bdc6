import { sql } from 'kysely'
import { type Id, newId, type TaskId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { lockTask, placeById, taskById } from './queries.ts'
import type { TaskDetail } from './schemas.ts'

/** Ticks a line of a checklist or takes the tick away, once however often it is sent; nothing else moves (T-5). */
export async function setSubtask(tx: Tx, taskId: TaskId, id: Id<'subtask'>, done: boolean): Promise<TaskDetail> {
  const place = await placeById(tx, taskId)
  await lockTask(tx, taskId)
  const before = await taskById(tx, taskId)
  const subtask = before.subtasks.find((it) => it.id === id)
  if (!subtask) throw new Refusal('not_found')
  if (subtask.done === done) return before
  await sql`
    update task_subtasks set done_at = ${done ? tx.now : null}::timestamptz
    where firm_id = ${tx.firmId} and task_id = ${taskId} and id = ${id}`.execute(tx.db)
  await sql`update tasks set revision = revision + 1 where firm_id = ${tx.firmId} and id = ${taskId}`.execute(tx.db)
  tx.record({
    type: 'task.subtaskChanged',
    subject: { kind: 'task', id: taskId },
    payload: { name: before.name, subtask: subtask.name, done: done ? 'yes' : 'no' },
    ...place,
  })
  return taskById(tx, taskId)
}

/** Makes these the lines of a task's checklist, in this order; those that stay keep their ticks. */
export async function saveSubtasks(
  tx: Tx,
  taskId: TaskId,
  subtasks: readonly { id: string | null; name: string }[],
): Promise<void> {
  await requireOwn(tx, taskId, subtasks)
  const rows = subtasks.map(({ id, name }, position) => ({ id: id ?? newId(tx.now.getTime()), name, position }))
  await sql`
    delete from task_subtasks
    where firm_id = ${tx.firmId} and task_id = ${taskId} and id <> all(${rows.map(({ id }) => id)}::uuid[])`.execute(
    tx.db,
  )
  await sql`
    insert into task_subtasks (firm_id, task_id, id, position, name)
    select ${tx.firmId}::uuid, ${taskId}::uuid, id, position, name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, position integer, name text)
    on conflict (firm_id, task_id, id) do update set position = excluded.position, name = excluded.name`.execute(tx.db)
}

/** A line that is no longer there cannot be kept, nor can one be kept twice. */
async function requireOwn(tx: Tx, taskId: TaskId, subtasks: readonly { id: string | null }[]): Promise<void> {
  const rows = await tx.db
    .selectFrom('task_subtasks')
    .select('id')
    .where('firm_id', '=', tx.firmId)
    .where('task_id', '=', taskId)
    .execute()
  const free = new Set(rows.map((row) => row.id))
  for (const [index, { id }] of subtasks.entries()) {
    if (id !== null && !free.delete(id)) throw invalid(`subtasks.${index}.id`, 'not_found')
  }
}
