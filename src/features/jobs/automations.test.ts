import { describe, expect, it } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { type Caller, freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import {
  addJobs,
  asks,
  hasTag,
  newAccount,
  newEmailTemplate,
  newOrganizerTemplate,
  newTag,
  newTaskTemplate,
  publish,
} from '../../../test/support/pipeline.ts'
import { accountsContract } from '../accounts/contract.ts'
import { emailsContract } from '../emails/contract.ts'
import { organizersContract } from '../organizers/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { jobsContract } from './contract.ts'

const jobOf = (who: Caller, id: JobId) => who.call(jobsContract.getJob, { params: { id } })
const tagsOf = async (firm: TestFirm, id: string) =>
  (await firm.owner.call(accountsContract.getAccount, { params: { id } })).tags.map((tag) => tag.name).sort()

describe('automations of an entered stage', () => {
  it('A-1, A-2, A-3, A-6: a job added to a stage runs every automation, in order, also two of a kind', async () => {
    const firm = await freshFirm()
    const [season, one, two] = [
      await newTag(firm, 'Season'),
      await newTaskTemplate(firm, 'One'),
      await newTaskTemplate(firm, 'Two'),
    ]
    const mail = await newEmailTemplate(firm, 'Welcome')
    const automations = [asks.tags({ add: [season] }), asks.task(one), asks.task(two), asks.email(mail)]
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automations }, { name: 'End' }])
    const account = await newAccount(firm, 'Patel')
    const [id] = await addJobs(firm, pipeline, [account])
    const job = await jobOf(firm.owner, id!)
    expect(job.outcomes.map(({ automationId, result }) => [automationId, result])).toEqual(
      automations.map((automation) => [automation.id, 'done']),
    )
    expect(job.items.map((item) => item.name)).toEqual(['One', 'Two'])
    expect(await tagsOf(firm, account)).toEqual(['Season'])
  })

  it('A-4, AUT-2: tags cleared earlier in the stage suppress an organizer that needs one', async () => {
    const firm = await freshFirm()
    const tag = await newTag(firm, 'Foreign income')
    const organizer = asks.organizer(await newOrganizerTemplate(firm, 'Abroad'), hasTag(tag))
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.tags({ clear: true }), organizer] },
      { name: 'End' },
    ])
    const account = await newAccount(firm, 'Tanaka')
    await firm.owner.call(accountsContract.changeAccountTags, {
      body: { accountIds: [account], add: [tag], remove: [] },
    })
    const [id] = await addJobs(firm, pipeline, [account])
    const job = await jobOf(firm.owner, id!)
    expect(job.outcomes.at(-1)).toMatchObject({ result: 'skipped', reason: { code: 'condition_not_met' } })
    expect(await tagsOf(firm, account)).toEqual([])
  })

  it('A-4: two jobs of one account in one act see each other’s tags', async () => {
    const firm = await freshFirm()
    const [tag, seen] = [await newTag(firm, 'First'), await newTag(firm, 'Second')]
    const automations = [asks.tags({ add: [seen] }, hasTag(tag)), asks.tags({ add: [tag] })]
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automations }, { name: 'End' }])
    const account = await newAccount(firm, 'Patel')
    await addJobs(firm, pipeline, [account])
    expect(await tagsOf(firm, account)).toEqual(['First'])
    await addJobs(firm, pipeline, [account])
    expect(await tagsOf(firm, account)).toEqual(['First', 'Second'])
  })

  it('A-8: what was created stays as its template was then', async () => {
    const firm = await freshFirm()
    const template = await newTaskTemplate(firm, 'Old title')
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.task(template)] },
      { name: 'End' },
    ])
    const accounts = [await newAccount(firm, 'Before'), await newAccount(firm, 'After')]
    await addJobs(firm, pipeline, [accounts[0]!])
    const { revision } = await firm.owner.call(tasksContract.getTaskTemplate, { params: { id: template } })
    await firm.owner.call(tasksContract.changeTaskTemplate, {
      params: { id: template },
      headers: { 'if-match': `"${revision}"` },
      body: { name: 'New', title: 'New title' },
    })
    await addJobs(firm, pipeline, [accounts[1]!])
    const { items } = await firm.owner.call(tasksContract.listTasks)
    expect(items.map(({ accountName, name }) => [accountName, name]).sort()).toEqual([
      ['After', 'New title'],
      ['Before', 'Old title'],
    ])
  })

  it('A-9: entering again runs again, with new things', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    await move(firm.owner, id!, pipeline.named('End').id)
    await move(firm.owner, id!, pipeline.named('Start').id)
    expect((await jobOf(firm.owner, id!)).items).toHaveLength(2)
  })

  it('A-5, A-30, A-31: the preview greys what its condition forbids; what is deselected is skipped and said so', async () => {
    const firm = await freshFirm()
    const [vip, template] = [await newTag(firm, 'VIP'), await newTaskTemplate(firm, 'Check')]
    const [open, conditional] = [asks.task(template), asks.task(template, hasTag(vip))]
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start' },
      { name: 'Next', automations: [open, conditional] },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const stageId = pipeline.named('Next').id
    const preview = await firm.owner.call(jobsContract.previewStage, { body: { jobIds: [id], stageId } })
    expect(preview.automations.map(({ runs, others }) => [runs, others[0]?.code ?? null])).toEqual([
      [1, null],
      [0, 'condition_not_met'],
    ])
    const moved = await move(firm.owner, id!, stageId, [open.id])
    expect(moved.items).toEqual([])
    expect(moved.outcomes.map((it) => it.reason?.code)).toEqual(['deselected', 'condition_not_met'])
  })
})

