import type { ConditionProblemCode, Known } from '#conditions/check.ts'
import type { ClientStatusId, MemberId, RoleId, TagId, TemplateId } from '#kernel/ids.ts'
import type { Automation, JobStatus, Stage, TemplateKind } from './pipeline.ts'

/** A pipeline as it is being edited: a template may not have been chosen yet. */
export type Draft = { name: string; stages: DraftStage[]; statuses: DraftStatus[] }

export type DraftStage = Omit<Stage, 'automations'> & { automations: DraftAutomation[] }
export type DraftStatus = Omit<JobStatus, 'automations'> & { automations: DraftAutomation[] }

export type DraftAutomation = Automation extends infer Each
  ? Each extends { templateId: TemplateId }
    ? Omit<Each, 'templateId'> & { templateId: TemplateId | null }
    : Each
  : never

/** What exists in the firm, for drafts to name. */
export type Firm = {
  templates: ReadonlyMap<TemplateId, { kind: TemplateKind | 'job' }>
  tagIds: ReadonlySet<TagId>
  roleIds: ReadonlySet<RoleId>
  /** members who may be put on accounts and jobs: not the deactivated ones */
  memberIds: ReadonlySet<MemberId>
  clientStatusIds: ReadonlySet<ClientStatusId>
  /** the questions of organizer templates, for conditions that read answers */
  questions: NonNullable<Known['work']>['templates']
}

/** What must be mended before a draft is published; `path` as in the draft: `stages.1.automations.0.templateId`. */
export type Problem = { path: string; code: ProblemCode }

export type ProblemCode =
  | 'name_missing'
  | 'no_stages'
  | 'stage_name_missing'
  | 'stage_name_taken'
  | 'status_name_missing'
  | 'status_name_taken'
  /** two stages, or two automations, with one id: what they did could not be told apart (D-14) */
  | 'id_taken'
  | 'condition_on_first_stage'
  | 'condition_on_last_stage'
  /** the rule names no automation, or one that creates nothing in this stage (B-8) */
  | 'completion_names_nothing'
  | 'completion_unknown_automation'
  | 'template_missing'
  | 'template_of_wrong_kind'
  | 'tag_missing'
  | 'tag_added_and_removed'
  | 'tags_unchanged'
  | 'member_missing'
  | 'role_missing'
  | 'person_added_and_removed'
  | 'people_unchanged'
  | 'client_status_missing'
  | ConditionProblemCode

/** What can hardly be meant (B-6); shown where it is, and in nobody's way. */
export type Warning = { path: string; code: WarningCode; tagId?: TagId }

export type WarningCode =
  /** nobody ever meets its condition, or nobody does after what the stage before it has done */
  | 'stage_never_entered'
  | 'automation_never_runs'
  /** no client has it, and no automation adds it */
  | 'tag_never_set'
  /** an automation before it in the same place has taken the tag off by then */
  | 'tag_cleared_before'
  /** it waits for more than it ever creates (B-8) */
  | 'stage_never_completes'
