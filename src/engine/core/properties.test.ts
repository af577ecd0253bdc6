import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { AutomationId } from '#kernel/ids.ts'
import { apply } from './apply.ts'
import { decide } from './decide.ts'
import type { Effect, EffectOf } from './effect.ts'
import type { Decided } from './enter-stage.ts'
import * as f from './example.fixture.ts'
import { explain } from './explain.ts'
import type { AccountState, JobState } from './model.ts'
import type { Completion, PipelineVersion, Stage } from './pipeline.ts'
import { previewEntry } from './preview.ts'

const TAGS = ['foreign', 'rental', 'season', 'deleted']

const someTags = fc.subarray(TAGS, { maxLength: 2 })
const someCondition = fc.option(
  fc.subarray(TAGS, { minLength: 1, maxLength: 2 }).map((tags) => f.tagCondition(...tags)),
)

const PEOPLE = ['ada', 'bram', 'cleo', 'role preparer', 'role reviewer']

const somePeople = fc.subarray(PEOPLE, { maxLength: 2 })
const someMembers = fc.subarray(PEOPLE.slice(0, 3), { maxLength: 2 })

const someAsk: fc.Arbitrary<f.Ask> = fc.oneof(
  fc.constantFrom(f.organizer(), f.task(), f.email(), f.organizer(null, 'gone')),
  fc.record({ add: someTags, remove: someTags, clear: fc.boolean() }).map((change) => f.tags(change)),
  fc.record({ add: someMembers, remove: someMembers, replace: fc.boolean() }).map(f.access),
  fc.record({ add: somePeople, remove: somePeople, clear: fc.boolean() }).map(f.assignees),
  fc.record({ visible: fc.boolean(), statusId: fc.constantFrom('in review', 'gone') }).map(f.clientStatus),
)

const someAutomation = fc
  .record({ ask: someAsk, condition: someCondition, repeat: fc.constantFrom('every_visit' as const, 'once_per_job') })
  .map(({ ask, ...rest }): f.Ask => ({ ...ask, ...rest }))

const someCompletion: fc.Arbitrary<Completion> = fc.constantFrom(
  { rule: 'all' },
  { rule: 'any' },
  { rule: 'count', count: 2 },
)

const someStage = fc.record({
  automations: fc.array(someAutomation, { maxLength: 4 }),
  automove: fc.boolean(),
  condition: someCondition,
  whenEmpty: fc.constantFrom('stay' as const, 'advance' as const),
  completion: someCompletion,
})

const somePipeline = fc
  .array(someStage, { minLength: 1, maxLength: 7 })
  .map((stages) => f.pipeline(...stages.map(({ automations, ...rest }, i) => f.stage(`s${i}`, automations, rest))))

const someAccount = fc
  .record({ tags: someTags, contactsWithEmail: fc.nat(2), contactsToNotify: fc.nat(2) })
  .map(({ tags, ...contacts }) => f.account(tags, contacts))

const items = fc.array(fc.constantFrom('pending' as const, 'done' as const, 'resolved' as const), { maxLength: 4 })

/** A job somewhere in a pipeline, with anything linked to its current visit. */
const situation = fc
  .record({ version: somePipeline, account: someAccount, at: fc.nat(), items })
  .map(({ version, account, at, items }) => ({
    version,
    account,
    job: f.jobIn(`s${at % version.stages.length}`, items),
  }))

/** The same, and a person puts the job somewhere, with some automations deselected. */
const entry = fc.record({ situation, to: fc.nat(), off: fc.nat(3) }).map(({ situation, to, off }) => {
  const stage = situation.version.stages[to % situation.version.stages.length]!
  const deselected = stage.automations.slice(0, off).map((automation) => automation.id)
  return { ...situation, stage, trigger: f.entering(stage.id, 'moved_by_hand', deselected), deselected }
})

