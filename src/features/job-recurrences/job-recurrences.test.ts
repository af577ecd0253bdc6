import { describe, expect, it } from 'vitest'
import type { Id, JobId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { asks, newAccount, newTaskTemplate, publish, type TestPipeline } from '../../../test/support/pipeline.ts'
import { anotherSystem, testSystem } from '../../../test/support/system.ts'
import { jobOf } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { jobsContract } from '../jobs/contract.ts'
import { jobTemplatesContract } from '../jobs/contract-templates.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { jobRecurrencesContract } from './contract.ts'

type Recurring = { firm: TestFirm; account: Awaited<ReturnType<typeof newAccount>>; pipeline: TestPipeline }

/** Firms of tests stand in Amsterdam: 23:00 UTC of the day before is their midnight in winter. */
const at = (firm: TestFirm, instant: string) => firm.system.clock.set(instant)

async function firmAt(instant: string): Promise<Recurring> {
  const { clock } = await testSystem()
  clock.set(instant)
  const firm = await freshFirm()
  const collect = asks.task(await newTaskTemplate(firm, 'Collect'))
  const pipeline = await publish(firm, 'Books', [{ name: 'Collect', automations: [collect] }, { name: 'Done' }])
  return { firm, account: await newAccount(firm, 'Patel'), pipeline }
}

async function recur({ firm, account, pipeline }: Recurring, schedule: object, name = 'Books') {
  const body = { pipelineId: pipeline.id, accountIds: [account], name, schedule }
  await firm.owner.call(jobRecurrencesContract.createJobRecurrences, { body })
  const query = { pipelineId: pipeline.id }
  const [active, ended] = await Promise.all(
    ['active', 'ended'].map((state) =>
      firm.owner.call(jobRecurrencesContract.listJobRecurrences, { query: { ...query, state } }),
    ),
  )
  return [...active!.items, ...ended!.items][0]!
}

const added = async ({ firm, account }: Recurring) =>
  (await firm.owner.call(jobsContract.listJobs, { query: { accountId: account, limit: 100 } })).items
const paramsOf = ({ id }: { id: string }) => ({ id: id as Id<'recurrence'> })

describe('jobs that come again', () => {
  it('J-20, J-22, J-25: added at 0:00 of its day in the firm’s zone, once, in the first stage, whose automations fire', async () => {
    const here = await firmAt('2031-01-10T12:00:00Z')
    const recurrence = await recur(here, { frequency: 'monthly', startOn: '2031-01-31' })
    expect(recurrence.nextOn).toBe('2031-01-31')
    at(here.firm, '2031-01-30T22:59:59Z')
    await here.firm.sweep()
    expect(await added(here)).toEqual([])
    at(here.firm, '2031-01-30T23:00:00Z')
    await here.firm.sweep()
    await here.firm.sweep()
    expect(await added(here)).toMatchObject([{ name: 'Books', stageName: 'Collect', pendingItems: 1 }])
    const after = await here.firm.owner.call(jobRecurrencesContract.getJobRecurrence, { params: paramsOf(recurrence) })
    expect(after.nextOn).toBe('2031-02-28')
  })

  it('J-24: each begins with the pipeline’s job template, under the recurrence’s own name', async () => {
    const here = await firmAt('2031-01-10T12:00:00Z')
    const template = { name: 'Books', title: 'Monthly books', priority: 'urgent', description: 'Of [ACCOUNT_NAME]' }
    const { id: jobTemplateId } = await here.firm.owner.call(jobTemplatesContract.createJobTemplate, { body: template })
    const params = { id: here.pipeline.id }
    const { settings, revision } = await here.firm.owner.call(pipelinesContract.getPipeline, { params })
    const headers = { 'if-match': `"${revision}"` }
    await here.firm.owner.call(pipelinesContract.changeSettings, {
      ...{ params, headers },
      body: { ...settings, jobTemplateId },
    })
    await recur(here, { frequency: 'monthly', startOn: '2031-01-10' }, 'Books of the month')
    await here.firm.sweep()
    const [card] = await added(here)
    const job = await jobOf(here.firm.owner, card!.id as JobId)
    expect(job).toMatchObject({ name: 'Books of the month', priority: 'urgent', description: 'Of Patel' })
  })

  it('J-27, SHC-4: what was missed is made up once each, in order, named as on its own day; an open one blocks nothing', async () => {
    const here = await firmAt('2031-01-01T12:00:00Z')
    await recur(here, { frequency: 'monthly', monthDay: 31, startOn: '2031-01-31' }, 'Books [LAST_MONTH_NAME]')
    at(here.firm, '2031-05-10T12:00:00Z')
    const other = await anotherSystem()
    try {
      await Promise.all([here.firm.sweep(), other.sweeper.sweep(), here.firm.sweep()])
    } finally {
      await other.close()
    }
    const names = (await added(here)).map((job) => job.name)
    expect(names.sort()).toEqual(['Books December', 'Books February', 'Books January', 'Books March'])
  })

  it('J-26: changing or ending it leaves what was added, and a day that had its job gets no second one', async () => {
    const here = await firmAt('2031-06-01T12:00:00Z')
    const { firm } = here
    const before = await recur(here, { frequency: 'daily', startOn: '2031-06-01' })
    const body = { name: 'Ledger', schedule: { frequency: 'weekly', startOn: '2031-06-01' } }
    const change = (revision: number) =>
      firm.owner.send(jobRecurrencesContract.changeJobRecurrence, {
        params: paramsOf(before),
        body,
        headers: { 'if-match': `"${revision}"` },
      })
    const changed = await change(before.revision)
    expect(changed.body).toMatchObject({ name: 'Ledger', nextOn: '2031-06-08' })
    const late = await change(before.revision)
    expect([late.status, late.problem.detail['current']]).toEqual([409, expect.objectContaining({ name: 'Ledger' })])
    const ended = await firm.owner.call(jobRecurrencesContract.endJobRecurrence, { params: paramsOf(before) })
    expect(ended.nextOn).toBeNull()
    at(firm, '2031-07-05T12:00:00Z')
    await firm.sweep()
    expect((await added(here)).map((job) => job.name)).toEqual(['Books'])
  })

  it('J-27: nothing comes for an archived client, and nothing is made up when he is back', async () => {
    const here = await firmAt('2031-08-01T12:00:00Z')
    const { firm, account } = here
    const recurrence = await recur(here, { frequency: 'daily', startOn: '2031-08-02' })
    const set = (state: 'active' | 'archived') =>
      firm.owner.call(accountsContract.setAccountState, { params: { id: account }, body: { state } })
    await set('archived')
    at(firm, '2031-08-04T12:00:00Z')
    await firm.sweep()
    const params = paramsOf(recurrence)
    expect(await firm.owner.call(jobRecurrencesContract.getJobRecurrence, { params })).toMatchObject({ paused: true })
    await set('active')
    at(firm, '2031-08-05T12:00:00Z')
    await firm.sweep()
    expect(await added(here)).toHaveLength(1)
  })

  it('J-27: a deleted pipeline ends what comes again in it', async () => {
    const here = await firmAt('2031-09-01T12:00:00Z')
    const { firm, pipeline } = here
    await recur(here, { frequency: 'daily', startOn: '2031-09-02' })
    const params = { id: pipeline.id }
    const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params })
    await firm.owner.call(pipelinesContract.deletePipeline, { params, headers: { 'if-match': `"${revision}"` } })
    at(firm, '2031-09-05T12:00:00Z')
    await firm.sweep()
    expect(await added(here)).toEqual([])
    const rows = await firm.run((tx) => tx.db.selectFrom('job_recurrences').select('next_on').execute())
    expect(rows).toEqual([{ next_on: null }])
  })

  it('J-22: an end is the last day on which one may come', async () => {
    const here = await firmAt('2031-10-01T12:00:00Z')
    await recur(here, { frequency: 'daily', startOn: '2031-10-02', endOn: '2031-10-03' })
    at(here.firm, '2031-10-30T12:00:00Z')
    await here.firm.sweep()
    expect(await added(here)).toHaveLength(2)
  })

  it('USR-3, X-5, D-7: needs its right, a client and a pipeline that are seen, and codes that exist', async () => {
    const { firm, account, pipeline } = await firmAt('2031-11-01T12:00:00Z')
    const schedule = { frequency: 'daily', startOn: '2031-11-02' }
    const body = { pipelineId: pipeline.id, accountIds: [account], name: 'X', schedule }
    const create = (who: TestFirm['owner'], more: object = {}) =>
      who.send(jobRecurrencesContract.createJobRecurrences, { body: { ...body, ...more } })
    expect((await create(await firm.addMember('employee'))).status).toBe(404)
    expect((await create(await firm.addMember('employee', ['manage_job_recurrences']))).status).toBe(404)
    expect((await create(firm.owner, { name: '[ACOUNT_NAME]' })).problem.fields.map((it) => it.path)).toEqual(['name'])
    expect((await create(firm.owner)).body).toEqual({ created: 1 })
  })
})
