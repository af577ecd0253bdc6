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
  return [...suspended, ...off, ...reasonsOfItems(itemsOf(job, job.visitId), place.stage, job.visitId)]
}

/** The items that count for a visit; all others hold nothing and finish nothing (AM-13, AM-14). */
export function itemsOf(job: Pick<JobState, 'items'>, visitId: VisitId): LinkedItem[] {
  return job.items.filter((item) => item.visitId === visitId)
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
  const held = automove ? reasonsOfItems(itemsOf(job, visitId), EVERYTHING, visitId) : null
  if (held?.length === 0) return []
  const reasons: Reason[] = [{ code: 'custom_status', statusId: id, automove }, ...(held ?? [])]
  return reasons
}

type Status = NonNullable<JobState['status']>['id']
type Waiting = Pick<Stage, 'whenEmpty' | 'completion'>

const EVERYTHING: Waiting = { whenEmpty: 'stay', completion: { rule: 'all' } }

/** Pending items hold as the completion rule says (AM-5, B-8); without one done, only an advancing stage goes on (AM-10). */
function reasonsOfItems(items: readonly LinkedItem[], { whenEmpty, completion }: Waiting, visitId: VisitId): Reason[] {
  const counted = completion.rule === 'named' ? named(items, completion.automationIds, visitId) : items
  const pending = counted.filter((item) => item.state === 'pending')
  const done = counted.filter((item) => item.state === 'done').length
  const needed = neededOf(completion)
  if (pending.length > 0 && (needed === null || done < needed))
    return pending.map((item) => ({ code: 'item_pending', item }))
  if (done >= (needed ?? 1)) return []
  if (counted.length === 0) return whenEmpty === 'advance' ? [] : [{ code: 'nothing_linked' }]
  if (done > 0 && needed !== null) return [{ code: 'too_few_done', done, needed }]
  return whenEmpty === 'advance' ? [] : [{ code: 'nothing_done' }]
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

/** Those that the named automations of this very visit created: their ids say so (D-2). */
function named(items: readonly LinkedItem[], automationIds: readonly AutomationId[], visitId: VisitId): LinkedItem[] {
  const kinds = ['create_organizer', 'create_task'] as const
  const ids = new Set(
    automationIds.flatMap((id) => kinds.map((kind) => derivedId<string>(kind, visitId, id) as string)),
  )
  return items.filter((item) => ids.has(item.id))
}
