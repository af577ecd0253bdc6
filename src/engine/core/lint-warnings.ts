import type { Facts } from '#conditions/evaluate.ts'
import { isMet } from '#conditions/evaluate.ts'
import type { Condition } from '#conditions/model.ts'
import { leavesOf } from '#conditions/model.ts'
import type { Asked } from '#conditions/worlds.ts'
import { worldsOf } from '#conditions/worlds.ts'
import type { TagId } from '#kernel/ids.ts'
import type { Draft, DraftAutomation, DraftStage, Firm, Warning } from './draft.ts'

/** Tags that clients have, or that something outside this draft puts on them. */
export type InUse = { tagIds: ReadonlySet<TagId> }

/**
 * What a draft says that can hardly be meant (B-6), in reading order; none of it keeps the draft from being published.
 * Whatever is too tangled to be sure of is passed over.
 */
export function warnings(draft: Draft, firm: Firm, inUse: InUse): Warning[] {
  const asked: Asked = { tagIds: firm.tagIds, roleIds: firm.roleIds, templates: firm.questions }
  const set = new Set<string>([...inUse.tagIds, ...tagsAddedBy(draft)])
  const stages = draft.stages.flatMap((stage, index) => {
    const path = `stages.${index}`
    const isLast = index === draft.stages.length - 1
    return [
      ...(index === 0 || isLast
        ? []
        : stageWarnings(stage, draft.stages[index - 1]!, index - 1, path, asked, set, firm)),
      ...(isLast || !stage.automove ? [] : completionWarnings(stage, `${path}.completion`, asked)),
      ...automationWarnings(stage.automations, path, asked, set, firm),
    ]
  })
  const statuses = draft.statuses.flatMap(({ automations }, index) =>
    automationWarnings(automations, `statuses.${index}`, asked, set, firm),
  )
  return [...stages, ...statuses]
}

function tagsAddedBy({ stages, statuses }: Draft): TagId[] {
  const automations = [...stages, ...statuses].flatMap((place) => place.automations)
  return automations.flatMap((it) => (it.kind === 'update_account_tags' ? it.add : []))
}

/** A stage that no automove ever enters: its condition is met by nobody, or never after what the stage before does. */
function stageWarnings(
  { condition }: DraftStage,
  before: DraftStage,
  beforeIndex: number,
  path: string,
  asked: Asked,
  set: ReadonlySet<string>,
  firm: Firm,
): Warning[] {
  if (condition === null) return []
  const at = `${path}.condition`
  if (isNeverMet(condition, asked)) return [{ path: at, code: 'stage_never_entered' }]
  const leaving = passesAtOnce(before, beforeIndex) ? after(before.automations, [condition], asked) : null
  if (leaving?.every((world) => !isMet(condition, world))) return [{ path: at, code: 'stage_never_entered' }]
  return neverSet(condition, at, set, firm)
}

/** Every job comes through it and goes on in the same breath, so nobody can change anything in between. */
function passesAtOnce({ automove, whenEmpty, condition, automations }: DraftStage, index: number): boolean {
  const takesAll = index === 0 || condition === null
  return takesAll && automove && whenEmpty === 'advance' && !automations.some(createsItem)
}

/** The worlds as a stage's automations leave them. */
function after(automations: readonly DraftAutomation[], also: readonly Condition[], asked: Asked): Facts[] | null {
  const conditions = [...automations.flatMap((automation) => automation.condition ?? []), ...also]
  const worlds = worldsOf(conditions, asked)
  return worlds?.map((world) => automations.reduce(run, world as Facts)) ?? null
}

function run(world: Facts, automation: DraftAutomation): Facts {
  if (automation.kind !== 'update_account_tags' || !isMet(automation.condition, world)) return world
  const kept = automation.clear ? new Set<string>() : world.tagIds
  return { ...world, tagIds: kept.difference(new Set<string>(automation.remove)).union(new Set(automation.add)) }
}

