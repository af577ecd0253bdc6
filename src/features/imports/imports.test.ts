import { describe, expect, test } from 'vitest'
import { csvOf, importCsv, mapImport, problemsOf, uploadCsv } from '../../../test/support/csv.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { accountsContract } from '../accounts/contract.ts'
import type { Account } from '../accounts/schemas.ts'
import { tagsContract } from '../tags/contract.ts'
import { importsContract } from './contract.ts'

const HEAD = 'Client,First name,Last name,E-mail'

describe('IMP-1: reading whatever people upload', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8', Buffer.from('Klant;E-mail\nMüller & Søn;a@x.nl\n'), 'utf-8', ';'],
    ['UTF-8 with a mark', Buffer.from('\ufeffKlant;E-mail\nMüller & Søn;a@x.nl\n'), 'utf-8', ';'],
    ['Latin-1', Buffer.from('Klant;E-mail\nMüller & Søn;a@x.nl\n', 'latin1'), 'windows-1252', ';'],
    ['UTF-16 with a mark', Buffer.from('\ufeffKlant\tE-mail\nMüller & Søn\ta@x.nl\n', 'utf16le'), 'utf-16le', '\t'],
    ['UTF-16 without', Buffer.from('Klant,E-mail\nMüller & Søn,a@x.nl\n', 'utf16le'), 'utf-16le', ','],
    [
      'big-endian UTF-16',
      Buffer.from('\ufeffKlant|E-mail\nMüller & Søn|a@x.nl\n', 'utf16le').swap16(),
      'utf-16be',
      '|',
    ],
    ['with a separator line', Buffer.from('sep=;\r\nKlant;E-mail\r\nMüller & Søn;a@x.nl\r\n'), 'utf-8', ';'],
  ])('%s: encoding, delimiter and headings are detected, accents arrive', async (_, bytes, encoding, delimiter) => {
    const firm = await freshFirm()
    const uploaded = await uploadCsv(firm.owner, bytes)
    expect(uploaded).toMatchObject({
      encoding,
      delimiter,
      columns: ['Klant', 'E-mail'],
      totalRows: 1,
      state: 'uploaded',
    })
    const preview = await firm.owner.call(importsContract.previewImport, { params: { id: uploaded.id } })
    expect(preview).toEqual({ rows: [['Müller & Søn', 'a@x.nl']], suggestion: ['account.name', 'contact.email'] })
  })

  test('a wrong guess is put right by hand, and the headings are read again', async () => {
    const firm = await freshFirm()
    const { id } = await uploadCsv(firm.owner, Buffer.from('Klient;E-post\nŻółć;a@x.pl\n', 'utf8'))
    const body = { encoding: 'windows-1252', delimiter: ',' }
    const reread = await firm.owner.call(importsContract.setImportReading, { params: { id }, body })
    expect(reread).toMatchObject({ ...body, columns: ['Klient;E-post'], mapping: null })
  })

  test.each<[string, string | Uint8Array, number, string]>([
    ['an empty file', '', 422, 'empty_file'],
    ['headings only', 'Client,E-mail\n\n', 422, 'no_rows'],
    ['a broken first line', 'Client,"E-ma"il\na,b\n', 422, 'headings_broken'],
    ['too many columns', `${'a,'.repeat(250)}\nb\n`, 422, 'too_many_columns'],
    ['a spreadsheet', Buffer.from('504b030414000600080000002100', 'hex'), 415, 'unsupported_file'],
    [
      'bytes of all kinds',
      Buffer.from(Array.from({ length: 4000 }, (_, n) => (n * 7919) % 256)),
      415,
      'unsupported_file',
    ],
  ])('%s is refused: it says why', async (_, content, status, code) => {
    const firm = await freshFirm()
    const body = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const { status: answered, problem } = await firm.owner.send(importsContract.uploadImport, {
      query: { name: 'a.csv' },
      body,
    })
    expect([answered, problem.fields[0]?.code ?? problem.code]).toEqual([status, code])
  })

  test('only with the right Manage contacts; nobody else learns that an import exists', async () => {
    const firm = await freshFirm()
    const { id } = await uploadCsv(firm.owner, csvOf(1))
    const employee = await firm.addMember('employee', ['manage_accounts'])
    expect((await employee.send(importsContract.listImports)).status).toBe(404)
    const importer = await firm.addMember('employee', ['manage_contacts'])
    expect((await importer.call(importsContract.listImports)).items).toEqual([])
    expect((await importer.send(importsContract.startImport, { params: { id } })).status).toBe(404)
  })
})

