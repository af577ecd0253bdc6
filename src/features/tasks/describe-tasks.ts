import { sql } from 'kysely'
import type { ItemDescriber } from '#engine/shell/ports.ts'
import type { VisitId } from '#kernel/ids.ts'
import { stateOf } from './linked-items.ts'
import type { TaskStatus } from './model.ts'

type Row = {
  id: string
  name: string
  visit_id: VisitId
  status: TaskStatus
  created_at: Date
  completed_at: Date | null
  who: string[] | null
  answered: number
  total: number
}

/** All tasks of a job, of every visit, with who must do them and how far their checklists are (T-5). */
export const describeTasks: ItemDescriber = async (tx, jobId) => {
  const { rows } = await sql<Row>`
    select t.id, t.name, t.visit_id, t.status, t.created_at, t.completed_at,
      (select array_agg(m.name order by m.name) from task_assignees x
         join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
       where x.firm_id = t.firm_id and x.task_id = t.id) as who, checklist.answered, checklist.total
    from tasks t
      cross join lateral (
        select count(s.done_at)::int as answered, count(*)::int as total from task_subtasks s
        where s.firm_id = t.firm_id and s.task_id = t.id) checklist
    where t.firm_id = ${tx.firmId} and t.job_id = ${jobId} and t.visit_id is not null
    order by t.created_at, t.id`.execute(tx.db)
  return rows.map((row) => ({
    kind: 'task',
    id: row.id,
    name: row.name,
    visitId: row.visit_id,
    state: stateOf(row.status),
    actor: 'team',
    since: row.created_at,
    doneAt: row.completed_at,
    who: row.who ?? [],
    progress: row.total > 0 ? { answered: row.answered, total: row.total } : null,
  }))
}
