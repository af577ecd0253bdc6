import { decide } from '#engine/core/decide.ts'
import type { Effect, EffectOf } from '#engine/core/effect.ts'
import { itemsOf } from '#engine/core/explain.ts'
import type { JobState, LinkedItem, Trigger } from '#engine/core/model.ts'
import type { Automation, PipelineVersion } from '#engine/core/pipeline.ts'
import { loadWorld, withHistory, withItems } from '#engine/shell/load-world.ts'
import type { AccountId, JobId, VisitId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { MovesPreview, StagePreview } from './bulk-schemas.ts'
import { describeAutomation, loadNames } from './describe-automations.ts'
import { loadJobs } from './load-jobs.ts'
import { clientsOf, type Foreseen, groupsOf, type Namer, namerOf } from './preview-groups.ts'

const CHUNK = 2000
const ITEMS = 100
const NAMES = 5

/** Where jobs would go by hand, and what of it is decided there. */
export type Destination = {
  version: PipelineVersion
  /** a stage or a custom status */
  place: { name: string; automations: Automation[] }
  refusal: StagePreview['refusal']
  isThere: (job: JobState) => boolean
  trigger: Trigger
  /** what is left undecided on the job by going there */
  pendingOf: (foreseen: Foreseen) => LinkedItem[]
  otherwise: StagePreview['pending']['otherwise']
}

/** Decides for each of these jobs what it would be decided, and puts it into numbers. */
export async function previewMoves(
  tx: Tx,
  selected: readonly { id: JobId }[],
  destination: Destination,
): Promise<MovesPreview> {
  const { version, place, refusal, isThere } = destination
  const foreseen: Foreseen[] = []
  for (let from = 0; from < selected.length; from += CHUNK) {
    const ids = selected.slice(from, from + CHUNK).map((job) => job.id)
    const going = (await loadJobs(tx, ids)).filter((job) => !isThere(job))
    for (const each of await foresee(tx, going, destination)) foreseen.push(each)
  }
  const order = new Map(selected.map((job, at) => [job.id, at]))
  foreseen.sort((one, other) => order.get(one.job.id)! - order.get(other.job.id)!)
  const moving = foreseen.filter((it) => it.refused === null)
  const name = await namerOf(
    tx,
    foreseen.map(({ account }) => account.id),
  )
  return {
    pipelineId: version.pipelineId,
    pipeline: version.name,
    stage: place.name,
    refusal,
    moving: moving.length,
    names: moving.slice(0, NAMES).map(({ account }) => name(account.id)),
    alreadyThere: selected.length - foreseen.length,
    refused: groupsOf(
      foreseen.flatMap(({ refused, account }) => (refused ? [{ code: refused, account }] : [])),
      name,
    ),
    onward: moving.filter(({ effects }) => goesOn(effects, destination.trigger)).length,
    automations: await automationsOf(tx, destination, moving, name),
    pending: pendingItems(destination, moving, name),
    clients: await clientsOf(tx, moving, name),
  }
}

export function pendingIn(job: JobState, visitId: VisitId): LinkedItem[] {
  return itemsOf(job, visitId).filter((item) => item.state === 'pending')
}

/** Job by job in id order, each on the account as the ones before would leave it. */
async function foresee(tx: Tx, given: readonly JobState[], { version, trigger }: Destination): Promise<Foreseen[]> {
  const { accounts, catalog } = await loadWorld(tx, given, new Map([[version.pipelineId, version]]))
  const jobs = await withHistory(tx, await withItems(tx, given), [version])
  return jobs.flatMap((job): Foreseen[] => {
    const account = accounts.get(job.accountId)
    if (!account) return []
    const decision = decide(job, version, account, catalog, trigger)
    if ('refused' in decision) return [{ job, account, effects: [], refused: decision.refused }]
    accounts.set(job.accountId as AccountId, decision.account)
    return [{ job, account, effects: decision.effects, refused: null }]
  })
}

function pendingItems(
  { pendingOf, otherwise }: Destination,
  moving: readonly Foreseen[],
  name: Namer,
): StagePreview['pending'] {
  const items = moving.flatMap((each) => pendingOf(each).map((item) => ({ item, job: each.job })))
  return {
    total: items.length,
    otherwise,
    kinds: [...Map.groupBy(items, ({ item }) => item.kind)].map(([kind, group]) => ({ kind, count: group.length })),
    items: items.slice(0, ITEMS).map(({ item: { id, kind, name: called, actor }, job }) => {
      return { id, kind, name: called, actor, jobId: job.id, accountName: name(job.accountId) }
    }),
  }
}

/** The automations there, each with the number of jobs it runs for, and why not for the others. */
async function automationsOf(
  tx: Tx,
  { version, place }: Destination,
  moving: readonly Foreseen[],
  name: Namer,
): Promise<StagePreview['automations']> {
  const names = await loadNames(tx, [version])
  const outcomes = moving.flatMap(({ effects, account }) => firstOutcomes(effects).map((it) => ({ ...it, account })))
  const byAutomation = Map.groupBy(outcomes, ({ outcome }) => outcome.automationId as string)
  return place.automations.map((automation) => {
    const mine = byAutomation.get(automation.id) ?? []
    const held = mine.filter(({ outcome }) => outcome.result !== 'done')
    const others = groupsOf(
      held.map(({ outcome, account }) => ({ code: outcome.reason?.code ?? '', account })),
      name,
    )
    return { ...describeAutomation(automation, names), runs: mine.length - held.length, others }
  })
}

/** What the automations of the place itself come to, not those of stages that the job goes on to. */
function firstOutcomes(effects: readonly Effect[]): EffectOf<'record_outcome'>[] {
  const entry = effects.find(isEntry)
  return effects.filter(
    (effect) => effect.kind === 'record_outcome' && effect.visitId === entry?.visitId,
  ) as EffectOf<'record_outcome'>[]
}

/** By itself, once it is there. */
function goesOn(effects: readonly Effect[], trigger: Trigger): boolean {
  const isActive = trigger.kind === 'set_status' && trigger.statusId === null
  const at = effects.findIndex((effect) => (isActive ? effect.kind === 'leave_status' : isEntry(effect)))
  return at >= 0 && effects.slice(at + 1).some((effect) => isEntry(effect) || effect.kind === 'leave_status')
}

function isEntry(effect: Effect): effect is EffectOf<'enter_stage' | 'enter_status'> {
  return effect.kind === 'enter_stage' || effect.kind === 'enter_status'
}
