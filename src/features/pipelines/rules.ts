import type { DraftAutomation, DraftStage, DraftStatus } from '#engine/core/draft.ts'
import type { PipelineDraft } from './model.ts'

/** One line of what publishing a draft changes, in the order of the draft; what is in it is told by ids (D-14). */
export type Change =
  | { kind: 'stage_added' | 'stage_removed'; stage: DraftStage }
  | { kind: 'stage_changed'; stage: DraftStage; before: DraftStage; what: StageAspect[] }
  | { kind: 'stages_reordered' }
  | { kind: 'status_added' | 'status_removed'; status: DraftStatus }
  | { kind: 'status_changed'; status: DraftStatus; before: DraftStatus; what: StatusAspect[] }
  | { kind: 'automation_added' | 'automation_removed'; place: Place; automation: DraftAutomation }
  | {
      kind: 'automation_changed'
      place: Place
      automation: DraftAutomation
      before: DraftAutomation
      what: AutomationAspect[]
    }
  | { kind: 'automation_moved'; place: Place; from: Place; automation: DraftAutomation }
  | { kind: 'automations_reordered'; place: Place }

/** Where automations stand: a stage or a custom status. */
export type Place = DraftStage | DraftStatus
export type StageAspect = 'name' | 'automove' | 'condition' | 'when_empty' | 'completion' | 'time_limit'
export type StatusAspect = 'name' | 'color' | 'automove'
export type AutomationAspect = 'template' | 'tags' | 'people' | 'client_status' | 'condition' | 'repeat'

/** Everything that a draft says differently from the version before; all of it is new where there is none. */
export function changesBetween(before: PipelineDraft | null, after: PipelineDraft): Change[] {
  const [oldStages, oldStatuses] = [before?.stages ?? [], before?.statuses ?? []]
  const homes = homesOf([...oldStages, ...oldStatuses])
  const kept = new Set([...after.stages, ...after.statuses].flatMap((place) => place.automations).map(({ id }) => id))
  const inside = (place: Place, old: Place | undefined) => automationsOf(place, old, homes, kept)
  const [stages, statuses] = [byId(oldStages), byId(oldStatuses)]
  return [
    ...after.stages.flatMap((stage) => {
      const old = stages.get(stage.id)
      return [...(old ? stageChange(old, stage) : [{ kind: 'stage_added' as const, stage }]), ...inside(stage, old)]
    }),
    ...(isReordered(oldStages, after.stages) ? [{ kind: 'stages_reordered' as const }] : []),
    ...removedStages(oldStages, after.stages).map((stage): Change => ({ kind: 'stage_removed', stage })),
    ...after.statuses.flatMap((status) => {
      const old = statuses.get(status.id)
      return [
        ...(old ? statusChange(old, status) : [{ kind: 'status_added' as const, status }]),
        ...inside(status, old),
      ]
    }),
    ...removedStages(oldStatuses, after.statuses).map((status): Change => ({ kind: 'status_removed', status })),
  ]
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

type Home = { place: Place; automation: DraftAutomation }
type Homes = ReadonlyMap<string, Home>

function homesOf(places: readonly Place[]): Homes {
  return new Map(
    places.flatMap((place) => place.automations.map((automation) => [automation.id, { place, automation }] as const)),
  )
}

function byId<Each extends { id: string }>(things: readonly Each[]): Map<string, Each> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

/** What became of the automations of a place; those of one that is gone go with it. */
function automationsOf(place: Place, old: Place | undefined, homes: Homes, kept: ReadonlySet<string>): Change[] {
  const changes = place.automations.flatMap((automation) => automationChanges(place, automation, homes))
  if (!old) return changes
  const gone = old.automations.filter((automation) => !kept.has(automation.id))
  const reordered = isReordered(old.automations, place.automations)
  return [
    ...changes,
    ...(reordered ? [{ kind: 'automations_reordered' as const, place }] : []),
    ...gone.map((automation): Change => ({ kind: 'automation_removed', place, automation })),
  ]
}

function automationChanges(place: Place, automation: DraftAutomation, homes: Homes): Change[] {
  const home = homes.get(automation.id)
  if (!home) return [{ kind: 'automation_added', place, automation }]
  const { automation: before, place: from } = home
  const what = automationAspects(before, automation)
  const changed: Change[] = what.length > 0 ? [{ kind: 'automation_changed', place, automation, before, what }] : []
  return from.id === place.id ? changed : [{ kind: 'automation_moved', place, from, automation }, ...changed]
}

function stageChange(before: DraftStage, stage: DraftStage): Change[] {
  const what = stageAspects(before, stage)
  return what.length > 0 ? [{ kind: 'stage_changed', stage, before, what }] : []
}

function statusChange(before: DraftStatus, status: DraftStatus): Change[] {
  const what: StatusAspect[] = []
  if (before.name !== status.name.trim()) what.push('name')
  if (before.color !== status.color) what.push('color')
  if (before.automove !== status.automove) what.push('automove')
  return what.length > 0 ? [{ kind: 'status_changed', status, before, what }] : []
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
