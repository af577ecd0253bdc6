import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { freshFirm, type MemberCaller, type TestFirm } from '../../../test/support/firm.ts'
import { tagsContract } from '../tags/contract.ts'
import { accountsContract } from './contract.ts'
import type { Account } from './schemas.ts'

const ROSA = { firstName: 'Rosa', lastName: 'Delgado', emails: [{ email: 'rosa@example.com' }] }

describe('ACC-1, ACC-2: making a client', () => {
  test('an individual is named after the first contact and gets a short id; nobody gets access or a mail', async () => {
    const firm = await freshFirm()
    const account = await create(firm.owner, { contacts: [ROSA] })
    expect(account).toMatchObject({ name: 'Rosa Delgado', type: 'individual', state: 'active', shortId: 'R-001' })
    expect(account.contacts[0]).toMatchObject({
      name: 'Rosa Delgado',
      locale: null,
      emails: [{ login: false, notify: true }],
    })
    const next = await create(firm.owner, { name: 'Åkesson AB', type: 'company', contacts: [ROSA] })
    expect(next.shortId).toBe('A-002')
    expect(await eventTypes(firm)).toEqual(['account.created', 'contact.created', 'account.created', 'contact.created'])
    expect(await firm.run((tx) => tx.db.selectFrom('mails').select('id').execute())).toEqual([])
  })

  test.each(['<', '>', ':', '"', '/', '\\', '|', '?', '*', '\u0007'])(
    'a name with %j is refused',
    async (character) => {
      const firm = await freshFirm()
      const body = { name: `Bakker ${character} Zonen`, type: 'company', contacts: [ROSA] }
      const { status, problem } = await firm.owner.send(accountsContract.createAccount, { body })
      expect(status).toBe(422)
      expect(problem.fields).toEqual([expect.objectContaining({ path: 'name', code: 'forbidden_characters' })])
    },
  )

  test.each([
    [{ contacts: [] }, 'contacts', 'too_small_list'],
    [{ type: 'company', contacts: [ROSA] }, 'name', 'required'],
    [{ name: 'x'.repeat(201), contacts: [ROSA] }, 'name', 'too_long'],
    [{ contacts: [ROSA], tagIds: [newId()] }, 'tagIds', 'not_found'],
    [{ contacts: [ROSA], memberIds: [newId()] }, 'memberIds', 'not_found'],
    [{ contacts: [{ contactId: newId() }] }, 'contacts.0.contactId', 'not_found'],
  ])('%j is refused at %s: %s', async (body, path, code) => {
    const firm = await freshFirm()
    const { status, problem } = await firm.owner.send(accountsContract.createAccount, { body })
    expect(status).toBe(422)
    expect(problem.fields).toEqual([expect.objectContaining({ path, code })])
  })

  test('CON-1: an address of somebody who works here is refused', async () => {
    const firm = await freshFirm()
    const email = `${firm.owner.member.memberId}@EXAMPLE.com`
    const body = { contacts: [{ ...ROSA, emails: [{ email }] }] }
    const { problem } = await firm.owner.send(accountsContract.createAccount, { body })
    expect(problem.fields).toEqual([{ path: 'contacts.0.emails.0.email', code: 'staff_email' }])
  })

  test('one person is the contact of two clients, with switches of his own on each', async () => {
    const firm = await freshFirm()
    const first = await create(firm.owner, { contacts: [ROSA] })
    const contactId = first.contacts[0]!.id
    const body = { name: 'Delgado Flowers', type: 'company', contacts: [{ contactId, login: true, notify: false }] }
    const second = await create(firm.owner, body)
    expect(second.contacts[0]).toMatchObject({ id: contactId, emails: [{ login: true, notify: false }] })
    expect((await get(firm.owner, first.id)).contacts[0]!.emails).toMatchObject([{ login: false, notify: true }])
  })
})

