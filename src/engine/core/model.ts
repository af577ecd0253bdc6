import type { QuestionFact } from '#conditions/evaluate.ts'
import type { AccountType, Priority } from '#conditions/model.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import type {
  AccountId,
  AutomationId,
  ClientStatusId,
  EventId,
  JobId,
  JobStatusId,
  MemberId,
  PipelineId,
  RoleId,
  StageId,
  TagId,
  TemplateId,
  VisitId,
} from '#kernel/ids.ts'
import type { TemplateKind } from './pipeline.ts'

/** Kinds of things that can hold a stage. A new kind is added here and brings its loader and its appliers. */
export type ItemKind = 'organizer' | 'task'

/** One linked item as the engine sees it; only items of the current visit hold the stage (AM-13, AM-14). */
export type LinkedItem = {
  kind: ItemKind
  id: string
  name: string
  visitId: VisitId
  /** `resolved`: nobody has to act any more, yet it was not done (sealed, archived, canceled) */
  state: 'pending' | 'done' | 'resolved'
  /** whose turn it is while pending */
  actor: 'client' | 'team'
}

/** How an item can be ended by a manual move (A-34 c): `complete` makes it done, all others resolve it. */
export const RESOLUTIONS = {
  organizer: ['seal', 'archive'],
  task: ['complete', 'cancel'],
} as const satisfies Record<ItemKind, readonly string[]>
export type Resolution = (typeof RESOLUTIONS)[ItemKind][number]

export type Lifecycle = 'active' | 'completed' | 'archived'

export type JobState = {
  id: JobId
  accountId: AccountId
  pipelineId: PipelineId
  lifecycle: Lifecycle
  stageId: StageId
  visitId: VisitId
  /** counts the job's visits, those of custom statuses too; the next visit's id derives from it */
  visitOrdinal: number
  /** the custom status it is in, and the visit of that (J-41); null: Active */
  status: { id: JobStatusId; visitId: VisitId } | null
  priority: Priority
  startOn: CalendarDate | null
  dueOn: CalendarDate | null
  assigneeIds: ReadonlySet<MemberId>
  clientStatus: ClientStatus
  items: LinkedItem[]
  /** outcomes of the current visits that failed and may be tried again (D-1) */
  failed: ReadonlySet<OutcomeKey>
  /** automations that run once per job and have done so (B-9) */
  ranOnce: ReadonlySet<AutomationId>
  /** answers that conditions read, by template: of the newest submitted organizer (D-4) */
  submitted: ReadonlyMap<TemplateId, ReadonlyMap<string, QuestionFact>>
}

/** What the client sees of the job: a copy of a status' text, adjusted for this job (CFS-2). */
export type ClientStatus = { visible: boolean; statusId: ClientStatusId | null; description: string }

export const NO_CLIENT_STATUS: ClientStatus = { visible: false, statusId: null, description: '' }

/** A job that is being created: it stands in no stage until the trigger `enter` puts it into its first. */
export type NewJob = Omit<JobState, 'stageId' | 'visitId' | 'visitOrdinal' | 'status' | 'items'> & {
  stageId: null
  visitId: null
  visitOrdinal: 0
  status: null
  items: []
}

/** Names the outcome of one automation in one visit. */
export type OutcomeKey = `${VisitId}/${AutomationId}`

export function outcomeKey(visitId: VisitId, automationId: AutomationId): OutcomeKey {
  return `${visitId}/${automationId}`
}

/** What decisions read and write of an account; two jobs of one account see each other's changes. */
export type AccountState = {
  id: AccountId
  lifecycle: 'active' | 'archived'
  type: AccountType
  tagIds: ReadonlySet<TagId>
  /** team members with access to it (USR-4) */
  memberIds: ReadonlySet<MemberId>
  /** who holds which role for it (D-17) */
  roleHolders: ReadonlyMap<RoleId, readonly MemberId[]>
  /** e-mail addresses of the account's contacts, and how many of them have a switch on (FAIL-4, FAIL-5) */
  contactsWithEmail: number
  contactsToNotify: number
  contactsWithLogin: number
}

/** What the engine must know of templates, tags, people and statuses to foresee failures (FAIL-1). */
export type Catalog = {
  templates: ReadonlyMap<TemplateId, { kind: TemplateKind | 'job'; version: number }>
  tagIds: ReadonlySet<TagId>
  roleIds: ReadonlySet<RoleId>
  members: ReadonlyMap<MemberId, MemberFacts>
  clientStatuses: ReadonlyMap<ClientStatusId, { description: string }>
}

export type MemberFacts = {
  active: boolean
  /** is put on accounts where *replace with default users* asks for it (ACX-1) */
  defaultAccess: boolean
  seesAllAccounts: boolean
  /** pipelines that the member sees */
  pipelines: 'all' | ReadonlySet<PipelineId>
}

/** Why the engine is asked. `causeId` is the event that the decision's own events name as their cause. */
export type Trigger =
  /** a job is put into a stage of a pipeline: created there, or moved by hand, perhaps from another pipeline (JM-2) */
  | ({
      kind: 'enter'
      how: 'created' | 'moved_by_hand'
      pipelineId: PipelineId
      stageId: StageId
      /** a custom status is left by a move, unless the person keeps it (J-45) */
      status: 'leave' | 'keep'
    } & ByHand)
  /** a person sets a custom status, or, with null, puts the job back to Active (J-42, J-45) */
  | ({ kind: 'set_status'; statusId: JobStatusId | null } & ByHand)
  /** something the job may wait for changed: evaluate automove (AM-2) */
  | { kind: 'items_changed'; causeId: EventId | null }
  /** automations of the current visit that failed are tried again, once fixed (D-1) */
  | { kind: 'retry'; automationIds: ReadonlySet<AutomationId>; causeId: EventId | null }

/** What a person chose in the panel before it happens; automatic triggers choose nothing. */
export type ByHand = {
  /** automations that shall not run */
  deselected: ReadonlySet<AutomationId>
  /** what becomes of items that are still pending (D-6) */
  pending: PendingChoices
  /** shown or hidden, instead of what a client-status automation says (A-32, CFS-8) */
  shown: ReadonlyMap<AutomationId, boolean>
  memberId: MemberId | null
  causeId: EventId | null
}

export type ItemChoice = 'carry' | 'leave' | Resolution

/** By item, else by kind of item, else: carry over where the new place waits for items, leave behind elsewhere. */
export type PendingChoices = {
  byItem: ReadonlyMap<string, ItemChoice>
  byKind: Partial<Record<ItemKind, ItemChoice>>
}

/** The choices of somebody who was not asked. */
export const NO_CHOICES: Omit<ByHand, 'memberId' | 'causeId'> = {
  deselected: new Set(),
  pending: { byItem: new Map(), byKind: {} },
  shown: new Map(),
}
