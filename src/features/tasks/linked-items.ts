import { sql } from 'kysely'
import type { LinkedItem } from '#engine/core/model.ts'
import type { ItemLoader } from '#engine/shell/ports.ts'
import type { JobId, VisitId } from '#kernel/ids.ts'
import type { TaskStatus } from './model.ts'

/** Tasks of the jobs' current visits as the engine sees them: completed is done, canceled resolved (DONE-1, AM-23). */
export const linkedTasks: ItemLoader = async (tx, jobIds) => {
  const { rows } = await sql<{ job_id: JobId; visit_id: VisitId; id: string; name: string; status: TaskStatus }>`
    select t.job_id, t.visit_id, t.id, t.name, t.status
    from jobs j join tasks t on t.firm_id = j.firm_id and t.job_id = j.id
        and t.visit_id in (j.visit_id, j.status_visit_id)
    where j.firm_id = ${tx.firmId} and j.id = any(${[...jobIds]}::uuid[])
    order by t.created_at, t.id`.execute(tx.db)
  const items = new Map<JobId, LinkedItem[]>()
  for (const { job_id, visit_id, id, name, status } of rows) {
    const item: LinkedItem = { kind: 'task', id, name, visitId: visit_id, state: stateOf(status), actor: 'team' }
    items.set(job_id, [...(items.get(job_id) ?? []), item])
  }
  return items
}

export function stateOf(status: TaskStatus): LinkedItem['state'] {
  switch (status) {
    case 'planned':
    case 'in_progress':
      return 'pending'
    case 'completed':
      return 'done'
    case 'canceled':
      return 'resolved'
  }
}