describe('what can be foreseen to fail is an outcome, and stops nothing', () => {
  it('A-12, FAIL-1: a template that is gone', async () => {
    const firm = await freshFirm()
    const [gone, stays] = [await newTaskTemplate(firm, 'Gone'), await newTaskTemplate(firm, 'Stays')]
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.task(gone), asks.task(stays)] },
      { name: 'End' },
    ])
    await firm.run((tx) => tx.db.updateTable('templates').set({ deleted_at: tx.now }).where('id', '=', gone).execute())
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const job = await jobOf(firm.owner, id!)
    expect(job.outcomes.map((it) => [it.result, it.reason?.code ?? null])).toEqual([
      ['failed', 'template_missing'],
      ['done', null],
    ])
    expect(job).toMatchObject({ turn: 'stuck', failedOutcomes: 1, stageName: 'Start' })
  })

  it('FAIL-2, FAIL-4, AUT-4: nobody has Login or Notify: the organizer is there, nobody is mailed, and the outcome says so', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.organizer(await newOrganizerTemplate(firm, 'Questions'))] },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Offline', { login: false, notify: false })])
    const job = await jobOf(firm.owner, id!)
    expect(job.outcomes[0]).toMatchObject({ result: 'done', warnings: [{ code: 'nobody_notified' }] })
    expect(job.items).toMatchObject([{ kind: 'organizer', name: 'Questions', state: 'pending', holds: true }])
    expect((await firm.owner.call(emailsContract.listMails)).items).toEqual([])
  })

  it('FAIL-5, AUT-7: an e-mail that nobody can get', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.email(await newEmailTemplate(firm, 'Hello'))] },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Silent', { notify: false })])
    expect((await jobOf(firm.owner, id!)).outcomes).toMatchObject([
      { result: 'failed', reason: { code: 'no_recipient' } },
    ])
  })

  it('FAIL-12: a code without a value is rendered as nothing and warned of', async () => {
    const firm = await freshFirm()
    const mail = await newEmailTemplate(firm, 'Hello', 'For [PHONE_NUMBER]', 'Dear [FIRST_NAME]')
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.email(mail)] },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    expect((await jobOf(firm.owner, id!)).outcomes).toMatchObject([
      { result: 'done', warnings: [{ code: 'empty_shortcodes', tokens: ['PHONE_NUMBER'] }] },
    ])
    expect((await firm.owner.call(emailsContract.listMails)).items[0]?.subject).toBe('For')
  })

  it('FAIL-13: an archived account gets no job, and the act says which', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
    const accounts = [await newAccount(firm, 'Active'), await newAccount(firm, 'Gone')]
    await firm.run((tx) =>
      tx.db.updateTable('accounts').set({ state: 'archived' }).where('id', '=', accounts[1]!).execute(),
    )
    const act = await firm.owner.call(jobsContract.addJobs, {
      body: { pipelineId: pipeline.id, accountIds: accounts, name: 'Return' },
    })
    await firm.drain()
    expect(await firm.owner.call(jobsContract.getBulkAct, { params: { id: act.id } })).toMatchObject({
      succeeded: 1,
      failed: 1,
      state: 'finished',
    })
    const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id: act.id } })
    expect(items[0]).toMatchObject({
      accountName: 'Gone',
      state: 'failed',
      reason: { code: 'account_archived' },
      jobId: null,
    })
  })
})

describe('who did it', () => {
  it('A-10, D-9, X-3, X-4: what an automation made is linked to its job and attributed to automation', async () => {
    const firm = await freshFirm()
    const template = await newOrganizerTemplate(firm, 'Questions')
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.organizer(template)] },
      { name: 'End' },
    ])
    const account = await newAccount(firm, 'Patel')
    const [id] = await addJobs(firm, pipeline, [account])
    await firm.owner.call(organizersContract.sendOrganizers, { body: { templateId: template, accountIds: [account] } })
    const { items } = await firm.owner.call(organizersContract.listOrganizers)
    expect(items).toHaveLength(2)
    expect((await jobOf(firm.owner, id!)).items).toHaveLength(1)
    const actors = await firm.run((tx) =>
      tx.db
        .selectFrom('events')
        .select(['actor_kind', 'job_id'])
        .where('type', '=', 'organizer.sent')
        .orderBy('position')
        .execute(),
    )
    expect(actors).toEqual([
      { actor_kind: 'automation', job_id: id },
      { actor_kind: 'member', job_id: null },
    ])
  })
})

async function move(who: Caller, id: JobId, stageId: string, deselectedAutomationIds: string[] = []) {
  const { revision } = await jobOf(who, id)
  const headers = { 'if-match': `"${revision}"` }
  return who.call(jobsContract.moveJob, { params: { id }, headers, body: { stageId, deselectedAutomationIds } })
}
