import { type RawBuilder, sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { QueryOf } from '#kernel/contract.ts'
import type { PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newestVersions, visiblePipelines } from '../pipelines/index.ts'
import { matches } from './card-filter.ts'
import { automovingStages, type CardPage, listCards, turnOf } from './cards.ts'
import type { jobsContract } from './contract.ts'
import type { JobListWish } from './filter-schemas.ts'

/** Jobs of an account, of a pipeline or of all, active or archived, such as those that are stuck (VIEW-5). */
export async function listJobs(tx: Tx, query: QueryOf<typeof jobsContract.listJobs>): Promise<CardPage> {
  const versions = await seenVersions(tx)
  return listCards(tx, listed(tx, query, versions), versions, query)
}

/** Whether a job `j` of an account `a` is on the list. */
export function listed(tx: Tx, wish: JobListWish, versions: readonly PipelineVersion[]): RawBuilder<boolean> {
  const parts = [sql<boolean>`j.lifecycle = ${wish.lifecycle}`, matches(tx, wish, turnOf(automovingStages(versions)))]
  if (wish.pipelineId) parts.push(sql<boolean>`j.pipeline_id = ${wish.pipelineId}`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** The newest versions of the pipelines that the actor may see, by name. */
export async function seenVersions(tx: Tx): Promise<PipelineVersion[]> {
  const rows = await tx.db
    .selectFrom('pipelines')
    .select('id')
    .where('firm_id', '=', tx.firmId)
    .where(visiblePipelines(tx, 'pipelines.id'))
    .orderBy((eb) => eb.fn('lower', ['name']))
    .execute()
  const ids = rows.map((row) => row.id as PipelineId)
  const versions = await newestVersions(tx, ids)
  return ids.flatMap((id) => versions.get(id) ?? [])
}
