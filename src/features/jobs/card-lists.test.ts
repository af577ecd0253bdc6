import { describe, expect, it } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, newAccount, newTag, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { jobOf } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { jobsContract } from './contract.ts'
import { jobFieldsContract } from './contract-fields.ts'
import { JOB_LIST_SORTS, type JobListSort } from './filter-schemas.ts'

async function change(firm: TestFirm, id: JobId, body: Record<string, unknown>) {
  const { revision } = await jobOf(firm.owner, id)
  await firm.owner.call(jobFieldsContract.changeJob, { params: { id }, body, headers: { 'if-match': `"${revision}"` } })
}

/** Three jobs in one stage: Adams urgent and due, Baker with nothing said, Chen high and late, with a task. */
async function three() {
  const firm = await freshFirm()
  const pipeline = await publish(firm, 'Returns', [
    { name: 'One' },
    { name: 'Two', automations: [asks.task(await newTaskTemplate(firm, 'Do'))] },
  ])
  const accounts = [await newAccount(firm, 'Adams'), await newAccount(firm, 'Baker'), await newAccount(firm, 'Chen')]
  const [adams, baker, chen] = (await addJobs(firm, pipeline, accounts)) as [JobId, JobId, JobId]
  await change(firm, adams, { priority: 'urgent', dueOn: '2099-04-15', assigneeIds: [firm.owner.member.memberId] })
  await change(firm, chen, { priority: 'high', startOn: '2001-01-01', dueOn: '2001-04-15' })
  return { firm, pipeline, accounts, ids: { adams, baker, chen } }
}

describe('filters of boards and lists', () => {
  it('VIEW-7: each narrows the board, its counts, and the list of jobs alike', async () => {
    const { firm, pipeline, accounts, ids } = await three()
    const tag = await newTag(firm, 'VIP')
    await firm.owner.call(accountsContract.changeAccountTags, { body: { accountIds: [accounts[1]], add: [tag] } })
    await firm.owner.call(jobsContract.moveJobs, { body: { jobIds: [ids.chen], stageId: pipeline.named('Two').id } })
    await firm.drain()
    const cases: [Record<string, string>, string[]][] = [
      [{ search: 'bak' }, ['Baker']],
      [{ accountId: accounts[0]! }, ['Adams']],
      [{ tagId: tag }, ['Baker']],
      [{ assigneeId: firm.owner.member.memberId }, ['Adams']],
      [{ assigneeId: 'none' }, ['Baker', 'Chen']],
      [{ priority: 'high' }, ['Chen']],
      [{ statusId: 'none' }, ['Adams', 'Baker', 'Chen']],
      [{ statusId: 'completed' }, []],
      [{ clientStatusId: 'none', pending: 'no' }, ['Adams', 'Baker']],
      [{ dueFrom: '2001-01-01', dueTo: '2001-12-31' }, ['Chen']],
      [{ startFrom: '2001-01-01', startTo: '2001-01-01' }, ['Chen']],
      [{ overdue: 'job' }, ['Chen']],
      [{ overdue: 'stage' }, []],
      [{ pending: 'yes' }, ['Chen']],
      [{ turn: 'ready' }, ['Adams', 'Baker']],
    ]
    for (const [query, names] of cases) {
      const { stages } = await firm.owner.call(jobsContract.getBoard, { params: { id: pipeline.id }, query })
      expect([query, stages.flatMap(({ cards }) => cards.map((it) => it.accountName)).sort()]).toEqual([query, names])
      expect([query, stages.reduce((sum, stage) => sum + stage.count, 0)]).toEqual([query, names.length])
      const { items } = await firm.owner.call(jobsContract.listJobs, { query })
      expect([query, items.map((it) => it.accountName)]).toEqual([query, names])
    }
    const wrong = await firm.owner.send(jobsContract.listJobs, { query: { dueFrom: 'soon' } })
    expect([wrong.status, wrong.problem.fields[0]?.path]).toEqual([422, 'dueFrom'])
  })

  it('J-40: what is completed stays on the board and is not overdue', async () => {
    const { firm, pipeline, ids } = await three()
    await firm.owner.call(jobFieldsContract.completeJob, { params: { id: ids.chen } })
    const board = (query: Record<string, string>) =>
      firm.owner.call(jobsContract.getBoard, { params: { id: pipeline.id }, query })
    expect((await board({})).stages[0]?.count).toBe(3)
    expect((await board({ overdue: 'job' })).stages[0]?.count).toBe(0)
    expect((await board({ statusId: 'completed' })).stages[0]?.cards.map((it) => it.lifecycle)).toEqual(['completed'])
  })
})

describe('the order of cards', () => {
  it('SET-3: every order that a pipeline may have goes on from page to page without losing or repeating one', async () => {
    const { firm, pipeline } = await three()
    const expected: Partial<Record<JobListSort, string[]>> = {
      account_name: ['Adams', 'Baker', 'Chen'],
      due_date: ['Chen', 'Adams', 'Baker'],
      priority: ['Adams', 'Chen', 'Baker'],
    }
    for (const sort of JOB_LIST_SORTS) {
      const seen: string[] = []
      for (let cursor: string | undefined; ; ) {
        const query = { sort, limit: 1, ...(cursor ? { cursor } : {}) }
        const { items, next } = await firm.owner.call(jobsContract.listJobs, { query })
        seen.push(...items.map((it) => it.accountName))
        if (next === null) break
        cursor = next
      }
      expect([sort, seen.toSorted()]).toEqual([sort, ['Adams', 'Baker', 'Chen']])
      if (expected[sort]) expect([sort, seen]).toEqual([sort, expected[sort]])
    }
    const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
    const none = { jobTemplateId: null, jobTemplateMode: 'manual', recurrence: null }
    await firm.owner.call(pipelinesContract.changeSettings, {
      params: { id: pipeline.id },
      body: { ...none, sort: 'due_date', cardFields: ['due_date'] },
      headers: { 'if-match': `"${revision}"` },
    })
    const { stages } = await firm.owner.call(jobsContract.getBoard, { params: { id: pipeline.id } })
    expect(stages[0]?.cards.map((it) => it.accountName)).toEqual(['Chen', 'Adams', 'Baker'])
  })

  it('J-32: what is to be linked is found however many there are: the newest jobs first, and tasks without a job', async () => {
    const { firm, pipeline, accounts, ids } = await three()
    const accountId = accounts[0]!
    firm.system.clock.advance(1000)
    await addJobs(firm, pipeline, [accountId])
    const query = { accountId, sort: 'newest', limit: 1 }
    const { items } = await firm.owner.call(jobsContract.listJobs, { query })
    expect(items.map(({ id }) => id)).not.toContain(ids.adams)
    for (const [name, jobId] of [['Of the job', ids.adams], ['Older'], ['Newer']]) {
      firm.system.clock.advance(1000)
      await firm.owner.call(tasksContract.createTask, { body: { accountId, name, ...(jobId ? { jobId } : {}) } })
    }
    const free = { accountId, jobId: 'none', sort: 'newest' }
    const tasks = await firm.owner.call(tasksContract.listTasks, { query: free })
    expect(tasks.items.map(({ name }) => name)).toEqual(['Newer', 'Older'])
  })

  it('a cursor of another list is refused, never a failure', async () => {
    const { firm } = await three()
    const { next } = await firm.owner.call(jobsContract.listJobs, { query: { limit: 1 } })
    const sent = { query: { sort: 'due_date', cursor: next! } }
    expect((await firm.owner.send(jobsContract.listJobs, sent)).status).toBe(422)
  })
})