describe('IMP-3, IMP-4: what columns are and what holds for all rows', () => {
  test.each([
    [
      'Client,First name,Surname,E-mail address,Language',
      'account.name contact.firstName contact.lastName contact.email contact.locale',
    ],
    [
      'Klantnummer,Naam klant,Voornaam,Achternaam,E-mailadres',
      'account.externalId account.name contact.firstName contact.lastName contact.email',
    ],
    [
      'Mandantennr.,Firma,Vorname,Nachname,E-Mail,Telefon',
      'account.externalId account.name contact.firstName contact.lastName contact.email contact.phone',
    ],
    [
      'Kundnr,Företag,Förnamn,Efternamn,E-post,Språk',
      'account.externalId account.name contact.firstName contact.lastName contact.email contact.locale',
    ],
    ['Plan,E-mail,E-mail', ' contact.email '],
  ])('%s is recognised', async (head, fields) => {
    const firm = await freshFirm()
    const { id } = await uploadCsv(firm.owner, `${head}\n${head.replaceAll(/[^,]+/g, 'x')}\n`)
    const { suggestion } = await firm.owner.call(importsContract.previewImport, { params: { id } })
    expect(suggestion.map((field) => field ?? '').join(' ')).toBe(fields)
  })

  test.each([
    [{ columns: ['account.name', 'account.name', null, null] }, 'columns.1', 'column_twice'],
    [{ columns: ['account.name'] }, 'columns', 'invalid_value'],
    [{ columns: [null, null, null, 'contact.email'] }, 'columns', 'needs_account_column'],
    [
      { mode: 'accounts', columns: ['account.name', 'contact.firstName', null, null] },
      'columns.1',
      'column_not_in_mode',
    ],
    [{ mode: 'contacts', columns: ['account.name', null, null, null] }, 'columns', 'needs_contact_column'],
  ])('%j cannot work: %s %s', async (mapping, path, code) => {
    const firm = await freshFirm()
    const { id } = await uploadCsv(firm.owner, `${HEAD}\na,b,c,d@x.nl\n`)
    const body = { mode: 'accounts_and_contacts', ...mapping }
    const { status, problem } = await firm.owner.send(importsContract.setImportMapping, { params: { id }, body })
    expect(status).toBe(422)
    expect(problem.fields).toContainEqual({ path, code })
  })

  test('tags, team, type and switches of the settings stand on every client; USR-4: default access too', async () => {
    const firm = await freshFirm()
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'Imported' } })
    const [tom, partner] = [
      await firm.addMember('employee', [], 'Tom'),
      await firm.addMember('employee', [], 'Partner'),
    ]
    await firm.run((tx) =>
      tx.db
        .updateTable('team_members')
        .set({ default_access: true })
        .where('id', '=', partner.member.memberId)
        .execute(),
    )
    const settings = {
      type: 'company',
      tagIds: [tag.id],
      memberIds: [tom.member.memberId],
      login: true,
      notify: false,
    } as never
    await importCsv(firm, `${HEAD}\nBakker B.V.,Jo,Bakker,jo@x.nl\n`, { settings })
    expect(await only(firm)).toMatchObject({
      type: 'company',
      tags: [{ name: 'Imported' }],
      members: [{ name: 'Partner' }, { name: 'Tom' }],
      contacts: [{ emails: [{ login: true, notify: false }] }],
    })
  })

  test('tags and team of the settings take the rights that they take elsewhere', async () => {
    const firm = await freshFirm()
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'NL' } })
    const importer = await firm.addMember('employee', ['manage_contacts'])
    const { id } = await uploadCsv(importer, 'Client,Tags\nA,NL\n')
    const settings = { tagIds: [tag.id], memberIds: [importer.member.memberId] }
    const body = { mode: 'accounts', columns: ['account.name', 'account.tags'], settings }
    const { problem } = await importer.send(importsContract.setImportMapping, { params: { id }, body })
    expect(problem.fields.map((field) => `${field.path} ${field.code}`).sort()).toEqual([
      'columns.1 not_allowed',
      'settings.memberIds not_allowed',
      'settings.tagIds not_allowed',
    ])
  })

  test('mode accounts makes clients alone; mode contacts adds people to clients that exist, and unlinked ones', async () => {
    const firm = await freshFirm()
    const head = 'Client number,Client,Type,Tags,Contact,E-mail'
    const columns = [
      'account.externalId',
      'account.name',
      'account.type',
      'account.tags',
      'contact.name',
      'contact.email',
    ] as never[]
    const file = `${head}\n7,Bakker B.V.,bedrijf,NL; VAT,"Bakker, Jo",jo@x.nl\n`
    const onlyAccounts = [...columns.slice(0, 4), null, null] as never
    const first = await importCsv(firm, file, { mode: 'accounts', columns: onlyAccounts })
    expect(first.counts).toMatchObject({ accountsCreated: 1, contactsCreated: 0 })
    expect(await only(firm)).toMatchObject({
      externalId: '7',
      type: 'company',
      tags: [{ name: 'NL' }, { name: 'VAT' }],
      contacts: [],
    })
    const people = `${file}8,Nobody,,,"Smit, Al",al@x.nl\n,,,,Ann Smit,ann@x.nl\n,,,,Nameless,\n`
    const second = await importCsv(firm, people, { mode: 'contacts', columns })
    expect(second.counts).toMatchObject({ accountsCreated: 0, contactsCreated: 2, rowsRefused: 2 })
    expect(second.problems).toEqual(['3 account.name account_not_found', '5 contact.email required'])
    expect(await only(firm)).toMatchObject({ contacts: [{ firstName: 'Jo', lastName: 'Bakker' }] })
  })
})

