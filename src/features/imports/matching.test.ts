import { describe, expect, test } from 'vitest'
import { csvOf, importCsv } from '../../../test/support/csv.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { accountsContract } from '../accounts/contract.ts'
import type { Account } from '../accounts/schemas.ts'
import { importsContract } from './contract.ts'

const HEAD = 'Client number,Client,First name,Last name,E-mail'
const NOTHING_NEW = { accountsCreated: 0, accountsUpdated: 0, contactsCreated: 0, contactsUpdated: 0 }

describe('IMP-5: importing again updates instead of duplicating', () => {
  test('the same 500 rows again change nothing at all', async () => {
    const firm = await freshFirm()
    const first = await importCsv(firm, csvOf(500))
    expect(first.counts).toEqual({
      ...NOTHING_NEW,
      accountsCreated: 500,
      contactsCreated: 500,
      rowsUnchanged: 0,
      rowsRefused: 0,
    })
    const before = await revisions(firm)
    const again = await importCsv(firm, csvOf(500))
    expect(again.counts).toEqual({ ...NOTHING_NEW, rowsUnchanged: 500, rowsRefused: 0 })
    expect(await revisions(firm)).toEqual(before)
  })

  test('found by external id: name, person and address follow the file; empty cells take nothing away', async () => {
    const firm = await freshFirm()
    await importCsv(firm, `${HEAD}\n7,Bakker,Jo,Bakker,jo@x.nl\n`)
    const again = await importCsv(firm, `${HEAD}\n7,Bakker B.V.,Johan,,jo@x.nl\n7,,Johan,Bakker,second@x.nl\n`)
    expect(again.counts).toMatchObject({
      accountsCreated: 0,
      accountsUpdated: 1,
      contactsCreated: 0,
      contactsUpdated: 1,
    })
    const [account] = await accounts(firm)
    expect(account).toMatchObject({ name: 'Bakker B.V.', contacts: [{ name: 'Johan Bakker' }] })
    expect(account!.contacts[0]!.emails.map((each) => each.email)).toEqual(['jo@x.nl', 'second@x.nl'])
  })

  test('found by short id, and by name whatever its case and blanks around it', async () => {
    const firm = await freshFirm()
    await importCsv(firm, `${HEAD}\n,Bakker,Jo,Bakker,jo@x.nl\n`)
    const [made] = await accounts(firm)
    const again = await importCsv(
      firm,
      `Short ID,Client,E-mail\n${made!.shortId.toLowerCase()},Bakker & Zn,jo@x.nl\n,  BAKKER & zn ,jo@x.nl\n`,
    )
    expect(again.counts).toMatchObject({ accountsCreated: 0, accountsUpdated: 1, rowsUnchanged: 1 })
    expect((await accounts(firm)).map((account) => account.name)).toEqual(['Bakker & Zn'])
  })

  test('a short id of the file is kept, and the next one given by us is free', async () => {
    const firm = await freshFirm()
    await importCsv(firm, 'Short ID,Client,E-mail\nB-002,Bakker,a@x.nl\n,Berg,b@x.nl\n,Boon,c@x.nl\n')
    expect((await accounts(firm)).map((account) => account.shortId)).toEqual(['B-002', 'B-001', 'B-003'])
  })

  test('a name never overrules an id: another number is another client', async () => {
    const firm = await freshFirm()
    await importCsv(firm, `${HEAD}\n1,J. Smit,Jan,Smit,jan@x.nl\n2,J. Smit,Joke,Smit,joke@x.nl\n`)
    expect(await accounts(firm)).toHaveLength(2)
    const unclear = await importCsv(firm, `${HEAD}\n,J. Smit,Jan,Smit,jan@x.nl\n3,J. Smit,Jaap,Smit,jaap@x.nl\n`)
    expect(unclear.problems).toEqual(['2 account.name ambiguous_name'])
    expect(await accounts(firm)).toHaveLength(3)
  })

  test('a number for a client that had none is taken over; two ids of two clients are refused', async () => {
    const firm = await freshFirm()
    await importCsv(firm, `${HEAD}\n,Bakker,Jo,Bakker,jo@x.nl\n9,Smit,Al,Smit,al@x.nl\n`)
    await importCsv(firm, `${HEAD}\n7,Bakker,Jo,Bakker,jo@x.nl\n`)
    const [bakker] = await accounts(firm)
    expect(bakker!.externalId).toBe('7')
    const head = 'Short ID,Client number,Client,E-mail'
    const { problems } = await importCsv(firm, `${head}\n${bakker!.shortId},9,Bakker,jo@x.nl\n`)
    expect(problems).toEqual(['2 account.externalId ids_disagree'])
  })

  test('two clients of one name are never merged: a name finds a contact only within its client', async () => {
    const firm = await freshFirm()
    const rows = '1,Smit Noord,Jan,Smit,\n2,Smit Zuid,Jan,Smit,\n1,Smit Noord,jan,SMIT,noord@x.nl\n'
    const { counts } = await importCsv(firm, `${HEAD}\n${rows}`)
    expect(counts).toMatchObject({ accountsCreated: 2, contactsCreated: 2 })
    expect((await accounts(firm)).map((account) => account.contacts.map((each) => each.emails.length))).toEqual([
      [1],
      [0],
    ])
  })

  test('IMP-2: several contacts of one client, one contact of several clients', async () => {
    const firm = await freshFirm()
    const rows = ['1,Bakker,Jo,Bakker,jo@x.nl', '1,Bakker,Lieke,Bakker,lieke@x.nl', '2,Fietsen,Jo,Bakker,JO@x.nl']
    const { counts } = await importCsv(firm, `${HEAD}\n${rows.join('\n')}\n`)
    expect(counts).toMatchObject({ accountsCreated: 2, contactsCreated: 2 })
    const [bakker, fietsen] = await accounts(firm)
    expect(bakker!.contacts.map((each) => each.firstName)).toEqual(['Jo', 'Lieke'])
    expect(fietsen!.contacts[0]!.id).toBe(bakker!.contacts[0]!.id)
  })

  test('a couple with one address stays two people, also when imported again', async () => {
    const firm = await freshFirm()
    const file = `${HEAD}\n1,Smit,Jan,Smit,smit@x.nl\n1,Smit,Marie,Smit,smit@x.nl\n`
    await importCsv(firm, file)
    expect((await importCsv(firm, file)).counts).toMatchObject({ ...NOTHING_NEW, rowsUnchanged: 2 })
    expect((await accounts(firm))[0]!.contacts.map((each) => each.firstName)).toEqual(['Jan', 'Marie'])
  })

  test('X-7: switches that people set stay; a new address begins as the settings say, a further one off', async () => {
    const firm = await freshFirm()
    await importCsv(firm, `${HEAD}\n1,Smit,Jan,Smit,jan@x.nl\n`, { settings: { login: false, notify: false } })
    const rows = '1,Smit,Jan,Smit,jan@x.nl; work@x.nl\n2,Smit Beheer,Jan,Smit,jan@x.nl\n'
    await importCsv(firm, `${HEAD}\n${rows}`, { settings: { login: true, notify: true } })
    const said = (await accounts(firm)).map(({ contacts }) =>
      contacts[0]!.emails.map(({ email, login, notify }) => `${email} ${login} ${notify}`),
    )
    expect(said).toEqual([
      ['jan@x.nl false false', 'work@x.nl false false'],
      ['jan@x.nl true true', 'work@x.nl false false'],
    ])
  })

  test('X-5: who does not see a client neither finds nor changes it by importing', async () => {
    const firm = await freshFirm()
    await importCsv(firm, `${HEAD}\n7,Bakker,Jo,Bakker,jo@x.nl\n`)
    const [hidden] = await accounts(firm)
    const importer = await firm.addMember('employee', ['manage_contacts'], 'Tom')
    const file = `Short ID,Client number,Client,First name,E-mail\n${hidden!.shortId},,Mine,Al,al@x.nl\n,7,Bakker,Piet,jo@x.nl\n`
    const { counts, problems } = await importCsv(firm, file, {}, importer)
    expect(problems).toEqual(['2 account.shortId short_id_taken'])
    expect(counts).toMatchObject({ accountsCreated: 1, contactsCreated: 1, accountsUpdated: 0, contactsUpdated: 0 })
    const said = (await accounts(firm)).map(({ contacts, members }) => `${contacts[0]!.name} of ${members[0]?.name}`)
    expect(said.toSorted()).toEqual(['Jo Bakker of undefined', 'Piet of Tom'])
  })

  test('everything that an import does names its start as the cause (B-4)', async () => {
    const firm = await freshFirm()
    const { id } = await importCsv(firm, csvOf(2))
    const rows = await firm.run((tx) =>
      tx.db.selectFrom('events').select(['id', 'type', 'cause_id', 'actor_name']).orderBy('position').execute(),
    )
    const started = rows.find((row) => row.type === 'import.started')!
    const caused = rows.filter((row) => row.cause_id === started.id).map((row) => row.type)
    expect(caused.toSorted()).toEqual([
      'account.created',
      'account.created',
      'contact.created',
      'contact.created',
      'import.finished',
    ])
    expect((await firm.owner.call(importsContract.getImport, { params: { id } })).createdBy).toBe(started.actor_name)
  })
})

async function accounts(firm: TestFirm): Promise<Account[]> {
  const { items } = await firm.owner.call(accountsContract.listAccounts)
  return Promise.all(items.map(({ id }) => firm.owner.call(accountsContract.getAccount, { params: { id } })))
}

/** What any write to these rows would change: where PostgreSQL keeps them. */
function revisions(firm: TestFirm) {
  return firm.run(async (tx) => {
    const of = (table: 'accounts' | 'contacts') =>
      tx.db
        .selectFrom(table)
        .select((eb) => ['id', eb.ref('xmin' as 'id').as('x')])
        .orderBy('id')
        .execute()
    return { accounts: await of('accounts'), contacts: await of('contacts') }
  })
}
