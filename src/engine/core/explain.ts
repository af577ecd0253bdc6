import type { AccountState, Catalog, Explanation, JobState, PipelineVersion, Reason } from './model.ts'
import type { Place } from './stages.ts'
import { factsOf, nextPlace, placeOf } from './stages.ts'

/**
 * Why a job stays where it is, and where it would go if nothing held it, judged on the account as it is now (B-3). A job
 * that nothing holds moves; until then it says that it waits for that.
 */
export function explain(
  job: JobState,
  version: PipelineVersion,
  account: AccountState,
  catalog: Pick<Catalog, 'tagIds'>,
): Explanation {
  const place = placeOf(version, job.stageId)
  const next = place && nextPlace(version, place, factsOf(account, catalog))
  const reasons = reasonsToStay(job, place, account)
  return {
    moves: reasons.length === 0,
    reasons: reasons.length > 0 ? reasons : [{ code: 'waiting_for_advance' }],
    next: next && { stageId: next.place.stage.id, skipped: next.skipped },
  }
}

/** Everything that holds a job in its stage: the one rule by which `decide` moves it and `explain` tells why not. */
export function reasonsToStay(job: JobState, place: Place | null, account: AccountState): Reason[] {
  const archived: Reason[] = []
  if (account.lifecycle === 'archived') archived.push({ code: 'account_archived' })
  if (job.lifecycle === 'archived') archived.push({ code: 'job_archived' })
  if (!place) return [...archived, { code: 'stage_missing' }]
  if (place.isLast) return [...archived, { code: 'last_stage' }]
  const held: Reason[] = place.stage.automove ? [] : [{ code: 'automove_off' }]
  return [...archived, ...held, ...itemReasons(job, place)]
}

/** Items of this visit hold it while pending (AM-5, AM-14); without one done, only an advancing stage goes on (AM-10). */
function itemReasons(job: JobState, { stage }: Place): Reason[] {
  const items = job.items.filter((item) => item.visitId === job.visitId)
  const pending = items.filter((item) => item.state === 'pending')
  if (pending.length > 0) return pending.map((item) => ({ code: 'item_pending', item }))
  if (stage.whenEmpty === 'advance' || items.some((item) => item.state === 'done')) return []
  return [{ code: items.length === 0 ? 'nothing_linked' : 'nothing_done' }]
}
