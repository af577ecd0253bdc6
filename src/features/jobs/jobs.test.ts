import { describe, expect, it } from 'vitest'
import { recountJobs } from '#engine/shell/advance-jobs.ts'
import type { JobId } from '#kernel/ids.ts'
import { freshFirm, signInClient } from '../../../test/support/firm.ts'
import {
  addJobs,
  asks,
  newAccount,
  newOrganizerTemplate,
  newTaskTemplate,
  publish,
} from '../../../test/support/pipeline.ts'
import { holding, jobOf, moveTo, submit } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { emailsContract } from '../emails/contract.ts'
import { organizersContract } from '../organizers/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { jobsContract } from './contract.ts'

describe('who sees and moves a job', () => {
  it('P-5, P-6, JC-2: the pipeline must be available and the account be seen; either alone shows nothing', async () => {
    const firm = await freshFirm()
    const member = await firm.addMember('employee')
    const memberIds = [member.member.memberId]
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
    const account = await newAccount(firm, 'Patel')
    const [id] = await addJobs(firm, pipeline, [account])
    const look = async () => [
      (await member.send(jobsContract.getJob, { params: { id: id! } })).status,
      (await member.send(jobsContract.getBoard, { params: { id: pipeline.id } })).status,
    ]
    expect(await look()).toEqual([404, 404])
    await firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [account], add: memberIds, remove: [] },
    })
    expect(await look()).toEqual([404, 404])
    const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
    await firm.owner.call(pipelinesContract.setAvailability, {
      params: { id: pipeline.id },
      headers: { 'if-match': `"${revision}"` },
      body: { memberIds },
    })
    expect(await look()).toEqual([200, 200])
    expect((await moveTo(member, id!, pipeline.named('End').id)).stageName).toBe('End')
    await firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [account], add: [], remove: memberIds },
    })
    expect(await look()).toEqual([404, 200])
    const board = await member.call(jobsContract.getBoard, { params: { id: pipeline.id } })
    expect(board.stages.map((stage) => [stage.count, stage.cards.length])).toEqual([
      [0, 0],
      [0, 0],
    ])
  })

  it('P-1, P-7, X-3: a client gets what the stage sends, and no word of pipeline, stage or job', async () => {
    const firm = await freshFirm()
    const email = `sees-${firm.slug}@example.com`
    const pipeline = await publish(firm, 'Inner pipeline name', [
      { name: 'Inner stage name', automations: [asks.organizer(await newOrganizerTemplate(firm, 'Questions'))] },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel', { email })])
    const client = await signInClient(firm, email)
    const seen = JSON.stringify(await client.call(organizersContract.listPortalOrganizers))
    expect(seen).toContain('Questions')
    for (const inner of ['Inner pipeline name', 'Inner stage name', 'Return', id!, pipeline.id])
      expect(seen).not.toContain(inner)
    for (const endpoint of [jobsContract.listJobs, jobsContract.getBoard, pipelinesContract.listPipelines]) {
      expect((await client.send(endpoint, { params: { id: pipeline.id } })).status).toBe(404)
    }
  })
})

