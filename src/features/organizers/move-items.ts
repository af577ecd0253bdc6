import { sql } from 'kysely'
import type { EffectOf } from '#engine/core/effect.ts'
import type { ItemPort } from '#engine/shell/ports.ts'
import { type JobId, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Lets the new stage of a job wait for organizers that its last one left pending (A-34 a). */
export const carryOrganizers: ItemPort['carry'] = async (tx, links) => {
  await sql`
    update organizer_links l set visit_id = row."visitId"
    from jsonb_to_recordset(${JSON.stringify(links)}::jsonb) as row("jobId" uuid, "itemId" uuid, "visitId" uuid)
    where l.firm_id = ${tx.firmId} and l.job_id = row."jobId" and l.organizer_id = row."itemId"`.execute(tx.db)
}

/**
 * Seals or archives organizers that a manual move leaves (A-34 c). Other jobs that wait for one are locked by nobody
 * here, so that they go on by an *advance* entry of their own (AM-16, AM-21).
 */
export const resolveOrganizers: ItemPort['resolve'] = async (tx, effects) => {
  const rows = effects.map(({ item, how }) => ({ id: item.id, sealed: how === 'seal', archived: how === 'archive' }))
  await sql`
    update organizers o set sealed = o.sealed or row.sealed, archived = o.archived or row.archived,
      revision = o.revision + 1
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, sealed boolean, archived boolean)
    where o.firm_id = ${tx.firmId} and o.id = row.id`.execute(tx.db)
  const others = await otherJobs(tx, effects)
  for (const { accountId, jobId, item, how } of effects) {
    const type = how === 'seal' ? 'organizer.sealed' : 'organizer.archived'
    const subject = { kind: 'organizer', id: item.id }
    const causeId = tx.record({ type, subject, accountId, jobId, payload: { name: item.name } })
    const jobIds = others.get(item.id) ?? []
    if (jobIds.length > 0) tx.enqueue({ id: newId(), kind: 'advance', payload: { jobIds, causeId }, causeId })
  }
}

async function otherJobs(tx: Tx, effects: readonly EffectOf<'resolve_item'>[]): Promise<Map<string, JobId[]>> {
  const moving = new Set(effects.map((effect) => `${effect.item.id}/${effect.jobId}`))
  const { rows } = await sql<{ organizer_id: string; job_id: JobId }>`
    select organizer_id, job_id from organizer_links
    where firm_id = ${tx.firmId} and organizer_id = any(${effects.map((effect) => effect.item.id)}::uuid[])
    order by job_id`.execute(tx.db)
  const others = rows.filter((row) => !moving.has(`${row.organizer_id}/${row.job_id}`))
  const byOrganizer = Map.groupBy(others, (row) => row.organizer_id)
  return new Map([...byOrganizer].map(([id, group]) => [id, group.map((row) => row.job_id)]))
}
