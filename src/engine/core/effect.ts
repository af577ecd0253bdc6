import type {
  AccountId,
  AutomationId,
  ClientStatusId,
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
import type { ItemKind, LinkedItem, Resolution } from './model.ts'
import type { AutomationKind, TimeLimit } from './pipeline.ts'

/** Why an automation did nothing, or could not; shown as a sentence on the job. */
export type OutcomeReason =
  | { code: 'condition_not_met' }
  | { code: 'condition_unknown' }
  | { code: 'deselected' }
  /** it runs once per job, and has (B-9) */
  | { code: 'already_ran' }
  /** it failed, and was taken out of the pipeline before anybody tried it again (P-14) */
  | { code: 'taken_out' }
  | { code: 'template_missing' }
  | { code: 'no_recipient' }
  | { code: 'tag_missing' }
  /** nobody in its lists is there to be put on or taken off; everything stays as it is (ASG, ACX) */
  | { code: 'nobody_there' }
  | { code: 'client_status_missing' }
  | { code: 'error'; errorId: string }

export type OutcomeWarning =
  | { code: 'nobody_notified' }
  | { code: 'empty_shortcodes'; tokens: string[] }
  | { code: 'tag_missing' }
  | { code: 'member_inactive'; memberIds: MemberId[] }
  /** nobody holds these roles for the account */
  | { code: 'role_empty'; roleIds: RoleId[] }
  /** put on the job, but they do not see it: neither pipeline nor account access comes with it (P-6) */
  | { code: 'assignee_cannot_see'; memberIds: MemberId[] }

export type Outcome = {
  automationId: AutomationId
  kind: AutomationKind
  result: 'done' | 'skipped' | 'failed'
  reason: OutcomeReason | null
  warnings: OutcomeWarning[]
  /** the thing that was created: organizer, task; null otherwise */
  createdId: string | null
}

/** A conditional stage that an automove passes over, and why (AM-7). */
export type SkippedStage = { stageId: StageId; truth: false | 'unknown' }

type ItemNamed = Pick<LinkedItem, 'kind' | 'id' | 'name'>

/** Everything a decision asks the shell to do. One applier per kind; `apply` is its twin in memory. */
export type Effect =
  | {
      kind: 'enter_stage'
      jobId: JobId
      accountId: AccountId
      how: 'created' | 'moved_by_hand' | 'automove'
      pipelineId: PipelineId
      fromPipelineId: PipelineId | null
      fromStageId: StageId | null
      fromVisitId: VisitId | null
      /** the custom status that the move ends (J-45) */
      leftStatus: { id: JobStatusId; visitId: VisitId } | null
      toStageId: StageId
      visitId: VisitId
      visitOrdinal: number
      version: number
      timeLimit: TimeLimit | null
      /** conditional stages that an automove passed over, and why (AM-7) */
      skipped: SkippedStage[]
      /** still pending, and holding nothing from now on (A-34 b, A-36) */
      leftBehind: ItemNamed[]
    }
  | {
      kind: 'enter_status'
      jobId: JobId
      accountId: AccountId
      statusId: JobStatusId
      pipelineId: PipelineId
      stageId: StageId
      from: { id: JobStatusId; visitId: VisitId } | null
      visitId: VisitId
      visitOrdinal: number
      version: number
      leftBehind: ItemNamed[]
    }
  | {
      kind: 'leave_status'
      jobId: JobId
      accountId: AccountId
      how: 'by_hand' | 'automove'
      pipelineId: PipelineId
      statusId: JobStatusId
      visitId: VisitId
      leftBehind: ItemNamed[]
    }
  /** pending items become items of the job's new visit (A-34 a) */
  | { kind: 'carry_items'; jobId: JobId; visitId: VisitId; items: { kind: ItemKind; id: string }[] }
  | { kind: 'resolve_item'; jobId: JobId; accountId: AccountId; item: ItemNamed; how: Resolution }
  | (CreatedBy & { kind: 'create_organizer'; id: string; templateId: TemplateId; templateVersion: number })
  | (CreatedBy & { kind: 'create_task'; id: string; templateId: TemplateId; templateVersion: number })
  | (CreatedBy & { kind: 'send_email'; id: string; templateId: TemplateId; templateVersion: number })
  | (CreatedBy & { kind: 'update_account_tags'; add: TagId[]; remove: TagId[] })
  | (CreatedBy & { kind: 'update_account_access'; add: MemberId[]; remove: MemberId[] })
  | (CreatedBy & { kind: 'update_job_assignees'; add: MemberId[]; remove: MemberId[] })
  | (CreatedBy & {
      kind: 'update_client_status'
      visible: boolean
      statusId: ClientStatusId | null
      description: string
      notify: boolean
    })
  /** `once`: it runs once per job (B-9); an outcome of a visit and automation replaces the one before it (D-1) */
  | { kind: 'record_outcome'; jobId: JobId; visitId: VisitId; outcome: Outcome; once: boolean }

/** Where an effect comes from: its key is (visit, automation). */
export type CreatedBy = { jobId: JobId; accountId: AccountId; visitId: VisitId; automationId: AutomationId }

export type EffectKind = Effect['kind']
export type EffectOf<Kind extends EffectKind> = Extract<Effect, { kind: Kind }>

/** Why a job stays where it is, or where it would go; the UI makes a sentence of each (B-3). */
export type Explanation = {
  moves: boolean
  reasons: Reason[]
  /** so many of the pending items are enough (B-8); null: all of them */
  suffices: number | null
  /** where it would go if nothing held it, judged on the account as it is now; null on the last stage */
  next: { stageId: StageId; skipped: SkippedStage[] } | null
}

export type Reason =
  | { code: 'item_pending'; item: LinkedItem }
  | { code: 'nothing_linked' }
  /** none of the automations that the stage waits for has created anything (B-8) */
  | { code: 'none_named' }
  | { code: 'nothing_done' }
  /** were all done that is pending, it would still be fewer than the stage asks for (B-8) */
  | { code: 'too_few_done'; done: number; needed: number }
  | { code: 'automove_off' }
  | { code: 'last_stage' }
  /** in a custom status: the stage waits until it is left (AM-29); `automove`: it is left once its items are done */
  | { code: 'custom_status'; statusId: JobStatusId; automove: boolean }
  | { code: 'job_completed' }
  | { code: 'job_archived' }
  | { code: 'account_archived' }
  /** the job's stage is not in this version: somebody must put it elsewhere (D-3) */
  | { code: 'stage_missing' }
  /** nothing holds it, yet nothing has happened since: it goes when a person says so, or with the next thing (AM-15, AM-28) */
  | { code: 'move_earned' }
  /** its move could not be computed and is tried again (D-15) */
  | { code: 'waiting_for_advance' }
