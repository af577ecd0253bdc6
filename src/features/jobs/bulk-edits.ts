import { sql } from 'kysely'
import type { JobState } from '#engine/core/model.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { BodyOf } from '#kernel/contract.ts'
import type { JobId, MemberId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { lockAccounts, putTags } from '../accounts/index.ts'
import { requireRoles, roleHolders } from '../roles/index.ts'
import { changeClientStatuses } from './bulk-client-status.ts'
import type { bulkContract } from './bulk-contract.ts'
import type { BulkAct } from './bulk-schemas.ts'
import { type BulkItem, type Settled, type StoredAct, storeBulkAct } from './bulk-store.ts'
import { changeAssignees, memberNames } from './effects/update-assignees.ts'
import { requireClientStatus, requireMayTag, requireMembers } from './require-content.ts'
import { selectedJobs } from './selected-jobs.ts'

type Body = BodyOf<typeof bulkContract.editJobs>
/** What an act of changing jobs keeps; what is left out stays as it is. */
type EditJobsParams = Omit<Body, 'jobIds' | 'stage'>

/** Stores the wish to change jobs and answers at once; the worker does the rest (VIEW-3). */
export async function startEditingJobs(
  tx: Tx,
  { jobIds, stage, ...changes }: Body,
  again: StoredAct | null,
): Promise<BulkAct> {
  const selected = await selectedJobs(tx, { jobIds, stage })
  if (Object.values(changes).every((it) => it === undefined)) throw invalid('', 'nothing_to_change')
  await requireMembers(tx, changes.addAssigneeIds ?? [])
  await requireRoles(tx, changes.addRoleIds ?? [], 'addRoleIds')
  await requireClientStatus(tx, changes.client?.statusId ?? null)
  await requireMayTag(tx, changes)
  const params: EditJobsParams = changes
  const subjects = selected.map((job) => ({ id: job.id, seenVisitId: job.visitId }))
  return storeBulkAct(tx, { kind: 'edit_jobs', params, subjects, again })
}

/** The same changes for some of an act's jobs. */
export function startEditingAgain(tx: Tx, act: StoredAct, jobIds: JobId[]): Promise<BulkAct> {
  return startEditingJobs(tx, { jobIds, ...(act.params as EditJobsParams) }, act)
}

/** Changes the next jobs of an act, all of them with one statement for each thing that is changed. */
export async function editNextJobs(tx: Tx, act: StoredAct, items: readonly BulkItem[]): Promise<Settled[]> {
  const changes = act.params as EditJobsParams
  const locked = await lockJobs(
    tx,
    items.map((item) => item.subjectId as JobId),
  )
  const jobs = new Map<string, JobState>(locked.map((job) => [job.id, job]))
  const holders = await holdersFor(tx, locked, changes)
  const going = items.flatMap((item) => {
    const job = jobs.get(item.subjectId)
    return job && whyNot(job, changes, holders) === null ? [job] : []
  })
  if (going.length > 0) {
    await writeFields(tx, going, changes)
    await changePeople(tx, going, changes, holders)
    if (changes.client) await changeClientStatuses(tx, going, changes.client)
    await changeTags(tx, going, changes)
    tellChanges(tx, going, changes)
  }
  return items.map(({ ordinal, subjectId }): Settled => {
    const job = jobs.get(subjectId)
    const code = job ? whyNot(job, changes, holders) : 'job_deleted'
    const reason = code === null ? null : { code }
    return { ordinal, state: code === null ? 'succeeded' : 'failed', reason, jobId: subjectId as JobId }
  })
}

type Holders = Awaited<ReturnType<typeof roleHolders>>

/** Who holds the roles that are named, for each client now (D-17). */
function holdersFor(tx: Tx, jobs: readonly JobState[], { addRoleIds = [] }: EditJobsParams): Promise<Holders> {
  return roleHolders(tx, [...new Set(jobs.map((job) => job.accountId))], addRoleIds)
}

/**
 * What is archived is changed by nothing but taking it back; nothing is due before it starts; a role that nobody holds
 * for the client assigns nobody.
 */
function whyNot(
  job: JobState,
  { lifecycle, startOn, dueOn, addRoleIds = [] }: EditJobsParams,
  holders: Holders,
): string | null {
  if (job.lifecycle === 'archived' && lifecycle !== 'archived') return 'job_archived'
  const [start, due] = [startOn === undefined ? job.startOn : startOn, dueOn === undefined ? job.dueOn : dueOn]
  if (start !== null && due !== null && due < start) return 'due_before_start'
  return addRoleIds.every((id) => holders.get(job.accountId)?.has(id)) ? null : 'role_not_held'
}

async function writeFields(tx: Tx, jobs: readonly JobState[], changes: EditJobsParams): Promise<void> {
  const { priority, startOn, dueOn, lifecycle } = changes
  const sets = [sql`revision = revision + 1`]
  if (priority !== undefined) sets.push(sql`priority = ${priority}`)
  if (startOn !== undefined) sets.push(sql`start_on = ${startOn}::date`)
  if (dueOn !== undefined) sets.push(sql`due_on = ${dueOn}::date`)
  if (lifecycle !== undefined) sets.push(sql`lifecycle = ${lifecycle}`)
  if (lifecycle === 'completed') sets.push(sql`completed_at = coalesce(completed_at, ${tx.now}::timestamptz)`)
  if (lifecycle === 'active') sets.push(sql`completed_at = null`)
  const ids = jobs.map((job) => job.id)
  await sql`update jobs set ${sql.join(sets)}
    where firm_id = ${tx.firmId} and id = any(${ids}::uuid[])`.execute(tx.db)
}

async function changePeople(
  tx: Tx,
  jobs: readonly JobState[],
  { addAssigneeIds = [], removeAssigneeIds: unwanted = [] }: EditJobsParams,
  holders: Holders,
): Promise<void> {
  const real = jobs.map(({ id: jobId, accountId, assigneeIds }) => {
    const held = [...(holders.get(accountId)?.values() ?? [])].flat()
    const wanted = [...new Set([...addAssigneeIds, ...held])]
    const add = wanted.filter((id) => !assigneeIds.has(id))
    return { jobId, accountId, add, remove: unwanted.filter((id) => assigneeIds.has(id) && !wanted.includes(id)) }
  })
  const changed = real.filter(({ add, remove }) => add.length + remove.length > 0)
  if (changed.length === 0) return
  await changeAssignees(tx, changed)
  const names = await memberNames(
    tx,
    changed.flatMap(({ add, remove }) => [...add, ...remove]),
  )
  const named = (ids: readonly MemberId[]) => ids.map((id) => names.get(id) ?? '')
  for (const { jobId, accountId, add, remove } of changed) {
    const payload = { added: named(add), removed: named(remove) }
    tx.record({ type: 'job.assigneesChangedByHand', payload, subject: { kind: 'job', id: jobId }, jobId, accountId })
  }
}

/** Tags of the clients whose jobs these are, each of them once (TAGS-2). */
async function changeTags(tx: Tx, jobs: readonly JobState[], { addTagIds, removeTagIds }: EditJobsParams) {
  const [add, remove] = [addTagIds ?? [], removeTagIds ?? []]
  if (add.length + remove.length === 0) return
  const accountIds = [...new Set(jobs.map((job) => job.accountId))]
  await lockAccounts(tx, accountIds)
  await putTags(tx, { accountIds, add, remove })
}

const ENDS = { active: 'job.reopened', completed: 'job.completed', archived: 'job.archived' } as const

/** One event for each thing that became another, with what it was before (AUD-3). */
function tellChanges(tx: Tx, jobs: readonly JobState[], changes: EditJobsParams): void {
  const { priority, lifecycle, startOn, dueOn } = changes
  for (const job of jobs) {
    const about = { subject: { kind: 'job', id: job.id }, jobId: job.id, accountId: job.accountId }
    if (priority !== undefined && priority !== job.priority) {
      tx.record({ type: 'job.priorityChanged', payload: { priority, before: job.priority }, ...about })
    }
    const [start, due] = [startOn === undefined ? job.startOn : startOn, dueOn === undefined ? job.dueOn : dueOn]
    if (start !== job.startOn || due !== job.dueOn) {
      const before = { startBefore: job.startOn ?? '–', dueBefore: job.dueOn ?? '–' }
      const payload = { startOn: start ?? '–', dueOn: due ?? '–', ...before }
      tx.record({ type: 'job.datesChanged', payload, ...about })
    }
    if (lifecycle !== undefined && lifecycle !== job.lifecycle) {
      tx.record({ type: ENDS[lifecycle], payload: {}, ...about })
    }
  }
}
