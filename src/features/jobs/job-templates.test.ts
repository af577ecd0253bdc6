import { describe, expect, it } from 'vitest'
import { today } from '#kernel/dates.ts'
import type { JobId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { newAccount, publish } from '../../../test/support/pipeline.ts'
import { jobOf } from '../../../test/support/work.ts'
import { clientStatusesContract } from '../client-statuses/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { jobsContract } from './contract.ts'
import { jobCommentsContract } from './contract-comments.ts'
import { jobTemplatesContract } from './contract-templates.ts'

const TEMPLATE = {
  name: 'Individual return',
  title: '1040 of [ACCOUNT_NAME]',
  description: 'For [ACCOUNT_NAME]',
  priority: 'high',
  comments: ['Ask for the payslips'],
  timeBudget: 240,
}

describe('job templates', () => {
  it('JD-1, JOB-3, JD-4: jobs begin with what the template says; what a person says otherwise holds', async () => {
    const firm = await freshFirm()
    const dates = { kind: 'relative', startIn: { count: 1, unit: 'day' }, dueIn: { count: 1, unit: 'week' } }
    const status = await firm.owner.call(clientStatusesContract.createClientStatus, { body: { name: 'Begun' } })
    const client = { visible: true, statusId: status.id, name: 'Your return', description: 'Dear [ACCOUNT_NAME]' }
    const { id: templateId } = await create(firm, { ...TEMPLATE, dates, client })
    const job = await added(firm, { templateId })
    expect(job).toMatchObject({ name: '1040 of Patel', description: 'For Patel', priority: 'high', timeBudget: 240 })
    expect(job.client).toMatchObject({ status: 'Begun', name: 'Your return', description: 'Dear Patel' })
    const now = Date.parse(today(firm.system.clock.now(), 'Europe/Amsterdam'))
    expect([job.startOn, job.dueOn].map((on) => (Date.parse(on!) - now) / 86_400_000)).toEqual([1, 8])
    const comments = await firm.owner.call(jobCommentsContract.listJobComments, { params: { id: job.id as JobId } })
    expect(comments.items.map((it) => [it.text, it.author])).toEqual([['Ask for the payslips', null]])
    const other = await added(firm, { templateId, name: 'Amended', priority: 'low' })
    expect(other).toMatchObject({ name: 'Amended', priority: 'low', description: 'For Patel' })
  })

  it('JD-2: a pipeline’s template is applied by itself, or only offered; none can be asked for', async () => {
    const firm = await freshFirm()
    const { id: jobTemplateId } = await create(firm, TEMPLATE)
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
    const set = async (jobTemplateMode: 'automatic' | 'manual') => {
      const params = { id: pipeline.id }
      const { settings, revision } = await firm.owner.call(pipelinesContract.getPipeline, { params })
      const headers = { 'if-match': `"${revision}"` }
      const body = { ...settings, jobTemplateId, jobTemplateMode }
      await firm.owner.call(pipelinesContract.changeSettings, { params, headers, body })
    }
    await set('automatic')
    expect((await added(firm, { pipelineId: pipeline.id })).name).toBe('1040 of Patel')
    expect((await added(firm, { pipelineId: pipeline.id, templateId: null, name: 'Plain' })).priority).toBe('medium')
    await set('manual')
    expect((await added(firm, { pipelineId: pipeline.id, name: 'Plain' })).priority).toBe('medium')
    const refused = await firm.owner.send(pipelinesContract.deleteTemplate, { params: { id: jobTemplateId } })
    expect(refused.problem.code).toBe('in_use')
  })

  it('JD-3, CFS-10: the template comes first, the stage’s automation after it, unless it is deselected', async () => {
    const firm = await freshFirm()
    const status = await firm.owner.call(clientStatusesContract.createClientStatus, { body: { name: 'Of the stage' } })
    const client = { visible: true, statusId: null, name: '', description: 'Of the template' }
    const { id: templateId } = await create(firm, { ...TEMPLATE, client })
    const automation = {
      id: crypto.randomUUID(),
      kind: 'update_client_status' as const,
      ...{ visible: true, statusId: status.id, description: 'Of the stage', notify: false },
      condition: null,
      repeat: 'every_visit' as const,
    }
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [automation as never] },
      { name: 'End' },
    ])
    const said = async (body: object) => (await added(firm, { pipelineId: pipeline.id, templateId, ...body })).client
    expect(await said({})).toMatchObject({ status: 'Of the stage', description: 'Of the stage' })
    expect(await said({ deselectedAutomationIds: [automation.id] })).toMatchObject({
      status: null,
      description: 'Of the template',
    })
  })

  it('JD-1, D-7, JOB-9: an unknown code is refused at its field; only with the right may a template say a time budget', async () => {
    const firm = await freshFirm()
    const maker = await firm.addMember('employee', ['manage_templates'])
    const send = (body: object) => maker.send(jobTemplatesContract.createJobTemplate, { body })
    const wrong = await send({ name: 'A', title: '[TAX_YAER]', comments: ['[ACCOUNT_NAMES]'] })
    expect(wrong.problem.fields.map((field) => field.path)).toEqual(['title', 'comments.0'])
    const late = { kind: 'absolute', startOn: '2030-02-01', dueOn: '2030-01-01' }
    expect((await send({ name: 'A', title: 'A', dates: late })).problem.fields[0]).toMatchObject({
      path: 'dates.dueOn',
      code: 'before_start',
    })
    expect((await send({ name: 'A', title: 'A', timeBudget: 60 })).problem.fields).toEqual([
      { path: 'timeBudget', code: 'right_missing' },
    ])
    expect((await send({ name: 'A', title: 'A' })).status).toBe(201)
    const nobody = await firm.addMember('employee')
    expect(
      (await nobody.send(jobTemplatesContract.createJobTemplate, { body: { name: 'B', title: 'B' } })).status,
    ).toBe(404)
    const nameless = await firm.owner.send(jobsContract.addJobs, { body: await forPatel(firm, {}) })
    expect(nameless.problem.fields).toEqual([{ path: 'name', code: 'required' }])
  })
})

function create(firm: TestFirm, body: object) {
  return firm.owner.call(jobTemplatesContract.createJobTemplate, { body })
}

async function forPatel(firm: TestFirm, body: { pipelineId?: string }) {
  const made = () => publish(firm, `Pipeline ${crypto.randomUUID()}`, [{ name: 'Start' }, { name: 'End' }])
  const pipelineId = body.pipelineId ?? (await made()).id
  return { accountIds: [await newAccount(firm, 'Patel')], ...body, pipelineId }
}

/** One job, added with this body. */
async function added(firm: TestFirm, body: object) {
  const act = await firm.owner.call(jobsContract.addJobs, { body: await forPatel(firm, body) })
  await firm.drain()
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id: act.id } })
  return jobOf(firm.owner, items[0]!.jobId as JobId)
}
