import type { AutomationId, VisitId } from '#kernel/ids.ts'
import { derivedId } from '#kernel/ids.ts'
import type { Explanation, Reason } from './effect.ts'
import type { Known } from './facts.ts'
import { factsOf } from './facts.ts'
import type { AccountState, JobState, LinkedItem } from './model.ts'
import type { Completion, PipelineVersion, Stage } from './pipeline.ts'
import { nextPlace, placeOf, statusOf } from './stages.ts'

/**
 * Why a job stays where it is, and where it would go if nothing held it, judged on the account as it is now (B-3). A job
 * that nothing holds has earned its move, and says so until something happens.
 */
export function explain(job: JobState, version: PipelineVersion, account: AccountState, known: Known): Explanation {
  const place = placeOf(version, job.stageId)
  const next = place && nextPlace(version, place, factsOf(job, account, known))
  const reasons = reasonsToStay(job, version, account)
  return {
    moves: reasons.length === 0,
    reasons: reasons.length > 0 ? reasons : [{ code: 'move_earned' }],
    suffices: place && !job.status ? sufficing(job, place.stage, job.visitId) : null,
    next: next && { stageId: next.place.stage.id, skipped: next.skipped },
  }
}

/** Everything that holds a job where it is: the one rule by which `decide` moves it and `explain` tells why not. */
export function reasonsToStay(
  job: JobState,
  version: PipelineVersion,
  account: Pick<AccountState, 'lifecycle'>,
): Reason[] {
  const suspended = suspensions(job, account)
  const place = placeOf(version, job.stageId)
  if (!place) return [...suspended, { code: 'stage_missing' }]
  if (job.status) return [...suspended, ...reasonsOfStatus(job, job.status, version)]
  if (place.isLast) return [...suspended, { code: 'last_stage' }]
  const off: Reason[] = place.stage.automove ? [] : [{ code: 'automove_off' }]
  return [...suspended, ...off, ...reasonsOfItems(job, place.stage, job.visitId)]
}

/** The items that count for a visit; all others hold nothing and finish nothing (AM-13, AM-14). */
export function itemsOf(job: Pick<JobState, 'items'>, visitId: VisitId): LinkedItem[] {
  return job.items.filter((item) => item.visitId === visitId)
}

/** The items that stage and custom status wait for, by their completion rules (B-8). */
export function itemsWaitedFor(job: JobState, version: PipelineVersion): LinkedItem[] {
  const completion = placeOf(version, job.stageId)?.stage.completion ?? EVERYTHING.completion
  const ofStage = waitedFor(job, completion, job.visitId).counted
  return job.status ? [...ofStage, ...itemsOf(job, job.status.visitId)] : ofStage
}

/** Automove rests while job or account are put aside (AM-28, FAIL-13). */
function suspensions(job: JobState, account: Pick<AccountState, 'lifecycle'>): Reason[] {
  const reasons: Reason[] = account.lifecycle === 'archived' ? [{ code: 'account_archived' }] : []
  if (job.lifecycle === 'archived') reasons.push({ code: 'job_archived' })
  if (job.lifecycle === 'completed') reasons.push({ code: 'job_completed' })
  return reasons
}

/** A custom status holds until its own items are done, or, without automove, until a person leaves it (AM-29, AM-30). */
function reasonsOfStatus(job: JobState, { id, visitId }: { id: Status; visitId: VisitId }, version: PipelineVersion) {
  const automove = statusOf(version, id)?.automove ?? false
  const held = automove ? reasonsOfItems(job, EVERYTHING, visitId) : null
  if (held?.length === 0) return []
  const reasons: Reason[] = [{ code: 'custom_status', statusId: id, automove }, ...(held ?? [])]
  return reasons
}

type Status = NonNullable<JobState['status']>['id']
type Waiting = Pick<Stage, 'whenEmpty' | 'completion'>

const EVERYTHING: Waiting = { whenEmpty: 'stay', completion: { rule: 'all' } }

/** Pending items hold as the completion rule says (AM-5, B-8); without one done, only an advancing stage goes on (AM-10). */
function reasonsOfItems(job: JobState, { whenEmpty, completion }: Waiting, visitId: VisitId): Reason[] {
  const { counted, pending, done, needed } = waitedFor(job, completion, visitId)
  const tooFew: Reason[] =
    needed !== null && done + pending.length < needed ? [{ code: 'too_few_done', done, needed }] : []
  if (pending.length > 0 && (needed === null || done < needed))
    return [...pending.map((item): Reason => ({ code: 'item_pending', item })), ...tooFew]
  if (done >= (needed ?? 1)) return []
  if (done > 0) return tooFew
  if (whenEmpty === 'advance') return []
  if (counted.length > 0) return [{ code: 'nothing_done' }]
  return [{ code: completion.rule === 'named' ? 'none_named' : 'nothing_linked' }]
}

/** How many of the pending items are enough to go on; null where all of them are needed. */
function sufficing(job: JobState, { completion }: Waiting, visitId: VisitId): number | null {
  const { pending, done, needed } = waitedFor(job, completion, visitId)
  return needed !== null && needed > done && needed - done < pending.length ? needed - done : null
}

type WaitedFor = { counted: LinkedItem[]; pending: LinkedItem[]; done: number; needed: number | null }

function waitedFor(job: JobState, completion: Completion, visitId: VisitId): WaitedFor {
  const items = itemsOf(job, visitId)
  const counted = completion.rule === 'named' ? named(items, completion.automationIds, job) : items
  return {
    counted,
    pending: counted.filter((item) => item.state === 'pending'),
    done: counted.filter((item) => item.state === 'done').length,
    needed: neededOf(completion),
  }
}

/** How many done items suffice while others are pending; null: none may be. */
function neededOf(completion: Completion): number | null {
  switch (completion.rule) {
    case 'all':
    case 'named':
      return null
    case 'any':
      return 1
    case 'count':
      return completion.count
  }
}

/** Those that the named automations created, in this visit or in one that they were carried over from: their ids say so (D-2). */
function named(items: readonly LinkedItem[], automationIds: readonly AutomationId[], job: JobState): LinkedItem[] {
  const kinds = ['create_organizer', 'create_task'] as const
  const visits = Array.from({ length: job.visitOrdinal }, (_, at) => derivedId<'visit'>('visit', job.id, at + 1))
  const ids = new Set<string>(
    automationIds.flatMap((id) => kinds.flatMap((kind) => visits.map((visit) => derivedId<string>(kind, visit, id)))),
  )
  return items.filter((item) => ids.has(item.id))
}
