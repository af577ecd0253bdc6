import { describe, expect, it } from 'vitest'
import { freshFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, hasTag, newAccount, newTag, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { accountsContract } from '../accounts/contract.ts'
import { jobsContract } from './contract.ts'

describe('adding jobs', () => {
  it('JOB-1, JOB-2, JC-5: one job for each of the accounts, in the first stage, and a second one for the same account', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Gather' }, { name: 'Done' }])
    const [visser, patel] = [await newAccount(firm, 'Visser'), await newAccount(firm, 'Patel')]
    const ids = await addJobs(firm, pipeline, [visser, patel])
    await addJobs(firm, pipeline, [visser])
    expect(new Set(ids).size).toBe(2)
    const { items } = await firm.owner.call(jobsContract.listJobs, { query: { accountId: visser } })
    expect(items.map((job) => [job.accountName, job.stageName])).toEqual([
      ['Visser', 'Gather'],
      ['Visser', 'Gather'],
    ])
    const none = { pipelineId: pipeline.id, accountIds: [], name: 'Return' }
    expect((await firm.owner.send(jobsContract.addJobs, { body: none })).problem.fields[0]?.path).toBe('accountIds')
  })

  it('JOB-2: any stage may be the first one, and only its automations run', async () => {
    const firm = await freshFirm()
    const check = await newTaskTemplate(firm, 'Check')
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automations: [asks.task(check)] },
      { name: 'Prepare' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Visser')], pipeline.named('Prepare').id)
    const job = await firm.owner.call(jobsContract.getJob, { params: { id: id! } })
    expect([job.stageName, job.items]).toEqual(['Prepare', []])
  })

  it('JC-3: an offline account gets its job and everything that comes with it', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'Done' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Offline', { login: false, notify: false })])
    const job = await firm.owner.call(jobsContract.getJob, { params: { id: id! } })
    expect(job.items.map((item) => item.name)).toEqual(['Check'])
  })

  it('A-38, A-39, AM-10: with its automation deselected there is nothing to wait for, so the job stays and says so', async () => {
    const firm = await freshFirm()
    const task = asks.task(await newTaskTemplate(firm, 'Check'))
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automove: true, automations: [task] },
      { name: 'Done' },
    ])
    const account = await newAccount(firm, 'Visser')
    const body = { pipelineId: pipeline.id, accountIds: [account], name: 'Return', deselectedAutomationIds: [task.id] }
    await firm.owner.call(jobsContract.addJobs, { body })
    await firm.drain()
    const [card] = (await firm.owner.call(jobsContract.listJobs, { query: { accountId: account } })).items
    const job = await firm.owner.call(jobsContract.getJob, { params: { id: card!.id as never } })
    expect(job.explanation.reasons.map((reason) => reason.code)).toEqual(['nothing_linked'])
    expect(job.outcomes.map((outcome) => outcome.reason?.code)).toEqual(['deselected'])
  })

  it('TAGS-3, A-21, A-22: a tag moves and starts nothing when staff put it on, and decides once the job moves', async () => {
    const firm = await freshFirm()
    const foreign = await newTag(firm, 'Foreign')
    const check = await newTaskTemplate(firm, 'Check')
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automove: true, automations: [asks.task(check), asks.task(check, hasTag(foreign))] },
      { name: 'Treaties', condition: hasTag(foreign), automations: [asks.task(check, hasTag(foreign))] },
      { name: 'Done' },
    ])
    const account = await newAccount(firm, 'Visser')
    const [id] = await addJobs(firm, pipeline, [account])
    const look = () => firm.owner.call(jobsContract.getJob, { params: { id: id! } })
    const before = await look()
    await firm.owner.call(accountsContract.changeAccountTags, {
      body: { accountIds: [account], add: [foreign], remove: [] },
    })
    expect(await look()).toMatchObject({ stageName: 'Gather', outcomes: before.outcomes })
    expect((await look()).explanation.next).toMatchObject({ stage: 'Treaties', skipped: [] })
  })
})
