import { beforeAll, describe, expect, test } from 'vitest'
import type { JobStatus } from '#engine/core/pipeline.ts'
import { type JobId, type JobStatusId, newId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, newAccount, newTag, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { finish, holding, jobOf } from '../../../test/support/work.ts'
import { activityContract } from '../activity/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { jobsContract } from './contract.ts'
import { jobLinksContract } from './contract-links.ts'

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

describe('J-45: before a status is set or ended', () => {
  const statuses = [
    { id: newId<'job_status'>(), name: 'Waits for the bank', color: 'orange', automove: false, automations: [] },
    { id: newId<'job_status'>(), name: 'Extension', color: 'blue', automove: true, automations: [] },
  ] as const
  const [waits, extension] = [statuses[0].id, statuses[1].id]
  let firm: TestFirm
  let jobId: JobId
  let task: JobStatus['automations'][number]
  beforeAll(async () => {
    firm = await freshFirm()
    task = asks.task(await newTaskTemplate(firm, 'Call the bank'))
    const ownStage = asks.task(await newTaskTemplate(firm, 'File'))
    const mine = [
      { ...statuses[0], automations: [task] },
      { ...statuses[1], automations: [] },
    ]
    const pipeline = await publish(firm, 'Returns', [{ name: 'Open', automations: [ownStage] }, { name: 'End' }], mine)
    jobId = (await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')]))[0] as JobId
  })
  const preview = (statusId: JobStatusId | null, more: object = {}) =>
    firm.owner.call(jobsContract.previewStatus, { body: { jobIds: [jobId], statusId, ...more } })
  const set = async (statusId: JobStatusId | null, more: object = {}) => {
    const headers = { 'if-match': `"${(await jobOf(firm.owner, jobId)).revision}"` }
    const body = { statusId, ...more }
    return firm.owner.call(jobsContract.setJobStatus, { params: { id: jobId }, headers, body })
  }

  test('A-30, A-33: says in numbers what would run, and asks about the status’ own items only', async () => {
    expect(await preview(waits)).toMatchObject({
      statusId: waits,
      stage: 'Waits for the bank',
      moving: 1,
      names: ['Patel'],
      onward: 0,
      automations: [{ id: task.id, runs: 1, others: [] }],
      pending: { total: 0, otherwise: 'leave' },
    })
    const off = await preview(waits, { deselectedAutomationIds: [task.id] })
    expect(off.automations).toMatchObject([{ runs: 0, others: [{ code: 'deselected' }] }])
    expect(await preview(null)).toMatchObject({ moving: 0, alreadyThere: 1 })
    expect((await jobOf(firm.owner, jobId)).statuses.some(({ isSet }) => isSet)).toBe(false)
    await set(waits)
    const items = [{ kind: 'task', name: 'Call the bank', accountName: 'Patel' }]
    expect(await preview(extension)).toMatchObject({
      automations: [],
      pending: { total: 1, otherwise: 'carry', items },
    })
    expect(await preview(null)).toMatchObject({ stage: '', pending: { total: 1, otherwise: 'carry', items } })
  })

  test('J-42, AM-30: items of the status stand apart, more can be linked to it, and it waits for all of them', async () => {
    const body = { name: 'Ask again', accountId: (await jobOf(firm.owner, jobId)).accountId }
    const { id: itemId } = await firm.owner.call(tasksContract.createTask, { body })
    const link = { params: { id: jobId }, body: { kind: 'task', itemId, to: 'status' } }
    const { items } = await firm.owner.call(jobLinksContract.linkItem, link)
    const ofStatus = items.filter((item) => item.ofStatus).map(({ name, holds }) => [name, holds])
    expect(ofStatus.toSorted()).toEqual([
      ['Ask again', true],
      ['Call the bank', true],
    ])
    expect(items.find(({ name }) => name === 'File')).toMatchObject({ current: true, ofStatus: false })
  })

  test('A-34, D-6: each pending item is carried over, left behind or resolved, as was chosen', async () => {
    const job = await jobOf(firm.owner, jobId)
    const [call, ask] = ['Call the bank', 'Ask again'].map((name) => job.items.find((item) => item.name === name)!)
    const pending = [
      { id: call!.id, choice: 'cancel' },
      { id: ask!.id, choice: 'carry' },
    ]
    const { items, statuses: left } = await set(null, { pending })
    expect(left.some(({ isSet }) => isSet)).toBe(false)
    expect(items.find(({ id }) => id === call!.id)).toMatchObject({ state: 'resolved', holds: false })
    expect(items.find(({ id }) => id === ask!.id)).toMatchObject({ holds: true, ofStatus: false, current: true })
    const link = { params: { id: jobId }, body: { kind: 'task', itemId: newId(), to: 'status' } }
    const { status, problem } = await firm.owner.send(jobLinksContract.linkItem, link)
    expect([status, problem.fields]).toMatchObject([422, [{ path: 'to', code: 'no_custom_status' }]])
  })

  test('TAG-3: a status that changes tags is set by hand by whoever may change them', async () => {
    const without = await firm.addMember('employee', ['view_all_accounts'])
    const tagging = asks.tags({ add: [await newTag(firm, 'K-1')] })
    const status = { ...statuses[0], id: newId<'job_status'>(), automations: [tagging] }
    const pipeline = await publish(firm, 'Tagged', [{ name: 'Open' }], [status])
    const shown = { params: { id: pipeline.id }, body: { memberIds: [without.member.memberId] } }
    const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: shown.params })
    await firm.owner.call(pipelinesContract.setAvailability, { ...shown, headers: { 'if-match': `"${revision}"` } })
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Chen')])
    const body = { jobIds: [id], statusId: status.id }
    expect((await without.call(jobsContract.previewStatus, { body })).refusal).toBe('needs_manage_tags')
    const headers = { 'if-match': `"${(await jobOf(firm.owner, id!)).revision}"` }
    const sent = { params: { id: id! }, headers, body: { statusId: status.id } }
    expect((await without.send(jobsContract.setJobStatus, sent)).status).toBe(422)
  })
})

