import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { PipelineId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { newestVersions, pipelineSettings, takingJobs, visiblePipelines } from '../pipelines/index.ts'
import { countStages } from './board-counts.ts'
import { type CardFilter, firstCards } from './cards.ts'
import { describeAutomation, loadNames } from './describe-automations.ts'
import type { Board } from './schemas.ts'

const FIRST_CARDS = 40

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

/** The board: stages with their automations and counts, and the first cards of each (VIEW-1). */
export async function loadBoard(tx: Tx, pipelineId: PipelineId, filter: CardFilter): Promise<Board> {
  const version = await visibleVersion(tx, pipelineId)
  const [settings, taking, names, counted, cards] = await Promise.all([
    pipelineSettings(tx, [pipelineId]),
    takingJobs(tx, [pipelineId]),
    loadNames(tx, [version]),
    countStages(tx, version, filter),
    firstCards(tx, version, filter, FIRST_CARDS),
  ])
  const { sort, cardFields } = settings.get(pipelineId)!
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
    tags: [...names.tags.values()],
  }
}
