import type { EntryRefusal } from '#engine/core/decide.ts'
import type { Trigger } from '#engine/core/model.ts'
import type { JobStatus, PipelineVersion, Stage } from '#engine/core/pipeline.ts'
import { advanceJobs } from '#engine/shell/advance-jobs.ts'
import type { BodyOf } from '#kernel/contract.ts'
import type { AutomationId, JobId, JobStatusId, PipelineId, StageId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import { takingJobs } from '../pipelines/index.ts'
import { visibleVersion } from './board.ts'
import { choicesOf } from './by-hand.ts'
import { visibleJobAt } from './commands.ts'
import type { jobsContract } from './contract.ts'
import { loadJob } from './job.ts'
import type { Job } from './schemas.ts'

/** Moves a job by hand into any stage, of its own pipeline or of another (JM-2, JM-3). */
export async function moveJob(
  tx: Tx,
  id: JobId,
  { stageId, keepStatus, ...body }: BodyOf<typeof jobsContract.moveJob>,
  revision: number,
): Promise<Job> {
  const job = await visibleJobAt(tx, id, revision)
  const pipelineId = body.pipelineId ?? job.pipelineId
  requireStageToMoveTo(tx, await visibleVersion(tx, pipelineId), stageId)
  const isFromElsewhere = pipelineId !== job.pipelineId
  if (isFromElsewhere && !(await takingJobs(tx, [pipelineId])).has(pipelineId)) throw new Refusal('archived')
  const status = keepStatus ? 'keep' : 'leave'
  const choices = choicesOf(tx, body, null)
  return put(tx, id, { ...choices, kind: 'enter', how: 'moved_by_hand', pipelineId, stageId, status })
}

/** Refuses a stage that is not in the version, or that the actor may not move jobs into (TAG-3). */
export function requireStageToMoveTo(tx: Tx, version: PipelineVersion, stageId: StageId): void {
  const refusal = tagsRefusal(tx, requireStage(version, stageId))
  if (refusal) throw invalid('stageId', refusal)
}

export function requireStage(version: PipelineVersion, stageId: StageId): Stage {
  const stage = version.stages.find((it) => it.id === stageId)
  if (!stage) throw invalid('stageId', 'unknown_stage')
  return stage
}

export function requireStatus(version: PipelineVersion, statusId: JobStatusId): JobStatus {
  const status = version.statuses.find((it) => it.id === statusId)
  if (!status) throw invalid('statusId', 'unknown_status')
  return status
}

/** To put a job by hand where tags are changed takes the right to change them (TAG-3). */
export function tagsRefusal({ actor }: Tx, { automations }: Pick<Stage, 'automations'>): 'needs_manage_tags' | null {
  const mayTag = actor.kind !== 'member' || holdsRight(actor, 'manage_tags')
  return !mayTag && automations.some(({ kind }) => kind === 'update_account_tags') ? 'needs_manage_tags' : null
}

/** Puts a job into a custom status, whose automations run, or back to Active (J-42, J-45). */
export async function setJobStatus(
  tx: Tx,
  id: JobId,
  { statusId, ...body }: BodyOf<typeof jobsContract.setJobStatus>,
  revision: number,
): Promise<Job> {
  const job = await visibleJobAt(tx, id, revision)
  const version = await visibleVersion(tx, job.pipelineId)
  const refusal = statusId === null ? null : tagsRefusal(tx, requireStatus(version, statusId))
  if (refusal) throw invalid('statusId', refusal)
  return put(tx, id, { ...choicesOf(tx, body, null), kind: 'set_status', statusId })
}

/** Tries again what failed on the job where it is now; what did not fail is left alone (D-1). Tags as by hand (TAG-3). */
export async function retryAutomations(tx: Tx, id: JobId, automationIds: readonly AutomationId[]): Promise<Job> {
  const { pipelineId } = await loadJob(tx, id)
  const { stages, statuses } = await visibleVersion(tx, pipelineId as PipelineId)
  const asked = [...stages, ...statuses].flatMap(({ automations }) =>
    automations.filter((automation) => automationIds.includes(automation.id)),
  )
  const refusal = tagsRefusal(tx, { automations: asked })
  if (refusal) throw invalid('automationIds', refusal)
  const payload = { automations: automationIds.length }
  const causeId = tx.record({ type: 'job.automationsRetried', subject: { kind: 'job', id }, jobId: id, payload })
  return put(tx, id, { kind: 'retry', automationIds: new Set(automationIds), causeId })
}

async function put(tx: Tx, id: JobId, trigger: Trigger): Promise<Job> {
  const refused = (await advanceJobs(tx, [id], trigger)).get(id)
  if (refused) throw new Refusal('archived', [], { reason: refused satisfies EntryRefusal | string })
  return loadJob(tx, id)
}
