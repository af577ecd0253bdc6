import type { JobId, PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { decide, type EntryRefusal } from '../core/decide.ts'
import type { Effect } from '../core/effect.ts'
import { reasonsToStay } from '../core/explain.ts'
import type { JobState, NewJob, Trigger } from '../core/model.ts'
import type { PipelineVersion } from '../core/pipeline.ts'
import { placeOf } from '../core/stages.ts'
import { carryOut } from './carry-out.ts'
import { accountsOf, loadWorld, type World, withHistory, withItems } from './load-world.ts'
import { lockJobs } from './lock-jobs.ts'
import { type DecidedJob, enginePorts, type JobToAdd } from './ports.ts'

/** Jobs that could not go where they were asked to, each with why (FAIL-13); all others did. */
export type Refused = Map<JobId, EntryRefusal | 'account_missing' | 'not_published'>

/** Moves jobs on as far as they have earned, or where the trigger puts them, and does what their stages ask. */
export async function advanceJobs(tx: Tx, jobIds: readonly JobId[], trigger: Trigger): Promise<Refused> {
  const jobs = await withItems(tx, await lockJobs(tx, jobIds))
  const versions = await versionsFor(tx, jobs, trigger)
  const { held = [], others = [] } = Object.groupBy(jobs, (job) =>
    trigger.kind === 'items_changed' && isHeldByItself(job, versions.get(job.pipelineId)) ? 'held' : 'others',
  )
  if (held.length > 0) await enginePorts().jobs.saveCounts(tx, held)
  if (others.length === 0) return new Map()
  return decideAndCarryOut(tx, others, new Map(), versions, trigger)
}

/** Whether a job stays whatever its account is like: most items that are finished are not the last. */
function isHeldByItself(job: JobState, version: PipelineVersion | undefined): boolean {
  if (!version || !placeOf(version, job.stageId)) return false
  return reasonsToStay(job, version, { lifecycle: 'active' }).length > 0
}

/** Adds jobs and puts each into the stage that the trigger names (JC-4): same decision, same effects, no row before. */
export async function addJobs(
  tx: Tx,
  jobs: readonly JobToAdd[],
  trigger: Extract<Trigger, { kind: 'enter' }>,
): Promise<Refused> {
  const sorted = [...jobs].sort((a, b) => (a.id < b.id ? -1 : 1))
  const versions = await versionsFor(tx, sorted, trigger)
  return decideAndCarryOut(tx, sorted.map(newJob), new Map(sorted.map((job) => [job.id, job])), versions, trigger)
}

/** Reads the jobs' items and writes what their cards count; for a link that fires nothing by itself (AM-15, AM-18). */
export async function recountJobs(tx: Tx, jobIds: readonly JobId[]): Promise<void> {
  const jobs = await withItems(tx, await lockJobs(tx, jobIds))
  await enginePorts().jobs.saveCounts(tx, jobs)
}

/** Job by job in id order, each on the accounts as the ones before left them; then everything is written at once. */
async function decideAndCarryOut(
  tx: Tx,
  given: readonly (JobState | NewJob)[],
  added: ReadonlyMap<JobId, JobToAdd>,
  versions: Map<PipelineId, PipelineVersion>,
  trigger: Trigger,
): Promise<Refused> {
  await enginePorts().accounts.lock(tx, accountsOf(given))
  const world = await loadWorld(tx, given, versions)
  const jobs = await withHistory(tx, given, world.versions.values())
  const { refused, decided, unmoved, effects } = decideAll(jobs, added, world, trigger)
  await carryOut(tx, decided, effects, trigger.causeId)
  if (unmoved.length > 0) await enginePorts().jobs.saveCounts(tx, unmoved)
  return refused
}

type DecidedAll = { refused: Refused; decided: DecidedJob[]; unmoved: JobState[]; effects: Effect[] }

function decideAll(
  jobs: readonly (JobState | NewJob)[],
  added: ReadonlyMap<JobId, JobToAdd>,
  { accounts, versions, catalog }: World,
  trigger: Trigger,
): DecidedAll {
  const all: DecidedAll = { refused: new Map(), decided: [], unmoved: [], effects: [] }
  for (const job of jobs) {
    const version = versions.get(pipelineOf(job, trigger))
    const account = accounts.get(job.accountId)
    if (!version || !account) {
      all.refused.set(job.id, version ? 'account_missing' : 'not_published')
      continue
    }
    const decision = decide(job, version, account, catalog, trigger)
    if ('refused' in decision) all.refused.set(job.id, decision.refused)
    else if (decision.effects.length === 0) all.unmoved.push(decision.job)
    else {
      accounts.set(job.accountId, decision.account)
      for (const effect of decision.effects) all.effects.push(effect)
      all.decided.push({ state: decision.job, added: added.get(job.id) ?? null, entry: lastEntry(decision.effects) })
    }
  }
  return all
}

function versionsFor(tx: Tx, jobs: readonly { pipelineId: PipelineId }[], trigger: Trigger) {
  return enginePorts().loadVersions(tx, [...new Set(jobs.map((job) => pipelineOf(job, trigger)))])
}

/** The pipeline whose version decides: the one that the job is put into, else its own. */
function pipelineOf(job: { pipelineId: PipelineId }, trigger: Trigger): PipelineId {
  return trigger.kind === 'enter' ? trigger.pipelineId : job.pipelineId
}

export function lastEntry(effects: readonly Effect[]): DecidedJob['entry'] {
  return effects.findLast((effect) => effect.kind === 'enter_stage') ?? null
}

function newJob({ id, accountId, pipelineId, priority, startOn, dueOn, assigneeIds, clientStatus }: JobToAdd): NewJob {
  return {
    id,
    accountId,
    pipelineId,
    lifecycle: 'active',
    stageId: null,
    visitId: null,
    visitOrdinal: 0,
    status: null,
    priority,
    startOn,
    dueOn,
    assigneeIds: new Set(assigneeIds),
    clientStatus,
    items: [],
    failed: new Set(),
    ranOnce: new Set(),
    submitted: new Map(),
  }
}
