import { sql } from 'kysely'
import type { AccountId, JobId, TaskId, VisitId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { lockTask, placeById } from './queries.ts'

type JobToLink = { id: JobId; accountId: AccountId; visitId: VisitId }

/**
 * Links a task to a job that is locked: its stage counts it from now on (J-30, J-36). A task of another job is unlinked
 * there first (J-30). Answers its name.
 */
export async function linkTask(tx: Tx, id: TaskId, job: JobToLink): Promise<string> {
  const task = await lockTask(tx, id)
  const { accountId, jobId } = await placeById(tx, id)
  if (accountId !== job.accountId) throw invalid('itemId', 'other_account')
  if (jobId !== null) throw invalid('itemId', jobId === job.id ? 'linked_already' : 'task_of_another_job')
  await write(tx, id, { jobId: job.id, visitId: job.visitId })
  return task!.name
}

/** Takes a task off a job that is locked; the task stays (J-33). Answers its name. */
export async function unlinkTask(tx: Tx, id: TaskId, jobId: JobId): Promise<string> {
  const task = await lockTask(tx, id)
  if ((await placeById(tx, id)).jobId !== jobId) throw new Refusal('not_found')
  await write(tx, id, { jobId: null, visitId: null })
  return task!.name
}

async function write(tx: Tx, id: TaskId, place: { jobId: JobId | null; visitId: VisitId | null }): Promise<void> {
  await sql`
    update tasks set job_id = ${place.jobId}::uuid, visit_id = ${place.visitId}::uuid, revision = revision + 1
    where firm_id = ${tx.firmId} and id = ${id}`.execute(tx.db)
}
