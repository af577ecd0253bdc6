import { sql } from 'kysely'
import type { QueryOf } from '#kernel/contract.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { jobIsVisible } from './cards.ts'
import type { DeletedJob, jobFieldsContract } from './contract-fields.ts'
import { restorableUntil } from './delete-job.ts'
import { RESTORABLE_DAYS } from './model.ts'

type Row = Omit<DeletedJob, 'deletedAt' | 'restorableUntil'> & { deletedAt: Date }

/** Jobs that were deleted and can still be taken back, newest first (JX-2). */
export async function listDeletedJobs(
  tx: Tx,
  { pipelineId, accountId, limit, cursor }: QueryOf<typeof jobFieldsContract.listDeletedJobs>,
): Promise<{ items: DeletedJob[]; next: string | null }> {
  const oldest = new Date(tx.now.getTime() - RESTORABLE_DAYS * 86_400_000)
  const after = cursor ? decodeCursor(cursor, 2) : null
  const parts = [sql`j.deleted_at > ${oldest}`, jobIsVisible(tx)]
  if (after) parts.push(sql`(j.deleted_at, j.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  if (pipelineId) parts.push(sql`j.pipeline_id = ${pipelineId}`)
  if (accountId) parts.push(sql`j.account_id = ${accountId}`)
  const { rows } = await sql<Row>`
    select j.id, j.name, j.account_id as "accountId", a.name as "accountName", j.pipeline_id as "pipelineId",
      p.name as "pipelineName", j.deleted_at as "deletedAt"
    from jobs j
      join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
      join pipelines p on p.firm_id = j.firm_id and p.id = j.pipeline_id
    where j.firm_id = ${tx.firmId} and ${sql.join(parts, sql` and `)}
    order by j.deleted_at desc, j.id desc limit ${limit + 1}`.execute(tx.db)
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1)! : null
  return { items: page.map(shown), next: last && encodeCursor([last.deletedAt.toISOString(), last.id]) }
}

function shown({ deletedAt, ...row }: Row): DeletedJob {
  return {
    ...row,
    deletedAt: deletedAt.toISOString(),
    restorableUntil: restorableUntil(deletedAt).toISOString(),
  }
}
