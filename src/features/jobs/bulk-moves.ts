import type { JobState } from '#engine/core/model.ts'
import { advanceJobs } from '#engine/shell/advance-jobs.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { BodyOf } from '#kernel/contract.ts'
import type { JobId, PipelineId, StageId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { takingJobs } from '../pipelines/index.ts'
import { visibleVersion } from './board.ts'
import type { bulkContract } from './bulk-contract.ts'
import type { BulkAct } from './bulk-schemas.ts'
import { type BulkItem, type Settled, type StoredAct, storeBulkAct } from './bulk-store.ts'
import { choicesOf } from './by-hand.ts'
import type { ByHandBody } from './by-hand-schemas.ts'
import { requireStageToMoveTo } from './move-job.ts'
import { type Selected, selectedJobs } from './selected-jobs.ts'

/** What an act of moving jobs keeps, so that any process can carry on with it. */
type MoveJobsParams = { pipelineId: PipelineId; stageId: StageId; keepStatus: boolean; choices: ByHandBody }

/** Stores the wish to move jobs into a stage and answers at once; the worker does the rest (A-35, JM-1, JM-2). */
export async function startMovingJobs(
  tx: Tx,
  { jobIds, stage, pipelineId: wanted, stageId, keepStatus, ...choices }: BodyOf<typeof bulkContract.moveJobs>,
  again: StoredAct | null,
): Promise<BulkAct> {
  const selected = await selectedJobs(tx, { jobIds, stage })
  const pipelineId = wanted ?? onlyPipeline(selected)
  requireStageToMoveTo(tx, await visibleVersion(tx, pipelineId), stageId)
  const comesFromElsewhere = selected.some((job) => job.pipelineId !== pipelineId)
  if (comesFromElsewhere && !(await takingJobs(tx, [pipelineId])).has(pipelineId)) throw new Refusal('archived')
  const params: MoveJobsParams = { pipelineId, stageId, keepStatus, choices }
  const subjects = selected.map((job) => ({ id: job.id, seenVisitId: job.visitId }))
  return storeBulkAct(tx, { kind: 'move_jobs', params, subjects, again })
}

/** The same move for some of an act's jobs, from where they stand now. */
export function startMovingAgain(tx: Tx, act: StoredAct, jobIds: JobId[]): Promise<BulkAct> {
  const { choices, ...target } = act.params as MoveJobsParams
  return startMovingJobs(tx, { jobIds, ...target, ...choices }, act)
}

/** Moves the next jobs of an act; one that has left the stage it was chosen in stays where it is now. */
export async function moveNextJobs(tx: Tx, act: StoredAct, items: readonly BulkItem[]): Promise<Settled[]> {
  const { pipelineId, stageId, keepStatus, choices } = act.params as MoveJobsParams
  const locked = await lockJobs(
    tx,
    items.map((item) => item.subjectId as JobId),
  )
  const jobs = new Map<string, JobState>(locked.map((job) => [job.id, job]))
  const going = items.filter((item) => whyNot(item, jobs.get(item.subjectId), stageId) === null)
  const ids = going.map((item) => item.subjectId as JobId)
  const by = { ...choicesOf(tx, choices, act.causeId), memberId: act.by?.memberId ?? null }
  const status = keepStatus ? 'keep' : 'leave'
  const refused = await advanceJobs(tx, ids, {
    ...by,
    kind: 'enter',
    how: 'moved_by_hand',
    pipelineId,
    stageId,
    status,
  })
  return items.map((item): Settled => {
    const code = whyNot(item, jobs.get(item.subjectId), stageId) ?? refused.get(item.subjectId as JobId) ?? null
    const state = code === null || code === 'already_there' ? 'succeeded' : 'failed'
    return { ordinal: item.ordinal, state, reason: code === null ? null : { code }, jobId: item.subjectId as JobId }
  })
}

function whyNot(item: BulkItem, job: JobState | undefined, stageId: StageId): string | null {
  if (!job) return 'job_deleted'
  if (job.stageId === stageId) return 'already_there'
  return job.visitId === item.seenVisitId ? null : 'moved_meanwhile'
}

/** Where no pipeline is named, the jobs say which: all must be in one. */
export function onlyPipeline(selected: readonly Selected[]): PipelineId {
  const [pipelineId, ...others] = new Set(selected.map((job) => job.pipelineId))
  if (!pipelineId || others.length > 0)
    throw new Refusal('invalid', [{ path: 'pipelineId', code: 'several_pipelines' }])
  return pipelineId
}