describe('moving by hand', () => {
  it('JM-3, STG-3, D-14: any stage may be entered, forward, backward, conditional; ids stay the same when the pipeline changes', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')], pipeline.named('Two').id)
    expect((await moveTo(firm.owner, id!, pipeline.named('Three').id)).stageName).toBe('Three')
    expect((await moveTo(firm.owner, id!, pipeline.named('One').id)).stageName).toBe('One')
    const visits = (await jobOf(firm.owner, id!)).stages.map(({ name, visits: times }) => [name, times])
    expect(visits).toEqual([
      ['One', 1],
      ['Two', 1],
      ['Three', 1],
    ])
  })

  it('AM-1, AM-9: what is under way never goes back by itself', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'One', automove: true, automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'Two' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    await moveTo(firm.owner, id!, pipeline.named('Two').id)
    await firm.run((tx) => recountJobs(tx, [id!]))
    expect((await jobOf(firm.owner, id!)).stageName).toBe('Two')
  })

  it('A-11: what failed is told in the result of the act and on the job itself', async () => {
    const firm = await freshFirm()
    const template = await newTaskTemplate(firm, 'Check')
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.task(template)] },
      { name: 'End' },
    ])
    await firm.run((tx) =>
      tx.db.updateTable('templates').set({ deleted_at: tx.now }).where('id', '=', template).execute(),
    )
    await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const board = await firm.owner.call(jobsContract.getBoard, {
      params: { id: pipeline.id },
      query: { turn: 'stuck' },
    })
    expect(board.stages[0]).toMatchObject({ count: 1, cards: [{ failedOutcomes: 1, turn: 'stuck' }] })
    expect((await firm.owner.call(jobsContract.listBulkActs)).items[0]).toMatchObject({
      state: 'finished',
      succeeded: 1,
      failed: 0,
    })
  })
})

describe('what holds a stage', () => {
  it('AM-15, ORG-63: linking what is done already counts as done, and moves nothing by itself', async () => {
    const firm = await freshFirm()
    const template = await newOrganizerTemplate(firm, 'Questions')
    const email = `linked-${firm.slug}@example.com`
    const account = await newAccount(firm, 'Patel', { email })
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automove: true }, { name: 'End' }])
    const [id] = await addJobs(firm, pipeline, [account])
    const { items } = await firm.owner.call(organizersContract.sendOrganizers, {
      body: { templateId: template, accountIds: [account] },
    })
    await submit(await signInClient(firm, email), items[0]!.id)
    await firm.run(async (tx) => {
      const job = await tx.db.selectFrom('jobs').select('visit_id').where('id', '=', id!).executeTakeFirstOrThrow()
      const link = {
        firm_id: tx.firmId,
        organizer_id: items[0]!.id,
        job_id: id!,
        visit_id: job.visit_id,
        linked_at: tx.now,
      }
      await tx.db.insertInto('organizer_links').values(link).execute()
      await recountJobs(tx, [id as JobId])
    })
    expect(await jobOf(firm.owner, id!)).toMatchObject({ stageName: 'Start', doneItems: 1, pendingItems: 0 })
  })

  it('ORG-64, AM-16: what happens to an organizer of an earlier stage moves nothing back; two jobs that wait for one are judged each by itself', async () => {
    const firm = await freshFirm()
    const email = `two-${firm.slug}@example.com`
    const account = await newAccount(firm, 'Patel', { email })
    const [questions, task] = [await newOrganizerTemplate(firm, 'Questions'), await newTaskTemplate(firm, 'Check')]
    const plain = await publish(firm, 'Plain', [{ name: 'Start', automove: true }, { name: 'End' }])
    const busy = await publish(firm, 'Busy', [
      { name: 'Start', automove: true, automations: [asks.task(task)] },
      { name: 'End' },
    ])
    const [one] = await addJobs(firm, plain, [account])
    const [two] = await addJobs(firm, busy, [account])
    const { items } = await firm.owner.call(organizersContract.sendOrganizers, {
      body: { templateId: questions, accountIds: [account], jobIds: [one!, two!] },
    })
    await submit(await signInClient(firm, email), items[0]!.id)
    expect([(await jobOf(firm.owner, one!)).stageName, (await jobOf(firm.owner, two!)).stageName]).toEqual([
      'End',
      'Start',
    ])
    expect(await holding(firm.owner, two!, 'organizer')).toEqual([])
  })

  it('FAIL-3: somebody who was invited and never came still gets the mails', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.organizer(await newOrganizerTemplate(firm, 'Questions'))] },
      { name: 'End' },
    ])
    const email = `invited-${firm.slug}@example.com`
    await addJobs(firm, pipeline, [await newAccount(firm, 'Patel', { email, login: true })])
    expect((await firm.owner.call(emailsContract.listMails)).items).toMatchObject([
      { kind: 'organizer_sent', toEmail: email },
    ])
  })
})