it('terminates, and never moves backwards: each automove enters a later stage', () => {
  fc.assert(
    fc.property(entry, ({ version, account, job, trigger }) => {
      const { effects } = f.decided(decide(job, version, account, f.catalog, trigger))
      const [byHand, ...hops] = entries(effects).map((effect) => indexOf(version, effect.toStageId))
      for (const [i, hop] of hops.entries()) expect(hop).toBeGreaterThan([byHand!, ...hops][i]!)
      expect(entries(effects).map((effect) => effect.how)).toEqual(['moved_by_hand', ...hops.map(() => 'automove')])
    }),
  )
})

it('decides nothing when it decides again', () => {
  fc.assert(
    fc.property(entry, ({ version, account, job, trigger }) => {
      const first = f.decided(decide(job, version, account, f.catalog, trigger))
      const again = f.decided(decide(first.job, version, first.account, f.catalog, f.itemsChanged))
      expect(again).toEqual({ effects: [], job: first.job, account: first.account })
    }),
  )
})

it('decides the same from the same, and changes nothing it was given', () => {
  fc.assert(
    fc.property(entry, ({ version, account, job, trigger }) => {
      const before = structuredClone({ version, account, job, trigger })
      const decision = decide(job, version, account, f.catalog, trigger)
      expect({ version, account, job, trigger }).toEqual(before)
      expect(decide(before.job, before.version, before.account, f.catalog, before.trigger)).toEqual(decision)
    }),
  )
})

it('AM-17: the order in which items are finished does not matter', () => {
  const order = fc.array(fc.record({ rank: fc.nat(), state: fc.constantFrom('done' as const, 'resolved' as const) }), {
    minLength: 2,
    maxLength: 5,
  })
  fc.assert(
    fc.property(situation, order, ({ version, account, job }, finishes) => {
      const waiting = f.jobIn(
        job.stageId,
        finishes.map(() => 'pending'),
      )
      const steps = finishes.map((finish, i) => ({ ...finish, id: `item ${i}` }))
      const all = { ...version, stages: version.stages.map((it) => ({ ...it, completion: { rule: 'all' as const } })) }
      const inOrder = finishOneByOne(waiting, all, account, steps)
      const shuffled = finishOneByOne(
        waiting,
        all,
        account,
        steps.toSorted((a, b) => a.rank - b.rank),
      )
      expect(shuffled.effects).toEqual(inOrder.effects)
      expect(shuffled.job.stageId).toBe(inOrder.job.stageId)
      expect(entries(inOrder.effects).filter((effect) => effect.fromVisitId === waiting.visitId).length).toBeLessThan(2)
    }),
  )
})

it('A-12: every automation of an entered stage has exactly one outcome, in order', () => {
  fc.assert(
    fc.property(entry, ({ version, account, job, trigger }) => {
      const { effects } = f.decided(decide(job, version, account, f.catalog, trigger))
      for (const { visitId, toStageId } of entries(effects)) {
        const recorded = effects.flatMap((effect) =>
          effect.kind === 'record_outcome' && effect.visitId === visitId ? [effect.outcome.automationId] : [],
        )
        const asked = version.stages[indexOf(version, toStageId)]!.automations.map((automation) => automation.id)
        expect(recorded).toEqual(asked)
      }
    }),
  )
})

it('says "done" of exactly those automations that did something, or had nothing to change', () => {
  fc.assert(
    fc.property(entry, ({ version, account, job, trigger }) => {
      const { effects } = f.decided(decide(job, version, account, f.catalog, trigger))
      const acted = new Set(effects.flatMap((effect) => ('automationId' in effect ? [keyOf(effect)] : [])))
      for (const effect of effects) {
        if (effect.kind !== 'record_outcome') continue
        const { automationId, result, kind, reason } = effect.outcome
        const didSomething = acted.has(keyOf({ visitId: effect.visitId, automationId }))
        if (kind.startsWith('update_')) expect(didSomething && result !== 'done').toBe(false)
        else expect(didSomething).toBe(result === 'done')
        expect(reason === null).toBe(result === 'done')
      }
    }),
  )
})

