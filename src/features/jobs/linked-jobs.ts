import { sql } from 'kysely'
import type { JobId, PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newestVersions } from '../pipelines/index.ts'
import { jobIsVisible, listCards } from './cards.ts'
import type { Job } from './schemas.ts'

/** The jobs that one is linked with, from either end, as far as the actor sees them; oldest first (J-30). */
export async function linkedJobs(tx: Tx, id: JobId): Promise<Job['linkedJobs']> {
  const { rows } = await sql<{ id: JobId; pipelineId: PipelineId }>`
    select j.id, j.pipeline_id as "pipelineId"
    from (select other_id as id from job_links where firm_id = ${tx.firmId} and job_id = ${id}
          union all
          select job_id from job_links where firm_id = ${tx.firmId} and other_id = ${id}) linked
      join jobs j on j.firm_id = ${tx.firmId} and j.id = linked.id
    where j.deleted_at is null and ${jobIsVisible(tx)}`.execute(tx.db)
  if (rows.length === 0) return []
  const versions = await newestVersions(tx, [...new Set(rows.map((row) => row.pipelineId))])
  const where = sql<boolean>`j.id = any(${rows.map((row) => row.id)}::uuid[])`
  const { items } = await listCards(tx, where, [...versions.values()], { sort: 'created_at', limit: rows.length })
  return items.map(({ id: linkedId, name, pipelineName, stageName, lifecycle, turn }) => {
    return { id: linkedId, name, pipelineName, stageName, lifecycle, turn }
  })
}
