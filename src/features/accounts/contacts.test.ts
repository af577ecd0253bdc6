import { describe, expect, test } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { freshFirm, type MemberCaller, signInClient, type TestFirm } from '../../../test/support/firm.ts'
import { accountStates } from './account-states.ts'
import { contactsContract } from './contacts-contract.ts'
import { accountsContract } from './contract.ts'
import { recipientsOf } from './recipients.ts'
import type { Account } from './schemas.ts'

const TWO_EMAILS = [
  { email: 'work@example.com', login: true, notify: true },
  { email: 'home@example.com', login: false, notify: false },
]
const ROSA = { firstName: 'Rosa', lastName: 'Delgado', emails: TWO_EMAILS }

describe('CON-2 to CON-4: Login and Notify stand on account, contact and address', () => {
  test('two addresses of one contact differ, and one is switched without touching the other', async () => {
    const firm = await freshFirm()
    const account = await create(firm, 'Delgado')
    expect(switches(account)).toEqual(['home@example.com - -', 'work@example.com login notify'])
    const after = await setSwitches(firm.owner, account, 'home@example.com', { login: false, notify: true })
    expect(switches(after.body)).toEqual(['home@example.com - notify', 'work@example.com login notify'])
    expect((await events(firm)).at(-1)).toMatchObject({
      type: 'contact.settingsChanged',
      payload: { email: 'home@example.com', login: 'off', notify: 'on' },
    })
  })

  test('the same contact has other switches on another client', async () => {
    const firm = await freshFirm()
    const first = await create(firm, 'Delgado')
    const contactId = first.contacts[0]!.id
    const second = await create(firm, 'Flowers', [{ contactId, login: false, notify: true }])
    await setSwitches(firm.owner, second, 'work@example.com', { login: false, notify: false })
    expect(switches(await get(firm, first.id))).toContain('work@example.com login notify')
  })

  test('CON-3: without Login nobody is signed in any more; the client stays', async () => {
    const firm = await freshFirm()
    const account = await create(firm, 'Delgado')
    const portal = await signInClient(firm, 'work@example.com')
    const asStaff = { params: { id: account.id } }
    expect((await portal.send(accountsContract.getAccount, asStaff)).status).toBe(404)
    await setSwitches(firm.owner, account, 'work@example.com', { login: false, notify: true })
    expect((await portal.send(accountsContract.getAccount, asStaff)).status).toBe(401)
    expect((await get(firm, account.id)).contacts).toHaveLength(1)
  })

  test('an employee without the right switches nothing, and nobody switches through a foreign client', async () => {
    const firm = await freshFirm()
    const [account, other] = [await create(firm, 'Delgado'), await create(firm, 'Other')]
    const employee = await firm.addMember('employee', ['view_all_accounts'])
    const off = { login: false, notify: false }
    expect((await setSwitches(employee, account, 'work@example.com', off)).status).toBe(404)
    const mixed = { ...account, id: other.id }
    expect((await setSwitches(firm.owner, mixed, 'work@example.com', off)).status).toBe(404)
  })
})

describe('addresses', () => {
  test('CON-8: replacing an address keeps its switches and kills links mailed to the old one', async () => {
    const firm = await freshFirm()
    const account = await create(firm, 'Delgado')
    const { id, emails } = account.contacts[0]!
    const old = emails.find((each) => each.email === 'work@example.com')!
    const params = { id, emailId: old.id }
    const changed = await firm.owner.call(contactsContract.changeContactEmail, {
      params,
      body: { email: 'rosa@example.com' },
    })
    expect(switches(await get(firm, account.id))).toEqual(['home@example.com - -', 'rosa@example.com login notify'])
    // links hang on the address by its id
    expect(changed.emails.map((each) => each.id)).not.toContain(old.id)
  })

  test('a first address gets Notify, a further one nothing until somebody switches it on', async () => {
    const firm = await freshFirm()
    const account = await create(firm, 'Delgado', [{ firstName: 'Rosa' }])
    const params = { id: account.contacts[0]!.id }
    for (const email of ['first@example.com', 'further@example.com'])
      await firm.owner.call(contactsContract.addContactEmail, { params, body: { email } })
    expect(switches(await get(firm, account.id))).toEqual(['first@example.com - notify', 'further@example.com - -'])
  })

  test.each([
    ['WORK@example.com', 'duplicate'],
    ['no address', 'invalid_email'],
    ['', 'invalid_email'],
    [`${'x'.repeat(250)}@example.com`, 'too_big_text'],
  ])('%j is refused: %s', async (email, code) => {
    const firm = await freshFirm()
    const account = await create(firm, 'Delgado')
    const params = { id: account.contacts[0]!.id }
    const { status, problem } = await firm.owner.send(contactsContract.addContactEmail, { params, body: { email } })
    expect(status).toBe(422)
    expect(problem.fields[0]).toMatchObject({ path: 'email', code })
  })

  test('removing an address removes its switches', async () => {
    const firm = await freshFirm()
    const account = await create(firm, 'Delgado')
    const { id, emails } = account.contacts[0]!
    await firm.owner.call(contactsContract.removeContactEmail, { params: { id, emailId: emails[0]!.id } })
    expect(switches(await get(firm, account.id))).toEqual(['work@example.com login notify'])
    const again = await firm.owner.send(contactsContract.removeContactEmail, { params: { id, emailId: emails[0]!.id } })
    expect(again.status).toBe(404)
  })
})

