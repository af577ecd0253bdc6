import { sql } from 'kysely'
import type { AccountId, JobId, OrganizerId, VisitId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { organizerRowById } from './staff-queries.ts'

type JobToLink = { id: JobId; accountId: AccountId; visitId: VisitId }

/** Links an organizer to a job that is locked: its stage counts it from now on (J-30, J-36). Answers its name. */
export async function linkOrganizer(tx: Tx, id: OrganizerId, job: JobToLink): Promise<string> {
  await lock(tx, id)
  const { accountId, name } = await organizerRowById(tx, id)
  if (accountId !== job.accountId) throw invalid('itemId', 'other_account')
  const { rows } = await sql`
    insert into organizer_links (firm_id, organizer_id, job_id, visit_id, linked_at)
    values (${tx.firmId}, ${id}, ${job.id}, ${job.visitId}, ${tx.now})
    on conflict do nothing returning job_id`.execute(tx.db)
  if (rows.length === 0) throw invalid('itemId', 'linked_already')
  return name
}

/** Takes an organizer off a job that is locked; the organizer stays (J-33). Answers its name. */
export async function unlinkOrganizer(tx: Tx, id: OrganizerId, jobId: JobId): Promise<string> {
  await lock(tx, id)
  const { name } = await organizerRowById(tx, id)
  const { rows } = await sql`
    delete from organizer_links where firm_id = ${tx.firmId} and organizer_id = ${id} and job_id = ${jobId}
    returning job_id`.execute(tx.db)
  if (rows.length === 0) throw new Refusal('not_found')
  return name
}

async function lock(tx: Tx, id: OrganizerId): Promise<void> {
  await sql`select from organizers where firm_id = ${tx.firmId} and id = ${id} for no key update`.execute(tx.db)
}
