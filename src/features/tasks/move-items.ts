import { sql } from 'kysely'
import type { EffectOf } from '#engine/core/effect.ts'
import type { ItemPort } from '#engine/shell/ports.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { TaskStatus } from './model.ts'

/** Lets the new stage of a job wait for tasks that its last one left pending (A-34 a). */
export const carryTasks: ItemPort['carry'] = async (tx, links) => {
  await sql`
    update tasks set visit_id = row."visitId"
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as row("itemId" uuid, "visitId" uuid)
    where tasks.firm_id = ${tx.firmId} and tasks.id = row."itemId"`.execute(tx.db)
}

/** Completes or cancels tasks that a manual move leaves (A-34 c); a task is linked to no other job (J-30). */
export const resolveTasks: ItemPort['resolve'] = async (tx, effects) => {
  const rows = effects.map((effect) => ({ id: effect.item.id, status: statusAfter(effect) }))
  const { rows: before } = await sql<{ id: string; status: TaskStatus }>`
    select id, status from tasks where firm_id = ${tx.firmId} and id = any(${rows.map((row) => row.id)}::uuid[])
    order by id for no key update`.execute(tx.db)
  await sql`
    update tasks set status = row.status, completed_at = ${tx.now}::timestamptz, revision = tasks.revision + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, status text)
    where tasks.firm_id = ${tx.firmId} and tasks.id = row.id`.execute(tx.db)
  const statuses = new Map(before.map((row) => [row.id, row.status]))
  for (const effect of effects) recordResolved(tx, effect, statuses.get(effect.item.id) ?? 'planned')
}

function recordResolved(tx: Tx, effect: EffectOf<'resolve_item'>, before: TaskStatus): void {
  const { accountId, jobId, item } = effect
  const payload = { name: item.name, status: statusAfter(effect), before }
  tx.record({ type: 'task.statusChanged', subject: { kind: 'task', id: item.id }, accountId, jobId, payload })
}

function statusAfter({ how }: EffectOf<'resolve_item'>): TaskStatus {
  return how === 'complete' ? 'completed' : 'canceled'
}
