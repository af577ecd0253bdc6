import { expect, test } from 'vitest'
import type { JobStatus } from '#engine/core/pipeline.ts'
import { type JobStatusId, newId } from '#kernel/ids.ts'
import { freshFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, newAccount, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { finish, holding, jobOf } from '../../../test/support/work.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { jobsContract } from './contract.ts'

test('J-41, J-42, J-45: a job says which statuses it can be in, and what each would do; set by hand, left by itself', async () => {
  const firm = await freshFirm()
  const task = asks.task(await newTaskTemplate(firm, 'Call the bank'))
  const waits = { id: newId<'job_status'>(), name: 'Waits for the bank', color: 'orange', automove: true } as const
  const blocked = {
    id: newId<'job_status'>(),
    name: 'Blocked',
    color: 'red',
    automove: false,
    automations: [],
  } as const
  const stages = [{ name: 'Open' }, { name: 'Done' }]
  const statuses = [
    { ...waits, automations: [task] },
    { ...blocked, automations: [] },
  ]
  const pipeline = await publish(firm, 'Returns', stages, statuses)
  const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
  const said = async () => (await jobOf(firm.owner, id!)).statuses
  expect(await said()).toMatchObject([
    { name: 'Waits for the bank', color: 'orange', isSet: false, automations: [{ templateName: 'Call the bank' }] },
    { name: 'Blocked', isSet: false, automations: [] },
  ])
  const set = async (statusId: JobStatusId | null, deselectedAutomationIds: string[] = []) => {
    const { revision } = await jobOf(firm.owner, id!)
    const headers = { 'if-match': `"${revision}"` }
    await firm.owner.call(jobsContract.setJobStatus, {
      params: { id: id! },
      headers,
      body: { statusId, deselectedAutomationIds },
    })
  }
  const current = async () => (await said()).find((status) => status.isSet)?.name ?? 'Active'
  await set(waits.id)
  expect(await current()).toBe('Waits for the bank')
  const [call] = await holding(firm.owner, id!, 'task')
  await finish(firm.owner, call!)
  expect(await current()).toBe('Active')
  await set(blocked.id)
  expect(await current()).toBe('Blocked')
  await set(waits.id, [task.id])
  expect([await current(), await holding(firm.owner, id!, 'task')]).toEqual(['Waits for the bank', []])
  await set(null)
  expect(await current()).toBe('Active')
  expect((await jobOf(firm.owner, id!)).stageId).toBe(pipeline.stages[0]!.id)
})

test('J-45: a version without a status makes the jobs that are in it Active, where they stand', async () => {
  const firm = await freshFirm()
  const blocked: JobStatus = {
    id: newId<'job_status'>(),
    name: 'Blocked',
    color: 'red',
    automove: false,
    automations: [],
  }
  const pipeline = await publish(firm, 'Returns', [{ name: 'Open' }, { name: 'Done' }], [blocked])
  const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
  const { revision } = await jobOf(firm.owner, id!)
  const headers = { 'if-match': `"${revision}"` }
  await firm.owner.call(jobsContract.setJobStatus, { params: { id: id! }, headers, body: { statusId: blocked.id } })
  const params = { id: pipeline.id }
  const seen = (shown: { revision: number }) => ({ 'if-match': `"${shown.revision}"` })
  const view = await firm.owner.call(pipelinesContract.getPipeline, { params })
  const body = { stages: pipeline.stages, statuses: [] }
  const draft = await firm.owner.call(pipelinesContract.saveDraft, { params, headers: seen(view), body })
  await firm.owner.call(pipelinesContract.publishPipeline, { params, headers: seen(draft), body: {} })
  await firm.drain()
  const job = await jobOf(firm.owner, id!)
  expect([job.statuses, job.stageId, job.lifecycle]).toEqual([[], pipeline.stages[0]!.id, 'active'])
})
