import type { JobState } from '#engine/core/model.ts'
import { advanceJobs, recountJobs } from '#engine/shell/advance-jobs.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import type { JobId, OrganizerId, TaskId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { holdsRight, type Right } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import { linkOrganizer, unlinkOrganizer } from '../organizers/index.ts'
import { linkTask, unlinkTask } from '../tasks/index.ts'
import type { ItemKindToLink, PlaceToLink } from './contract-links.ts'
import { loadJob } from './job.ts'
import { linkJob, unlinkJob } from './link-jobs.ts'
import type { Job } from './schemas.ts'

/**
 * Links an existing item: from now on it counts as if an automation had made it (J-36). A finished one earns a move
 * that is made only if somebody says so (AM-15).
 */
export async function linkItem(
  tx: Tx,
  id: JobId,
  { kind, itemId, to }: { kind: ItemKindToLink; itemId: string; to: PlaceToLink },
): Promise<Job> {
  requireMayLink(tx, kind)
  if (kind === 'job') return linkJob(tx, id, itemId as JobId)
  const { name: jobName } = await loadJob(tx, id)
  const [job] = await lockJobs(tx, [id])
  if (job!.lifecycle === 'archived') throw new Refusal('archived')
  const visitId = to === 'status' ? job!.status?.visitId : job!.visitId
  if (!visitId) throw invalid('to', 'no_custom_status')
  const place = { ...job!, visitId }
  const name = await (kind === 'task'
    ? linkTask(tx, itemId as TaskId, place)
    : linkOrganizer(tx, itemId as OrganizerId, place))
  const payload = { kind, itemId, name, job: jobName }
  tx.record({ type: 'job.itemLinked', payload, ...aboutBoth(kind, itemId, job!) })
  await recountJobs(tx, [id])
  return loadJob(tx, id)
}

/** Unlinks an item, which stays as it is (J-33); what is left may let the job go on (AM-22). */
export async function unlinkItem(tx: Tx, id: JobId, itemId: string): Promise<Job> {
  const { items, linkedJobs, name: jobName } = await loadJob(tx, id)
  if (linkedJobs.some((other) => other.id === itemId)) return unlinkJob(tx, id, itemId as JobId)
  const kind = items.find((item) => item.id === itemId)?.kind
  if (!kind) throw new Refusal('not_found')
  requireMayLink(tx, kind)
  const [job] = await lockJobs(tx, [id])
  const name = await (kind === 'task'
    ? unlinkTask(tx, itemId as TaskId, id)
    : unlinkOrganizer(tx, itemId as OrganizerId, id))
  const payload = { kind, itemId, name, job: jobName }
  const causeId = tx.record({ type: 'job.itemUnlinked', payload, ...aboutBoth(kind, itemId, job!) })
  await advanceJobs(tx, [id], { kind: 'items_changed', causeId })
  return loadJob(tx, id)
}

/** One fact for the histories of the item and of the job (AUD-3). */
function aboutBoth(kind: 'task' | 'organizer', itemId: string, { id, accountId }: JobState) {
  return { subject: { kind, id: itemId }, jobId: id, accountId }
}

/** Moves a job on as far as it has earned; one that has earned nothing stays, and nothing is told (AM-15). */
export async function moveOnJob(tx: Tx, id: JobId): Promise<Job> {
  const { explanation, accountId, lifecycle } = await loadJob(tx, id)
  if (lifecycle !== 'active') throw new Refusal('archived')
  if (!explanation.moves) return loadJob(tx, id)
  const about = {
    subject: { kind: 'job', id },
    jobId: id,
    accountId: accountId as Parameters<Tx['record']>[0]['accountId'],
  }
  const causeId = tx.record({ type: 'job.toldToMoveOn', payload: {}, ...about })
  await advanceJobs(tx, [id], { kind: 'items_changed', causeId })
  return loadJob(tx, id)
}

/** Who may link what (J-34); jobs, whoever sees both. */
function requireMayLink({ actor }: Tx, kind: ItemKindToLink): void {
  const right = RIGHTS[kind]
  if (right && actor.kind === 'member' && !holdsRight(actor, right)) throw new Refusal('not_found')
}

const RIGHTS: Record<ItemKindToLink, Right | null> = {
  organizer: 'manage_organizers',
  task: 'view_all_accounts',
  job: null,
}
