import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { JobId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireKept } from '../pipelines/index.ts'
import { loadJob } from './job.ts'
import type { Job } from './schemas.ts'

export async function renameJob(tx: Tx, id: JobId, name: string, revision: number): Promise<Job> {
  const job = await visibleJobAt(tx, id, revision)
  const before = (await loadJob(tx, id)).name
  await tx.db
    .updateTable('jobs')
    .set({ name, revision: revision + 1 })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
  record(tx, { type: 'job.renamed', payload: { name, before } }, id, job.accountId)
  return loadJob(tx, id)
}

/**
 * Archives a job or puts it back; doing it again does nothing. Automations do not run for an archived job (AM-28).
 * One whose pipeline is deleted stays archived until the pipeline is taken back (P-12).
 */
export async function setLifecycle(tx: Tx, id: JobId, lifecycle: 'active' | 'archived'): Promise<Job> {
  await loadJob(tx, id)
  const [job] = await lockJobs(tx, [id])
  if (job!.lifecycle === lifecycle) return loadJob(tx, id)
  if (lifecycle === 'active') await requireKept(tx, job!.pipelineId)
  await tx.db
    .updateTable('jobs')
    .set((eb) => ({ lifecycle, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
  record(tx, { type: lifecycle === 'archived' ? 'job.archived' : 'job.restored', payload: {} }, id, job!.accountId)
  return loadJob(tx, id)
}

type Stated =
  | { type: 'job.renamed'; payload: { name: string; before: string } }
  | { type: 'job.archived' | 'job.restored'; payload: Record<never, never> }

function record(tx: Tx, stated: Stated, id: JobId, accountId: Parameters<typeof tx.record>[0]['accountId']): void {
  tx.record({ ...stated, subject: { kind: 'job', id }, jobId: id, accountId })
}

/** The job, visible to the actor, locked, and at the revision he saw; else 404 or 409 with how it stands. */
export async function visibleJobAt(tx: Tx, id: JobId, revision: number) {
  await loadJob(tx, id)
  const [job] = await lockJobs(tx, [id])
  const current = await loadJob(tx, id)
  if (!job || current.revision !== revision) throw new Refusal('stale', [], { current })
  if (job.lifecycle === 'archived') throw new Refusal('archived')
  return job
}