describe('finding clients', () => {
  test('pages follow each other by name, and the total comes with the first', async () => {
    const firm = await freshFirm()
    for (const name of ['delta', 'Alpha', 'Charlie', 'bravo', 'Alpha']) await company(firm.owner, name)
    const first = await firm.owner.call(accountsContract.listAccounts, { query: { limit: 2 } })
    expect(first.items.map((item) => item.name)).toEqual(['Alpha', 'Alpha'])
    expect(first.total).toBe(5)
    const second = await firm.owner.call(accountsContract.listAccounts, { query: { limit: 2, cursor: first.next! } })
    expect(second.items.map((item) => item.name)).toEqual(['bravo', 'Charlie'])
    const third = await firm.owner.call(accountsContract.listAccounts, { query: { limit: 2, cursor: second.next! } })
    expect(third).toMatchObject({ items: [{ name: 'delta' }], next: null, total: null })
  })

  test('search looks at name, short id, contacts and their addresses, and takes % and _ literally', async () => {
    const firm = await freshFirm()
    const rosa = await create(firm.owner, { name: 'Flower 50% shop', contacts: [ROSA] })
    await company(firm.owner, 'Somebody else')
    for (const search of ['FLOWER', '50%', rosa.shortId.toLowerCase(), 'delgado', 'ROSA@example'])
      expect(await names(firm.owner, { search })).toEqual(['Flower 50% shop'])
    expect(await names(firm.owner, { search: '5_%' })).toEqual([])
  })

  test('filters: tag, member, type, state, portal access', async () => {
    const firm = await freshFirm()
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'NL' } })
    const tom = await firm.addMember('employee', [], 'Tom')
    const contacts = [{ ...ROSA, emails: [{ email: 'rosa@example.com', login: true }] }]
    const { memberId } = tom.member
    await create(firm.owner, { name: 'Tagged', contacts, tagIds: [tag.id], memberIds: [memberId] })
    const plain = await company(firm.owner, 'Plain')
    for (const query of [{ tagId: tag.id }, { memberId }, { type: 'individual' }, { login: 'on' }])
      expect(await names(firm.owner, query), JSON.stringify(query)).toEqual(['Tagged'])
    expect(await names(firm.owner, { login: 'off' })).toEqual(['Plain'])
    await firm.owner.call(accountsContract.setAccountState, { params: { id: plain.id }, body: { state: 'archived' } })
    expect(await names(firm.owner, {})).toEqual(['Tagged'])
    expect(await names(firm.owner, { state: 'archived' })).toEqual(['Plain'])
    const all = await firm.owner.call(accountsContract.listAccountIds, { query: { state: 'all' } })
    expect(all).toEqual({ ids: expect.arrayContaining([plain.id]), complete: true })
  })
})

describe('X-5, USR-2 to USR-4: who sees and who may', () => {
  test('an employee sees the clients he is assigned to, others are missing for him in every way', async () => {
    const firm = await freshFirm()
    const tom = await firm.addMember('employee', ['manage_accounts', 'manage_tags', 'manage_contacts'])
    const mine = await create(firm.owner, { name: 'Mine', contacts: [ROSA], memberIds: [tom.member.memberId] })
    const other = await company(firm.owner, 'Other')
    expect(await names(tom, {})).toEqual(['Mine'])
    expect((await get(tom, mine.id)).name).toBe('Mine')
    const change = { accountIds: [mine.id, other.id], add: [], remove: [] }
    const params = { id: other.id }
    expect((await tom.send(accountsContract.getAccount, { params })).status).toBe(404)
    expect((await tom.send(accountsContract.setAccountState, { params, body: { state: 'archived' } })).status).toBe(404)
    expect((await tom.send(accountsContract.addAccountContact, { params, body: ROSA })).status).toBe(404)
    expect((await tom.send(accountsContract.changeAccountTags, { body: change })).status).toBe(404)
    const all = await firm.addMember('employee', ['view_all_accounts'])
    expect(await names(all, {})).toEqual(['Mine', 'Other'])
  })

  test('without their rights an employee makes, changes, tags and assigns nothing', async () => {
    const firm = await freshFirm()
    const account = await company(firm.owner, 'Bakker')
    const employee = await firm.addMember('employee', ['view_all_accounts'])
    const params = { id: account.id }
    const bulk = { accountIds: [account.id] }
    const headers = { 'if-match': '"1"' }
    const attempts = [
      await employee.send(accountsContract.createAccount, { body: { contacts: [ROSA] } }),
      await employee.send(accountsContract.changeAccount, { params, headers, body: { name: 'X' } }),
      await employee.send(accountsContract.setAccountState, { params, body: { state: 'archived' } }),
      await employee.send(accountsContract.changeAccountTags, { body: bulk }),
      await employee.send(accountsContract.changeAccountTeam, { body: bulk }),
      await employee.send(accountsContract.addAccountContact, { params, body: ROSA }),
    ]
    expect(attempts.map((attempt) => attempt.status)).toEqual([404, 404, 404, 404, 404, 404])
  })

  test('who may make clients but not tag or assign is refused those fields by name', async () => {
    const firm = await freshFirm()
    const maker = await firm.addMember('employee', ['manage_accounts'])
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'NL' } })
    const tagged = await maker.send(accountsContract.createAccount, { body: { contacts: [ROSA], tagIds: [tag.id] } })
    expect(tagged.problem.fields).toEqual([{ path: 'tagIds', code: 'not_allowed' }])
    const memberIds = [maker.member.memberId]
    const assigned = await maker.send(accountsContract.createAccount, { body: { contacts: [ROSA], memberIds } })
    expect(assigned.problem.fields).toEqual([{ path: 'memberIds', code: 'not_allowed' }])
  })

  test('USR-4: members with default access, and a maker who sees only his own, are put on every new client', async () => {
    const firm = await freshFirm()
    const partner = await firm.addMember('employee', [], 'Partner')
    await firm.run((tx) =>
      tx.db
        .updateTable('team_members')
        .set({ default_access: true })
        .where('id', '=', partner.member.memberId)
        .execute(),
    )
    const maker = await firm.addMember('employee', ['manage_accounts'], 'Maker')
    expect((await create(firm.owner, { contacts: [ROSA] })).members.map((member) => member.name)).toEqual(['Partner'])
    const made = await create(maker, { contacts: [ROSA] })
    expect(made.members.map((member) => member.name)).toEqual(['Maker', 'Partner'])
  })
})