describe('people and their clients', () => {
  test('ACC-2: a contact is taken off a client, but never the last one', async () => {
    const firm = await freshFirm()
    const account = await create(firm, 'Delgado')
    const params = { id: account.id }
    const both = await firm.owner.call(accountsContract.addAccountContact, { params, body: { firstName: 'Ben' } })
    const [ben, rosa] = both.contacts
    const take = (contactId: string) =>
      firm.owner.send(contactsContract.removeAccountContact, { params: { ...params, contactId } })
    expect((await take(rosa!.id)).status).toBe(204)
    const last = await take(ben!.id)
    expect(last.status).toBe(409)
    expect(last.problem.fields).toEqual([{ path: 'contactId', code: 'last_contact' }])
    const stays = await firm.owner.call(contactsContract.getContact, { params: { id: rosa!.id } })
    expect(stays).toMatchObject({ accounts: [], emails: [{}, {}] })
  })

  test('CON-1: a person may belong to no client; everybody finds him, until he belongs to one they do not see', async () => {
    const firm = await freshFirm()
    const employee = await firm.addMember('employee')
    const { id } = await firm.owner.call(contactsContract.createContact, { body: ROSA })
    const find = async (search: string) =>
      (await employee.call(contactsContract.listContacts, { query: { search } })).items.map((item) => item.name)
    expect(await find('WORK@')).toEqual(['Rosa Delgado'])
    await create(firm, 'Delgado', [{ contactId: id }])
    expect(await find('rosa')).toEqual([])
    expect((await employee.send(contactsContract.getContact, { params: { id } })).status).toBe(404)
  })

  test('names, phone and language change by revision; the second of two people gets 409', async () => {
    const firm = await freshFirm()
    const account = await create(firm, 'Delgado')
    const params = { id: account.contacts[0]!.id }
    const change = (body: object) =>
      firm.owner.send(contactsContract.changeContact, { params, headers: { 'if-match': '"1"' }, body })
    const changed = await change({ lastName: 'Delgado Ruiz', locale: 'sv' })
    expect(changed.body).toMatchObject({ name: 'Rosa Delgado Ruiz', locale: 'sv', revision: 2 })
    expect((await change({ phone: '+31' })).problem).toMatchObject({
      code: 'stale',
      detail: { current: { revision: 2 } },
    })
    const nameless = { params, headers: { 'if-match': '"2"' }, body: { firstName: '', lastName: '' } }
    const refused = await firm.owner.send(contactsContract.changeContact, nameless)
    expect(refused.problem.fields).toEqual([{ path: 'firstName', code: 'required' }])
  })
})

describe('what other slices ask', () => {
  test('FAIL-4, FAIL-5: how many addresses its contacts have, and how many of them get mails', async () => {
    const firm = await freshFirm()
    const account = await create(firm, 'Delgado', [
      ROSA,
      { firstName: 'Ben' },
      { firstName: 'Ann', emails: [{ email: 'a@x.nl', notify: false }, { email: 'ann@x.nl' }] },
    ])
    const id = account.id as AccountId
    const states = await firm.run((tx) => accountStates(tx, [id, id]))
    expect(states.get(id)).toMatchObject({
      lifecycle: 'active',
      type: 'company',
      contactsWithEmail: 4,
      contactsToNotify: 2,
    })
  })

  test('X-7, POR-6: recipients as they are now, in their language, and whether they have other clients', async () => {
    const firm = await freshFirm({ locale: 'de' })
    const account = await create(firm, 'Delgado', [
      { ...ROSA, locale: 'nl' },
      { firstName: 'Ben', emails: [{ email: 'ben@x.de' }] },
    ])
    await create(firm, 'Flowers', [{ contactId: account.contacts.find((each) => each.firstName === 'Rosa')!.id }])
    const id = account.id as AccountId
    const found = (await firm.run((tx) => recipientsOf(tx, [id]))).get(id)!
    expect(
      found.map(({ email, locale, notify, hasOtherAccounts }) => ({ email, locale, notify, hasOtherAccounts })),
    ).toEqual([
      { email: 'ben@x.de', locale: 'de', notify: true, hasOtherAccounts: false },
      { email: 'home@example.com', locale: 'nl', notify: false, hasOtherAccounts: true },
      { email: 'work@example.com', locale: 'nl', notify: true, hasOtherAccounts: true },
    ])
  })
})

function create(firm: TestFirm, name: string, contacts: object[] = [ROSA]): Promise<Account> {
  return firm.owner.call(accountsContract.createAccount, { body: { name, type: 'company', contacts } })
}

function get(firm: TestFirm, id: string): Promise<Account> {
  return firm.owner.call(accountsContract.getAccount, { params: { id } })
}

function setSwitches(caller: MemberCaller, account: Account, email: string, body: { login: boolean; notify: boolean }) {
  const contact = account.contacts[0]!
  const emailId = contact.emails.find((each) => each.email === email)!.id
  const params = { id: account.id, contactId: contact.id, emailId }
  return caller.send(contactsContract.setContactSettings, { params, body })
}

function switches(account: Account): string[] {
  const said = account.contacts.flatMap((contact) => contact.emails)
  return said.map(({ email, login, notify }) => `${email} ${login ? 'login' : '-'} ${notify ? 'notify' : '-'}`)
}

function events(firm: TestFirm) {
  return firm.run((tx) => tx.db.selectFrom('events').select(['type', 'payload']).orderBy('position').execute())
}