describe('bad rows are reported by line, good rows are imported (IMP-5)', () => {
  test('ragged rows, broken quotes, wrong cells, and what spreadsheets would run', async () => {
    const firm = await freshFirm()
    const rows = [
      'Good one,Rosa,Delgado,rosa@x.com,,',
      'Too,few',
      'Too,many,cells,a@x.com,,,surplus',
      'Broken,"quote,x,b@x.com,,',
      'Two lines,"Jo\nhan",Smit,johan@x.com,,',
      'No: name,Al,Smit,al@x.com,,',
      'No mail,Al,Smit,al at x,,',
      'No type,Al,Smit,al@x.com,elephant,',
      'No language,Al,Smit,al@x.com,,Klingon',
      '=SUM(A1),=1+1,Smit,formula@x.com,,',
      'No contact,,,,company,',
      `Long,${'x'.repeat(1_000_000)},Smit,long@x.com,,`,
      `Staff,Me,Self,${firm.owner.member.memberId}@example.com,,`,
      'Last one,Ann,Smit,ann@x.com,Privat,svenska',
    ]
    const done = await importCsv(firm, `${HEAD},Type,Language\n${rows.join('\n')}\n`)
    expect(done.problems).toEqual([
      '3 row too_few_cells',
      '4 row too_many_cells',
      '5 row quote_misplaced',
      '8 account.name forbidden_characters',
      '9 contact.email invalid_email_cell',
      '10 account.type type_unknown',
      '11 contact.locale locale_unknown',
      '13 contact.name contact_missing',
      '14 contact.firstName too_long',
      '15 contact.email staff_email',
    ])
    expect(done).toMatchObject({ state: 'finished', doneRows: 14, totalRows: 14 })
    const { items } = await firm.owner.call(accountsContract.listAccounts)
    expect(items.map((item) => item.name)).toEqual(['=SUM(A1)', 'Good one', 'Last one', 'Two lines'])
  })

  test('the report as a file: own headings, own language, and nothing that a spreadsheet runs', async () => {
    const firm = await freshFirm({ locale: 'nl' })
    const { id } = await importCsv(firm, 'Klant,Voornaam,E-mail\nA,Jo,=cmd()@\nB,Jo,"+x, y"\n')
    const answer = await firm.owner.send(importsContract.downloadImportProblems, { params: { id } })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toContain('clients%20niet%20ge%C3%AFmporteerd.csv')
    const lines = String(answer.body).replace('\ufeff', '').trim().split('\r\n')
    expect(lines.slice(0, 2)).toEqual(['Regel,Kolom,Probleem', '2,E-mail,“=cmd()@” is geen e-mailadres'])
  })

  test('problems come in pages', async () => {
    const firm = await freshFirm()
    const { id } = await importCsv(
      firm,
      csvOf(5, (n) => [`C${n}`, 'A', 'B', 'no mail', '']),
    )
    const query = { limit: 3 }
    const first = await firm.owner.call(importsContract.listImportProblems, { params: { id }, query })
    expect(first).toMatchObject({ items: [{ line: 2 }, { line: 3 }, { line: 4 }], total: 5 })
    const next = { ...query, cursor: first.next! }
    const second = await firm.owner.call(importsContract.listImportProblems, { params: { id }, query: next })
    expect(second).toMatchObject({ items: [{ line: 5 }, { line: 6 }], next: null })
  })
})

