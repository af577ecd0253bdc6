import { answeredTemplatesIn } from '#conditions/model.ts'
import type { AccountId, AutomationId, JobId, PipelineId, TemplateId } from '#kernel/ids.ts'
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

/** Reads accounts, newest pipeline versions and what they name, each in one statement for any number of jobs. */
export async function loadWorld(
  tx: Tx,
  jobs: readonly { accountId: AccountId }[],
  pipelineIds: readonly PipelineId[],
): Promise<World> {
  const ports = enginePorts()
  const accounts = await ports.accounts.load(tx, accountsOf(jobs))
  const versions = await ports.loadVersions(tx, [...new Set(pipelineIds)])
  return { accounts, versions, catalog: await loadCatalog(tx, [...versions.values()]) }
}

/** What these versions may name, as it is now. */
export async function loadCatalog(tx: Tx, versions: readonly PipelineVersion[]): Promise<Catalog> {
  const ports = enginePorts()
  const templateIds = versions.flatMap(automationsOf).flatMap((automation) => templateOf<TemplateId>(automation) ?? [])
  return {
    templates: await ports.loadTemplates(tx, [...new Set(templateIds)]),
    tagIds: await ports.loadTagIds(tx),
    roleIds: await ports.loadRoleIds(tx),
    members: await ports.loadMembers(tx),
    clientStatuses: await ports.loadClientStatuses(tx),
  }
}

/** The jobs with the items of their current visits, kind by kind. */
export async function withItems(tx: Tx, jobs: readonly JobState[]): Promise<JobState[]> {
  const { items } = enginePorts()
  const ids = jobs.map((job) => job.id)
  const loaded: Map<JobId, LinkedItem[]>[] = []
  for (const kind of Object.keys(items) as ItemKind[]) loaded.push(await items[kind].load(tx, ids))
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
