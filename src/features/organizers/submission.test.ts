import { describe, expect, test } from 'vitest'
import type { JobId, OrganizerId } from '#kernel/ids.ts'
import { type Caller, freshFirm, signInClient, type TestFirm } from '../../../test/support/firm.ts'
import {
  answer,
  eventsOf,
  fillIntake,
  mailsOf,
  newTemplate,
  sectionOf,
  sendTo,
} from '../../../test/support/organizer.ts'
import { addJobs, asks, newAccount, publish } from '../../../test/support/pipeline.ts'
import { accountsContract } from '../accounts/contract.ts'
import { jobsContract } from '../jobs/contract.ts'
import { organizersContract } from './contract.ts'

const submit = (client: Caller, id: OrganizerId) => client.send(organizersContract.submitOrganizer, { params: { id } })

async function client(): Promise<{
  firm: TestFirm
  caller: Caller
  accountId: Awaited<ReturnType<typeof newAccount>>
}> {
  const firm = await freshFirm()
  const email = `sanne-${firm.slug}@example.com`
  const accountId = await newAccount(firm, 'Vermeer', { email })
  return { firm, accountId, caller: await signInClient(firm, email) }
}

async function stageOf(firm: TestFirm, id: JobId) {
  const job = await firm.owner.call(jobsContract.getJob, { params: { id } })
  return { stage: job.stageName, visits: job.stages.map((stage) => stage.visits) }
}

describe('submitting', () => {
  test('ORG-12: refused with everything that is missing, and nothing else', async () => {
    const { firm, caller, accountId } = await client()
    const id = await sendTo(firm, await newTemplate(firm), accountId)
    await answer(caller, id, { kids: true })
    const refused = await submit(caller, id)
    expect(refused.status).toBe(422)
    expect(refused.problem).toMatchObject({
      code: 'incomplete',
      fields: [
        { path: 'name', code: 'required' },
        { path: 'child', code: 'required' },
        { path: 'slips', code: 'required' },
      ],
    })
    await fillIntake(caller, id)
    expect((await submit(caller, id)).status).toBe(200)
  })

  test('ORG-43, XC-16: once submitted, the owner is mailed where nobody is assigned, else those who are', async () => {
    const { firm, caller, accountId } = await client()
    const templateId = await newTemplate(firm)
    const [first, second] = [await sendTo(firm, templateId, accountId), await sendTo(firm, templateId, accountId)]
    await fillIntake(caller, first)
    await submit(caller, first)
    const members = await Promise.all([firm.addMember('employee'), firm.addMember('employee')])
    await firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [accountId], add: members.map(({ member }) => member.memberId), remove: [] },
    })
    await fillIntake(caller, second)
    await submit(caller, second)
    const mails = await mailsOf(firm, 'organizer_submitted')
    expect(mails.filter((mail) => mail.organizer_id === first).map((mail) => mail.to_name)).toEqual(['Mara Lindqvist'])
    expect(mails.filter((mail) => mail.organizer_id === second)).toHaveLength(2)
    expect(mails[0]!.params).toEqual({
      organizerName: 'Intake',
      accountName: 'Vermeer',
      link: `http://throughline.test/organizers/${first}`,
    })
  })

  test('a second submit, or two at the same moment, is one event and one mail', async () => {
    const { firm, caller, accountId } = await client()
    const id = await sendTo(firm, await newTemplate(firm), accountId)
    await fillIntake(caller, id)
    const [one, other] = await Promise.all([submit(caller, id), submit(caller, id)])
    const again = await submit(caller, id)
    expect([one.status, other.status, again.status]).toEqual([200, 200, 200])
    expect(new Set([one, other, again].map(({ body }) => body.submittedAt)).size).toBe(1)
    expect(await eventsOf(firm, 'organizer.submitted')).toHaveLength(1)
    expect(await mailsOf(firm, 'organizer_submitted')).toHaveLength(1)
  })

  test('ORG-44: it can be changed afterwards, which does not take the submission back', async () => {
    const { firm, caller, accountId } = await client()
    const id = await sendTo(firm, await newTemplate(firm), accountId)
    await fillIntake(caller, id)
    await submit(caller, id)
    await answer(caller, id, { name: null })
    const read = await caller.call(organizersContract.getPortalOrganizer, { params: { id } })
    expect(read).toMatchObject({ status: 'submitted', editable: true, progress: { answered: 2, total: 4 } })
    expect((await submit(caller, id)).status).toBe(200)
  })
})

