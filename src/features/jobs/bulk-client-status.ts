import { sql } from 'kysely'
import type { JobState } from '#engine/core/model.ts'
import type { BodyOf } from '#kernel/contract.ts'
import type { ClientStatusId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { clientStatusFacts, clientStatusNames } from '../client-statuses/index.ts'
import type { bulkContract } from './bulk-contract.ts'

type Shown = NonNullable<BodyOf<typeof bulkContract.editJobs>['client']>

type Row = {
  id: string
  visible: boolean
  statusId: ClientStatusId | null
  name: string
  description: string
  statusBefore: string | null
}

/**
 * Shows or hides what clients see of these jobs; with a status, which brings its text unless another is given (CFS-11,
 * CFS-2), or with a text beside the status that each has. Tells each job for which that is something else than before.
 */
export async function changeClientStatuses(tx: Tx, jobs: readonly JobState[], client: Shown): Promise<void> {
  const status = client.statusId ? await statusOf(tx, client.statusId) : null
  const description = client.description ?? status?.description ?? null
  const before = await shownNow(tx, jobs)
  const changed = before.filter(
    ({ visible, ...was }) =>
      visible !== client.visible ||
      (status !== null && status.id !== was.statusId) ||
      (description !== null && description !== was.description),
  )
  if (changed.length === 0) return
  const ids = changed.map(({ id }) => id)
  await sql`update jobs set client_visible = ${client.visible}, client_changed_at = ${tx.now}::timestamptz,
      client_status_id = coalesce(${status?.id ?? null}::uuid, client_status_id),
      client_description = coalesce(${description}, client_description)
    where firm_id = ${tx.firmId} and id = any(${ids}::uuid[])`.execute(tx.db)
  const accounts = new Map(jobs.map((job) => [job.id as string, job]))
  for (const { id, name, visible, statusId, statusBefore, description: was } of changed) {
    const { id: jobId, accountId } = accounts.get(id)!
    const now = status ?? { id: statusId, name: statusBefore ?? '' }
    const said = { visible: client.visible, statusId: now.id, status: now.name, name, description: description ?? was }
    const payload = { ...said, visibleBefore: visible, statusBefore: statusBefore ?? '' }
    tx.record({ type: 'job.clientStatusSetByHand', payload, subject: { kind: 'job', id: jobId }, jobId, accountId })
  }
}

/** One that was deleted since the act began is still set, as jobs keep deleted ones too (CFS-15). */
async function statusOf(tx: Tx, id: ClientStatusId) {
  const [facts, names] = [await clientStatusFacts(tx), await clientStatusNames(tx, [id])]
  return { id, name: names.get(id) ?? '', description: facts.get(id)?.description ?? null }
}

async function shownNow(tx: Tx, jobs: readonly JobState[]): Promise<Row[]> {
  const ids = jobs.map((job) => job.id)
  const { rows } = await sql<Row>`
    select j.id, j.client_visible as visible, j.client_status_id as "statusId", j.client_name as name,
      j.client_description as description, s.name as "statusBefore"
    from jobs j left join client_statuses s on s.firm_id = j.firm_id and s.id = j.client_status_id
    where j.firm_id = ${tx.firmId} and j.id = any(${ids}::uuid[])
    order by j.id`.execute(tx.db)
  return rows
}
