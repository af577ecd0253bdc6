import type { QuestionFact } from '#conditions/evaluate.ts'
import type { Priority } from '#conditions/model.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import type { AccountId, AutomationId, EventId, JobId, MemberId, PipelineId, TemplateId, VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Effect, EffectOf, OutcomeWarning } from '../core/effect.ts'
import type { AccountState, Catalog, ClientStatus, ItemKind, JobState, LinkedItem, OutcomeKey } from '../core/model.ts'
import type { PipelineVersion } from '../core/pipeline.ts'

/** A job that does not exist yet: it is put into its first stage by the same decision that fires its automations. */
export type JobToAdd = {
  id: JobId
  accountId: AccountId
  pipelineId: PipelineId
  name: string
  priority: Priority
  startOn: CalendarDate | null
  dueOn: CalendarDate | null
  assigneeIds: MemberId[]
  clientStatus: ClientStatus
  /** what the engine does not read: text with mentions, minutes, the client's name of it, who or what made it */
  description: string
  timeBudget: number | null
  clientName: string
  createdBy: { kind: string; id: string | null; name: string }
}

/** A job whose decision had effects, as it leaves it; `entry`: how it came to its stage, where it came to another. */
export type DecidedJob = { state: JobState; added: JobToAdd | null; entry: EffectOf<'enter_stage'> | null }

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

/** What a slice brings for its kind of linked item. */
export type ItemPort = {
  load: ItemLoader
  describe: ItemDescriber
  /** links these items to other visits of their jobs (A-34 a) */
  carry(tx: Tx, links: readonly { jobId: JobId; itemId: string; visitId: VisitId }[]): Promise<void>
  /** ends these items as a manual move asked for (A-34 c); other jobs that wait for one get an *advance* entry */
  resolve(tx: Tx, items: readonly EffectOf<'resolve_item'>[]): Promise<void>
}

/** What the slices hand to the engine. Effects that create or change something belong to the slice that owns it. */
export type EnginePorts = {
  appliers: { [Kind in Exclude<Effect['kind'], 'carry_items' | 'resolve_item'>]: Applier<Kind> }
  items: { [Kind in ItemKind]: ItemPort }
  jobs: {
    /** locks jobs `for no key update` in id order, in a statement of its own; returns those that exist */
    lock(tx: Tx, ids: readonly JobId[]): Promise<JobId[]>
    /** reads them without their items, what ran once, and submitted answers */
    load(tx: Tx, ids: readonly JobId[]): Promise<JobState[]>
    /** which of these automations have ever done their work for these jobs (B-9) */
    ranOnce(
      tx: Tx,
      ids: readonly JobId[],
      automationIds: readonly AutomationId[],
    ): Promise<Map<JobId, Set<AutomationId>>>
    /** writes stage, visits, fields and counts of every decided job, one statement for the new and one for the old */
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
  loadRoleIds(tx: Tx): Promise<Catalog['roleIds']>
  loadMembers(tx: Tx): Promise<Catalog['members']>
  loadClientStatuses(tx: Tx): Promise<Catalog['clientStatuses']>
  /** what conditions read of the newest submitted organizer of each template, one linked to the job first (D-4) */
  loadSubmitted(tx: Tx, jobs: readonly JobOfAccount[], templateIds: readonly TemplateId[]): Promise<Submitted>
}

export type JobOfAccount = { id: JobId; accountId: AccountId }
export type Submitted = Map<JobId, Map<TemplateId, ReadonlyMap<string, QuestionFact>>>

let registered: EnginePorts | null = null

/** Called once, by src/slices.ts, which alone knows all slices. */
export function registerPorts(ports: EnginePorts): void {
  registered = ports
}

export function enginePorts(): EnginePorts {
  if (!registered) throw new Error('the engine has no ports: import src/slices.ts first')
  return registered
}
