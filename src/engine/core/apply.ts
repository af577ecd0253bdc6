import type { MemberId, TagId } from '#kernel/ids.ts'
import type { Effect, EffectOf } from './effect.ts'
import type { AccountState, JobState, LinkedItem, NewJob, OutcomeKey } from './model.ts'
import { outcomeKey } from './model.ts'

/** A job and its account: all that an effect changes. */
export type State<Job extends JobState | NewJob = JobState | NewJob> = { job: Job; account: AccountState }

/**
 * The state after an effect: the twin in memory of what its applier writes. Like the applier, it does nothing twice.
 * Names of created items are rendered by their appliers; here they are empty.
 */
export function apply(state: State, effect: Effect): State<JobState> {
  if (effect.kind === 'enter_stage') return { job: enter(state.job, effect), account: state.account }
  if (state.job.stageId === null) throw new Error(`${effect.kind} of a job that stands in no stage`)
  const { job, account } = { job: state.job, account: state.account }
  switch (effect.kind) {
    case 'enter_status':
      return { job: enterStatus(job, effect), account }
    case 'leave_status':
      return { job: { ...job, status: null, failed: without(job.failed, effect.visitId) }, account }
    case 'carry_items':
      return { job: carry(job, effect), account }
    case 'resolve_item':
      return { job: resolveItem(job, effect), account }
    case 'create_organizer':
      return { job: link(job, effect, 'organizer', 'client'), account }
    case 'create_task':
      return { job: link(job, effect, 'task', 'team'), account }
    case 'update_account_tags':
      return { job, account: { ...account, tagIds: changed<TagId>(account.tagIds, effect) } }
    case 'update_account_access':
      return { job, account: { ...account, memberIds: changed<MemberId>(account.memberIds, effect) } }
    case 'update_job_assignees':
      return { job: { ...job, assigneeIds: changed<MemberId>(job.assigneeIds, effect) }, account }
    case 'update_client_status': {
      const { visible, statusId, description } = effect
      return { job: { ...job, clientStatus: { visible, statusId, description } }, account }
    }
    case 'record_outcome':
      return { job: conclude(job, effect), account }
    case 'send_email':
      return { job, account }
  }
}

/** The job in its new stage; items of the visit before stay with that visit and hold nothing any more (AM-14). */
function enter(job: JobState | NewJob, effect: EffectOf<'enter_stage'>): JobState {
  const { pipelineId, toStageId: stageId, visitId, visitOrdinal, leftStatus } = effect
  const status = leftStatus === null ? job.status : null
  const failed = [effect.fromVisitId, leftStatus?.visitId].reduce(
    (rest, left) => without(rest, left ?? null),
    job.failed,
  )
  return { ...job, pipelineId, stageId, visitId, visitOrdinal, status, failed }
}

function enterStatus(job: JobState, effect: EffectOf<'enter_status'>): JobState {
  const { statusId: id, visitId, visitOrdinal, from } = effect
  return { ...job, status: { id, visitId }, visitOrdinal, failed: without(job.failed, from?.visitId ?? null) }
}

function carry(job: JobState, { visitId, items }: EffectOf<'carry_items'>): JobState {
  const carried = new Set(items.map((item) => item.id))
  return { ...job, items: job.items.map((item) => (carried.has(item.id) ? { ...item, visitId } : item)) }
}

function resolveItem(job: JobState, { item: { id }, how }: EffectOf<'resolve_item'>): JobState {
  const state = how === 'complete' ? 'done' : 'resolved'
  return { ...job, items: job.items.map((item) => (item.id === id ? { ...item, state } : item)) }
}

function link(
  job: JobState,
  effect: EffectOf<'create_organizer' | 'create_task'>,
  kind: LinkedItem['kind'],
  actor: LinkedItem['actor'],
): JobState {
  if (job.items.some((item) => item.id === effect.id)) return job
  const item: LinkedItem = { kind, id: effect.id, name: '', visitId: effect.visitId, state: 'pending', actor }
  return { ...job, items: [...job.items, item] }
}

function changed<Member>(
  before: ReadonlySet<Member>,
  { add, remove }: { add: readonly Member[]; remove: readonly Member[] },
): Set<Member> {
  return before.difference(new Set(remove)).union(new Set(add))
}

/** Remembers what failed, until it is tried again with success, and what ran, for those that run once per job. */
function conclude(job: JobState, { visitId, outcome, once }: EffectOf<'record_outcome'>): JobState {
  const key = outcomeKey(visitId, outcome.automationId)
  const failed = outcome.result === 'failed' ? new Set(job.failed).add(key) : remove(job.failed, key)
  const ranOnce = once && outcome.result === 'done' ? new Set(job.ranOnce).add(outcome.automationId) : job.ranOnce
  return { ...job, failed, ranOnce }
}

function remove(keys: ReadonlySet<OutcomeKey>, key: OutcomeKey): ReadonlySet<OutcomeKey> {
  return keys.has(key) ? keys.difference(new Set([key])) : keys
}

function without(keys: ReadonlySet<OutcomeKey>, visitId: string | null): ReadonlySet<OutcomeKey> {
  if (visitId === null || keys.size === 0) return keys
  return new Set([...keys].filter((key) => !key.startsWith(`${visitId}/`)))
}
