import { sql } from 'kysely'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { AccountId, EventId, JobId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { jobIsVisible } from './cards.ts'
import { loadJob } from './job.ts'
import type { Job } from './schemas.ts'

/** Links two jobs of one client, both seen by the actor; neither waits for the other (J-30, J-31, DONE-11). */
export async function linkJob(tx: Tx, id: JobId, otherId: JobId): Promise<Job> {
  if (id === otherId) throw invalid('itemId', 'same_job')
  const { job, other } = await seenAndLocked(tx, id, otherId)
  if (job.lifecycle === 'archived') throw new Refusal('archived')
  if (job.accountId !== other.accountId) throw invalid('itemId', 'other_account')
  if ((await insertLinks(tx, id, [otherId])).length === 0) throw invalid('itemId', 'linked_already')
  tell(tx, 'job.itemLinked', job, other, null)
  return loadJob(tx, id)
}

/** Takes the link between two jobs away; both stay as they are (J-33). */
export async function unlinkJob(tx: Tx, id: JobId, otherId: JobId): Promise<Job> {
  const { job, other } = await seenAndLocked(tx, id, otherId)
  const { rows } = await sql`
    delete from job_links where firm_id = ${tx.firmId}
      and job_id = least(${id}::uuid, ${otherId}::uuid) and other_id = greatest(${id}::uuid, ${otherId}::uuid)
    returning job_id`.execute(tx.db)
  if (rows.length === 0) throw new Refusal('not_found')
  tell(tx, 'job.itemUnlinked', job, other, null)
  return loadJob(tx, id)
}

/** New jobs can be linked with a job that the actor sees, of the one client that they are for (JC-1, J-31). */
export async function requireJobOf(tx: Tx, id: JobId, accountIds: readonly AccountId[]): Promise<void> {
  const [job] = await seenJobs(tx, [id])
  if (accountIds.some((each) => each !== job!.accountId)) throw invalid('linkedJobId', 'other_account')
}

/** Links jobs just made with the one that they were made from (JC-1). */
export async function linkNewJobs(
  tx: Tx,
  fromId: JobId,
  made: readonly JobId[],
  causeId: EventId | null,
): Promise<void> {
  const linked = await insertLinks(tx, fromId, made)
  const { rows } = await sql<Named>`
    select id, name, account_id as "accountId" from jobs
    where firm_id = ${tx.firmId} and id = any(${[fromId, ...linked]}::uuid[])`.execute(tx.db)
  const from = rows.find((row) => row.id === fromId)
  for (const job of rows) if (from && job !== from) tell(tx, 'job.itemLinked', job, from, causeId)
}

type Named = { id: JobId; name: string; accountId: AccountId }

/** These jobs, all of which the actor sees (P-6). */
async function seenJobs(tx: Tx, ids: readonly JobId[]): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select j.id, j.name, j.account_id as "accountId" from jobs j
    where j.firm_id = ${tx.firmId} and j.id = any(${[...ids]}::uuid[]) and j.deleted_at is null
      and ${jobIsVisible(tx)}`.execute(tx.db)
  if (rows.length < ids.length) throw new Refusal('not_found')
  return rows
}

async function seenAndLocked(tx: Tx, id: JobId, otherId: JobId) {
  const names = new Map((await seenJobs(tx, [id, otherId])).map((job) => [job.id, job.name]))
  const locked = await lockJobs(tx, [id, otherId])
  const [job, other] = [id, otherId].map((each) => locked.find((state) => state.id === each))
  if (!job || !other) throw new Refusal('not_found')
  return { job: { ...job, name: names.get(id)! }, other: { ...other, name: names.get(otherId)! } }
}

/** Answers those that were not linked before. */
async function insertLinks(tx: Tx, id: JobId, others: readonly JobId[]): Promise<JobId[]> {
  const { rows } = await sql<{ id: JobId }>`
    insert into job_links (firm_id, job_id, other_id, linked_at)
    select ${tx.firmId}, least(${id}::uuid, other), greatest(${id}::uuid, other), ${tx.now}
    from unnest(${[...others]}::uuid[]) other
    on conflict do nothing
    returning case when job_id = ${id} then other_id else job_id end as id`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** The histories of both say so (AUD-3). */
function tell(
  tx: Tx,
  type: 'job.itemLinked' | 'job.itemUnlinked',
  job: Named,
  other: Named,
  causeId: EventId | null,
): void {
  for (const [{ id, name, accountId }, linked] of [
    [job, other],
    [other, job],
  ] as const) {
    const payload = { kind: 'job', itemId: linked.id, name: linked.name, job: name }
    tx.record({ type, payload, subject: { kind: 'job', id }, jobId: id, accountId, causeId })
  }
}
