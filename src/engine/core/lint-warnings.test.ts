import { describe, expect, it } from 'vitest'
import type { Condition, Leaf } from '#conditions/model.ts'
import type { AutomationId, TagId } from '#kernel/ids.ts'
import type { Draft, DraftStage, Warning } from './draft.ts'
import * as f from './example.fixture.ts'
import { warnings } from './lint-warnings.ts'
import type { Stage } from './pipeline.ts'

const last = f.stage('file')
const draft = (...stages: DraftStage[]): Draft => ({ name: 'Individual returns', stages, statuses: [] })
const first = (asks: f.Ask[], rest: Partial<Stage> = {}) => draft(f.stage('gather', asks, rest), last)
const middle = (condition: Condition, before = f.stage('gather', [f.task()])) =>
  draft(before, f.stage('foreign', [], { condition }), last)

const tag = (tagId: string): Leaf => ({ kind: 'tag', tagId })
const all = (...of: Condition[]): Condition => ({ kind: 'all', of })
const any = (...of: Condition[]): Condition => ({ kind: 'any', of })
const none = (...of: Condition[]): Condition => ({ kind: 'none', of })
const due = (operator: 'before' | 'after', value: string): Leaf => ({
  kind: 'job_date',
  field: 'due_on',
  operator,
  value,
})
const lived = (value: boolean): Leaf => {
  return { kind: 'organizer_answer', templateId: 'organizer', questionId: 'foreign', operator: 'equals', value }
}
const nobody = all(tag('foreign'), none(tag('foreign')))
const passing = (...asks: f.Ask[]) => f.stage('sort', asks, { whenEmpty: 'advance' })
const named = (...indexes: number[]): Partial<Stage> => ({
  completion: { rule: 'named', automationIds: indexes.map((index) => `gather/${index}` as AutomationId) },
})

const dozen = Array.from({ length: 12 }, (_, index) => `20${10 + index}-01-01`)

/** Every tag is on some client, except prepaid. */
const inUse = { tagIds: new Set(['foreign', 'rental', 'season'] as TagId[]) }

describe('B-6: what can hardly be meant is pointed at, where it is', () => {
  it.each<[string, Draft, Warning]>([
    ['a stage for nobody', middle(nobody), { path: 'stages.1.condition', code: 'stage_never_entered' }],
    [
      'a stage for two types of client at once',
      middle(all({ kind: 'account_type', is: 'company' }, { kind: 'account_type', is: 'individual' })),
      { path: 'stages.1.condition', code: 'stage_never_entered' },
    ],
    [
      'a stage for a due date before it is after',
      middle(all(due('after', '2026-04-15'), due('before', '2026-04-16'))),
      { path: 'stages.1.condition', code: 'stage_never_entered' },
    ],
    [
      'a stage for both answers to one question',
      middle(all(lived(true), any(lived(false), nobody))),
      { path: 'stages.1.condition', code: 'stage_never_entered' },
    ],
    [
      'a stage for a tag that the stage before takes off in passing',
      middle(tag('foreign'), passing(f.tags({ remove: ['foreign'] }))),
      { path: 'stages.1.condition', code: 'stage_never_entered' },
    ],
    [
      'an automation for nobody',
      first([f.task(), f.task(nobody)]),
      { path: 'stages.0.automations.1.condition', code: 'automation_never_runs' },
    ],
    [
      'an automation for whoever lacks what was just added',
      first([f.tags({ add: ['foreign'] }), f.task(none(tag('foreign')))]),
      { path: 'stages.0.automations.1.condition', code: 'automation_never_runs' },
    ],
    [
      'a tag that no client has and nothing adds',
      first([f.task(all(tag('foreign'), tag('prepaid')))]),
      { path: 'stages.0.automations.0.condition.of.1', code: 'tag_never_set', tagId: 'prepaid' as TagId },
    ],
    [
      'a stage for such a tag',
      middle(tag('prepaid')),
      { path: 'stages.1.condition', code: 'tag_never_set', tagId: 'prepaid' as TagId },
    ],
    [
      'a tag that was taken off a moment ago',
      first([f.tags({ remove: ['foreign'] }), f.task(any(tag('rental'), tag('foreign')))]),
      { path: 'stages.0.automations.1.condition.of.1', code: 'tag_cleared_before', tagId: 'foreign' as TagId },
    ],
    [
      'a tag that went with all the others',
      first([f.tags({ clear: true, add: ['season'] }), f.task(tag('foreign'))]),
      { path: 'stages.0.automations.1.condition', code: 'tag_cleared_before', tagId: 'foreign' as TagId },
    ],
    [
      'B-8: three to be done of two',
      first([f.task(), f.organizer()], { completion: { rule: 'count', count: 3 } }),
      { path: 'stages.0.completion', code: 'stage_never_completes' },
    ],
    [
      'B-8: two to be done of two that are never made together',
      first([f.task(tag('foreign')), f.task(none(tag('foreign')))], { completion: { rule: 'count', count: 2 } }),
      { path: 'stages.0.completion', code: 'stage_never_completes' },
    ],
    [
      'a tag that was taken off, amid more conditions than can be told apart',
      first([
        f.tags({ remove: ['foreign'] }),
        ...dozen.map((day) => f.task(due('after', day))),
        f.task(tag('foreign')),
      ]),
      { path: 'stages.0.automations.13.condition', code: 'tag_cleared_before', tagId: 'foreign' as TagId },
    ],
    [
      'B-8: three to be done of two, amid more conditions than can be told apart',
      first(
        [f.task(), f.task(), ...dozen.map((day) => f.tags({ add: ['season'] }, all(due('after', day), lived(true))))],
        {
          completion: { rule: 'count', count: 3 },
        },
      ),
      { path: 'stages.0.completion', code: 'stage_never_completes' },
    ],
    [
      'an automation for nobody, after one that takes off what it tests',
      first([f.tags({ clear: true }), f.task(all(tag('foreign'), none(tag('foreign'))))]),
      { path: 'stages.0.automations.1.condition', code: 'automation_never_runs' },
    ],
    [
      'a stage for whoever lacks what the stage before puts on in passing',
      middle(none(tag('season')), passing(f.tags({ add: ['season'] }))),
      { path: 'stages.1.condition', code: 'stage_never_entered' },
    ],
  ])('%s', (_, pipeline, warning) => {
    expect(warnings(pipeline, f.firm, inUse)).toEqual([warning])
  })

  it('B-8: a stage that waits only for what is never made', () => {
    expect(warnings(first([f.task(), f.task(nobody)], named(1)), f.firm, inUse)).toEqual([
      { path: 'stages.0.completion', code: 'stage_never_completes' },
      { path: 'stages.0.automations.1.condition', code: 'automation_never_runs' },
    ])
  })

  it('in custom statuses too', () => {
    const pipeline = { ...draft(last), statuses: [f.status('on hold', [f.task(tag('prepaid'))])] }
    expect(warnings(pipeline, f.firm, inUse)).toEqual([
      { path: 'statuses.0.automations.0.condition', code: 'tag_never_set', tagId: 'prepaid' },
    ])
  })
})

