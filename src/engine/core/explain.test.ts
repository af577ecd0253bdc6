import { describe, expect, it } from 'vitest'
import { derivedId } from '#kernel/ids.ts'
import { decide } from './decide.ts'
import * as f from './example.fixture.ts'
import { explain } from './explain.ts'
import type { JobState } from './model.ts'
import type { PipelineVersion } from './pipeline.ts'

const version = f.pipeline(
  f.stage('gather'),
  f.stage('hand', [], { automove: false }),
  f.stage('empty', [], { whenEmpty: 'advance' }),
  f.stage('foreign', [], { condition: f.tagCondition('foreign') }),
  f.stage('file', [], { automove: true }),
)

const archived = { lifecycle: 'archived' } as const
const visitId = derivedId<'visit'>('visit', 'job', 1)

describe('B-3: why a job does not move', () => {
  it.each<[string, JobState, string[]]>([
    ['every pending item', f.jobIn('gather', ['pending', 'done', 'pending']), ['item_pending', 'item_pending']],
    ['AM-10: nothing linked', f.jobIn('gather'), ['nothing_linked']],
    ['AM-21: nothing done', f.jobIn('gather', ['resolved']), ['nothing_done']],
    ['AM-3: automove off, and what is pending', f.jobIn('hand', ['pending']), ['automove_off', 'item_pending']],
    ['AM-3: automove off, all done', f.jobIn('hand', ['done']), ['automove_off']],
    ['D-5: pending in a stage that may be empty', f.jobIn('empty', ['pending']), ['item_pending']],
    ['AM-4: the last stage, whatever is in it', f.jobIn('file', ['pending']), ['last_stage']],
    ['AM-28: archived', f.jobIn('gather', ['pending'], archived), ['job_archived', 'item_pending']],
    ['D-3: its stage is gone', f.jobIn('gone', ['done']), ['stage_missing']],
    ['AM-15: nothing, it has earned its move', f.jobIn('gather', ['done']), ['move_earned']],
    ['D-5: nothing, the stage may be empty', f.jobIn('empty'), ['move_earned']],
  ])('%s', (_, job, codes) => {
    const explanation = explain(job, version, f.account(), f.catalog)
    expect(explanation.reasons.map((reason) => reason.code)).toEqual(codes)
    expect(explanation.moves).toBe(codes[0] === 'move_earned')
  })

  it('FAIL-13: an archived account', () => {
    const { reasons } = explain(f.jobIn('gather', ['done']), version, f.account([], archived), f.catalog)
    expect(reasons).toEqual([{ code: 'account_archived' }])
  })

  it('names the item it waits for', () => {
    const waited = f.item('Check payslips', 'pending', visitId)
    const job = { ...f.jobIn('gather'), items: [waited] }
    expect(explain(job, version, f.account(), f.catalog).reasons).toEqual([{ code: 'item_pending', item: waited }])
  })
})

describe('B-3: where it would go', () => {
  it.each<[string, string, string[], PipelineVersion, unknown]>([
    ['the next stage', 'gather', [], version, { stageId: 'hand', skipped: [] }],
    [
      'AM-7: past a stage that does not admit it',
      'empty',
      [],
      version,
      { stageId: 'file', skipped: [{ stageId: 'foreign', truth: false }] },
    ],
    ['AM-7: into a stage that does', 'empty', ['foreign'], version, { stageId: 'foreign', skipped: [] }],
    ['nowhere from the last stage', 'file', [], version, null],
    ['nowhere from a stage that is gone', 'gone', [], version, null],
  ])('%s', (_, stageId, tags, within, next) => {
    expect(explain(f.jobIn(stageId, ['pending']), within, f.account(tags), f.catalog).next).toEqual(next)
  })
})

it('B-3: removing the reasons that a person can remove moves the job', () => {
  const held = f.jobIn('hand', ['pending', 'resolved'])
  const freed = f.finish(held)
  const automoving = { ...version, stages: version.stages.map((stage) => ({ ...stage, automove: true })) }
  expect(f.decided(decide(held, automoving, f.account(), f.catalog, f.itemsChanged)).effects).toEqual([])
  expect(f.decided(decide(freed, version, f.account(), f.catalog, f.itemsChanged)).effects).toEqual([])
  expect(f.path(f.decided(decide(freed, automoving, f.account(), f.catalog, f.itemsChanged)).effects)).toEqual([
    'empty',
    'file',
  ])
})
