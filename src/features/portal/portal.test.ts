import { describe, expect, test } from 'vitest'
import type { Endpoint } from '#kernel/contract.ts'
import { type Caller, freshFirm, signInClient } from '../../../test/support/firm.ts'
import { answer, attach, fillIntake, newTemplate, sendTo } from '../../../test/support/organizer.ts'
import { addJobs, asks, newAccount, newTag, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { slices } from '../../slices.ts'
import { accountsContract } from '../accounts/contract.ts'
import { organizersContract } from '../organizers/contract.ts'
import { portalContract } from './contract.ts'

async function twoAccounts() {
  const firm = await freshFirm()
  const email = `sanne-${firm.slug}@example.com`
  const home = await newAccount(firm, 'Vermeer', { email })
  const shop = await newAccount(firm, 'Ceramics', { email })
  const client = await signInClient(firm, email)
  const templateId = await newTemplate(firm)
  const send = async (accountId: typeof home, name: string) => {
    firm.system.clock.advance(1000)
    return sendTo(firm, templateId, accountId, { name })
  }
  return { firm, client, home, shop, send }
}

const homeOf = (client: Caller, query: Record<string, unknown> = {}) =>
  client.call(portalContract.getPortalHome, { query })

describe('home', () => {
  test('POR-1, POR-3: what waits, newest or bumped first, with how far it is', async () => {
    const { firm, client, home, send } = await twoAccounts()
    const first = await send(home, 'First')
    await send(home, 'Second')
    await answer(client, first, { name: 'Sanne' })
    const before = await homeOf(client)
    expect(before.todos).toMatchObject([
      { kind: 'organizer', name: 'Second', progress: { answered: 0, total: 4 }, startedAt: null, savedAt: null },
      { kind: 'organizer', name: 'First', progress: { answered: 1, total: 4 }, savedAt: expect.any(String) },
    ])
    firm.system.clock.advance(1000)
    const bumped = { bumped_at: firm.system.clock.now() }
    await firm.run((tx) => tx.db.updateTable('organizers').set(bumped).where('id', '=', first).execute())
    expect((await homeOf(client)).todos.map(({ name }) => name)).toEqual(['First', 'Second'])
  })

  test('POR-4: one stays until it is submitted; sealed and archived ones are not in the list', async () => {
    const { firm, client, home, send } = await twoAccounts()
    const [done, sealed, archived, open] = [
      await send(home, 'Done'),
      await send(home, 'Sealed'),
      await send(home, 'Archived'),
      await send(home, 'Open'),
    ]
    await client.call(organizersContract.openOrganizer, { params: { id: open } })
    await fillIntake(client, done)
    expect((await homeOf(client)).todos).toHaveLength(4)
    await client.call(organizersContract.submitOrganizer, { params: { id: done } })
    await firm.run((tx) => tx.db.updateTable('organizers').set({ sealed: true }).where('id', '=', sealed).execute())
    await firm.run((tx) => tx.db.updateTable('organizers').set({ archived: true }).where('id', '=', archived).execute())
    expect((await homeOf(client)).todos.map(({ name }) => name)).toEqual(['Open'])
    const list = await client.call(organizersContract.listPortalOrganizers, { query: { accountId: home } })
    expect(list.items.map(({ name, status }) => [name, status])).toEqual([
      ['Open', 'pending'],
      ['Archived', 'pending'],
      ['Sealed', 'pending'],
      ['Done', 'submitted'],
    ])
  })

  test('POR-6: it opens on the account with the newest to-do and counts the others', async () => {
    const { client, home, shop, send } = await twoAccounts()
    expect(await homeOf(client)).toMatchObject({
      account: { name: 'Ceramics', todos: 0 },
      otherAccounts: [{ name: 'Vermeer', todos: 0 }],
      firm: { name: 'Hollis & Vane', email: null },
    })
    await send(shop, 'Books')
    await send(home, 'Taxes')
    await send(shop, 'More books')
    await send(home, 'More taxes')
    expect(await homeOf(client)).toMatchObject({
      account: { id: home, todos: 2 },
      otherAccounts: [{ id: shop, name: 'Ceramics', todos: 2 }],
    })
    const other = await homeOf(client, { accountId: shop })
    expect(other.todos.map(({ name }) => name)).toEqual(['More books', 'Books'])
    expect(await client.call(portalContract.listPortalAccounts)).toEqual({
      items: [
        { id: shop, name: 'Ceramics', todos: 2 },
        { id: home, name: 'Vermeer', todos: 2 },
      ],
    })
  })

  test('another client’s account is not there, nor is the home for staff', async () => {
    const { firm, client } = await twoAccounts()
    const theirs = await newAccount(firm, 'Stranger')
    expect((await client.send(portalContract.getPortalHome, { query: { accountId: theirs } })).status).toBe(404)
    expect((await firm.owner.send(portalContract.getPortalHome)).status).toBe(404)
  })
})

test('POR-8, X-3: no answer to a client names a pipeline, a stage, a job, a tag, a template, a task or a member', async () => {
  const firm = await freshFirm()
  const email = `sanne-${firm.slug}@example.com`
  const accountId = await newAccount(firm, 'Vermeer', { email })
  const tagId = await newTag(firm, 'Secret-tag')
  const assigned = await firm.addMember('employee', [], 'Secret-member')
  await firm.owner.call(accountsContract.changeAccountTags, {
    body: { accountIds: [accountId], add: [tagId], remove: [] },
  })
  await firm.owner.call(accountsContract.changeAccountTeam, {
    body: { accountIds: [accountId], add: [assigned.member.memberId], remove: [] },
  })
  const templateId = await newTemplate(firm, { name: 'Secret-template', organizerName: 'Your taxes' })
  const pipeline = await publish(firm, 'Secret-pipeline', [
    {
      name: 'Secret-stage',
      automations: [asks.organizer(templateId), asks.task(await newTaskTemplate(firm, 'Secret-task'))],
    },
    { name: 'Secret-next' },
  ])
  await addJobs(firm, pipeline, [accountId])
  const client = await signInClient(firm, email)
  const [organizer] = (await client.call(organizersContract.listPortalOrganizers)).items
  const id = organizer!.id
  const { documentId } = await attach(client, id, 'slips')
  const params = { id, documentId, questionId: 'slips' }
  await answer(client, id, { name: 'Sanne', kids: false })
  const said = [JSON.stringify(await attach(client, id, 'slips'))]
  for (const endpoint of endpointsOfClients()) {
    const answered = await client.send(endpoint, {
      params: endpoint.path.startsWith('/portal/documents') ? { id: documentId } : params,
      query: { name: 'a.txt' },
      ...bodyFor(endpoint),
    })
    said.push(JSON.stringify(answered.body), ...[...answered.headers.values()])
  }
  expect(said.length).toBeGreaterThan(9)
  expect(said.join('\n')).toContain('Your taxes')
  expect(said.join('\n')).not.toMatch(/secret/i)
  expect(said.join('\n')).not.toContain(templateId)
  expect(said.join('\n')).not.toContain(pipeline.id)
})

/** Every endpoint that lets a client in, whichever slice it belongs to. */
function endpointsOfClients(): Endpoint[] {
  return slices
    .flatMap(({ contract }) => Object.values(contract))
    .filter(({ who }) => 'client' in who || 'clientOrTodoLink' in who)
}

function bodyFor({ format, body }: Endpoint): { body?: unknown } {
  if (format === 'upload') return { body: new TextEncoder().encode('a') }
  return body ? { body: { value: 'Sanne', revision: 0 } } : {}
}
