import type { Condition } from '#conditions/model.ts'
import type {
  AutomationId,
  ClientStatusId,
  JobStatusId,
  MemberId,
  PipelineId,
  RoleId,
  StageId,
  TagId,
  TemplateId,
} from '#kernel/ids.ts'

/** A published, immutable pipeline version (D-3), as the engine reads it. Stages in order. */
export type PipelineVersion = {
  pipelineId: PipelineId
  version: number
  name: string
  stages: Stage[]
  statuses: JobStatus[]
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
  completion: Completion
  /** the longest a job should stay, before it is overdue in the stage (STG-5); independent of its due date */
  timeLimit: TimeLimit | null
  automations: Automation[]
}

/** Which items of the visit must be done before an automove goes on (B-8); what is left open then stays behind. */
export type Completion =
  | { rule: 'all' }
  | { rule: 'any' }
  /** at least so many, whichever they are */
  | { rule: 'count'; count: number }
  /** all that these automations of the stage created; the others may wait */
  | { rule: 'named'; automationIds: AutomationId[] }

/** Counted in calendar time from entering the stage (EQ-15). */
export type TimeLimit = { amount: number; unit: 'hours' | 'days' }

/** Colours that mean something to people only. */
export const STATUS_COLORS = ['gray', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'violet'] as const
export type StatusColor = (typeof STATUS_COLORS)[number]

/** What jobs are called without a custom status (J-40): taken, whatever the case. */
export const RESERVED_STATUSES = ['active', 'completed', 'archived'] as const
/** More would not fit a menu. */
export const MOST_STATUSES = 50

/** A custom job status (J-41): it holds the job in its stage until it is left again, by hand or by its own automove. */
export type JobStatus = {
  id: JobStatusId
  name: string
  color: StatusColor
  /** back to Active by itself once the items of the status are done (AM-30) */
  automove: boolean
  automations: Automation[]
}

type AutomationBase = {
  id: AutomationId
  condition: Condition | null
  /** what happens when a job enters the stage again (B-9) */
  repeat: 'every_visit' | 'once_per_job'
}

export type Automation =
  | (AutomationBase & { kind: 'create_organizer'; templateId: TemplateId })
  | (AutomationBase & { kind: 'create_task'; templateId: TemplateId })
  | (AutomationBase & { kind: 'send_email'; templateId: TemplateId })
  | (AutomationBase & { kind: 'update_account_tags'; add: TagId[]; remove: TagId[]; clear: boolean })
  /** `replace`: everybody is taken off first; then those in `add` come, or, where there are none, default access (ACX-1) */
  | (AutomationBase & { kind: 'update_account_access'; replace: boolean; add: MemberId[]; remove: MemberId[] })
  | (AutomationBase & { kind: 'update_job_assignees'; clear: boolean; add: Assignee[]; remove: Assignee[] })
  | (AutomationBase & {
      kind: 'update_client_status'
      visible: boolean
      /** null only where nothing is shown */
      statusId: ClientStatusId | null
      /** instead of the status' own description (CFS-4) */
      description: string | null
      /** mails the contacts with Notify on (CFS-14) */
      notify: boolean
    })

export type AutomationKind = Automation['kind']
export type AutomationOf<Kind extends AutomationKind> = Extract<Automation, { kind: Kind }>

/** A team member, or whoever holds a role for the account when it is resolved (JOB-6, D-17). */
export type Assignee = { kind: 'member'; id: MemberId } | { kind: 'role'; id: RoleId }

/** The kind of template that each automation needs (A-7, FAIL-1). */
export const TEMPLATE_KIND = { create_organizer: 'organizer', create_task: 'task', send_email: 'email' } as const
export type TemplateKind = (typeof TEMPLATE_KIND)[keyof typeof TEMPLATE_KIND]

/** The template an automation uses, or null where its kind needs none. */
export function templateOf<Template>(automation: { kind: AutomationKind; templateId?: Template }): Template | null {
  return automation.templateId ?? null
}

/** Every automation of a version: of its stages, then of its custom statuses. */
export function automationsOf<Each>(version: {
  stages: readonly { automations: readonly Each[] }[]
  statuses: readonly { automations: readonly Each[] }[]
}): Each[] {
  return [...version.stages, ...version.statuses].flatMap((place) => place.automations)
}