describe('before and after', () => {
  test('the dry run says what the import then does, and writes nothing', async () => {
    const firm = await freshFirm()
    await importCsv(firm, csvOf(20))
    const file = csvOf(30, (n) => [
      `Client ${n}`,
      `First${n}`,
      n % 5 ? `Last${n}` : 'Changed',
      n === 7 ? 'broken' : `client${n}@example.com`,
      `EXT-${n}`,
    ])
    const { id } = await uploadCsv(firm.owner, file)
    const before = await rowCounts(firm)
    const dryRun = await mapImport(firm.owner, id)
    expect(await rowCounts(firm)).toEqual(before)
    await firm.owner.call(importsContract.startImport, { params: { id } })
    await firm.drain()
    const done = await firm.owner.call(importsContract.getImport, { params: { id } })
    expect(done.counts).toEqual(dryRun.counts)
    expect(done.counts).toEqual({
      accountsCreated: 10,
      accountsUpdated: 0,
      contactsCreated: 10,
      contactsUpdated: 4,
      rowsUnchanged: 15,
      rowsRefused: 1,
    })
    expect((await problemsOf(firm.owner, id)).length).toBe(dryRun.problemCount)
  })

  test('what is started cannot be mapped, thrown away or started again; what is not started can', async () => {
    const firm = await freshFirm()
    const { id } = await uploadCsv(firm.owner, csvOf(3))
    const params = { id }
    expect((await firm.owner.send(importsContract.startImport, { params })).status).toBe(409)
    await mapImport(firm.owner, id)
    for (const _ of [1, 2]) expect((await firm.owner.send(importsContract.startImport, { params })).status).toBe(202)
    expect((await firm.owner.send(importsContract.discardImport, { params })).status).toBe(409)
    await firm.drain()
    expect((await firm.owner.send(importsContract.previewImport, { params })).status).toBe(409)
    expect((await rowCounts(firm)).accounts).toBe(3)
    const other = await uploadCsv(firm.owner, csvOf(1))
    expect((await firm.owner.send(importsContract.discardImport, { params: { id: other.id } })).status).toBe(204)
    expect((await firm.owner.call(importsContract.listImports)).items.map((item) => item.id)).toEqual([id])
  })
})

async function only(firm: TestFirm): Promise<Account> {
  const { items } = await firm.owner.call(accountsContract.listAccounts)
  expect(items).toHaveLength(1)
  return firm.owner.call(accountsContract.getAccount, { params: { id: items[0]!.id } })
}

function rowCounts(firm: TestFirm) {
  return firm.run(async (tx) => {
    const count = async (table: 'accounts' | 'contacts' | 'contact_settings' | 'account_tags' | 'events') =>
      Number(
        (
          await tx.db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll<string>().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    return { accounts: await count('accounts'), contacts: await count('contacts'), events: await count('events') }
  })
}