describe('B-6: nothing is said of', () => {
  it.each<[string, Draft]>([
    ['AM-10: an automove stage without anything to wait for', first([])],
    ['a stage that goes on at once', first([], { whenEmpty: 'advance' })],
    ['a tag that this draft adds', first([f.tags({ add: ['prepaid'] }), f.task(tag('prepaid'))])],
    ['a tag taken off only from some', first([f.tags({ remove: ['foreign'] }, tag('rental')), f.task(tag('foreign'))])],
    [
      'a tag taken off and put on again',
      first([f.tags({ remove: ['foreign'] }), f.tags({ add: ['foreign'] }), f.task(tag('foreign'))]),
    ],
    [
      'a tag that may be set while a job waits',
      middle(tag('foreign'), f.stage('sort', [f.tags({ remove: ['foreign'] }), f.task()])),
    ],
    [
      'a stage after one that not every job passes',
      draft(
        f.stage('gather', [f.task()]),
        f.stage('sort', [f.tags({ remove: ['foreign'] })], { whenEmpty: 'advance', condition: tag('rental') }),
        f.stage('foreign', [], { condition: tag('foreign') }),
        last,
      ),
    ],
    ['two dates with a day between them', middle(all(due('after', '2026-04-15'), due('before', '2026-04-17')))],
    ['a tag taken off only after it was tested', first([f.task(tag('foreign')), f.tags({ remove: ['foreign'] })])],
    ['two of any number, some of them linked by hand', first([], { completion: { rule: 'any' } })],
    [
      'a stage that other jobs come to by hand and stay in',
      middle(tag('foreign'), f.stage('sort', [f.tags({ clear: true })], { automove: false })),
    ],
    ['either of two answers', middle(any(lived(true), lived(false)))],
    ['B-8: two of two', first([f.task(), f.organizer()], { completion: { rule: 'count', count: 2 } })],
    ['B-8: what a conditional automation makes', first([f.task(tag('foreign')), f.task()], named(0))],
    [
      'more than can be told apart',
      middle(all(...Array.from({ length: 12 }, (_, index) => due('after', `20${10 + index}-01-01`)), lived(true))),
    ],
  ])('%s', (_, pipeline) => {
    expect(warnings(pipeline, f.firm, inUse)).toEqual([])
  })
})
