import type { EffectOf } from '#engine/core/effect.ts'
import type { Applier } from '#engine/shell/ports.ts'
import type { EventId, PipelineId, StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { pipelineNames, stageNames } from '../../pipelines/index.ts'
import { closeVisits, openVisits } from './visits.ts'

type Entry = EffectOf<'enter_stage'>
type Names = { stage: (id: StageId | null) => string; pipeline: (id: PipelineId | null) => string }

/** Opens and closes visits, and states each entry; a hop's cause is the hop before it, the first one's the trigger's. */
export const enterStages: Applier<'enter_stage'> = async (tx, effects, carrying) => {
  const names = await namesIn(tx, effects)
  for (const effect of effects) {
    const before = effect.fromVisitId === null ? undefined : carrying.entered.get(effect.fromVisitId)
    const about = aboutJob(effect)
    const causeId = before ?? carrying.causeId
    const eventId = tx.record({ ...entryEvent(effect, names), ...about, causeId })
    carrying.entered.set(effect.visitId, eventId)
    recordLeftBehind(tx, effect, eventId)
    recordUnjudged(tx, effect, names, eventId)
  }
  const left = effects.flatMap((effect) => [effect.fromVisitId ?? [], effect.leftStatus?.visitId ?? []].flat())
  await closeVisits(tx, left)
  const visits = effects.map((effect) => ({
    id: effect.visitId,
    jobId: effect.jobId,
    pipelineId: effect.pipelineId,
    stageId: effect.toStageId,
    statusId: null,
    version: effect.version,
    ordinal: effect.visitOrdinal,
    how: effect.how,
  }))
  await openVisits(tx, visits, carrying.entered, new Set(left))
}

/** Says what a move left open: it stays linked, and holds nothing any more (A-34 b, A-36). */
export function recordLeftBehind(
  tx: Tx,
  effect: Pick<Entry, 'jobId' | 'accountId' | 'leftBehind'>,
  causeId: EventId,
): void {
  if (effect.leftBehind.length === 0) return
  const items = effect.leftBehind.map((item) => item.name)
  tx.record({ type: 'job.itemsLeftBehind', ...aboutJob(effect), payload: { items }, causeId })
}

/** Flags what was passed over only because something that its condition asks for is missing (D-4). */
function recordUnjudged(tx: Tx, effect: Entry, names: Names, causeId: EventId): void {
  const stages = effect.skipped.filter(({ truth }) => truth === 'unknown').map(({ stageId }) => names.stage(stageId))
  if (stages.length === 0) return
  tx.record({ type: 'job.stagesUnjudged', by: 'automation', ...aboutJob(effect), payload: { stages }, causeId })
}

export function aboutJob({ jobId, accountId }: Pick<Entry, 'jobId' | 'accountId'>) {
  return { subject: { kind: 'job', id: jobId }, jobId, accountId }
}

async function namesIn(tx: Tx, effects: readonly Entry[]): Promise<Names> {
  const stages = await stageNames(tx, effects.flatMap(stagesOf))
  const moved = effects.filter(betweenPipelines)
  const pipelines = await pipelineNames(
    tx,
    moved.flatMap((effect) => [effect.pipelineId, effect.fromPipelineId!]),
  )
  return {
    stage: (id) => (id === null ? '' : (stages.get(id) ?? '')),
    pipeline: (id) => (id === null ? '' : (pipelines.get(id) ?? '')),
  }
}

/** Every stage that the event of an entry names. */
function stagesOf({ toStageId, fromStageId, skipped }: Entry): StageId[] {
  return [toStageId, ...(fromStageId ? [fromStageId] : []), ...skipped.map((stage) => stage.stageId)]
}

function betweenPipelines({ pipelineId, fromPipelineId }: Entry): boolean {
  return fromPipelineId !== null && fromPipelineId !== pipelineId
}

function entryEvent(effect: Entry, names: Names) {
  const at = { stageId: effect.toStageId, stage: names.stage(effect.toStageId), visitId: effect.visitId }
  const from = names.stage(effect.fromStageId)
  const { version } = effect
  if (effect.how === 'created') return { type: 'job.created' as const, payload: at }
  if (effect.how === 'automove') {
    const skipped = effect.skipped.map((stage) => names.stage(stage.stageId))
    return { type: 'job.moved' as const, by: 'automation' as const, payload: { ...at, from, version, skipped } }
  }
  if (!betweenPipelines(effect)) return { type: 'job.movedByHand' as const, payload: { ...at, from, version } }
  const pipelines = {
    pipeline: names.pipeline(effect.pipelineId),
    fromPipeline: names.pipeline(effect.fromPipelineId),
  }
  return { type: 'job.movedToPipeline' as const, payload: { ...at, from, version, ...pipelines } }
}
