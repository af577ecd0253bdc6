import { sql } from 'kysely'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { TaskStatusLabels } from './contract/labels.ts'
import { TASK_STATUSES } from './model.ts'

type Labels = { labels: TaskStatusLabels; revision: number }

/** No words of one's own yet. */
const NONE: Labels = { labels: { planned: null, in_progress: null, completed: null, canceled: null }, revision: 1 }

/** What the firm calls the statuses of tasks (T-4). */
export async function taskStatusLabels(tx: Tx): Promise<Labels> {
  const row = await tx.db
    .selectFrom('task_status_labels')
    .select(['labels', 'revision'])
    .where('firm_id', '=', tx.firmId)
    .executeTakeFirst()
  return row ?? NONE
}

/** Names them, each differently; refuses a change of what somebody changed meanwhile (`stale`). */
export async function changeTaskStatusLabels(tx: Tx, labels: TaskStatusLabels, revision: number): Promise<Labels> {
  const names = TASK_STATUSES.map((status) => labels[status]?.toLowerCase() ?? null)
  for (const [at, status] of TASK_STATUSES.entries()) {
    if (names[at] !== null && names.indexOf(names[at]!) < at) throw invalid(`labels.${status}`, 'duplicate')
  }
  const before = await taskStatusLabels(tx)
  const { rows } = await sql`
    insert into task_status_labels as kept (firm_id, labels, revision)
    select ${tx.firmId}::uuid, ${JSON.stringify(labels)}::jsonb, 2
    where ${before.revision}::int = ${revision}::int
    on conflict (firm_id) do update set labels = excluded.labels, revision = kept.revision + 1
      where kept.revision = ${revision}
    returning 1`.execute(tx.db)
  if (rows.length === 0) throw new Refusal('stale', [], { current: await taskStatusLabels(tx) })
  const changed = TASK_STATUSES.filter((status) => labels[status] !== before.labels[status])
  for (const status of changed) {
    const payload = { status, label: labels[status] ?? '–', before: before.labels[status] ?? '–' }
    tx.record({ type: 'task_status.named', subject: { kind: 'firm', id: tx.firmId }, payload })
  }
  return taskStatusLabels(tx)
}
