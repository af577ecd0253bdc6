import type { Facts } from '#conditions/evaluate.ts'
import { evaluate } from '#conditions/evaluate.ts'
import type { JobStatusId, StageId } from '#kernel/ids.ts'
import type { SkippedStage } from './effect.ts'
import type { JobStatus, PipelineVersion, Stage } from './pipeline.ts'

/** A stage and where it stands in its version. */
export type Place = { stage: Stage; index: number; isLast: boolean }

/** Where a stage stands in a version, or null where the version does not have it. */
export function placeOf(version: Pick<PipelineVersion, 'stages'>, stageId: StageId | null): Place | null {
  const index = version.stages.findIndex((stage) => stage.id === stageId)
  return index < 0 ? null : placeAt(version, index)
}

/** A custom status of a version, or null where the version does not have it (any more). */
export function statusOf(version: Pick<PipelineVersion, 'statuses'>, id: JobStatusId): JobStatus | null {
  return version.statuses.find((status) => status.id === id) ?? null
}

/**
 * The stage an automove enters from a place: the first later one that admits the account, with those passed over
 * (AM-7, AM-9). Null from the last stage only: the last admits everybody, whatever condition it stores (STG-6, P-15).
 */
export function nextPlace(
  version: Pick<PipelineVersion, 'stages'>,
  from: Place,
  facts: Facts,
): { place: Place; skipped: SkippedStage[] } | null {
  const skipped: SkippedStage[] = []
  for (let index = from.index + 1; index < version.stages.length; index++) {
    const place = placeAt(version, index)
    const condition = place.isLast ? null : place.stage.condition
    const truth = condition === null || evaluate(condition, facts)
    if (truth === true) return { place, skipped }
    skipped.push({ stageId: place.stage.id, truth })
  }
  return null
}

function placeAt(version: Pick<PipelineVersion, 'stages'>, index: number): Place {
  return { stage: version.stages[index]!, index, isLast: index === version.stages.length - 1 }
}