describe('changing clients', () => {
  test('two people change one client: the second gets 409 with the client as it is', async () => {
    const firm = await freshFirm()
    const { id } = await company(firm.owner, 'Bakker')
    const change = (name: string) =>
      firm.owner.send(accountsContract.changeAccount, {
        params: { id },
        headers: { 'if-match': '"1"' },
        body: { name },
      })
    expect((await change('Bakker B.V.')).body).toMatchObject({ name: 'Bakker B.V.', revision: 2 })
    const late = await change('Bakker & Zn')
    expect(late.status).toBe(409)
    expect(late.problem).toMatchObject({ code: 'stale', detail: { current: { name: 'Bakker B.V.', revision: 2 } } })
    const blind = await firm.owner.send(accountsContract.changeAccount, { params: { id }, body: { name: 'X' } })
    expect(blind.status).toBe(428)
  })

  test('ACC-4: archiving and taking back, each recorded once however often it is sent', async () => {
    const firm = await freshFirm()
    const { id } = await company(firm.owner, 'Bakker')
    for (const state of ['archived', 'archived', 'active'] as const)
      await firm.owner.call(accountsContract.setAccountState, { params: { id }, body: { state } })
    const types = await eventTypes(firm)
    expect(types.slice(-2)).toEqual(['account.archived', 'account.restored'])
    expect(types.filter((type) => type === 'account.archived')).toHaveLength(1)
  })

  test('ACC-7, TAG-3, TAGS-2: tags and team of many clients at once; only real changes count and are recorded', async () => {
    const firm = await freshFirm()
    const [a, b] = [await company(firm.owner, 'A'), await company(firm.owner, 'B')]
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'NL' } })
    const tom = await firm.addMember('employee', [], 'Tom')
    const accountIds = [a.id, b.id]
    const tagging = { accountIds, add: [tag.id], remove: [] }
    expect(
      await firm.owner.call(accountsContract.changeAccountTags, { body: { ...tagging, accountIds: [a.id] } }),
    ).toEqual({ changed: 1 })
    expect(await firm.owner.call(accountsContract.changeAccountTags, { body: tagging })).toEqual({ changed: 1 })
    const team = { accountIds, add: [tom.member.memberId] }
    expect(await firm.owner.call(accountsContract.changeAccountTeam, { body: team })).toEqual({ changed: 2 })
    expect(await get(firm.owner, b.id)).toMatchObject({ tags: [{ name: 'NL' }], members: [{ name: 'Tom' }] })
    const off = { accountIds, remove: [tom.member.memberId] }
    expect(await firm.owner.call(accountsContract.changeAccountTeam, { body: off })).toEqual({ changed: 2 })
    const said = await firm.run((tx) =>
      tx.db.selectFrom('events').select('payload').where('account_id', '=', b.id).orderBy('position').execute(),
    )
    expect(said.slice(-3).map(({ payload }) => payload.tags ?? payload.members)).toEqual(['+NL', '+Tom', '−Tom'])
  })
})

async function create(caller: MemberCaller, body: object): Promise<Account> {
  return caller.call(accountsContract.createAccount, { body })
}

function company(caller: MemberCaller, name: string): Promise<Account> {
  return create(caller, { name, type: 'company', contacts: [{ firstName: 'Jo', lastName: name }] })
}

function get(caller: MemberCaller, id: string): Promise<Account> {
  return caller.call(accountsContract.getAccount, { params: { id } })
}

async function names(caller: MemberCaller, query: Record<string, unknown>): Promise<string[]> {
  const { items } = await caller.call(accountsContract.listAccounts, { query })
  return items.map((item) => item.name)
}

async function eventTypes(firm: TestFirm): Promise<string[]> {
  const rows = await firm.run((tx) => tx.db.selectFrom('events').select('type').orderBy('position').execute())
  return rows.map((row) => row.type).filter((type) => /^(account|contact)\./.test(type))
}
