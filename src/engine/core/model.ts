import type { AccountType, Condition } from '#conditions/model.ts'
import type {
  AccountId,
  AutomationId,
  EventId,
  JobId,
  MemberId,
  PipelineId,
  StageId,
  TagId,
  TemplateId,
  VisitId,
} from '#kernel/ids.ts'

/** A published, immutable pipeline version (D-3), as the engine reads it. Stages in order. */
export type PipelineVersion = {
  pipelineId: PipelineId
  version: number
  name: string
  stages: Stage[]
}

export type Stage = {
  id: StageId
  name: string
  /** stored even on the last stage, where it counts as off (P-15) */
  automove: boolean
  /** what the account must fulfil for an automove to enter; ignored on first and last stage (STG-6) */
  condition: Condition | null
  /** a stage with nothing to wait for: stay, or advance at once (D-5, AM-10, AM-11) */
  whenEmpty: 'stay' | 'advance'
  automations: Automation[]
}

type AutomationBase = { id: AutomationId; condition: Condition | null }

export type Automation =
  | (AutomationBase & { kind: 'create_organizer'; templateId: TemplateId })
  | (AutomationBase & { kind: 'create_task'; templateId: TemplateId })
  | (AutomationBase & { kind: 'send_email'; templateId: TemplateId })
  | (AutomationBase & { kind: 'update_account_tags'; add: TagId[]; remove: TagId[]; clear: boolean })

type AutomationKind = Automation['kind']

/** The kind of template that each automation needs (A-7, FAIL-1). */
export const TEMPLATE_KIND = { create_organizer: 'organizer', create_task: 'task', send_email: 'email' } as const
export type TemplateKind = (typeof TEMPLATE_KIND)[keyof typeof TEMPLATE_KIND]

/** Kinds of things that can hold a stage. A new kind is added here and brings its loader and its applier. */
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

export type JobState = {
  id: JobId
  accountId: AccountId
  pipelineId: PipelineId
  lifecycle: 'active' | 'archived'
  stageId: StageId
  visitId: VisitId
  /** counts the job's visits; the next visit's id derives from it */
  visitOrdinal: number
  items: LinkedItem[]
}

/** A job that is being created: it stands in no stage until the trigger `enter` puts it into its first. */
export type NewJob = Pick<JobState, 'id' | 'accountId' | 'pipelineId' | 'lifecycle'> & {
  stageId: null
  visitId: null
  visitOrdinal: 0
  items: []
}

/** What decisions read and write of an account; two jobs of one account see each other's changes. */
export type AccountState = {
  id: AccountId
  lifecycle: 'active' | 'archived'
  type: AccountType
  tagIds: ReadonlySet<TagId>
  /** contacts of the account with an e-mail address, and how many of them have Notify on (FAIL-4, FAIL-5) */
  contactsWithEmail: number
  contactsToNotify: number
}

/** What the engine must know of templates and tags to foresee failures (FAIL-1). */
export type Catalog = {
  templates: ReadonlyMap<TemplateId, { kind: TemplateKind; version: number }>
  tagIds: ReadonlySet<TagId>
}

/** Why the engine is asked. `causeId` is the event that the decision's own events name as their cause. */
export type Trigger =
  /** a job is put into a stage: created there, or moved by hand; deselected automations are skipped */
  | {
      kind: 'enter'
      how: 'created' | 'moved_by_hand'
      stageId: StageId
      deselected: ReadonlySet<AutomationId>
      memberId: MemberId | null
      causeId: EventId | null
    }
  /** something the job may wait for changed: evaluate automove (AM-2) */
  | { kind: 'items_changed'; causeId: EventId | null }

/** Why an automation did nothing, or could not; shown as a sentence on the job. */
export type OutcomeReason =
  | { code: 'condition_not_met' }
  | { code: 'condition_unknown' }
  | { code: 'deselected' }
  | { code: 'template_missing' }
  | { code: 'no_recipient' }
  | { code: 'tag_missing' }
  | { code: 'error'; errorId: string }

export type OutcomeWarning =
  | { code: 'nobody_notified' }
  | { code: 'empty_shortcodes'; tokens: string[] }
  | { code: 'tag_missing' }

export type Outcome = {
  automationId: AutomationId
  kind: AutomationKind
  result: 'done' | 'skipped' | 'failed'
  reason: OutcomeReason | null
  warnings: OutcomeWarning[]
  /** the thing that was created: organizer, task; null otherwise */
  createdId: string | null
}

/** Everything a decision asks the shell to do. One applier per kind; `apply` is its twin in memory. */
export type Effect =
  | {
      kind: 'enter_stage'
      jobId: JobId
      accountId: AccountId
      how: 'created' | 'moved_by_hand' | 'automove'
      fromStageId: StageId | null
      fromVisitId: VisitId | null
      toStageId: StageId
      visitId: VisitId
      visitOrdinal: number
      version: number
      /** conditional stages that an automove passed over, and why (AM-7) */
      skipped: { stageId: StageId; truth: false | 'unknown' }[]
    }
  | (CreatedBy & { kind: 'create_organizer'; id: string; templateId: TemplateId; templateVersion: number })
  | (CreatedBy & { kind: 'create_task'; id: string; templateId: TemplateId; templateVersion: number })
  | (CreatedBy & { kind: 'send_email'; id: string; templateId: TemplateId; templateVersion: number })
  | (CreatedBy & { kind: 'update_account_tags'; add: TagId[]; remove: TagId[] })
  | { kind: 'record_outcome'; jobId: JobId; visitId: VisitId; outcome: Outcome }

/** Where an effect comes from: its key is (visit, automation). */
export type CreatedBy = { jobId: JobId; accountId: AccountId; visitId: VisitId; automationId: AutomationId }

export type EffectOf<Kind extends Effect['kind']> = Extract<Effect, { kind: Kind }>

/** Why a job stays where it is, or where it would go; the UI makes a sentence of each (B-3). */
export type Explanation = {
  moves: boolean
  reasons: Reason[]
  /** where it would go if nothing held it, judged on the account as it is now; null on the last stage */
  next: { stageId: StageId; skipped: { stageId: StageId; truth: false | 'unknown' }[] } | null
}

export type Reason =
  | { code: 'item_pending'; item: LinkedItem }
  | { code: 'nothing_linked' }
  | { code: 'nothing_done' }
  | { code: 'automove_off' }
  | { code: 'last_stage' }
  | { code: 'job_archived' }
  | { code: 'account_archived' }
  /** the job's stage is not in this version: somebody must put it elsewhere (D-3) */
  | { code: 'stage_missing' }
  /** nothing holds it: it goes on with the next thing that happens, or with the advance that is under way (D-15) */
  | { code: 'waiting_for_advance' }