describe('the job that waits', () => {
  const nothingRequired = sectionOf({ type: 'text', id: 'a', label: 'A', required: false, condition: null })

  async function waiting(count: number) {
    const { firm, caller, accountId } = await client()
    const templateId = await newTemplate(firm, { definition: nothingRequired })
    const pipeline = await publish(firm, 'Returns', [
      {
        name: 'Gather',
        automove: true,
        automations: Array.from({ length: count }, () => asks.organizer(templateId)),
      },
      { name: 'Prepare' },
      { name: 'Done' },
    ])
    const [jobId] = await addJobs(firm, pipeline, [accountId])
    const { items } = await firm.owner.call(organizersContract.listOrganizers, { query: { jobId: jobId! } })
    return { firm, caller, accountId, templateId, jobId: jobId!, ids: items.map(({ id }) => id) }
  }

  test('ORG-61, DONE-2: submitting the last one moves it, and says so as the cause (B-4)', async () => {
    const { firm, caller, jobId, ids } = await waiting(2)
    await submit(caller, ids[0]!)
    expect(await stageOf(firm, jobId)).toEqual({ stage: 'Gather', visits: [1, 0, 0] })
    await submit(caller, ids[1]!)
    expect(await stageOf(firm, jobId)).toEqual({ stage: 'Prepare', visits: [1, 1, 0] })
    const submitted = (await eventsOf(firm, 'organizer.submitted')).at(-1)!
    expect(await eventsOf(firm, 'job.moved')).toMatchObject([{ cause_id: submitted.id, job_id: jobId }])
  })

  test('AM-17: two submitted at the same moment move it once', async () => {
    const { firm, caller, jobId, ids } = await waiting(2)
    const both = await Promise.all(ids.map((id) => submit(caller, id)))
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    expect(await stageOf(firm, jobId)).toEqual({ stage: 'Prepare', visits: [1, 1, 0] })
    expect(await eventsOf(firm, 'job.moved')).toHaveLength(1)
  })

  test('ORG-62, AM-21: a sealed one holds no longer, so the other alone moves the job', async () => {
    const { firm, caller, jobId, ids } = await waiting(2)
    await firm.run((tx) => tx.db.updateTable('organizers').set({ sealed: true }).where('id', '=', ids[0]!).execute())
    await submit(caller, ids[1]!)
    expect((await stageOf(firm, jobId)).stage).toBe('Prepare')
  })

  test('AM-16: one that two jobs wait for moves each', async () => {
    const { firm, caller, accountId, templateId, jobId } = await waiting(0)
    const other = await publish(firm, 'Books', [{ name: 'Ask', automove: true }, { name: 'Enter' }])
    const [second] = await addJobs(firm, other, [accountId])
    const id = await sendTo(firm, templateId, accountId, { jobIds: [jobId, second!] })
    await submit(caller, id)
    expect((await stageOf(firm, jobId)).stage).toBe('Prepare')
    expect((await stageOf(firm, second!)).stage).toBe('Enter')
  })

  test('ORG-63, AM-13: what was submitted stays done and holds nothing in the next stage', async () => {
    const { firm, caller, jobId, ids } = await waiting(1)
    await submit(caller, ids[0]!)
    const job = await firm.owner.call(jobsContract.getJob, { params: { id: jobId } })
    expect(job).toMatchObject({ stageName: 'Prepare', pendingItems: 0 })
    expect(job.items).toMatchObject([{ id: ids[0], state: 'done', holds: false }])
  })

  test('D-15: what the client submitted is kept when the move that follows breaks, and the job moves once it is mended', async () => {
    const { firm, caller, accountId } = await client()
    const first = await newTemplate(firm, { definition: nothingRequired })
    const next = await newTemplate(firm, { name: 'Next', definition: nothingRequired })
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automove: true, automations: [asks.organizer(first)] },
      { name: 'Prepare', automations: [asks.organizer(next)] },
    ])
    const [jobId] = await addJobs(firm, pipeline, [accountId])
    const { items } = await firm.owner.call(organizersContract.listOrganizers)
    const broken = { firm_id: firm.firmId, template_id: next, version: 2, content: '{}', created_at: new Date() }
    await firm.run((tx) => tx.db.insertInto('template_versions').values(broken).execute())
    await firm.run((tx) => tx.db.updateTable('templates').set({ version: 2 }).where('id', '=', next).execute())
    expect((await submit(caller, items[0]!.id)).status).toBe(200)
    const read = await firm.owner.call(organizersContract.getOrganizer, { params: { id: items[0]!.id } })
    expect(read.status).toBe('submitted')
    expect((await stageOf(firm, jobId!)).stage).toBe('Gather')
    await firm.owner.call(organizersContract.changeOrganizerTemplate, {
      params: { id: next },
      body: { name: 'Next', organizerName: '', definition: nothingRequired },
      headers: { 'if-match': '"1"' },
    })
    await firm.drain()
    expect((await stageOf(firm, jobId!)).stage).toBe('Prepare')
  })
})
