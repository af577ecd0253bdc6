import { type RawBuilder, sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { JobStatusId, PipelineId, StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visiblePipelines } from '../accounts/index.ts'
import { newestVersions } from '../pipelines/index.ts'
import { matches } from './card-filter.ts'
import { automovingStages, turnOf } from './cards.ts'
import type { JobListWish } from './filter-schemas.ts'

/** Whether a job `j` of an account `a` is on the list. */
export function listed(tx: Tx, wish: JobListWish, versions: readonly PipelineVersion[]): RawBuilder<boolean> {
  const parts = [sql<boolean>`j.lifecycle = ${wish.lifecycle}`, matches(tx, wish, turnOf(automovingStages(versions)))]
  if (wish.stageId) parts.push(sql<boolean>`j.stage_id = ${wish.stageId}`)
  if (wish.pipelineId) parts.push(sql<boolean>`j.pipeline_id = ${wish.pipelineId}`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** The newest versions of the pipelines that the actor may see, by name; of deleted ones too, whose jobs are kept. */
export async function seenVersions(tx: Tx): Promise<PipelineVersion[]> {
  return versionsOf(tx, await seenPipelines(tx))
}

async function seenPipelines(tx: Tx) {
  return tx.db
    .selectFrom('pipelines')
    .select(['id', 'state'])
    .where('firm_id', '=', tx.firmId)
    .where(visiblePipelines(tx, 'pipelines.id'))
    .orderBy((eb) => eb.fn('lower', ['name']))
    .execute()
}

async function versionsOf(tx: Tx, pipelines: readonly { id: string }[]): Promise<PipelineVersion[]> {
  const ids = pipelines.map(({ id }) => id as PipelineId)
  const versions = await newestVersions(tx, ids)
  return ids.flatMap((id) => versions.get(id) ?? [])
}

type Named<Id> = { id: Id; name: string }
type Place = Named<PipelineId> & { stages: Named<StageId>[]; statuses: Named<JobStatusId>[] }

/** Where jobs can be that the actor may see: nowhere in a deleted pipeline (P-18). */
export async function jobPlaces(tx: Tx): Promise<Place[]> {
  const named = <Id>({ id, name }: Named<Id>): Named<Id> => ({ id, name })
  const kept = (await seenPipelines(tx)).filter(({ state }) => state !== 'deleted')
  return (await versionsOf(tx, kept)).map(({ pipelineId: id, name, stages, statuses }) => ({
    id,
    name,
    stages: stages.map(named),
    statuses: statuses.map(named),
  }))
}
