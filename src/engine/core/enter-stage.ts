import type { VisitId } from '#kernel/ids.ts'
import { derivedId } from '#kernel/ids.ts'
import type { State } from './apply.ts'
import { apply } from './apply.ts'
import type { Effect, EffectOf, SkippedStage } from './effect.ts'
import type { AccountState, ByHand, Catalog, JobState, NewJob } from './model.ts'
import { partWith } from './pending.ts'
import type { PipelineVersion } from './pipeline.ts'
import { runAutomations } from './run-automations.ts'
import type { Place } from './stages.ts'

/** What follows, in order, and the job and the account as it leaves them; no effects: nothing changes. */
export type Decided = { effects: Effect[]; job: JobState; account: AccountState }

export type Entry = Pick<ByHand, 'deselected' | 'pending' | 'shown'> & {
  place: Place
  how: EffectOf<'enter_stage'>['how']
  status: 'leave' | 'keep'
  skipped: SkippedStage[]
}

/** Opens a new visit, deals with what is pending in those that end, and runs the stage's automations. */
export function enterStage(before: State, entry: Entry, version: PipelineVersion, catalog: Catalog): Decided {
  const { job } = before
  const { place, pending } = entry
  // whatever the person wants, another pipeline ends it (J-45)
  const keepsStatus = entry.status === 'keep' && job.pipelineId === version.pipelineId
  const leftStatus = keepsStatus ? null : job.status
  const ending = [job.visitId, leftStatus?.visitId ?? null].filter((id): id is VisitId => id !== null)
  const otherwise = entry.how !== 'automove' && place.stage.automove && !place.isLast ? 'carry' : 'leave'
  const parting = partWith(job, ending, pending, otherwise)
  const entered = entryEffect(job, entry, leftStatus, version, parting.leftBehind)
  const moved: Effect[] = [...parting.resolved, entered, ...parting.carried(entered.visitId)]
  const state = moved.reduce(apply, before) as State<JobState>
  const ran = runAutomations(place.stage.automations, entered.visitId, state, catalog, entry)
  return { effects: [...moved, ...ran.effects], ...ran.state }
}

function entryEffect(
  job: JobState | NewJob,
  { place, how, skipped }: Entry,
  leftStatus: JobState['status'],
  { pipelineId, version }: PipelineVersion,
  leftBehind: EffectOf<'enter_stage'>['leftBehind'],
): EffectOf<'enter_stage'> {
  const visitOrdinal = job.visitOrdinal + 1
  return {
    kind: 'enter_stage',
    jobId: job.id,
    accountId: job.accountId,
    how,
    pipelineId,
    fromPipelineId: job.stageId === null ? null : job.pipelineId,
    fromStageId: job.stageId,
    fromVisitId: job.visitId,
    leftStatus,
    toStageId: place.stage.id,
    visitId: derivedId('visit', job.id, visitOrdinal),
    visitOrdinal,
    version,
    timeLimit: place.stage.timeLimit,
    skipped,
    leftBehind,
  }
}
