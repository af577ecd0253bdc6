import { sql } from 'kysely'
import type { AccountId, JobId, MemberId, VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { TaskPriority } from './model.ts'

export type TaskRow = {
  id: string
  accountId: AccountId
  jobId: JobId | null
  visitId: VisitId | null
  name: string
  description: string
  priority: TaskPriority
  dueOn: string | null
  createdBy: { kind: string; id: string | null; name: string }
  assigneeIds: readonly MemberId[]
}

/** Writes tasks and their assignees, one statement each; a deactivated or vanished member is left out (USR-8). */
export async function insertTasks(tx: Tx, tasks: readonly TaskRow[]): Promise<void> {
  const rows = tasks.map((task) => ({
    id: task.id,
    account_id: task.accountId,
    job_id: task.jobId,
    visit_id: task.visitId,
    name: task.name,
    description: task.description,
    priority: task.priority,
    due_on: task.dueOn,
    created_by: task.createdBy,
  }))
  await sql`
    insert into tasks (firm_id, id, account_id, job_id, visit_id, name, description, priority, due_on, created_by, created_at)
    select ${tx.firmId}::uuid, id, account_id, job_id, visit_id, name, description, priority, due_on, created_by,
           ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, account_id uuid, job_id uuid, visit_id uuid,
      name text, description text, priority text, due_on date, created_by jsonb)
    on conflict do nothing`.execute(tx.db)
  await insertAssignees(tx, tasks)
}

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
