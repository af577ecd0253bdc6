import type { AccountId, AutomationId, EventId, JobId, PipelineId, TemplateId, VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type {
  AccountState,
  Catalog,
  Effect,
  EffectOf,
  ItemKind,
  JobState,
  LinkedItem,
  OutcomeWarning,
  PipelineVersion,
} from '../core/model.ts'

/** A job that does not exist yet: it is put into its first stage by the same decision that fires its automations. */
export type JobToAdd = { id: JobId; accountId: AccountId; pipelineId: PipelineId; name: string }

/** A job whose decision had effects, as it leaves it; `added` where the row is yet to be written. */
export type DecidedJob = { state: JobState; added: JobToAdd | null; failedOutcomes: number }

/** What appliers know of each other: which event says that the job entered a visit. What its automations do names it. */
export type Carrying = {
  causeId: EventId | null
  entered: Map<VisitId, EventId>
  /** what carrying out brought to light, by `outcomeKey`; kept with the automation's outcome (FAIL-12) */
  warnings: Map<OutcomeKey, OutcomeWarning[]>
  /** every account that the effects concern */
  accountIds: readonly AccountId[]
  /** What several appliers must know alike is read by the first of them: `once('recipients', () => …)`. */
  once<Fact>(name: string, read: () => Promise<Fact>): Promise<Fact>
}

/** Names the outcome of one automation in one visit. */
export type OutcomeKey = `${VisitId}/${AutomationId}`

export function outcomeKey(visitId: VisitId, automationId: AutomationId): OutcomeKey {
  return `${visitId}/${automationId}`
}

/** Carries out all effects of one kind at once: one statement per table, whatever their number. */
export type Applier<Kind extends Effect['kind']> = (
  tx: Tx,
  effects: EffectOf<Kind>[],
  carrying: Carrying,
) => Promise<void>

/** How a slice's items look to the engine, for many jobs in one query: only items of the jobs' current visits. */
export type ItemLoader = (tx: Tx, jobIds: readonly JobId[]) => Promise<Map<JobId, LinkedItem[]>>

/** A linked item as the job's drawer shows it; items of earlier visits too, which hold nothing any more (AM-14). */
export type ItemDetail = LinkedItem & {
  since: Date
  doneAt: Date | null
  /** who must act: names of people */
  who: string[]
  progress: { answered: number; total: number } | null
}

export type ItemDescriber = (tx: Tx, jobId: JobId) => Promise<ItemDetail[]>

/** What the slices hand to the engine. Effects that create or change something belong to the slice that owns it. */
export type EnginePorts = {
  appliers: { [Kind in Effect['kind']]: Applier<Kind> }
  loaders: { [Kind in ItemKind]: ItemLoader }
  describers: { [Kind in ItemKind]: ItemDescriber }
  jobs: {
    /** locks jobs `for no key update` in id order, in a statement of its own; returns those that exist */
    lock(tx: Tx, ids: readonly JobId[]): Promise<JobId[]>
    /** reads them without their items */
    load(tx: Tx, ids: readonly JobId[]): Promise<JobState[]>
    /** writes stage, visit and counts of every decided job, one statement for the new and one for the old */
    save(tx: Tx, jobs: readonly DecidedJob[]): Promise<void>
    /** writes only what the cards of these jobs count, where it changed */
    saveCounts(tx: Tx, jobs: readonly JobState[]): Promise<void>
    /** shows that a move could not be computed and is tried again (D-15) */
    markWaiting(tx: Tx, ids: readonly JobId[], causeId: EventId, errorId: string): Promise<void>
  }
  accounts: {
    lock(tx: Tx, ids: readonly AccountId[]): Promise<void>
    load(tx: Tx, ids: readonly AccountId[]): Promise<Map<AccountId, AccountState>>
  }
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
