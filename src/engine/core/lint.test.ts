import { describe, expect, it } from 'vitest'
import type { Condition } from '#conditions/model.ts'
import type { AutomationId } from '#kernel/ids.ts'
import type { Draft, DraftStage, ProblemCode } from './draft.ts'
import * as f from './example.fixture.ts'
import { problems } from './lint.ts'

const last = f.stage('file')
const draft = (...stages: DraftStage[]): Draft => ({ name: 'Individual returns', stages, statuses: [] })
const first = (...asks: Parameters<typeof f.stage>[1] & {}) => draft(f.stage('gather', asks), last)
const middle = (condition: Condition) => draft(f.stage('gather'), f.stage('foreign', [], { condition }), last)

const unchosen = draft(
  {
    ...f.stage('gather'),
    automations: [
      { id: 'a' as AutomationId, kind: 'create_task', templateId: null, condition: null, repeat: 'every_visit' },
    ],
  },
  last,
)

describe('what keeps a pipeline from being published', () => {
  it.each<[string, Draft, string, ProblemCode]>([
    ['SET-1: no name', { name: ' ', stages: [last], statuses: [] }, 'name', 'name_missing'],
    ['no stages', draft(), 'stages', 'no_stages'],
    [
      'STG-1: a stage without name',
      draft(f.stage('a', [], { name: ' ' }), last),
      'stages.0.name',
      'stage_name_missing',
    ],
    ['two stages with one name', draft(last, f.stage('b', [], { name: ' FILE' })), 'stages.1.name', 'stage_name_taken'],
    ['D-14: two stages with one id', draft(last, f.stage('file', [], { name: 'b' })), 'stages.1.id', 'id_taken'],
    [
      'D-14: two automations with one id',
      draft(f.stage('a', [f.task()]), { ...last, automations: f.stage('a', [f.task()]).automations }),
      'stages.1.automations.0.id',
      'id_taken',
    ],
    [
      'STG-6, P-15: a condition on the first stage',
      draft(f.stage('a', [], { condition: f.tagCondition('foreign') }), last),
      'stages.0.condition',
      'condition_on_first_stage',
    ],
    [
      'STG-6, P-15: a condition on the last stage',
      draft(last, f.stage('b', [], { condition: f.tagCondition('foreign') })),
      'stages.1.condition',
      'condition_on_last_stage',
    ],
    ['A-24: an empty group', middle({ kind: 'any', of: [] }), 'stages.1.condition', 'condition_empty_group'],
    [
      'a condition on a deleted tag',
      middle(f.tagCondition('foreign', 'gone')),
      'stages.1.condition.of.1',
      'condition_unknown_tag',
    ],
    [
      'a condition on an answer, with no organizer at hand',
      middle({ kind: 'answer', questionId: 'q', operator: 'answered' }),
      'stages.1.condition',
      'condition_unknown_question',
    ],
    [
      'a condition of an automation',
      first(f.task(), f.task(f.tagCondition('gone'))),
      'stages.0.automations.1.condition.of.0',
      'condition_unknown_tag',
    ],
    [
      'FAIL-1: a deleted template',
      first(f.organizer(null, 'gone')),
      'stages.0.automations.0.templateId',
      'template_missing',
    ],
    ['A-7: a template not chosen yet', unchosen, 'stages.0.automations.0.templateId', 'template_missing'],
    [
      'a template of another kind',
      first(f.email(null, 'task')),
      'stages.0.automations.0.templateId',
      'template_of_wrong_kind',
    ],
    [
      'adding a deleted tag',
      first(f.tags({ add: ['foreign', 'gone'] })),
      'stages.0.automations.0.add.1',
      'tag_missing',
    ],
    ['removing a deleted tag', first(f.tags({ remove: ['gone'] })), 'stages.0.automations.0.remove.0', 'tag_missing'],
    [
      'a tag in both lists',
      first(f.tags({ add: ['rental'], remove: ['foreign', 'rental'] })),
      'stages.0.automations.0.remove.1',
      'tag_added_and_removed',
    ],
    ['tags that nothing happens to', first(f.tags({})), 'stages.0.automations.0', 'tags_unchanged'],
  ])('%s', (_, pipeline, path, code) => {
    expect(problems(pipeline, f.firm)).toEqual([{ path, code }])
  })

  it('is found all at once, in reading order', () => {
    const pipeline = draft(
      f.stage('a', [f.task(null, 'gone'), f.tags({})], { name: '' }),
      f.stage('b', [], { name: '' }),
    )
    expect(problems(pipeline, f.firm).map((problem) => problem.path)).toEqual([
      'stages.0.name',
      'stages.0.automations.0.templateId',
      'stages.0.automations.1',
      'stages.1.name',
    ])
  })
})

it.each<[string, Draft]>([
  ['a single stage', draft(last)],
  ['P-15: automove on the last stage, stored but off', draft(f.stage('a'), f.stage('b', [], { automove: true }))],
  ['clearing tags', first(f.tags({ clear: true }))],
  [
    'everything there is',
    first(f.email(), f.organizer(), f.task(f.tagCondition('foreign')), f.tags({ add: ['season'] })),
  ],
  ['a conditional stage in the middle', middle(f.tagCondition('foreign'))],
])('%s may be published', (_, pipeline) => {
  expect(problems(pipeline, f.firm)).toEqual([])
})
