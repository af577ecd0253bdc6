import { sql } from 'kysely'
import type { QueryOf } from '#kernel/contract.ts'
import type { PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newestVersions } from '../pipelines/index.ts'
import { type CardPage, listCards } from './cards.ts'
import type { jobsContract } from './contract.ts'

/** Jobs of an account or of a pipeline, active or archived (VIEW-5). */
export async function listJobs(tx: Tx, query: QueryOf<typeof jobsContract.listJobs>): Promise<CardPage> {
  const parts = [sql<boolean>`j.lifecycle = ${query.lifecycle}`]
  if (query.accountId) parts.push(sql<boolean>`j.account_id = ${query.accountId}`)
  if (query.pipelineId) parts.push(sql<boolean>`j.pipeline_id = ${query.pipelineId}`)
  const pipelines = await tx.db.selectFrom('pipelines').select('id').where('firm_id', '=', tx.firmId).execute()
  const versions = await newestVersions(
    tx,
    pipelines.map((it) => it.id as PipelineId),
  )
  const stages = [...versions.values()].flatMap((version) => version.stages)
  return listCards(tx, sql<boolean>`${sql.join(parts, sql` and `)}`, stages, query)
}
