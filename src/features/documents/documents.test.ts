import { describe, expect, test } from 'vitest'
import type { AccountId, DocumentId } from '#kernel/ids.ts'
import { freshFirm, signInClient, type TestFirm } from '../../../test/support/firm.ts'
import { accountsContract } from '../accounts/contract.ts'
import { documentsContract } from './contract.ts'
import { clientUploadsFolder, keepDocuments } from './index.ts'

const BY = { kind: 'contact', id: null, name: 'Sanne Vermeer' }
const SANNE = { firstName: 'Sanne', lastName: 'Vermeer', emails: [{ email: 'sanne@example.com', login: true }] }

describe('DOC-2, ORG-7: the client uploads folder', () => {
  test('is made with the first document, once, and holds all of them', async () => {
    const firm = await freshFirm()
    const accountId = await makeAccount(firm)
    expect(await folders(firm)).toEqual([])
    await upload(firm, accountId, ['W-2.pdf', '1099.pdf'])
    const [first, second] = [await folderOf(firm, accountId), await folderOf(firm, accountId)]
    expect(first).toBe(second)
    expect(await folders(firm)).toEqual([{ id: first, account_id: accountId, kind: 'client_uploads' }])
  })

  test('two first uploads at the same moment make one folder', async () => {
    const firm = await freshFirm()
    const accountId = await makeAccount(firm)
    const [a, b] = await Promise.all([folderOf(firm, accountId), folderOf(firm, accountId)])
    expect(a).toBe(b)
  })
})

describe('ORG-13: what a client uploads becomes a document of his account', () => {
  test('listed newest first, with who brought it; each upload states its fact', async () => {
    const firm = await freshFirm()
    const accountId = await makeAccount(firm)
    await upload(firm, accountId, ['W-2.pdf'])
    firm.system.clock.advance(1000)
    await upload(firm, accountId, ['1099.pdf'])
    const { items } = await firm.owner.call(documentsContract.listDocuments, { params: { id: accountId } })
    expect(items).toMatchObject([
      { name: '1099.pdf', bytes: 8, uploadedBy: { kind: 'contact', name: 'Sanne Vermeer' } },
      { name: 'W-2.pdf' },
    ])
    const events = await firm.run((tx) =>
      tx.db
        .selectFrom('events')
        .select(['payload', 'account_id'])
        .where('type', '=', 'document.uploaded')
        .orderBy('position')
        .execute(),
    )
    expect(events).toMatchObject([
      { payload: { name: 'W-2.pdf', bytes: 7 }, account_id: accountId },
      { payload: { name: '1099.pdf' } },
    ])
  })

  test('is paged without gaps', async () => {
    const firm = await freshFirm()
    const accountId = await makeAccount(firm)
    await upload(firm, accountId, ['a.txt', 'b.txt', 'c.txt'])
    const params = { id: accountId }
    const first = await firm.owner.call(documentsContract.listDocuments, { params, query: { limit: 2 } })
    const rest = await firm.owner.call(documentsContract.listDocuments, {
      params,
      query: { limit: 2, cursor: first.next },
    })
    expect([...first.items, ...rest.items].map(({ name }) => name).sort()).toEqual(['a.txt', 'b.txt', 'c.txt'])
    expect(rest.next).toBeNull()
  })
})

describe('X-5, DOC-5: who may see it', () => {
  test('the file comes as a download that no browser runs or guesses at', async () => {
    const firm = await freshFirm()
    const accountId = await makeAccount(firm)
    const [id] = await upload(firm, accountId, ['Bescheid "2025" ä.html'])
    const answer = await firm.owner.send(documentsContract.getDocumentContent, { params: { id: id! } })
    expect(answer.status).toBe(200)
    expect(answer.body).toBe('Bescheid "2025" ä.html')
    expect(answer.headers.get('content-disposition')).toContain(
      'attachment; filename="Bescheid__2025___.html"; filename*=UTF-8\'\'Bescheid%20%222025%22',
    )
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  })

  test('an employee needs the account; a client needs Login on it', async () => {
    const firm = await freshFirm()
    const accountId = await makeAccount(firm)
    const [id] = await upload(firm, accountId, ['W-2.pdf'])
    const params = { id: id! }
    const [outsider, insider] = [await firm.addMember('employee'), await firm.addMember('employee')]
    const body = { accountIds: [accountId], add: [insider.member.memberId] }
    await firm.owner.call(accountsContract.changeAccountTeam, { body })
    const client = await signInClient(firm, 'sanne@example.com')
    expect(await statusOf(outsider.send(documentsContract.getDocumentContent, { params }))).toBe(404)
    expect(await statusOf(outsider.send(documentsContract.listDocuments, { params: { id: accountId } }))).toBe(404)
    expect(await statusOf(insider.send(documentsContract.getDocumentContent, { params }))).toBe(200)
    expect(await statusOf(client.send(documentsContract.getPortalDocumentContent, { params }))).toBe(200)
    expect(await statusOf(client.send(documentsContract.getDocumentContent, { params }))).toBe(404)
  })

  test("another account's client and another firm get 404", async () => {
    const [firm, theirs] = [await freshFirm(), await freshFirm()]
    const [id] = await upload(firm, await makeAccount(firm), ['W-2.pdf'])
    const joris = { firstName: 'Joris', lastName: 'B', emails: [{ email: 'joris@example.com', login: true }] }
    await firm.owner.call(accountsContract.createAccount, { body: { contacts: [joris] } })
    const other = await signInClient(firm, 'joris@example.com')
    const params = { id: id! }
    expect(await statusOf(other.send(documentsContract.getPortalDocumentContent, { params }))).toBe(404)
    expect(await statusOf(theirs.owner.send(documentsContract.getDocumentContent, { params }))).toBe(404)
  })
})

async function makeAccount(firm: TestFirm): Promise<AccountId> {
  const { id } = await firm.owner.call(accountsContract.createAccount, { body: { contacts: [SANNE] } })
  return id as AccountId
}

/** Receives files whose content is their name, and keeps them. */
async function upload(firm: TestFirm, accountId: AccountId, names: string[]): Promise<DocumentId[]> {
  const { files } = firm.system.source.server
  const stored = await Promise.all(names.map((name) => files.receive(new Blob([name]).stream(), name)))
  return firm.run((tx) => keepDocuments(tx, accountId, stored, BY))
}

function folderOf(firm: TestFirm, accountId: AccountId): Promise<string> {
  return firm.run((tx) => clientUploadsFolder(tx, accountId))
}

function folders(firm: TestFirm) {
  return firm.run((tx) => tx.db.selectFrom('folders').select(['id', 'account_id', 'kind']).execute())
}

async function statusOf(answer: Promise<{ status: number }>): Promise<number> {
  return (await answer).status
}
