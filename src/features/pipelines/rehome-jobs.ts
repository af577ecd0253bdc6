import { decide } from '#engine/core/decide.ts'
import type { AccountState, Catalog, Effect, JobState, PipelineVersion, Trigger } from '#engine/core/model.ts'
import { carryOut } from '#engine/shell/carry-out.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import { type DecidedJob, enginePorts } from '#engine/shell/ports.ts'
import type { AccountId, EventId, JobId, StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/**
 * Puts each job into the stage named for it, because its own is gone from this version (P-11): a move by hand with all
 * automations deselected. Nothing fires and nothing moves on; archived jobs go along, so that none is ever lost.
 */
export async function rehomeJobs(
  tx: Tx,
  homes: ReadonlyMap<JobId, StageId>,
  version: PipelineVersion,
  causeId: EventId,
): Promise<void> {
  if (homes.size === 0) return
  const jobs = await lockJobs(tx, [...homes.keys()])
  const accounts = await enginePorts().accounts.load(tx, [...new Set(jobs.map((job) => job.accountId))])
  const decided: DecidedJob[] = []
  const effects: Effect[] = []
  for (const job of jobs) {
    const decision = enterOnly(tx, job, homes.get(job.id)!, version, accounts, causeId)
    effects.push(...decision.effects)
    decided.push({ state: { ...decision.job, lifecycle: job.lifecycle }, added: null, failedOutcomes: 0 })
  }
  await carryOut(tx, decided, effects, causeId)
}

/** What entering the stage comes to if nobody and nothing is archived, all automations are off, and it stays there. */
function enterOnly(
  tx: Tx,
  job: JobState,
  stageId: StageId,
  version: PipelineVersion,
  accounts: ReadonlyMap<AccountId, AccountState>,
  causeId: EventId,
) {
  const quiet = { ...version, stages: version.stages.map((stage) => ({ ...stage, automove: false })) }
  const all = version.stages.flatMap((stage) => stage.automations.map((automation) => automation.id))
  const trigger: Trigger = {
    kind: 'enter',
    how: 'moved_by_hand',
    stageId,
    deselected: new Set(all),
    memberId: tx.actor.kind === 'member' ? tx.actor.memberId : null,
    causeId,
  }
  const account = { ...accounts.get(job.accountId)!, lifecycle: 'active' as const }
  const decision = decide({ ...job, lifecycle: 'active' }, quiet, account, NOTHING, trigger)
  if ('refused' in decision) throw new Error(`job ${job.id} cannot enter stage ${stageId}: ${decision.refused}`)
  return decision
}

const NOTHING: Catalog = { templates: new Map(), tagIds: new Set() }
