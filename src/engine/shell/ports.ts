import type { AccountId, EventId, JobId, PipelineId, TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { AccountState, Catalog, Effect, EffectOf, ItemKind, LinkedItem, PipelineVersion } from '../core/model.ts'

/** What is known to every applier: which event each job's effects follow from (B-4). */
export type Carrying = {
  /** the id of the event that says the job entered this visit; its automations' events name it as their cause */
  entered: ReadonlyMap<string, EventId>
}

/** Carries out all effects of one kind at once: one statement per table, whatever their number. */
export type Applier<Kind extends Effect['kind']> = (
  tx: Tx,
  effects: EffectOf<Kind>[],
  carrying: Carrying,
) => Promise<void>

/** How a slice's items look to the engine, for many jobs in one query: only items of the jobs' current visits. */
export type ItemLoader = (tx: Tx, jobIds: readonly JobId[]) => Promise<Map<JobId, LinkedItem[]>>

/** Effects that create or change something belong to the slice that owns it; entering and outcomes to `jobs`. */
export type EnginePorts = {
  appliers: { [Kind in Effect['kind']]: Applier<Kind> }
  loaders: { [Kind in ItemKind]: ItemLoader }
  /** locks accounts in id order, in a statement of its own, then reads them */
  lockAccounts(tx: Tx, ids: readonly AccountId[]): Promise<void>
  loadAccounts(tx: Tx, ids: readonly AccountId[]): Promise<Map<AccountId, AccountState>>
  /** the newest published version of each pipeline */
  loadVersions(tx: Tx, ids: readonly PipelineId[]): Promise<Map<PipelineId, PipelineVersion>>
  loadTemplates(tx: Tx, ids: readonly TemplateId[]): Promise<Catalog['templates']>
  loadTagIds(tx: Tx): Promise<Catalog['tagIds']>
}

let registered: EnginePorts | null = null

/** Called once, by src/slices.ts, which alone knows all slices. */
export function registerPorts(ports: EnginePorts): void {
  registered = ports
}

export function enginePorts(): EnginePorts {
  if (!registered) throw new Error('the engine has no ports: import src/slices.ts first')
  return registered
}
