import { sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { PipelineId, StageId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newestVersions, pipelineSettings, takingJobs, visiblePipelines } from '../pipelines/index.ts'
import { automovingStages, type CardFilter, inStage, jobIsVisible, listCards, matches, turnOf } from './cards.ts'
import { describeAutomation, loadNames } from './describe-automations.ts'
import type { Board, Card } from './schemas.ts'

const FIRST_CARDS = 40

/** The turns of a stage without jobs. */
export const NONE = { client: 0, team: 0, ready: 0, stuck: 0 }

/** The newest version of a pipeline that the actor may see, or a refusal. */
export async function visibleVersion(tx: Tx, pipelineId: PipelineId): Promise<PipelineVersion> {
  const seen = await tx.db
    .selectFrom('pipelines')
    .select('id')
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', pipelineId)
    .where('state', '<>', 'deleted')
    .where(visiblePipelines(tx, 'pipelines.id'))
    .executeTakeFirst()
  if (!seen) throw new Refusal('not_found')
  const version = (await newestVersions(tx, [pipelineId])).get(pipelineId)
  if (!version) throw new Refusal('not_published')
  return version
}

/** The board: stages with their automations and exact counts, and the first cards of each (VIEW-1). */
export async function loadBoard(tx: Tx, pipelineId: PipelineId, filter: CardFilter): Promise<Board> {
  const version = await visibleVersion(tx, pipelineId)
  const { sort, cardFields } = (await pipelineSettings(tx, [pipelineId])).get(pipelineId)!
  const takesJobs = (await takingJobs(tx, [pipelineId])).has(pipelineId)
  const names = await loadNames(tx, [version])
  const turns = await countTurns(tx, version, filter)
  const stages: Board['stages'] = []
  for (const [index, stage] of version.stages.entries()) {
    const page = await listCards(tx, inStage(tx, version, stage.id, filter), [version], { limit: FIRST_CARDS })
    const counts = turns.get(stage.id) ?? { ...NONE }
    stages.push({
      id: stage.id,
      name: stage.name,
      automove: stage.automove,
      isLast: index === version.stages.length - 1,
      condition: stage.condition,
      automations: stage.automations.map((automation) => describeAutomation(automation, names)),
      count: filter.turn ? counts[filter.turn] : counts.client + counts.team + counts.ready + counts.stuck,
      turns: counts,
      cards: page.items,
      next: page.next,
    })
  }
  return {
    pipeline: { id: version.pipelineId, name: version.name, version: version.version, takesJobs },
    settings: { sort, cardFields },
    stages,
    tags: [...names.tags.values()],
  }
}

type Turns = Board['stages'][number]['turns']

/** Whatever turn is asked for, all four are counted: they stand on the filters' buttons. */
async function countTurns(tx: Tx, version: PipelineVersion, filter: CardFilter): Promise<Map<StageId, Turns>> {
  const turn = turnOf(automovingStages([version]))
  const needsAccount = filter.search ? sql`join accounts a on a.firm_id = j.firm_id and a.id = j.account_id` : sql``
  const { rows } = await sql<{ stage_id: StageId; turn: Card['turn']; count: number }>`
    select j.stage_id, ${turn} as turn, count(*)::int as count from jobs j ${needsAccount}
    where j.firm_id = ${tx.firmId} and j.pipeline_id = ${version.pipelineId} and j.lifecycle <> 'archived'
      and j.deleted_at is null
      and ${matches(tx, { ...filter, turn: undefined }, turn)} and ${jobIsVisible(tx)}
    group by 1, 2`.execute(tx.db)
  const byStage = new Map<StageId, Turns>()
  for (const row of rows) {
    const turns = byStage.get(row.stage_id) ?? { ...NONE }
    turns[row.turn] = row.count
    byStage.set(row.stage_id, turns)
  }
  return byStage
}
