import type { AccountId, JobId, TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type Decided, decide, type EntryRefusal } from '../core/decide.ts'
import type {
  AccountState,
  Catalog,
  Effect,
  ItemKind,
  JobState,
  LinkedItem,
  NewJob,
  PipelineVersion,
  Trigger,
} from '../core/model.ts'
import { carryOut } from './carry-out.ts'
import { lockJobs } from './lock-jobs.ts'
import { type DecidedJob, enginePorts, type JobToAdd } from './ports.ts'

/** Jobs that could not enter the stage asked for, each with why (FAIL-13); all others did. */
export type Refused = Map<JobId, EntryRefusal | 'account_missing' | 'not_published'>

/** Moves jobs on as far as they have earned, or into the stage that the trigger names, and does what their stages ask. */
export async function advanceJobs(tx: Tx, jobIds: readonly JobId[], trigger: Trigger): Promise<Refused> {
  const locked = await lockJobs(tx, jobIds)
  await enginePorts().accounts.lock(tx, accountsOf(locked))
  const jobs = await withItems(tx, locked)
  const world = await loadWorld(tx, jobs)
  return decideAndCarryOut(tx, jobs, new Map(), world, trigger)
}

/** Adds jobs and puts each into the stage that the trigger names (JC-4): same decision, same effects, no row before. */
export async function addJobs(
  tx: Tx,
  jobs: readonly JobToAdd[],
  trigger: Extract<Trigger, { kind: 'enter' }>,
): Promise<Refused> {
  const sorted = [...jobs].sort((a, b) => (a.id < b.id ? -1 : 1))
  await enginePorts().accounts.lock(tx, accountsOf(sorted))
  const states = sorted.map(newJob)
  const world = await loadWorld(tx, states)
  return decideAndCarryOut(tx, states, new Map(sorted.map((job) => [job.id, job])), world, trigger)
}

/** Reads the jobs' items and writes what their cards count; for a link that fires nothing by itself (AM-15, AM-18). */
export async function recountJobs(tx: Tx, jobIds: readonly JobId[]): Promise<void> {
  const jobs = await withItems(tx, await lockJobs(tx, jobIds))
  await enginePorts().jobs.saveCounts(tx, jobs)
}

type World = {
  accounts: Map<AccountId, AccountState>
  versions: Map<string, PipelineVersion>
  catalog: Catalog
}

async function withItems(tx: Tx, jobs: readonly JobState[]): Promise<JobState[]> {
  const { loaders } = enginePorts()
  const ids = jobs.map((job) => job.id)
  const kinds = Object.keys(loaders) as ItemKind[]
  const loaded: Map<JobId, LinkedItem[]>[] = []
  for (const kind of kinds) loaded.push(await loaders[kind](tx, ids))
  return jobs.map((job) => ({ ...job, items: loaded.flatMap((items) => items.get(job.id) ?? []) }))
}

async function loadWorld(tx: Tx, jobs: readonly (JobState | NewJob)[]): Promise<World> {
  const ports = enginePorts()
  const accounts = await ports.accounts.load(tx, accountsOf(jobs))
  const versions = await ports.loadVersions(tx, [...new Set(jobs.map((job) => job.pipelineId))])
  const templates = await ports.loadTemplates(tx, [...versions.values()].flatMap(templatesOf))
  const tagIds = await ports.loadTagIds(tx)
  return { accounts, versions, catalog: { templates, tagIds } }
}

/** Job by job in id order, each on the accounts as the ones before left them; then everything is written at once. */
async function decideAndCarryOut(
  tx: Tx,
  jobs: readonly (JobState | NewJob)[],
  added: ReadonlyMap<JobId, JobToAdd>,
  { accounts, versions, catalog }: World,
  trigger: Trigger,
): Promise<Refused> {
  const refused: Refused = new Map()
  const decided: DecidedJob[] = []
  const unmoved: JobState[] = []
  const effects: Effect[] = []
  for (const job of jobs) {
    const version = versions.get(job.pipelineId)
    const account = accounts.get(job.accountId)
    if (!version || !account) {
      refused.set(job.id, version ? 'account_missing' : 'not_published')
      continue
    }
    const decision = decide(job, version, account, catalog, trigger)
    if ('refused' in decision) refused.set(job.id, decision.refused)
    else if (decision.effects.length === 0) unmoved.push(decision.job)
    else {
      accounts.set(job.accountId, decision.account)
      effects.push(...decision.effects)
      decided.push({ state: decision.job, added: added.get(job.id) ?? null, failedOutcomes: failuresOf(decision) })
    }
  }
  await carryOut(tx, decided, effects, trigger.causeId)
  if (unmoved.length > 0) await enginePorts().jobs.saveCounts(tx, unmoved)
  return refused
}

/** Failures of the visit in which the job now is; those of earlier visits stay in its history. */
function failuresOf(decision: Decided): number {
  return decision.effects.filter(
    (effect) =>
      effect.kind === 'record_outcome' && effect.visitId === decision.job.visitId && effect.outcome.result === 'failed',
  ).length
}

function newJob({ id, accountId, pipelineId }: JobToAdd): NewJob {
  return { id, accountId, pipelineId, lifecycle: 'active', stageId: null, visitId: null, visitOrdinal: 0, items: [] }
}

function accountsOf(jobs: readonly { accountId: AccountId }[]): AccountId[] {
  return [...new Set(jobs.map((job) => job.accountId))]
}

function templatesOf(version: PipelineVersion): TemplateId[] {
  return version.stages.flatMap((stage) =>
    stage.automations.flatMap((it) => (it.kind === 'update_account_tags' ? [] : it.templateId)),
  )
}
