import type { Lifecycle } from '#engine/core/model.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { JobId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireKept } from '../pipelines/index.ts'
import { loadJob } from './job.ts'
import type { Job } from './schemas.ts'

/** Completes a job, or makes a completed one active again; doing it again does nothing (J-40). */
export async function setCompleted(tx: Tx, id: JobId, lifecycle: 'active' | 'completed'): Promise<Job> {
  await loadJob(tx, id)
  const [job] = await lockJobs(tx, [id])
  if (job?.lifecycle === 'archived') throw new Refusal('archived')
  if (job?.lifecycle === lifecycle) return loadJob(tx, id)
  await write(tx, id, { lifecycle, completed_at: lifecycle === 'completed' ? tx.now : null })
  record(tx, lifecycle === 'completed' ? 'job.completed' : 'job.reopened', id, job!.accountId)
  return loadJob(tx, id)
}

/** Takes a job off the board, from active or completed (J-40); nothing runs for it any more (AM-28). */
export async function archiveJob(tx: Tx, id: JobId): Promise<Job> {
  await loadJob(tx, id)
  const [job] = await lockJobs(tx, [id])
  if (job!.lifecycle === 'archived') return loadJob(tx, id)
  await write(tx, id, { lifecycle: 'archived' })
  record(tx, 'job.archived', id, job!.accountId)
  return loadJob(tx, id)
}

/**
 * Puts an archived job back: completed where it was, else active. One whose pipeline is deleted stays archived until
 * the pipeline is taken back (P-12).
 */
export async function restoreJob(tx: Tx, id: JobId): Promise<Job> {
  const { completedAt } = await loadJob(tx, id)
  const [job] = await lockJobs(tx, [id])
  if (job!.lifecycle !== 'archived') return loadJob(tx, id)
  await requireKept(tx, job!.pipelineId)
  await write(tx, id, { lifecycle: completedAt === null ? 'active' : 'completed' })
  record(tx, 'job.restored', id, job!.accountId)
  return loadJob(tx, id)
}

async function write(tx: Tx, id: JobId, written: { lifecycle: Lifecycle; completed_at?: Date | null }): Promise<void> {
  await tx.db
    .updateTable('jobs')
    .set((eb) => ({ ...written, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}

type Stated = 'job.completed' | 'job.reopened' | 'job.archived' | 'job.restored'

function record(tx: Tx, type: Stated, id: JobId, accountId: Parameters<typeof tx.record>[0]['accountId']): void {
  tx.record({ type, payload: {}, subject: { kind: 'job', id }, jobId: id, accountId })
}
