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
import { derivedId } from '#kernel/ids.ts'
import type { Ask } from './asks.fixture.ts'
import type { Decision } from './decide.ts'
import type { Firm } from './draft.ts'
import type { Effect } from './effect.ts'
import type { Decided } from './enter-stage.ts'
import type { AccountState, Catalog, JobState, LinkedItem, NewJob, Trigger } from './model.ts'
import { NO_CHOICES, NO_CLIENT_STATUS } from './model.ts'
import type { JobStatus, PipelineVersion, Stage, TemplateKind } from './pipeline.ts'

/*
 * Short ways to write pipelines, jobs and accounts in the engine's tests. Ids are speaking: stage 'prepare', tag
 * 'foreign', automation 'prepare/0' (the first of stage prepare), templates 'organizer', 'task' and 'email'.
 */

export * from './asks.fixture.ts'

export function stage(id: string, automations: Ask[] = [], rest: Partial<Stage> = {}): Stage {
  return {
    id: id as StageId,
    name: id,
    automove: true,
    condition: null,
    whenEmpty: 'stay',
    completion: { rule: 'all' },
    timeLimit: null,
    automations: automations.map((ask, index) => ({ ...ask, id: `${id}/${index}` as AutomationId })),
    ...rest,
  }
}

export function pipeline(...stages: Stage[]): PipelineVersion {
  return { pipelineId: 'returns' as PipelineId, version: 7, name: 'Individual returns', stages, statuses: [] }
}

/** A custom status, to be put into a pipeline: `{ ...f.pipeline(…), statuses: [f.status('on hold')] }`. */
export function status(id: string, automations: Ask[] = [], rest: Partial<JobStatus> = {}): JobStatus {
  const numbered = automations.map((ask, index) => ({ ...ask, id: `${id}/${index}` as AutomationId }))
  return { id: id as JobStatusId, name: id, color: 'orange', automove: true, automations: numbered, ...rest }
}

export const newJob: NewJob = {
  id: 'job' as JobId,
  accountId: 'visser' as AccountId,
  pipelineId: 'returns' as PipelineId,
  lifecycle: 'active',
  stageId: null,
  visitId: null,
  visitOrdinal: 0,
  status: null,
  priority: 'medium',
  startOn: null,
  dueOn: null,
  assigneeIds: new Set(),
  clientStatus: NO_CLIENT_STATUS,
  items: [],
  failed: new Set(),
  ranOnce: new Set(),
  submitted: new Map(),
}

export function jobIn(stageId: string, items: LinkedItem['state'][] = [], rest: Partial<JobState> = {}): JobState {
  const visitId: VisitId = derivedId('visit', newJob.id, 1)
  return {
    ...newJob,
    stageId: stageId as StageId,
    visitId,
    visitOrdinal: 1,
    items: items.map((state, index) => item(`item ${index}`, state, visitId)),
    ...rest,
  }
}

export function item(id: string, state: LinkedItem['state'], visitId: VisitId): LinkedItem {
  return { kind: 'task', id, name: id, visitId, state, actor: 'team' }
}

/** The job after somebody finished items of it: those named, or all that are pending. */
export function finish(job: JobState, state: 'done' | 'resolved' = 'done', ids?: string[]): JobState {
  const finished = (it: LinkedItem) => it.state === 'pending' && (ids?.includes(it.id) ?? true)
  return { ...job, items: job.items.map((it) => (finished(it) ? { ...it, state } : it)) }
}

export function account(tagIds: string[] = [], rest: Partial<AccountState> = {}): AccountState {
  return {
    id: newJob.accountId,
    lifecycle: 'active',
    type: 'individual',
    tagIds: new Set(tagIds as TagId[]),
    memberIds: new Set(),
    roleHolders: new Map(),
    contactsWithEmail: 2,
    contactsToNotify: 1,
    contactsWithLogin: 1,
    ...rest,
  }
}

export const catalog: Catalog = {
  templates: new Map(
    (['organizer', 'task', 'email'] satisfies TemplateKind[]).map((kind) => [
      kind as string as TemplateId,
      { kind, version: 3 },
    ]),
  ),
  tagIds: new Set(['foreign', 'rental', 'prepaid', 'season'] as TagId[]),
  roleIds: new Set(['preparer', 'reviewer'] as RoleId[]),
  members: new Map(
    ['ada', 'bram', 'cleo'].map((id) => [
      id as MemberId,
      { active: id !== 'cleo', defaultAccess: id === 'bram', seesAllAccounts: id === 'ada', pipelines: 'all' as const },
    ]),
  ),
  clientStatuses: new Map([['in review' as ClientStatusId, { description: 'We check your return.' }]]),
}

/** What exists in the firm, for drafts to name: what the catalog has, and one template's questions. */
export const firm: Firm = {
  ...catalog,
  memberIds: new Set(['ada', 'bram'] as MemberId[]),
  clientStatusIds: new Set(['in review'] as ClientStatusId[]),
  questions: new Map([
    ['organizer', new Map([['foreign', { kind: 'yes_no' as const, optionIds: new Set<string>() }]])],
  ]),
}

export function entering(
  stageId: string,
  how: 'created' | 'moved_by_hand' = 'moved_by_hand',
  deselected: string[] = [],
): Trigger {
  const off = new Set(deselected as AutomationId[])
  return {
    ...NOBODY,
    kind: 'enter',
    how,
    stageId: stageId as StageId,
    pipelineId: RETURNS,
    status: 'leave',
    deselected: off,
  }
}

/** A person who chose nothing in particular. */
export const NOBODY = { ...NO_CHOICES, memberId: null, causeId: null }

const RETURNS = 'returns' as PipelineId

export const itemsChanged: Trigger = { kind: 'items_changed', causeId: null }

export function decided(decision: Decision): Decided {
  if ('refused' in decision) throw new Error(`refused: ${decision.refused}`)
  return decision
}

/** The stages entered, in order. */
export function path(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => (effect.kind === 'enter_stage' ? [effect.toStageId as string] : []))
}

/** What each automation came to, in order: `prepare/0 done`, `prepare/1 failed template_missing`. */
export function outcomes(effects: readonly Effect[]): string[] {
  return effects.flatMap((effect) => {
    if (effect.kind !== 'record_outcome') return []
    const { automationId, result, reason, warnings } = effect.outcome
    return [[automationId, result, reason?.code, ...warnings.map((it) => `(${it.code})`)].filter(Boolean).join(' ')]
  })
}
