import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { PipelineId, StageId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { together } from '#platform/db/together.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visiblePipelines } from '../accounts/index.ts'
import { newestVersions, pipelineSettings, takingJobs } from '../pipelines/index.ts'
import { countStages } from './board-counts.ts'
import { type CardPage, firstCards, inStage, listCards } from './cards.ts'
import { describeAutomation, loadNames } from './describe-automations.ts'
import type { CardFilter } from './filter-schemas.ts'
import type { Board } from './schemas.ts'

const FIRST_CARDS = 20

/** The newest version of a pipeline that the actor may see, or a refusal. */
export async function visibleVersion(tx: Tx, pipelineId: PipelineId): Promise<PipelineVersion> {
  const [seen, versions] = await together([
    tx.db
      .selectFrom('pipelines')
      .select('id')
      .where('firm_id', '=', tx.firmId)
      .where('id', '=', pipelineId)
      .where('state', '<>', 'deleted')
      .where(visiblePipelines(tx, 'pipelines.id'))
      .executeTakeFirst(),
    newestVersions(tx, [pipelineId]),
  ])
  if (!seen) throw new Refusal('not_found')
  const version = versions.get(pipelineId)
  if (!version) throw new Refusal('not_published')
  return version
}

/** Further cards of one stage, in the pipeline's order. */
export async function listStageCards(
  tx: Tx,
  { pipelineId, stageId }: { pipelineId: PipelineId; stageId: StageId },
  query: CardFilter & { limit: number; cursor?: string | undefined },
): Promise<CardPage> {
  const version = await visibleVersion(tx, pipelineId)
  if (!version.stages.some((stage) => stage.id === stageId)) throw new Refusal('not_found')
  const { sort } = (await pipelineSettings(tx, [pipelineId])).get(pipelineId)!
  return listCards(tx, inStage(tx, version, stageId, query), [version], { ...query, sort })
}

/** The board: stages with their automations and counts, and the first cards of each (VIEW-1). */
export async function loadBoard(tx: Tx, pipelineId: PipelineId, filter: CardFilter): Promise<Board> {
  const [version, settings, taking] = await together([
    visibleVersion(tx, pipelineId),
    pipelineSettings(tx, [pipelineId]),
    takingJobs(tx, [pipelineId]),
  ])
  const { sort, cardFields } = settings.get(pipelineId)!
  const [names, counted, cards] = await together([
    loadNames(tx, [version]),
    countStages(tx, version, filter),
    firstCards(tx, version, filter, { sort, limit: FIRST_CARDS }),
  ])
  return {
    pipeline: {
      id: version.pipelineId,
      name: version.name,
      version: version.version,
      takesJobs: taking.has(pipelineId),
    },
    settings: { sort, cardFields },
    stages: version.stages.map((stage, index) => {
      const { items, next } = cards.get(stage.id)!
      return {
        id: stage.id,
        name: stage.name,
        automove: stage.automove,
        isLast: index === version.stages.length - 1,
        condition: stage.condition,
        automations: stage.automations.map((automation) => describeAutomation(automation, names)),
        ...counted.get(stage.id)!,
        cards: items,
        next,
      }
    }),
    statuses: version.statuses.map(({ id, name }) => ({ id, name })),
    tags: [...names.tags.values()],
  }
}
