import type { DraftAutomation, DraftStage, DraftStatus } from '#engine/core/draft.ts'
import type { PipelineDefinition, PipelineDraft } from './model.ts'

/** One line of what publishing a draft changes, in the order of the draft; stages and automations are told by id (D-14). */
export type Change =
  | { kind: 'stage_added' | 'stage_removed'; stage: DraftStage }
  | { kind: 'stage_changed'; stage: DraftStage; before: DraftStage; what: StageAspect[] }
  | { kind: 'stages_reordered' }
  | { kind: 'automation_added' | 'automation_removed'; stage: DraftStage; automation: DraftAutomation }
  | { kind: 'automation_changed'; stage: DraftStage; automation: DraftAutomation; what: AutomationAspect[] }
  | { kind: 'automation_moved'; stage: DraftStage; from: DraftStage; automation: DraftAutomation }
  | { kind: 'automations_reordered'; stage: DraftStage }
  | { kind: 'status_added' | 'status_removed'; status: DraftStatus }
  | { kind: 'status_changed'; status: DraftStatus; what: StatusAspect[] }

export type StageAspect = 'name' | 'automove' | 'condition' | 'when_empty' | 'completion' | 'time_limit'
export type StatusAspect = 'name' | 'color' | 'automove' | 'automations'
export type AutomationAspect = 'template' | 'tags' | 'people' | 'client_status' | 'condition' | 'repeat'

/** Everything that a draft says differently from the version before; all of it is new where there is none. */
export function changesBetween(before: PipelineDefinition | null, after: PipelineDraft): Change[] {
  const old: readonly DraftStage[] = before?.stages ?? []
  const was = new Map(old.map((stage) => [stage.id, stage]))
  const homes = homesOf(old)
  const kept = new Set(after.stages.flatMap((stage) => stage.automations).map((automation) => automation.id))
  const changes = after.stages.flatMap((stage) => stageChanges(stage, was.get(stage.id) ?? null, homes, kept))
  const removed = removedStages(old, after.stages)
  const reordered = isReordered(old, after.stages)
  return [
    ...changes,
    ...(reordered ? [{ kind: 'stages_reordered' as const }] : []),
    ...removed.map((stage): Change => ({ kind: 'stage_removed', stage })),
    ...statusChanges(before?.statuses ?? [], after.statuses),
  ]
}

function statusChanges(before: readonly DraftStatus[], after: readonly DraftStatus[]): Change[] {
  const was = new Map(before.map((status) => [status.id, status]))
  const kept = new Set(after.map((status) => status.id))
  const changed = after.flatMap((status): Change[] => {
    const old = was.get(status.id)
    if (!old) return [{ kind: 'status_added', status }]
    const what = (['name', 'color', 'automove', 'automations'] as const).filter((it) => !isSame(old[it], status[it]))
    return what.length > 0 ? [{ kind: 'status_changed', status, what }] : []
  })
  const gone = before.filter((status) => !kept.has(status.id))
  return [...changed, ...gone.map((status): Change => ({ kind: 'status_removed', status }))]
}

/** Stages that a draft no longer has; the jobs in them need another (P-11). */
export function removedStages<Stage extends { id: string }>(
  before: readonly Stage[],
  after: readonly { id: string }[],
): Stage[] {
  const kept = new Set(after.map((stage) => stage.id))
  return before.filter((stage) => !kept.has(stage.id))
}

/** Stages that jobs may already stand in and that from now on move by themselves; the last one never does (P-15, P-16). */
export function switchedOn<Id extends string>(
  before: readonly { id: Id; automove: boolean }[],
  after: readonly { id: Id; automove: boolean }[],
): Id[] {
  const moving = (stages: typeof before) => stages.filter((stage, at) => stage.automove && at < stages.length - 1)
  const moved = new Set(moving(before).map((stage) => stage.id))
  const known = new Set(before.map((stage) => stage.id))
  return moving(after).flatMap(({ id }) => (known.has(id) && !moved.has(id) ? [id] : []))
}

type Home = { stage: DraftStage; automation: DraftAutomation }
type Homes = ReadonlyMap<string, Home>

function homesOf(stages: readonly DraftStage[]): Homes {
  return new Map(
    stages.flatMap((stage) => stage.automations.map((automation) => [automation.id, { stage, automation }] as const)),
  )
}

function stageChanges(stage: DraftStage, before: DraftStage | null, homes: Homes, kept: ReadonlySet<string>): Change[] {
  const automations = stage.automations.flatMap((automation) => automationChanges(stage, automation, homes))
  if (!before) return [{ kind: 'stage_added', stage }, ...automations]
  const what = stageAspects(before, stage)
  const gone = before.automations.filter((automation) => !kept.has(automation.id))
  return [
    ...(what.length > 0 ? [{ kind: 'stage_changed' as const, stage, before, what }] : []),
    ...automations,
    ...(isReordered(before.automations, stage.automations) ? [{ kind: 'automations_reordered' as const, stage }] : []),
    ...gone.map((automation): Change => ({ kind: 'automation_removed', stage, automation })),
  ]
}

function automationChanges(stage: DraftStage, automation: DraftAutomation, homes: Homes): Change[] {
  const home = homes.get(automation.id)
  if (!home) return [{ kind: 'automation_added', stage, automation }]
  const what = automationAspects(home.automation, automation)
  const changed: Change[] = what.length > 0 ? [{ kind: 'automation_changed', stage, automation, what }] : []
  if (home.stage.id === stage.id) return changed
  return [{ kind: 'automation_moved', stage, from: home.stage, automation }, ...changed]
}

function stageAspects(before: DraftStage, after: DraftStage): StageAspect[] {
  const what: StageAspect[] = []
  if (before.name !== after.name.trim()) what.push('name')
  if (before.automove !== after.automove) what.push('automove')
  if (!isSame(before.condition, after.condition)) what.push('condition')
  if (before.whenEmpty !== after.whenEmpty) what.push('when_empty')
  if (!isSame(before.completion, after.completion)) what.push('completion')
  if (!isSame(before.timeLimit, after.timeLimit)) what.push('time_limit')
  return what
}

function automationAspects(before: DraftAutomation, after: DraftAutomation): AutomationAspect[] {
  const what: AutomationAspect[] = []
  if (contentOf(before) !== contentOf(after)) what.push(CONTENT[after.kind])
  if (!isSame(before.condition, after.condition)) what.push('condition')
  if (before.repeat !== after.repeat) what.push('repeat')
  return what
}

/** What an automation of each kind is about. */
const CONTENT: Record<DraftAutomation['kind'], AutomationAspect> = {
  create_organizer: 'template',
  create_task: 'template',
  send_email: 'template',
  update_account_tags: 'tags',
  update_account_access: 'people',
  update_job_assignees: 'people',
  update_client_status: 'client_status',
}

/** What it does, whatever the order of what it adds and removes. */
function contentOf({ id: _, condition: __, repeat: ___, ...content }: DraftAutomation): string {
  return canonical(
    Object.fromEntries(
      Object.entries(content).map(([key, value]) => [key, Array.isArray(value) ? value.map(canonical).sort() : value]),
    ),
  )
}

/** Whether those that stayed stand in another order. */
function isReordered(before: readonly { id: string }[], after: readonly { id: string }[]): boolean {
  const [old, now] = [before, after].map((things) => things.map((thing) => thing.id)) as [string[], string[]]
  const stayed = old.filter((id) => now.includes(id))
  return !isSame(
    stayed,
    now.filter((id) => old.includes(id)),
  )
}

/** Conditions come back from the database with their keys in another order. */
function isSame(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b)
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