it('apply, effect by effect, leads to the state that decide returns; and twice is as good as once', () => {
  fc.assert(
    fc.property(entry, ({ version, account, job, trigger }) => {
      const { effects, ...state } = f.decided(decide(job, version, account, f.catalog, trigger))
      const once = effects.reduce((after, effect) => apply(after, effect), { job, account })
      expect(once).toEqual(state)
      const twice = effects.flatMap((effect) => [effect, effect])
      expect(twice.reduce((after, effect) => apply(after, effect), { job, account })).toEqual(state)
    }),
  )
})

it('D-2: what is created over many moves never shares an id', () => {
  fc.assert(
    fc.property(entry, fc.array(fc.nat(), { maxLength: 6 }), ({ version, account, job, trigger }, moves) => {
      const stages = moves.map((move) => version.stages[move % version.stages.length]!)
      const triggers = [trigger, ...stages.map((stage: Stage) => f.entering(stage.id))]
      let state: Decided = { effects: [], job, account }
      for (const next of triggers) {
        const { effects, ...after } = f.decided(decide(state.job, version, state.account, f.catalog, next))
        state = { ...after, effects: [...state.effects, ...effects] }
      }
      const ids = state.effects.flatMap((effect) => ('id' in effect ? [effect.id] : []))
      const visits = entries(state.effects).map((effect) => effect.visitId)
      expect(new Set([...ids, ...visits]).size).toBe(ids.length + visits.length)
    }),
  )
})

it('B-3: explain says "moves" exactly when decide moves, and where to', () => {
  fc.assert(
    fc.property(situation, ({ version, account, job }) => {
      const { effects } = f.decided(decide(job, version, account, f.catalog, f.itemsChanged))
      const { moves, reasons, next } = explain(job, version, account, f.catalog)
      const first = entries(effects)[0]
      expect(moves).toBe(first !== undefined)
      expect(reasons.length).toBeGreaterThan(0)
      if (first) expect(next).toEqual({ stageId: first.toStageId, skipped: first.skipped })
    }),
  )
})

it('B-1, A-31: the preview of a stage is what entering it then does', () => {
  fc.assert(
    fc.property(entry, ({ version, account, job, trigger, stage, deselected }) => {
      const preview = previewEntry(stage.automations, { job, account }, f.catalog, {
        deselected: new Set<AutomationId>(deselected),
        shown: new Map(),
      })
      const { effects } = f.decided(decide(job, version, account, f.catalog, trigger))
      const entered = entries(effects)[0]!.visitId
      const outcomes = effects.flatMap((effect) =>
        effect.kind === 'record_outcome' && effect.visitId === entered ? [effect.outcome] : [],
      )
      expect(preview).toEqual(outcomes.map(({ createdId: _, ...outcome }) => outcome))
    }),
  )
})

function finishOneByOne(
  start: JobState,
  version: PipelineVersion,
  before: AccountState,
  steps: { id: string; state: 'done' | 'resolved' }[],
): Decided {
  let decided: Decided = { effects: [], job: start, account: before }
  for (const { id, state } of steps) {
    const finished = f.finish(decided.job, state, [id])
    const { effects, ...after } = f.decided(decide(finished, version, decided.account, f.catalog, f.itemsChanged))
    decided = { ...after, effects: [...decided.effects, ...effects] }
  }
  return decided
}

function entries(effects: readonly Effect[]): EffectOf<'enter_stage'>[] {
  return effects.filter((effect) => effect.kind === 'enter_stage')
}

function indexOf(version: PipelineVersion, stageId: string): number {
  return version.stages.findIndex((stage) => stage.id === stageId)
}

function keyOf({ visitId, automationId }: { visitId: string; automationId: string }): string {
  return `${visitId}/${automationId}`
}
