import { sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { MemberId, StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { takingJobs } from '../pipelines/index.ts'
import { NONE } from './board-counts.ts'
import { matches } from './card-filter.ts'
import { automovingStages, jobIsVisible, turnOf } from './cards.ts'
import { seenVersions } from './listed-jobs.ts'
import type { Card, Distribution } from './schemas.ts'

type Stage = Distribution['pipelines'][number]['stages'][number]

/**
 * How the actor's active jobs lie over the stages of the pipelines that he may see; one statement for all of
 * them. Archived pipelines are there as long as jobs are under way in them (P-12).
 */
export async function loadDistribution(tx: Tx, memberId: MemberId | undefined): Promise<Distribution> {
  const versions = await seenVersions(tx)
  const taking = await takingJobs(
    tx,
    versions.map((version) => version.pipelineId),
  )
  const turn = turnOf(automovingStages(versions))
  const days = sql<number>`greatest(0, floor(extract(epoch from ${tx.now}::timestamptz - j.stage_entered_at) / 86400))::int`
  const { rows } = await sql<{ stage_id: StageId; turn: Card['turn']; days: number; count: number }>`
    select j.stage_id, ${turn} as turn, ${days} as days, count(*)::int as count from jobs j
    where j.firm_id = ${tx.firmId} and j.lifecycle = 'active' and j.deleted_at is null
      and ${matches(tx, { memberId }, turn)}
      and ${jobIsVisible(tx)}
    group by 1, 2, 3`.execute(tx.db)
  const byStage = Map.groupBy(rows, (row) => row.stage_id)
  const isShown = ({ pipelineId, stages }: PipelineVersion) =>
    taking.has(pipelineId) || stages.some((stage) => byStage.has(stage.id))
  return {
    pipelines: versions.filter(isShown).map(({ pipelineId, name, stages }) => ({
      id: pipelineId,
      name,
      stages: stages.map((stage) => ({ id: stage.id, name: stage.name, ...summed(byStage.get(stage.id) ?? []) })),
    })),
  }
}

function summed(rows: readonly { turn: Card['turn']; days: number; count: number }[]): Pick<Stage, 'turns' | 'ages'> {
  const turns = { ...NONE }
  const ages = new Map<number, number>()
  for (const row of rows) {
    turns[row.turn] += row.count
    ages.set(row.days, (ages.get(row.days) ?? 0) + row.count)
  }
  return { turns, ages: [...ages].map(([days, count]) => ({ days, count })).sort((a, b) => a.days - b.days) }
}