describe('J-41, J-44: a status made straight from a job’s card', () => {
  test('can be set at once; what else the draft says stays unpublished', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Open' }, { name: 'End' }])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const params = { id: pipeline.id }
    const { draft, revision } = await firm.owner.call(pipelinesContract.getPipeline, { params })
    const stages = draft.stages.map((stage, at) => (at === 0 ? { ...stage, name: 'Opened' } : stage))
    const headers = { 'if-match': `"${revision}"` }
    await firm.owner.call(pipelinesContract.saveDraft, { params, headers, body: { ...draft, stages } })
    const body = { name: ' Missing information ', color: 'orange' }
    const made = await firm.owner.call(pipelinesContract.addJobStatus, { params, body })
    expect(made).toMatchObject({ name: 'Missing information', color: 'orange', automove: false })
    const after = await firm.owner.call(pipelinesContract.getPipeline, { params })
    expect([after.version, after.draftChanged]).toEqual([2, true])
    expect([after.published?.stages[0]?.name, after.draft.stages[0]?.name]).toEqual(['Open', 'Opened'])
    expect([after.published?.statuses, after.draft.statuses]).toMatchObject([[{ id: made.id }], [{ id: made.id }]])
    const job = await jobOf(firm.owner, id!)
    const seen = { 'if-match': `"${job.revision}"` }
    const set = { params: { id: id! }, headers: seen, body: { statusId: made.id } }
    expect((await firm.owner.call(jobsContract.setJobStatus, set)).status).toBe('Missing information')
    for (const name of ['missing Information', 'Completed']) {
      const refused = await firm.owner.send(pipelinesContract.addJobStatus, { params, body: { name } })
      expect([refused.status, refused.problem.fields]).toMatchObject([422, [{ path: 'name', code: 'duplicate' }]])
    }
    const { items } = await firm.owner.call(activityContract.listEvents, { query: { subjectId: pipeline.id } })
    expect(items[0]).toMatchObject({ type: 'pipeline.statusAdded', payload: { status: made.name, version: 2 } })
  })
})
