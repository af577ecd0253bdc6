import { sql } from 'kysely'
import type { JobId, OrganizerId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleJobs } from '../accounts/index.ts'

/** The jobs that an organizer is linked to, whoever may see them: what must be locked before it (AM-16). */
export async function jobsWaitingFor(tx: Tx, id: OrganizerId): Promise<JobId[]> {
  const rows = await tx.db
    .selectFrom('organizer_links')
    .select('job_id')
    .where('firm_id', '=', tx.firmId)
    .where('organizer_id', '=', id)
    .execute()
  return rows.map((row) => row.job_id as JobId)
}

/** Those of the jobs that the actor may see (P-6). */
export async function visibleAmong(tx: Tx, ids: readonly JobId[]): Promise<JobId[]> {
  const { rows } = await sql<{ id: JobId }>`
    select j.id from jobs j
    where j.firm_id = ${tx.firmId} and j.id = any(${[...ids]}::uuid[]) and j.deleted_at is null
      and ${visibleJobs(tx, 'j')}`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** The linked jobs that the actor may see, as a page shows them. */
export async function describeJobs(
  tx: Tx,
  id: OrganizerId,
): Promise<{ id: JobId; name: string; pipelineName: string }[]> {
  const { rows } = await sql<{ id: JobId; name: string; pipelineName: string }>`
    select j.id, j.name, p.name as "pipelineName"
    from organizer_links l
      join jobs j on j.firm_id = l.firm_id and j.id = l.job_id
      join pipelines p on p.firm_id = j.firm_id and p.id = j.pipeline_id
    where l.firm_id = ${tx.firmId} and l.organizer_id = ${id} and j.deleted_at is null and ${visibleJobs(tx, 'j')}
    order by l.linked_at, j.id`.execute(tx.db)
  return rows
}
