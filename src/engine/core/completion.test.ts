import { describe, expect, it } from 'vitest'
import type { AutomationId } from '#kernel/ids.ts'
import { decide } from './decide.ts'
import * as f from './example.fixture.ts'
import { explain } from './explain.ts'
import type { JobState, LinkedItem } from './model.ts'
import type { Completion, Stage } from './pipeline.ts'

type State = LinkedItem['state']

const version = (rest: Partial<Stage>) => f.pipeline(f.stage('gather', [], rest), f.stage('file'))

describe('B-8: which items must be done', () => {
  it.each<[Completion, State[], 'moves' | string[]]>([
    [{ rule: 'all' }, ['done', 'done', 'pending'], ['item_pending']],
    [{ rule: 'all' }, ['done', 'resolved', 'done'], 'moves'],
    [{ rule: 'all' }, ['resolved', 'resolved'], ['nothing_done']],
    [{ rule: 'any' }, ['pending', 'pending'], ['item_pending', 'item_pending']],
    [{ rule: 'any' }, ['done', 'pending', 'pending'], 'moves'],
    [{ rule: 'any' }, ['resolved', 'resolved'], ['nothing_done']],
    [{ rule: 'any' }, [], ['nothing_linked']],
    [{ rule: 'count', count: 2 }, ['done', 'pending', 'pending'], ['item_pending', 'item_pending']],
    [{ rule: 'count', count: 2 }, ['done', 'done', 'pending'], 'moves'],
    [{ rule: 'count', count: 2 }, ['done', 'resolved'], ['too_few_done']],
    [{ rule: 'count', count: 2 }, ['done'], ['too_few_done']],
    [{ rule: 'count', count: 3 }, ['done', 'pending'], ['item_pending', 'too_few_done']],
    [{ rule: 'count', count: 3 }, ['pending', 'resolved'], ['item_pending', 'too_few_done']],
    [{ rule: 'count', count: 2 }, ['resolved', 'resolved'], ['nothing_done']],
    [{ rule: 'count', count: 2 }, [], ['nothing_linked']],
  ])('%j with %j', (completion, items, expected) => {
    const { moves, reasons } = explain(f.jobIn('gather', items), version({ completion }), f.account(), f.catalog)
    expect(moves ? 'moves' : reasons.map((reason) => reason.code)).toEqual(expected)
  })

  it.each<[Completion, number]>([
    [{ rule: 'all' }, 3],
    [{ rule: 'any' }, 1],
    [{ rule: 'count', count: 2 }, 2],
  ])('%j moves after as many of three as it asks for, in whatever order they are finished', (completion, needed) => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
    ]) {
      let job = f.jobIn('gather', ['pending', 'pending', 'pending'])
      const moved = order.findIndex((index) => {
        job = f.finish(job, 'done', [`item ${index}`])
        const { effects } = f.decided(decide(job, version({ completion }), f.account(), f.catalog, f.itemsChanged))
        return f.path(effects).length > 0
      })
      expect(moved + 1).toBe(needed)
    }
  })

  it('A-36: what the rule leaves open stays behind, and the move says so', () => {
    const job = f.jobIn('gather', ['done', 'pending'])
    const { effects } = f.decided(
      decide(job, version({ completion: { rule: 'any' } }), f.account(), f.catalog, f.itemsChanged),
    )
    expect(effects[0]).toMatchObject({ how: 'automove', leftBehind: [{ id: 'item 1' }] })
  })
})

