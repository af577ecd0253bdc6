import { describe, expect, test } from 'vitest'
import type { DraftAutomation, DraftStage, DraftStatus } from '#engine/core/draft.ts'
import type { PipelineDefinition } from './model.ts'
import { type Change, changesBetween, removedStages, switchedOn } from './rules.ts'

const mail = automation('mail')
const organizer = automation('organizer')
const task = automation('task')
const gather = stage('gather', mail, organizer)
const prepare = stage('prepare', task)
const done = stage('done')
const before = { stages: [gather, prepare, done], statuses: [] } as unknown as PipelineDefinition

describe('D-3: what publishing changes', () => {
  const cases: [string, DraftStage[], string[]][] = [
    ['nothing', [gather, prepare, done], []],
    [
      'a stage is added',
      [gather, stage('new', automation('x')), prepare, done],
      ['stage_added new', 'automation_added x'],
    ],
    ['a stage is removed, with all in it', [gather, done], ['stage_removed prepare']],
    ['a stage is renamed', [gather, { ...prepare, name: 'Prep' }, done], ['stage_changed prepare name']],
    ['blanks around a name are no change', [gather, { ...prepare, name: ' prepare ' }, done], []],
    [
      'its settings change',
      [gather, { ...prepare, automove: true, whenEmpty: 'advance', condition: { kind: 'tag', tagId: 't' } }, done],
      ['stage_changed prepare automove,condition,when_empty'],
    ],
    ['stages change places', [prepare, gather, done], ['stages_reordered']],
    ['an automation is added', [gather, prepare, stage('done', automation('x'))], ['automation_added x']],
    ['an automation is removed', [stage('gather', mail), prepare, done], ['automation_removed organizer']],
    ['automations change places', [stage('gather', organizer, mail), prepare, done], ['automations_reordered gather']],
    [
      'an automation goes to another stage',
      [stage('gather', mail), stage('prepare', task, organizer), done],
      ['automation_moved organizer from gather'],
    ],
    [
      'an automation gets another template and a condition',
      [
        stage('gather', mail, { ...organizer, templateId: 'other', condition: { kind: 'tag', tagId: 't' } } as never),
        prepare,
        done,
      ],
      ['automation_changed organizer template,condition'],
    ],
  ]

  test.each(cases)('%s', (_, stages, expected) => {
    expect(changesBetween(before, { stages, statuses: [] }).map(told)).toEqual(expected)
  })

  const held = status('held', mail)
  test.each<[string, DraftStatus[], string[]]>([
    ['a status is added with what it does', [held, status('new', task)], ['status_added new', 'automation_added task']],
    ['a status is removed, with all in it', [], ['status_removed held']],
    ['a status changes', [{ ...held, name: 'Wait', color: 'red' }], ['status_changed held name,color']],
    ['its automations change', [status('held', organizer)], ['automation_added organizer', 'automation_removed mail']],
  ])('J-41: %s', (_, statuses, expected) => {
    expect(changesBetween({ stages: [], statuses: [held] }, { stages: [], statuses }).map(told)).toEqual(expected)
  })

  test('what changed is told with what it was', () => {
    const after = {
      stages: [{ ...gather, automations: [{ ...mail, templateId: 'other' } as never, organizer] }, prepare, done],
      statuses: [],
    }
    expect(changesBetween(before, after)).toEqual([
      {
        kind: 'automation_changed',
        place: after.stages[0],
        automation: { ...mail, templateId: 'other' },
        before: mail,
        what: ['template'],
      },
    ])
  })

  test('the first version is all new', () => {
    expect(changesBetween(null, { stages: [prepare, done], statuses: [] }).map(told)).toEqual([
      'stage_added prepare',
      'automation_added task',
      'stage_added done',
    ])
  })

  test('tags in another order and a condition with its keys in another order are no change', () => {
    const tags = { id: 'tags', kind: 'update_account_tags', add: ['a', 'b'], remove: [], clear: false }
    const [old, now] = [
      { ...tags, condition: { kind: 'all', of: [{ kind: 'tag', tagId: 'a' }] } },
      { ...tags, add: ['b', 'a'], condition: { of: [{ tagId: 'a', kind: 'tag' }], kind: 'all' } },
    ] as unknown as [DraftAutomation, DraftAutomation]
    expect(
      changesBetween({ stages: [stage('s', old)], statuses: [] } as unknown as PipelineDefinition, {
        stages: [stage('s', now)],
        statuses: [],
      }),
    ).toEqual([])
  })

  test('P-11: stages that disappear are those whose id is gone, whatever they are called', () => {
    expect(
      removedStages(before.stages, [{ ...done, name: 'prepare' } as DraftStage, gather]).map(({ id }) => id),
    ).toEqual(['prepare'])
  })
})

function stage(id: string, ...automations: DraftAutomation[]): DraftStage {
  return { id, name: id, automove: false, condition: null, whenEmpty: 'stay', automations } as DraftStage
}

function status(id: string, ...automations: DraftAutomation[]): DraftStatus {
  return { id, name: id, color: 'gray', automove: false, automations } as unknown as DraftStatus
}

function automation(id: string): DraftAutomation {
  return { id, kind: 'send_email', templateId: id, condition: null } as unknown as DraftAutomation
}

function told(change: Change): string {
  switch (change.kind) {
    case 'stage_added':
    case 'stage_removed':
      return `${change.kind} ${change.stage.id}`
    case 'automations_reordered':
      return `${change.kind} ${change.place.id}`
    case 'stage_changed':
      return `${change.kind} ${change.stage.id} ${change.what}`
    case 'stages_reordered':
      return change.kind
    case 'automation_added':
    case 'automation_removed':
      return `${change.kind} ${change.automation.id}`
    case 'automation_changed':
      return `${change.kind} ${change.automation.id} ${change.what}`
    case 'automation_moved':
      return `${change.kind} ${change.automation.id} from ${change.from.id}`
    case 'status_added':
    case 'status_removed':
      return `${change.kind} ${change.status.id}`
    case 'status_changed':
      return `${change.kind} ${change.status.id} ${change.what}`
  }
}

describe('P-15, P-16: stages that from now on move by themselves', () => {
  const [off, on] = [false, true].map((automove) => (id: string) => ({ id, automove })) as [Stage, Stage]
  type Stage = (id: string) => { id: string; automove: boolean }
  test.each([
    ['switched on', [off('a'), off('b')], [on('a'), off('b')], ['a']],
    ['on as before', [on('a'), off('b')], [on('a'), off('b')], []],
    ['switched off', [on('a'), off('b')], [off('a'), off('b')], []],
    ['on, yet the last', [off('a'), off('b')], [off('a'), on('b')], []],
    ['on and no longer the last', [off('a'), on('b')], [off('a'), on('b'), off('c')], ['b']],
    ['new', [off('a')], [on('n'), off('a')], []],
  ])('%s', (_, before, after, expected) => {
    expect(switchedOn(before, after)).toEqual(expected)
  })
})
