import { sql } from 'kysely'
import { recountJobs } from '#engine/shell/advance-jobs.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { ReturnOf } from '#kernel/contract.ts'
import type { EventId, JobId, PipelineId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { activateJobs, newestVersions, rehomeJobs, requireKept } from '../pipelines/index.ts'
import { jobIsVisible } from './cards.ts'
import type { jobFieldsContract } from './contract-fields.ts'
import { loadJob } from './job.ts'
import { RESTORABLE_DAYS } from './model.ts'
import type { Job } from './schemas.ts'

/** Takes a job out of everything but the list of deleted ones; what is linked to it stays (JX-2, J-33). */
export async function deleteJob(tx: Tx, id: JobId): Promise<ReturnOf<typeof jobFieldsContract.deleteJob>> {
  const { name, pipelineId } = await loadJob(tx, id)
  const [job] = await lockJobs(tx, [id])
  if (!job) throw new Refusal('not_found')
  await tx.db
    .updateTable('jobs')
    .set((eb) => ({ deleted_at: tx.now, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
  const payload = { name, pipelineId: pipelineId as PipelineId }
  tx.record({ type: 'job.deleted', payload, subject: { kind: 'job', id }, jobId: id, accountId: job.accountId })
  return { id, restorableUntil: restorableUntil(tx.now).toISOString() }
}

/**
 * Takes a deleted job back as it was. Its stage or custom status may be gone from the pipeline since: then it stands in
 * the first stage, or is active. Nothing fires, and nothing is judged before the next event (AM-28).
 */
export async function undeleteJob(tx: Tx, id: JobId): Promise<Job> {
  const { name, pipelineId } = await deletedJobAt(tx, id)
  await requireKept(tx, pipelineId)
  await tx.db
    .updateTable('jobs')
    .set((eb) => ({ deleted_at: null, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
  const [job] = await lockJobs(tx, [id])
  const about = { subject: { kind: 'job', id }, jobId: id, accountId: job!.accountId }
  const causeId = tx.record({ type: 'job.undeleted', payload: { name }, ...about })
  await putWhereItCanBe(tx, id, causeId)
  await recountJobs(tx, [id])
  return loadJob(tx, id)
}

export function restorableUntil(deletedAt: Date): Date {
  return new Date(deletedAt.getTime() + RESTORABLE_DAYS * 86_400_000)
}

/** Locked; `not_found` where the actor may not see it, where it is not deleted, or where it was for too long. */
async function deletedJobAt(tx: Tx, id: JobId): Promise<{ name: string; pipelineId: PipelineId }> {
  const { rows } = await sql<{ name: string; pipelineId: PipelineId; deletedAt: Date }>`
    select j.name, j.pipeline_id as "pipelineId", j.deleted_at as "deletedAt" from jobs j
    where j.firm_id = ${tx.firmId} and j.id = ${id} and j.deleted_at is not null and ${jobIsVisible(tx)}
    for no key update`.execute(tx.db)
  const [row] = rows
  if (!row || restorableUntil(row.deletedAt) <= tx.now) throw new Refusal('not_found')
  return row
}

async function putWhereItCanBe(tx: Tx, id: JobId, causeId: EventId): Promise<void> {
  const [job] = await lockJobs(tx, [id])
  const version = (await newestVersions(tx, [job!.pipelineId])).get(job!.pipelineId)
  if (!version) return
  const { status } = job!
  if (status && !version.statuses.some((it) => it.id === status.id)) await activateJobs(tx, [id], version, causeId)
  const first = version.stages[0]
  if (!first || version.stages.some((stage) => stage.id === job!.stageId)) return
  await rehomeJobs(tx, new Map([[id, first.id]]), version, causeId)
}
