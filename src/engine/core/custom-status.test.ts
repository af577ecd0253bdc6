import { expect, it } from 'vitest'
import type { JobStatusId } from '#kernel/ids.ts'
import { decide } from './decide.ts'
import * as f from './example.fixture.ts'
import { explain } from './explain.ts'
import type { JobState, Trigger } from './model.ts'

const version = {
  ...f.pipeline(f.stage('gather', [f.task()]), f.stage('file')),
  statuses: [f.status('missing information', [f.organizer()]), f.status('on hold', [], { automove: false })],
}

const setting = (statusId: string | null): Trigger => ({
  ...f.NOBODY,
  kind: 'set_status',
  statusId: statusId as JobStatusId | null,
})

const put = (job: JobState, statusId: string | null) =>
  f.decided(decide(job, version, f.account(), f.catalog, setting(statusId)))
const look = (job: JobState) => f.decided(decide(job, version, f.account(), f.catalog, f.itemsChanged))
const reasons = (job: JobState) => explain(job, version, f.account(), f.catalog).reasons.map((reason) => reason.code)

it('J-41, J-42, SET-7, JOB-11: a status has its own automations, and the job stays in its stage', () => {
  const { effects, job } = put(f.jobIn('gather', ['pending']), 'missing information')
  expect(effects.map((effect) => effect.kind)).toEqual(['enter_status', 'create_organizer', 'record_outcome'])
  expect(job).toMatchObject({ stageId: 'gather', visitOrdinal: 2, status: { id: 'missing information' } })
})

it('AM-29: the stage waits meanwhile, whatever of it is done', () => {
  const { job } = put(f.jobIn('gather', ['done']), 'on hold')
  expect(look(job).effects).toEqual([])
  expect(reasons(job)).toEqual(['custom_status'])
})

it('AM-30, J-43: once its own items are done the job is Active again, and the stage is looked at once', () => {
  const { job } = put(f.jobIn('gather', ['done']), 'missing information')
  expect(reasons(job)).toEqual(['custom_status', 'item_pending'])
  const { effects } = look(f.finish(job))
  expect(effects.map((effect) => effect.kind)).toEqual(['leave_status', 'enter_stage'])
})

it('J-45: back to Active by hand carries what is pending over to the stage, unless it is left behind', () => {
  const { job } = put(f.jobIn('gather', ['done']), 'missing information')
  const back = put(job, null)
  expect(back.effects.map((effect) => effect.kind)).toEqual(['leave_status', 'carry_items'])
  expect(reasons(back.job)).toEqual(['item_pending'])
  const left = decide(job, version, f.account(), f.catalog, {
    ...setting(null),
    pending: { byItem: new Map(), byKind: { organizer: 'leave' } },
  } as Trigger)
  expect(f.decided(left).effects.map((effect) => effect.kind)).toEqual(['leave_status', 'enter_stage'])
})

it('J-45: moving ends the status, unless it is kept', () => {
  const { job } = put(f.jobIn('gather', ['done']), 'on hold')
  const entering = f.entering('file')
  expect(f.decided(decide(job, version, f.account(), f.catalog, entering)).job.status).toBeNull()
  const kept = decide(job, version, f.account(), f.catalog, { ...entering, status: 'keep' } as Trigger)
  expect(f.decided(kept).job.status?.id).toBe('on hold')
})
