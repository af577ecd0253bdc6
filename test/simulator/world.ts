import { apply } from '#engine/core/apply.ts'
import { decide } from '#engine/core/decide.ts'
import type { Effect } from '#engine/core/effect.ts'
import * as f from '#engine/core/example.fixture.ts'
import type { AccountState, Catalog, JobState, LinkedItem, NewJob, Trigger } from '#engine/core/model.ts'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { AccountId, JobId, MemberId, PipelineId, RoleId, TemplateId } from '#kernel/ids.ts'
import { somePipeline } from './pipelines.ts'
import { type Random, randomFrom } from './random.ts'

/** A firm in memory, as the database would hold it, and all that ever happened in it. */
export type World = {
  seed: number
  random: Random
  catalog: Catalog
  accounts: Map<AccountId, AccountState>
  jobs: Map<JobId, JobState>
  /** the newest version of each pipeline */
  versions: Map<PipelineId, PipelineVersion>
  /** every version there ever was, by pipeline and number */
  history: Map<string, PipelineVersion>
  /** every effect that was committed, in order, with what caused it */
  committed: { jobId: JobId; trigger: Trigger; effects: Effect[] }[]
  /** jobs whose move is owed, because the transaction that should have made it died (D-15) */
  owed: Set<JobId>
  /** what was done, step by step; a failure is told with it */
  diary: string[]
}

export function makeWorld(seed: number): World {
  const random = randomFrom(seed)
  const pipelines = ['returns', 'books'].map((id) => somePipeline(random, id))
  const accounts = ['visser', 'patel', 'okafor'].map((id) => someAccount(random, id))
  return {
    seed,
    random,
    catalog: f.catalog,
    accounts: new Map(accounts.map((account) => [account.id, account])),
    jobs: new Map(),
    versions: new Map(pipelines.map((version) => [version.pipelineId, version])),
    history: new Map(pipelines.map((version) => [keyOf(version), version])),
    committed: [],
    owed: new Set(),
    diary: [],
  }
}

export const keyOf = ({ pipelineId, version }: Pick<PipelineVersion, 'pipelineId' | 'version'>) =>
  `${pipelineId}/${version}`

/**
 * Decides and commits, unless the transaction dies: then nothing of it happened, and what caused it, where that is kept,
 * leaves the move owed (D-15, FAIL-14).
 */
export function transact(world: World, job: JobState | NewJob, trigger: Trigger): void {
  if (world.random.chance(4)) {
    world.diary.push(`   the transaction of ${job.id} dies`)
    if (trigger.kind === 'items_changed') world.owed.add(job.id)
    return
  }
  commit(world, job, trigger, world.versions.get(trigger.kind === 'enter' ? trigger.pipelineId : job.pipelineId)!)
}

/** Decides and commits: effect by effect through `apply`, on the account as it is; a refusal changes nothing. */
export function commit(world: World, job: JobState | NewJob, trigger: Trigger, version: PipelineVersion): void {
  const account = world.accounts.get(job.accountId)!
  const decision = decide(job, version, account, world.catalog, trigger)
  if ('refused' in decision) return
  const after = decision.effects.reduce<{ job: JobState | NewJob; account: AccountState }>(apply, { job, account })
  world.jobs.set(job.id, after.job as JobState)
  world.accounts.set(job.accountId, after.account)
  world.owed.delete(job.id)
  world.committed.push({ jobId: job.id, trigger, effects: decision.effects })
}

/** Changes an item wherever it is linked, and looks at every job that waits for it (AM-16). */
export function changeItem(world: World, id: string, state: LinkedItem['state']): void {
  for (const job of world.jobs.values()) {
    if (!job.items.some((item) => item.id === id)) continue
    const items = job.items.map((item) => (item.id === id ? { ...item, state } : item))
    world.jobs.set(job.id, { ...job, items })
  }
  for (const job of world.jobs.values()) if (job.items.some((item) => item.id === id)) look(world, job.id)
}

/** Evaluates automove, as after anything that a job may wait for. */
export function look(world: World, id: JobId): void {
  transact(world, world.jobs.get(id)!, { kind: 'items_changed', causeId: null })
}

function someAccount(random: Random, id: string): AccountState {
  return f.account(random.some(['foreign', 'rental', 'season'], 40), {
    id: id as AccountId,
    memberIds: new Set(random.some(['ada', 'bram'], 50) as MemberId[]),
    roleHolders: new Map([['preparer' as RoleId, random.some(['ada', 'bram', 'cleo'], 50) as MemberId[]]]),
    contactsToNotify: random.int(2),
  })
}

/** Takes a template away, or brings it back: what automations meet then is a foreseeable failure (FAIL-1). */
export function switchTemplate(world: World, id: TemplateId): void {
  const templates = new Map(world.catalog.templates)
  if (!templates.delete(id)) templates.set(id, f.catalog.templates.get(id)!)
  world.catalog = { ...world.catalog, templates }
}
