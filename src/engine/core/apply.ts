import type { TagId } from '#kernel/ids.ts'
import type { AccountState, Effect, EffectOf, JobState, LinkedItem, NewJob } from './model.ts'

/** A job and its account: all that an effect changes. */
export type State<Job extends JobState | NewJob = JobState | NewJob> = { job: Job; account: AccountState }

/**
 * The state after an effect: the twin in memory of what its applier writes. Like the applier, it does nothing twice.
 * Names of created items are rendered by their appliers; here they are empty.
 */
export function apply(state: State<JobState>, effect: Effect): State<JobState>
export function apply(state: State, effect: Effect): State
export function apply({ job, account }: State, effect: Effect): State {
  switch (effect.kind) {
    case 'enter_stage':
      return { job: enter(job, effect), account }
    case 'create_organizer':
      return { job: link(job, effect, 'organizer', 'client'), account }
    case 'create_task':
      return { job: link(job, effect, 'task', 'team'), account }
    case 'update_account_tags':
      return { job, account: retag(account, effect) }
    case 'send_email':
    case 'record_outcome':
      return { job, account }
  }
}

/** The job in its new stage; items of the visit before stay with that visit and hold nothing any more (AM-14). */
export function enter(job: JobState | NewJob, effect: EffectOf<'enter_stage'>): JobState {
  const { toStageId: stageId, visitId, visitOrdinal } = effect
  return { ...job, stageId, visitId, visitOrdinal }
}

/** The account with tags taken off and put on. */
export function retag(
  account: AccountState,
  change: { add: readonly TagId[]; remove: readonly TagId[] },
): AccountState {
  return { ...account, tagIds: account.tagIds.difference(new Set(change.remove)).union(new Set(change.add)) }
}

function link(
  job: JobState | NewJob,
  effect: EffectOf<'create_organizer' | 'create_task'>,
  kind: LinkedItem['kind'],
  actor: LinkedItem['actor'],
): JobState | NewJob {
  if (job.stageId === null || job.items.some((item) => item.id === effect.id)) return job
  const item: LinkedItem = { kind, id: effect.id, name: '', visitId: effect.visitId, state: 'pending', actor }
  return { ...job, items: [...job.items, item] }
}