/** In order, each on what those before it leave, as far as it can tell that apart. */
function automationWarnings(
  automations: readonly DraftAutomation[],
  path: string,
  asked: Asked,
  set: ReadonlySet<string>,
  firm: Firm,
): Warning[] {
  return automations.flatMap(({ condition }, index) => {
    if (condition === null) return []
    const tagging = automations.slice(0, index).filter(({ kind }) => kind === 'update_account_tags')
    const before = worldsOf([...conditionsOf(tagging), condition], asked)
    const now = after(tagging, [condition], asked)
    const at = `${path}.automations.${index}.condition`
    if (isNeverMet(condition, asked)) return [{ path: at, code: 'automation_never_runs' }]
    const cleared = before && now ? clearedBefore(condition, at, before, now) : []
    if (cleared.length > 0) return cleared
    if (now?.every((world) => !isMet(condition, world))) return [{ path: at, code: 'automation_never_runs' }]
    return neverSet(condition, at, set, firm)
  })
}

/** Tags that may have been there when the job came, and never are when the test's turn comes. */
function clearedBefore(condition: Condition, at: string, before: readonly Facts[], now: readonly Facts[]): Warning[] {
  return leavesOf(condition).flatMap(({ path, leaf }): Warning[] => {
    if (leaf.kind !== 'tag' || !before.some((world) => world.tagIds.has(leaf.tagId))) return []
    if (now.some((world) => world.tagIds.has(leaf.tagId))) return []
    return [{ path: placed(at, path), code: 'tag_cleared_before', tagId: leaf.tagId as TagId }]
  })
}

function neverSet(condition: Condition, at: string, set: ReadonlySet<string>, { tagIds }: Firm): Warning[] {
  return leavesOf(condition).flatMap(({ path, leaf }): Warning[] => {
    if (leaf.kind !== 'tag') return []
    const tagId = leaf.tagId as TagId
    return set.has(tagId) || !tagIds.has(tagId) ? [] : [{ path: placed(at, path), code: 'tag_never_set', tagId }]
  })
}

/** An automove stage that waits for more than its automations ever create (B-8); an empty one may wait for links by hand. */
function completionWarnings(stage: DraftStage, path: string, asked: Asked): Warning[] {
  const { completion, automations, whenEmpty } = stage
  const most = (counted: (automation: DraftAutomation) => boolean) => mostCreated(automations, counted, asked)
  switch (completion.rule) {
    case 'all':
    case 'any':
      return []
    case 'count':
      return most(() => true) < completion.count ? [{ path, code: 'stage_never_completes' }] : []
    case 'named': {
      const names = new Set<string>(completion.automationIds)
      const waits = names.size > 0 && whenEmpty === 'stay'
      return waits && most(({ id }) => names.has(id)) === 0 ? [{ path, code: 'stage_never_completes' }] : []
    }
  }
}

/** The most items that one visit gets from these automations; all of them where there is too much to tell apart. */
function mostCreated(
  automations: readonly DraftAutomation[],
  counted: (automation: DraftAutomation) => boolean,
  asked: Asked,
): number {
  const making = automations.filter((automation) => createsItem(automation) && counted(automation))
  const worlds = worldsOf(conditionsOf(automations), asked)
  if (!worlds) return making.length
  return worlds.reduce((most, start) => {
    let created = 0
    automations.reduce<Facts>((world, automation) => {
      if (making.includes(automation) && isMet(automation.condition, world)) created++
      return run(world, automation)
    }, start)
    return Math.max(most, created)
  }, 0)
}

function isNeverMet(condition: Condition, asked: Asked): boolean {
  return worldsOf([condition], asked)?.every((world) => !isMet(condition, world)) ?? false
}

function conditionsOf(automations: readonly DraftAutomation[]): Condition[] {
  return automations.flatMap((automation) => automation.condition ?? [])
}

function createsItem({ kind }: DraftAutomation): boolean {
  return kind === 'create_organizer' || kind === 'create_task'
}

function placed(at: string, path: string): string {
  return path === '' ? at : `${at}.${path}`
}