describe('B-8: named items', () => {
  const named = (...ids: string[]): Completion => ({ rule: 'named', automationIds: ids as AutomationId[] })
  const stages = (completion: Completion) =>
    f.pipeline(
      f.stage('gather', [f.organizer(), f.task(), f.task(f.tagCondition('foreign'))], { completion }),
      f.stage('file'),
    )
  const arrived = (completion: Completion) =>
    f.decided(decide(f.newJob, stages(completion), f.account(), f.catalog, f.entering('gather', 'created'))).job
  const reasons = (job: JobState, completion: Completion) =>
    explain(job, stages(completion), f.account(), f.catalog).reasons.map((reason) => reason.code)

  it('only what the named automations created must be done; the rest may wait', () => {
    const rule = named('gather/1')
    const job = arrived(rule)
    expect(reasons(job, rule)).toEqual(['item_pending'])
    const [organizer, task] = job.items
    expect(reasons(f.finish(job, 'done', [organizer!.id]), rule)).toEqual(['item_pending'])
    expect(reasons(f.finish(job, 'done', [task!.id]), rule)).toEqual(['move_earned'])
  })

  it('one that did not run created nothing, so there is nothing to wait for', () => {
    const rule = named('gather/2')
    expect(reasons(arrived(rule), rule)).toEqual(['none_named'])
  })

  it('A-34: one that was carried over on the way through another stage counts as before', () => {
    const rule = named('gather/0')
    const ask = { ...f.organizer(), repeat: 'once_per_job' as const }
    const pipeline = f.pipeline(f.stage('gather', [ask], { completion: rule }), f.stage('review'), f.stage('file'))
    const enter = (job: Parameters<typeof decide>[0], stage: string) =>
      f.decided(decide(job, pipeline, f.account(), f.catalog, f.entering(stage))).job
    const back = enter(enter(enter(f.newJob, 'gather'), 'review'), 'gather')
    const held = explain(back, pipeline, f.account(), f.catalog).reasons
    expect(held).toEqual([{ code: 'item_pending', item: back.items[0] }])
    const { effects } = f.decided(decide(f.finish(back), pipeline, f.account(), f.catalog, f.itemsChanged))
    expect(f.path(effects)).toEqual(['review'])
  })
})

describe('B-8, B-3: how many of what is pending are enough', () => {
  it.each<[Completion, State[], number | null]>([
    [{ rule: 'all' }, ['pending', 'pending'], null],
    [{ rule: 'any' }, ['pending', 'pending', 'resolved'], 1],
    [{ rule: 'any' }, ['pending'], null],
    [{ rule: 'count', count: 2 }, ['done', 'pending', 'pending'], 1],
    [{ rule: 'count', count: 2 }, ['pending', 'pending', 'pending'], 2],
    [{ rule: 'count', count: 3 }, ['pending', 'pending'], null],
  ])('%j with %j: %s', (completion, items, suffices) => {
    const explained = explain(f.jobIn('gather', items), version({ completion }), f.account(), f.catalog)
    expect(explained.suffices).toBe(suffices)
  })
})

describe('B-9: re-entry', () => {
  it.each([
    ['every_visit', ['gather/0 done']],
    ['once_per_job', ['gather/0 skipped already_ran']],
  ] as const)('%s', (repeat, again) => {
    const pipeline = f.pipeline(f.stage('gather', [{ ...f.task(), repeat }]), f.stage('file'))
    const enter = (job: Parameters<typeof decide>[0], stage: string) =>
      f.decided(decide(job, pipeline, f.account(), f.catalog, f.entering(stage)))
    const first = enter(f.newJob, 'gather')
    expect(f.outcomes(first.effects)).toEqual(['gather/0 done'])
    expect(f.outcomes(enter(enter(first.job, 'file').job, 'gather').effects)).toEqual(again)
  })

  it('what was skipped or failed has not run', () => {
    const ask = { ...f.task(f.tagCondition('foreign')), repeat: 'once_per_job' as const }
    const pipeline = f.pipeline(f.stage('gather', [ask]), f.stage('file'))
    const enter = (job: Parameters<typeof decide>[0], tags: string[]) =>
      f.decided(decide(job, pipeline, f.account(tags), f.catalog, f.entering('gather')))
    const first = enter(f.newJob, [])
    expect(f.outcomes(enter(first.job, ['foreign']).effects)).toEqual(['gather/0 done'])
  })
})
