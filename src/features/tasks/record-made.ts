import type { EventId, RoleId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { roleNames } from '../roles/index.ts'
import type { MadeTask } from './make-tasks.ts'

/**
 * States that tasks were made, `by` an automation or by whoever acts, and for which of them nobody holds a role they
 * ask for (T-14). Answers the names of those roles.
 */
export async function recordMade(
  tx: Tx,
  tasks: readonly MadeTask[],
  { by, causeOf }: { by: 'actor' | 'automation'; causeOf: (task: MadeTask) => EventId | null },
): Promise<Map<RoleId, string>> {
  const names = await roleNames(tx, [...new Set(tasks.flatMap((task) => task.unheldRoleIds))])
  const actor = by === 'automation' ? { by } : {}
  for (const task of tasks) {
    const { id, accountId, jobId } = task
    const fact = { subject: { kind: 'task', id }, accountId, jobId, ...actor }
    const { name, unheldRoleIds } = task
    const causeId = tx.record({ type: 'task.created', payload: { name }, ...fact, causeId: causeOf(task) })
    const roles = unheldRoleIds.flatMap((id) => names.get(id) ?? []).join(', ')
    const payload = { name, roles, gone: roles === '' ? ('yes' as const) : ('no' as const) }
    if (unheldRoleIds.length > 0) tx.record({ type: 'task.roleUnheld', payload, ...fact, causeId })
  }
  return names
}
