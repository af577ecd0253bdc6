import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { JobId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { loadJob } from './job.ts'

/** The job, visible to the actor, locked, and at the revision he saw; else 404 or 409 with how it stands. */
export async function visibleJobAt(tx: Tx, id: JobId, revision: number) {
  await loadJob(tx, id)
  const [job] = await lockJobs(tx, [id])
  const current = await loadJob(tx, id)
  if (!job || current.revision !== revision) throw new Refusal('stale', [], { current })
  if (job.lifecycle === 'archived') throw new Refusal('archived')
  return job
}
