import { sql } from 'kysely'
import { type AccountId, derivedId, type JobId, type MemberId, type TaskId, type VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { TaskPriority, TaskStatus } from './model.ts'

export type TaskRow = {
  id: TaskId
  accountId: AccountId
  jobId: JobId | null
  visitId: VisitId | null
  recurrenceId: string | null
  name: string
  description: string
  status: TaskStatus
  priority: TaskPriority
  startOn: string | null
  dueOn: string | null
  subtasks: readonly string[]
  createdBy: { kind: string; id: string | null; name: string }
  assigneeIds: readonly MemberId[]
}

/** Writes tasks, their checklists and their assignees, one statement each; what is there already stays as it is. */
export async function insertTasks(tx: Tx, tasks: readonly TaskRow[]): Promise<void> {
  const rows = tasks.map(({ subtasks: _, assigneeIds: __, ...task }) => task)
  await sql`
    insert into tasks (firm_id, id, account_id, job_id, visit_id, recurrence_id, name, description, status, priority,
                       start_on, due_on, created_by, created_at)
    select ${tx.firmId}::uuid, id, "accountId", "jobId", "visitId", "recurrenceId", name, description, status, priority,
           "startOn", "dueOn", "createdBy", ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, "accountId" uuid, "jobId" uuid,
      "visitId" uuid, "recurrenceId" uuid, name text, description text, status text, priority text, "startOn" date,
      "dueOn" date, "createdBy" jsonb)
    on conflict do nothing`.execute(tx.db)
  await insertSubtasks(tx, tasks)
  await insertAssignees(tx, tasks)
}

/** A deactivated or vanished member is left out (USR-8). */
export async function insertAssignees(
  tx: Tx,
  tasks: readonly { id: string; assigneeIds: readonly MemberId[] }[],
): Promise<void> {
  const rows = tasks.flatMap(({ id, assigneeIds }) => assigneeIds.map((member) => ({ t: id, m: member })))
  if (rows.length === 0) return
  await sql`
    insert into task_assignees (firm_id, task_id, member_id)
    select m.firm_id, row.t, m.id from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(t uuid, m uuid)
      join team_members m on m.firm_id = ${tx.firmId} and m.id = row.m and m.state <> 'deactivated'
    on conflict do nothing`.execute(tx.db)
}

async function insertSubtasks(tx: Tx, tasks: readonly Pick<TaskRow, 'id' | 'subtasks'>[]): Promise<void> {
  const rows = tasks.flatMap(({ id: t, subtasks }) =>
    subtasks.map((name, position) => ({ t, id: derivedId('subtask', t, position), position, name })),
  )
  if (rows.length === 0) return
  await sql`
    insert into task_subtasks (firm_id, task_id, id, position, name)
    select ${tx.firmId}::uuid, t, id, position, name
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(t uuid, id uuid, position integer, name text)
    on conflict do nothing`.execute(tx.db)
}
