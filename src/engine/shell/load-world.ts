import { answeredTemplatesIn } from '#conditions/model.ts'
import type { AccountId, AutomationId, JobId, PipelineId, TemplateId } from '#kernel/ids.ts'
import { together } from '#platform/db/together.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { AccountState, Catalog, ItemKind, JobState, LinkedItem, NewJob } from '../core/model.ts'
import { automationsOf, type PipelineVersion, templateOf } from '../core/pipeline.ts'
import { enginePorts } from './ports.ts'

/** Everything that decisions on some jobs look at besides the jobs themselves. */
export type World = {
  accounts: Map<AccountId, AccountState>
  versions: Map<PipelineId, PipelineVersion>
  catalog: Catalog
}

/** Reads accounts and what these versions name, each in one statement for any number of jobs. */
export async function loadWorld(
  tx: Tx,
  jobs: readonly { accountId: AccountId }[],
  versions: Map<PipelineId, PipelineVersion>,
): Promise<World> {
  const [accounts, catalog] = await together([
    enginePorts().accounts.load(tx, accountsOf(jobs)),
    loadCatalog(tx, [...versions.values()]),
  ])
  return { accounts, versions, catalog }
}

/** What these versions may name, as it is now. */
export async function loadCatalog(tx: Tx, versions: readonly PipelineVersion[]): Promise<Catalog> {
  const ports = enginePorts()
  const templateIds = versions.flatMap(automationsOf).flatMap((automation) => templateOf<TemplateId>(automation) ?? [])
  const [templates, tagIds, roleIds, members, clientStatuses] = await together([
    ports.loadTemplates(tx, [...new Set(templateIds)]),
    ports.loadTagIds(tx),
    ports.loadRoleIds(tx),
    ports.loadMembers(tx),
    ports.loadClientStatuses(tx),
  ])
  return { templates, tagIds, roleIds, members, clientStatuses }
}

/** The jobs with the items of their current visits, kind by kind. */
export async function withItems(tx: Tx, jobs: readonly JobState[]): Promise<JobState[]> {
  const { items } = enginePorts()
  const ids = jobs.map((job) => job.id)
  const loaded: Map<JobId, LinkedItem[]>[] = await together(
    (Object.keys(items) as ItemKind[]).map((kind) => items[kind].load(tx, ids)),
  )
  return jobs.map((job) => ({ ...job, items: loaded.flatMap((found) => found.get(job.id) ?? []) }))
}

/** The jobs with what their versions ask of the past: automations that ran once, and submitted answers (B-9, D-4). */
export async function withHistory<Job extends JobState | NewJob>(
  tx: Tx,
  jobs: readonly Job[],
  versions: Iterable<PipelineVersion>,
): Promise<Job[]> {
  const asked = askedBy([...versions])
  const ids = jobs.map((job) => job.id)
  const { jobs: store, loadSubmitted } = enginePorts()
  const ran = asked.once.length > 0 ? await store.ranOnce(tx, ids, asked.once) : new Map<JobId, Set<AutomationId>>()
  const submitted = asked.templates.length > 0 ? await loadSubmitted(tx, jobs, asked.templates) : new Map()
  return jobs.map((job) => ({
    ...job,
    ranOnce: ran.get(job.id) ?? job.ranOnce,
    submitted: submitted.get(job.id) ?? job.submitted,
  }))
}

function askedBy(versions: readonly PipelineVersion[]): { once: AutomationId[]; templates: TemplateId[] } {
  const automations = versions.flatMap(automationsOf)
  const conditions = [...automations, ...versions.flatMap((version) => version.stages)].flatMap(
    (it) => it.condition ?? [],
  )
  const templates = new Set(conditions.flatMap((condition) => [...answeredTemplatesIn(condition)]))
  return {
    once: automations.flatMap((automation) => (automation.repeat === 'once_per_job' ? automation.id : [])),
    templates: [...templates] as TemplateId[],
  }
}

export function accountsOf(jobs: readonly { accountId: AccountId }[]): AccountId[] {
  return [...new Set(jobs.map((job) => job.accountId))]
}
