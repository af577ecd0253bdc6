import { describe, expect, it } from 'vitest'
import type { PipelineId } from '#kernel/ids.ts'
import { decide } from './decide.ts'
import * as f from './example.fixture.ts'
import { explain } from './explain.ts'
import type { ItemChoice, JobState, Trigger } from './model.ts'

const version = f.pipeline(
  f.stage('gather'),
  f.stage('prepare', [f.task()]),
  f.stage('by hand', [], { automove: false }),
  f.stage('file'),
)

type Choices = { byItem?: Record<string, ItemChoice>; task?: ItemChoice }

function move(job: JobState, to: string, { byItem = {}, task }: Choices = {}) {
  const pending = { byItem: new Map(Object.entries(byItem)), byKind: task ? { task } : {} }
  const trigger = { ...f.entering(to), pending } as Trigger
  return f.decided(decide(job, version, f.account(), f.catalog, trigger))
}

const holding = (job: JobState) =>
  explain(job, version, f.account(), f.catalog).reasons.flatMap((it) => (it.code === 'item_pending' ? it.item.id : []))

describe('A-33, A-34, D-6: what is pending when a job is moved by hand', () => {
  it('is carried over into a stage that waits, and holds it', () => {
    const { effects, job } = move(f.jobIn('gather', ['pending', 'done']), 'prepare')
    expect(effects.map((effect) => effect.kind)).toEqual([
      'enter_stage',
      'carry_items',
      'create_task',
      'record_outcome',
    ])
    expect(effects[0]).toMatchObject({ leftBehind: [] })
    expect(holding(job)).toContain('item 0')
    expect(holding(job)).toHaveLength(2)
  })

  it('is left behind in a stage without automove, open and linked', () => {
    const { effects, job } = move(f.jobIn('gather', ['pending']), 'by hand')
    expect(effects[0]).toMatchObject({ leftBehind: [{ kind: 'task', id: 'item 0', name: 'item 0' }] })
    expect(job.items.map((item) => item.state)).toEqual(['pending'])
    expect(holding(job)).toEqual([])
  })

  it('is left behind in the last stage, where nothing is waited for', () => {
    expect(move(f.jobIn('gather', ['pending']), 'file').effects[0]).toMatchObject({ leftBehind: [{ id: 'item 0' }] })
  })

  it('goes as it was chosen, item by item before kind by kind', () => {
    const { effects } = move(f.jobIn('gather', ['pending', 'pending', 'pending']), 'prepare', {
      byItem: { 'item 0': 'leave', 'item 1': 'cancel' },
      task: 'complete',
    })
    expect(effects.slice(0, 3)).toMatchObject([
      { kind: 'resolve_item', how: 'cancel', item: { id: 'item 1' } },
      { kind: 'resolve_item', how: 'complete', item: { id: 'item 2' } },
      { kind: 'enter_stage', leftBehind: [{ id: 'item 0' }] },
    ])
  })

  it('is treated as if nobody had chosen where the choice makes no sense for its kind', () => {
    const { effects } = move(f.jobIn('gather', ['pending']), 'prepare', { byItem: { 'item 0': 'seal' } })
    expect(effects.map((effect) => effect.kind)).toContain('carry_items')
  })

  it('AM-34: carried items count where they now are, and no longer where they came from', () => {
    const { job } = move(f.jobIn('gather', ['pending']), 'prepare')
    const back = move(job, 'gather', { task: 'leave' }).job
    expect(holding(back)).toEqual([])
  })
})

describe('JM-2, EQ-14: into another pipeline', () => {
  const books = { ...f.pipeline(f.stage('collect', [f.task()]), f.stage('book')), pipelineId: 'books' as PipelineId }
  const trigger = { ...f.entering('collect'), pipelineId: books.pipelineId } as Trigger

  it('its automations fire, pending items are asked for, what the client sees stays', () => {
    const clientStatus = { visible: true, statusId: null, description: 'We are at it.' }
    const job = f.jobIn('gather', ['pending'], { clientStatus })
    const { effects, ...after } = f.decided(decide(job, books, f.account(), f.catalog, trigger))
    expect(effects[0]).toMatchObject({ pipelineId: 'books', fromPipelineId: 'returns', fromStageId: 'gather' })
    expect(f.outcomes(effects)).toEqual(['collect/0 done'])
    expect(after.job).toMatchObject({ pipelineId: 'books', stageId: 'collect', clientStatus })
  })
})

describe('D-1: trying again what failed', () => {
  const broken = f.pipeline(f.stage('gather', [f.task(null, 'gone'), f.email()]), f.stage('file'))
  const mended = f.pipeline(f.stage('gather', [f.task(), f.email()]), f.stage('file'))
  const retry = (ids: string[]): Trigger => ({ kind: 'retry', automationIds: new Set(ids as never[]), causeId: null })
  const stuck = f.decided(decide(f.newJob, broken, f.account(), f.catalog, f.entering('gather', 'created'))).job

  it('runs it again under the same key, and the job has no failure any more', () => {
    expect(stuck.failed.size).toBe(1)
    const { effects, job } = f.decided(decide(stuck, mended, f.account(), f.catalog, retry(['gather/0'])))
    expect(f.outcomes(effects)).toEqual(['gather/0 done'])
    expect(effects[0]).toMatchObject({ kind: 'create_task', visitId: stuck.visitId })
    expect(job.failed.size).toBe(0)
  })

  it('leaves alone what did not fail, and fails again where nothing was mended', () => {
    expect(f.decided(decide(stuck, mended, f.account(), f.catalog, retry(['gather/1']))).effects).toEqual([])
    const { effects, job } = f.decided(decide(stuck, broken, f.account(), f.catalog, retry(['gather/0'])))
    expect(f.outcomes(effects)).toEqual(['gather/0 failed template_missing'])
    expect(job.failed.size).toBe(1)
  })
})
