import { sql } from 'kysely'
import { recountJobs } from '#engine/shell/advance-jobs.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { BodyOf, ReturnOf } from '#kernel/contract.ts'
import { type AccountId, type JobId, newId, type TaskId, type VisitId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts, visibleJobs } from '../accounts/index.ts'
import { firmsToday } from '../firms/index.ts'
import { requireRoles } from '../roles/index.ts'
import { by, requireMembers } from './commands.ts'
import type { tasksContract } from './contract.ts'
import { makeTasks } from './make-tasks.ts'
import type { TaskContent } from './model.ts'
import { taskById } from './queries.ts'
import { recordMade } from './record-made.ts'
import { byPath, requireKnownCodes } from './rules.ts'
import type { NewTask } from './schemas.ts'

type NewTaskBody = BodyOf<typeof tasksContract.createTask>

/** Creates a task; with a job, its current stage waits for it from now on (AM-18). */
export async function createTask(tx: Tx, { accountId, jobId, ...task }: NewTaskBody): Promise<NewTask> {
  await requireVisibleAccounts(tx, [accountId])
  await requireSayable(tx, task)
  const [job] = jobId ? await lockJobs(tx, await visibleOf(tx, jobId)) : []
  if (jobId && job?.accountId !== accountId) throw invalid('jobId', 'other_account')
  const place = { accountId, jobId: job?.id ?? null, visitId: job?.visitId ?? null }
  const { ids, unheldRoles } = await make(tx, task, [place])
  if (job) await recountJobs(tx, [job.id])
  return { ...(await taskById(tx, ids[0]!)), unheldRoles }
}

/** The job, if the actor may see it (P-6). */
async function visibleOf(tx: Tx, id: JobId): Promise<JobId[]> {
  const { rows } = await sql`
    select from jobs j where j.firm_id = ${tx.firmId} and j.id = ${id} and ${visibleJobs(tx, 'j')}`.execute(tx.db)
  return rows.length > 0 ? [id] : []
}

/** Creates the same task for many accounts; tells how many, and which roles somebody is missing in (T-2, T-14). */
export async function createTasks(
  tx: Tx,
  { accountIds, ...task }: BodyOf<typeof tasksContract.createTasks>,
): Promise<ReturnOf<typeof tasksContract.createTasks>> {
  const wanted = [...new Set(accountIds)]
  await requireVisibleAccounts(tx, wanted)
  await requireSayable(tx, task)
  const places = wanted.map((accountId) => ({ accountId, jobId: null, visitId: null }))
  const { ids, unheldRoles } = await make(tx, task, places)
  return { created: ids.length, unheldRoles }
}

type Wording = Omit<NewTaskBody, 'accountId' | 'jobId'>
type Place = { accountId: AccountId; jobId: JobId | null; visitId: VisitId | null }

async function requireSayable(tx: Tx, task: Wording): Promise<void> {
  const { name, description, subtasks, assigneeIds, roleIds } = task
  requireKnownCodes({ name, description, ...byPath(subtasks) })
  await requireMembers(tx, assigneeIds)
  await requireRoles(tx, roleIds, 'roleIds')
}

/** One task per place. */
async function make(
  tx: Tx,
  { name, startOn, dueOn, ...task }: Wording,
  places: readonly Place[],
): Promise<{ ids: TaskId[]; unheldRoles: string[] }> {
  const dates = { kind: 'absolute' as const, startOn, dueOn }
  const content: TaskContent = { title: name, ...task, status: 'planned', dates }
  const madeOn = await firmsToday(tx)
  const rows = await makeTasks(
    tx,
    places.map((place) => {
      const id = newId<'task'>(tx.now.getTime())
      return { id, ...place, recurrenceId: null, createdBy: by(tx), madeOn, content }
    }),
  )
  const unheld = await recordMade(tx, rows, { by: 'actor', causeOf: () => null })
  return { ids: rows.map((row) => row.id), unheldRoles: [...unheld.values()] }
}
