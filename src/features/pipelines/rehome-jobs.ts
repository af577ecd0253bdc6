import { decide } from '#engine/core/decide.ts'
import type { Effect } from '#engine/core/effect.ts'
import { type Catalog, type JobState, NO_CHOICES, type Trigger } from '#engine/core/model.ts'
import { automationsOf, type PipelineVersion } from '#engine/core/pipeline.ts'
import { lastEntry } from '#engine/shell/advance-jobs.ts'
import { carryOut } from '#engine/shell/carry-out.ts'
import { withItems } from '#engine/shell/load-world.ts'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import { type DecidedJob, enginePorts } from '#engine/shell/ports.ts'
import type { EventId, JobId, StageId } from '#kernel/ids.ts'
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
  await decideQuietly(tx, [...homes.keys()], version, causeId, (job) => ({
    ...byHand(tx, version, causeId),
    kind: 'enter',
    how: 'moved_by_hand',
    pipelineId: version.pipelineId,
    stageId: homes.get(job.id)!,
    status: 'keep',
  }))
}

/** Puts jobs back to Active whose custom status is gone from this version (J-45); nothing fires and nothing moves on. */
export async function activateJobs(
  tx: Tx,
  ids: readonly JobId[],
  version: PipelineVersion,
  causeId: EventId,
): Promise<void> {
  await decideQuietly(tx, ids, version, causeId, () => ({
    ...byHand(tx, version, causeId),
    kind: 'set_status',
    statusId: null,
  }))
}

function byHand(tx: Tx, version: PipelineVersion, causeId: EventId) {
  const deselected = new Set(automationsOf(version).map((automation) => automation.id))
  return { ...NO_CHOICES, deselected, memberId: tx.actor.kind === 'member' ? tx.actor.memberId : null, causeId }
}

/** Decides as if nobody and nothing were put aside and every stage held its jobs, and carries that out. */
async function decideQuietly(
  tx: Tx,
  ids: readonly JobId[],
  version: PipelineVersion,
  causeId: EventId,
  triggerOf: (job: JobState) => Trigger,
): Promise<void> {
  if (ids.length === 0) return
  const jobs = await withItems(tx, await lockJobs(tx, ids))
  const accounts = await enginePorts().accounts.load(tx, [...new Set(jobs.map((job) => job.accountId))])
  const quiet = { ...version, stages: version.stages.map((stage) => ({ ...stage, automove: false })) }
  const decided: DecidedJob[] = []
  const effects: Effect[] = []
  for (const job of jobs) {
    const account = { ...accounts.get(job.accountId)!, lifecycle: 'active' as const }
    const decision = decide({ ...job, lifecycle: 'active' }, quiet, account, NOTHING, triggerOf(job))
    if ('refused' in decision) throw new Error(`job ${job.id} cannot be put elsewhere: ${decision.refused}`)
    effects.push(...decision.effects)
    const state = { ...decision.job, lifecycle: job.lifecycle }
    decided.push({ state, added: null, entry: lastEntry(decision.effects) })
  }
  await carryOut(tx, decided, effects, causeId)
}

const NOTHING: Catalog = {
  templates: new Map(),
  tagIds: new Set(),
  roleIds: new Set(),
  members: new Map(),
  clientStatuses: new Map(),
}
