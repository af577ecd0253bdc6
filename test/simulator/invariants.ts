import { decide } from '#engine/core/decide.ts'
import type { EffectOf } from '#engine/core/effect.ts'
import { explain } from '#engine/core/explain.ts'
import type { JobState, Trigger } from '#engine/core/model.ts'
import type { World } from './world.ts'

type Committed = World['committed'][number]

/** What must hold of every firm after every step, in which `fresh` was decided; throws with what does not. */
export function checkWorld(world: World, fresh: readonly Committed[]): void {
  for (const job of world.jobs.values()) {
    standsSomewhere(world, job)
    tellsWhy(world, job)
  }
  for (const decision of fresh) checkDecision(world, decision)
}

/** Over the whole history: every visit and every created thing once, visits numbered without a gap (D-2). */
export function checkHistory({ committed, jobs }: World): void {
  const effects = committed.flatMap((it) => it.effects)
  const created = effects.flatMap((effect) => ('id' in effect ? [effect.id] : []))
  expectThat(new Set(created).size === created.length, 'something was created twice (D-2)')
  for (const job of jobs.values()) {
    const opened = effects.flatMap((it) =>
      (it.kind === 'enter_stage' || it.kind === 'enter_status') && it.jobId === job.id ? [it.visitOrdinal] : [],
    )
    expectThat(
      opened.every((ordinal, index) => ordinal === index + 1) && job.visitOrdinal === opened.length,
      `the visits of ${job.id} are numbered ${opened}`,
    )
  }
}

/** One stage of the newest version of its pipeline, and a status that it has, if any. */
function standsSomewhere({ versions }: World, job: JobState): void {
  const version = versions.get(job.pipelineId)!
  expectThat(version.stages.filter((stage) => stage.id === job.stageId).length === 1, `${job.id} stands in no stage`)
}

/** Every waiting job says why, and finishing what it waits for moves it, unless what it says is a state (B-3, D-16). */
function tellsWhy({ versions, accounts, catalog, owed }: World, job: JobState): void {
  const version = versions.get(job.pipelineId)!
  const account = accounts.get(job.accountId)!
  const { reasons, moves } = explain(job, version, account, catalog)
  expectThat(reasons.length > 0, `${job.id} waits and nobody says why (B-3)`)
  if (moves || owed.has(job.id)) return
  if (!reasons.every((reason) => reason.code === 'item_pending')) return
  const pending = new Set(reasons.flatMap((reason) => (reason.code === 'item_pending' ? [reason.item.id] : [])))
  const items = job.items.map((item) => (pending.has(item.id) ? { ...item, state: 'done' as const } : item))
  const finished = explain({ ...job, items }, version, account, catalog)
  const tooFew = finished.reasons.every((reason) => reason.code === 'too_few_done')
  expectThat(finished.moves || tooFew, `${job.id} stays although all it waited for is done (B-3)`)
}

function checkDecision(world: World, { jobId, trigger, effects }: Committed): void {
  const entries = effects.filter((effect) => effect.kind === 'enter_stage')
  forwardOnly(world, entries)
  oneOutcomeEach(world, effects)
  const job = world.jobs.get(jobId)!
  const again = decide(job, world.versions.get(job.pipelineId)!, world.accounts.get(job.accountId)!, world.catalog, {
    kind: 'items_changed',
    causeId: null,
  })
  const settled = 'refused' in again || again.effects.length === 0 || isQuiet(trigger, effects)
  expectThat(settled, `deciding again on ${jobId} after ${trigger.kind} decides something`)
}

/** What looks at nothing: a stage that is gone was left for another (P-11), or what was asked for was so already. */
function isQuiet(trigger: Trigger, effects: Committed['effects']): boolean {
  if (trigger.kind === 'items_changed') return false
  const rehomed = trigger.kind === 'enter' && trigger.status === 'keep' && trigger.deselected.size > 0
  return rehomed || effects.length === 0
}

/** Automoves only ever go on to a later stage (AM-9). */
function forwardOnly({ history }: World, entries: readonly EffectOf<'enter_stage'>[]): void {
  for (const entry of entries.filter((it) => it.how === 'automove')) {
    const { stages } = history.get(`${entry.pipelineId}/${entry.version}`)!
    const [from, to] = [entry.fromStageId, entry.toStageId].map((id) => stages.findIndex((stage) => stage.id === id))
    expectThat(from! < to!, `an automove went from stage ${from} to ${to} (AM-9)`)
  }
}

/** Every automation of what was entered came to exactly one outcome, in order. */
function oneOutcomeEach({ history }: World, effects: Committed['effects']): void {
  for (const effect of effects) {
    if (effect.kind !== 'enter_stage' && effect.kind !== 'enter_status') continue
    const version = history.get(`${effect.pipelineId}/${effect.version}`)!
    const place =
      effect.kind === 'enter_stage'
        ? version.stages.find((stage) => stage.id === effect.toStageId)
        : version.statuses.find((status) => status.id === effect.statusId)
    const told = effects.flatMap((it) =>
      it.kind === 'record_outcome' && it.visitId === effect.visitId ? [it.outcome.automationId] : [],
    )
    const asked = place!.automations.map((automation) => automation.id)
    expectThat(told.join() === asked.join(), `automations ${asked} came to ${told} (A-12)`)
  }
}

function expectThat(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(otherwise)
}
