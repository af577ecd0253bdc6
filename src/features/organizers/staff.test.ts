import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { freshFirm, signInClient } from '../../../test/support/firm.ts'
import { eventsOf, fillIntake, INTAKE, newTemplate, sendTo } from '../../../test/support/organizer.ts'
import { addJobs, newAccount, publish } from '../../../test/support/pipeline.ts'
import { accountsContract } from '../accounts/contract.ts'
import { organizersContract } from './contract.ts'

describe('the list', () => {
  test('ORG-57: newest first, with progress, by account, status, words and page', async () => {
    const firm = await freshFirm()
    const email = `sanne-${firm.slug}@example.com`
    const [vermeer, wit] = [await newAccount(firm, 'Vermeer', { email }), await newAccount(firm, 'De Wit')]
    const templateId = await newTemplate(firm)
    const ids = []
    for (const [accountId, name] of [
      [vermeer, 'Taxes 2025'],
      [wit, 'Taxes 2024'],
      [vermeer, 'Rent'],
    ] as const) {
      ids.push(await sendTo(firm, templateId, accountId, { name }))
      firm.system.clock.advance(1000)
    }
    const client = await signInClient(firm, email)
    await fillIntake(client, ids[0]!)
    await client.call(organizersContract.submitOrganizer, { params: { id: ids[0]! } })
    const names = async (query: Record<string, unknown>) =>
      (await firm.owner.call(organizersContract.listOrganizers, { query })).items.map(({ name }) => name)
    expect(await names({})).toEqual(['Rent', 'Taxes 2024', 'Taxes 2025'])
    expect(await names({ accountId: vermeer })).toEqual(['Rent', 'Taxes 2025'])
    expect(await names({ status: 'pending' })).toEqual(['Rent', 'Taxes 2024'])
    expect(await names({ search: 'TAXES' })).toEqual(['Taxes 2024', 'Taxes 2025'])
    expect(await names({ search: 'wit' })).toEqual(['Taxes 2024'])
    const first = await firm.owner.call(organizersContract.listOrganizers, { query: { limit: 2 } })
    expect(await names({ limit: 2, cursor: first.next })).toEqual(['Taxes 2025'])
    const [submitted] = (await firm.owner.call(organizersContract.listOrganizers, { query: { status: 'submitted' } }))
      .items
    expect(submitted).toMatchObject({ accountName: 'Vermeer', progress: { answered: 3, total: 4 }, sealed: false })
  })

  test('the organizers of a job', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Vermeer')
    const pipeline = await publish(firm, 'Returns', [{ name: 'Gather' }, { name: 'Prepare' }])
    const [jobId] = await addJobs(firm, pipeline, [accountId])
    const templateId = await newTemplate(firm)
    const linked = await sendTo(firm, templateId, accountId, { jobIds: [jobId!] })
    await sendTo(firm, templateId, accountId)
    const { items } = await firm.owner.call(organizersContract.listOrganizers, { query: { jobId: jobId! } })
    expect(items.map(({ id }) => id)).toEqual([linked])
  })

  test.each([
    [{ cursor: 'made-up' }, 'cursor'],
    [{ status: 'lost' }, 'status'],
    [{ limit: 101 }, 'limit'],
    [{ accountId: 'x' }, 'accountId'],
  ])('%j is refused at %s', async (query, path) => {
    const firm = await freshFirm()
    const { status, problem } = await firm.owner.send(organizersContract.listOrganizers, { query })
    expect(status).toBe(422)
    expect(problem.fields[0]?.path).toBe(path)
  })
})

describe('who reads', () => {
  test('X-5: those who are assigned to the account or see all; P-6: jobs only of pipelines available to them', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Vermeer')
    const pipeline = await publish(firm, 'Returns', [{ name: 'Gather' }, { name: 'Prepare' }])
    const jobIds = await addJobs(firm, pipeline, [accountId])
    const id = await sendTo(firm, await newTemplate(firm), accountId, { jobIds })
    const outsider = await firm.addMember('employee', ['manage_organizers'])
    const preparer = await firm.addMember('employee')
    await firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [accountId], add: [preparer.member.memberId], remove: [] },
    })
    const params = { id }
    expect((await outsider.send(organizersContract.getOrganizer, { params })).status).toBe(404)
    expect((await outsider.call(organizersContract.listOrganizers)).items).toEqual([])
    const read = await preparer.call(organizersContract.getOrganizer, { params })
    expect(read).toMatchObject({ templateName: 'Intake', definition: INTAKE, jobs: [] })
    expect((await firm.owner.call(organizersContract.getOrganizer, { params })).jobs).toHaveLength(1)
  })

  test('another firm finds nothing', async () => {
    const [ours, theirs] = [await freshFirm(), await freshFirm()]
    const id = await sendTo(theirs, await newTemplate(theirs), await newAccount(theirs, 'Vermeer'))
    expect((await ours.owner.send(organizersContract.getOrganizer, { params: { id } })).status).toBe(404)
    expect((await ours.owner.call(organizersContract.listOrganizers)).items).toEqual([])
  })

  test('ORG-45: staff sees what was answered, by whom, as it comes', async () => {
    const firm = await freshFirm()
    const email = `sanne-${firm.slug}@example.com`
    const id = await sendTo(firm, await newTemplate(firm), await newAccount(firm, 'Vermeer', { email }))
    await fillIntake(await signInClient(firm, email), id)
    const read = await firm.owner.call(organizersContract.getOrganizer, { params: { id } })
    expect(read.answers).toMatchObject([
      { questionId: 'kids', value: false, answeredBy: 'Vermeer Client' },
      { questionId: 'name', value: 'Sanne Vermeer' },
    ])
    expect(read.files).toMatchObject([{ questionId: 'slips', name: 'slip.txt' }])
    expect(read.startedAt).not.toBeNull()
  })
})

describe('renaming', () => {
  test('ORG-35: takes the right and the revision; the loser of two gets the current state', async () => {
    const firm = await freshFirm()
    const id = await sendTo(firm, await newTemplate(firm), await newAccount(firm, 'Vermeer'))
    const rename = (name: string, revision: number, caller = firm.owner) =>
      caller.send(organizersContract.renameOrganizer, {
        params: { id },
        body: { name },
        headers: { 'if-match': `"${revision}"` },
      })
    expect((await rename('Taxes', 1)).body).toMatchObject({ name: 'Taxes', revision: 2 })
    expect((await rename('Late', 1)).problem).toMatchObject({ code: 'stale', detail: { current: { name: 'Taxes' } } })
    const reader = await firm.addMember('employee', ['view_all_accounts'])
    expect((await rename('Mine', 2, reader)).status).toBe(404)
    expect((await rename(' ', 2)).problem.fields).toEqual([{ path: 'name', code: 'required' }])
    expect(await eventsOf(firm, 'organizer.renamed')).toMatchObject([{ payload: { name: 'Taxes', before: 'Intake' } }])
  })

  test('one that does not exist is missing', async () => {
    const firm = await freshFirm()
    const sent = { params: { id: newId() }, body: { name: 'x' }, headers: { 'if-match': '"1"' } }
    expect((await firm.owner.send(organizersContract.renameOrganizer, sent)).status).toBe(404)
  })
})
