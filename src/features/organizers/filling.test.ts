import { describe, expect, test } from 'vitest'
import { newId, type OrganizerId } from '#kernel/ids.ts'
import { type Caller, freshFirm, signInClient, type TestFirm } from '../../../test/support/firm.ts'
import { answer, attach, eventsOf, newTemplate, sendTo } from '../../../test/support/organizer.ts'
import { newAccount } from '../../../test/support/pipeline.ts'
import { documentsContract } from '../documents/contract.ts'
import { organizersContract } from './contract.ts'

type Filled = { firm: TestFirm; client: Caller; id: OrganizerId; email: string }

async function sent(): Promise<Filled> {
  const firm = await freshFirm()
  const email = `sanne-${firm.slug}@example.com`
  const id = await sendTo(firm, await newTemplate(firm), await newAccount(firm, 'Vermeer', { email }))
  return { firm, client: await signInClient(firm, email), id, email }
}

const read = (client: Caller, id: OrganizerId) => client.call(organizersContract.getPortalOrganizer, { params: { id } })

async function save(client: Caller, id: OrganizerId, questionId: string, value: unknown, revision = 0) {
  return client.send(organizersContract.saveAnswer, { params: { id, questionId }, body: { value, revision } })
}

async function flag(firm: TestFirm, id: OrganizerId, flags: { sealed?: boolean; archived?: boolean }) {
  await firm.run((tx) => tx.db.updateTable('organizers').set(flags).where('id', '=', id).execute())
}

describe('autosave', () => {
  test('ORG-40: every answer is kept as it comes, and is there on the next visit', async () => {
    const { firm, client, id, email } = await sent()
    expect((await save(client, id, 'name', 'Sanne')).body).toMatchObject({
      value: 'Sanne',
      revision: 1,
      progress: { answered: 1, total: 4 },
    })
    await answer(client, id, { ssn: '012345678', kids: true })
    const elsewhere = await read(await signInClient(firm, email), id)
    expect(elsewhere.answers.map(({ questionId, value, revision }) => [questionId, value, revision])).toEqual([
      ['kids', true, 1],
      ['name', 'Sanne', 1],
      ['ssn', '012345678', 1],
    ])
    expect(elsewhere.progress).toEqual({ answered: 3, total: 5 })
    expect(elsewhere.missing.map(({ questionId }) => questionId)).toEqual(['child', 'slips'])
  })

  test('ORG-37: who saves on top of an unseen answer gets that one back, and nothing is overwritten', async () => {
    const { client, id } = await sent()
    await save(client, id, 'name', 'Sanne')
    const late = await save(client, id, 'name', 'Jan')
    expect(late.status).toBe(409)
    expect(late.problem).toMatchObject({ code: 'stale', detail: { current: { value: 'Sanne', revision: 1 } } })
    expect((await save(client, id, 'name', 'Jan', 1)).body).toMatchObject({ value: 'Jan', revision: 2 })
  })

  test('ORG-37: the same save twice, as after a lost reply, changes nothing more', async () => {
    const { firm, client, id } = await sent()
    await save(client, id, 'name', 'Sanne')
    expect((await save(client, id, 'name', 'Sanne')).body).toMatchObject({ revision: 1 })
    expect(await eventsOf(firm, 'organizer.answered')).toHaveLength(1)
  })

  test('ORG-37: two people at the same moment: one is kept, the other is shown it', async () => {
    const { client, id } = await sent()
    const both = await Promise.all([save(client, id, 'name', 'Sanne'), save(client, id, 'name', 'Jan')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const winner = both.find(({ status }) => status === 200)!.body.value
    expect(both.find(({ status }) => status === 409)!.problem.detail).toMatchObject({ current: { value: winner } })
  })

  test('two questions at the same moment are both kept, and counted', async () => {
    const { client, id } = await sent()
    await Promise.all([save(client, id, 'name', 'Sanne'), save(client, id, 'kids', false)])
    expect((await read(client, id)).progress).toEqual({ answered: 2, total: 4 })
  })

  test('ORG-58: an answer taken back is none, and its revision goes on', async () => {
    const { client, id } = await sent()
    await save(client, id, 'name', 'Sanne')
    expect((await save(client, id, 'name', null, 1)).body).toMatchObject({ value: null, revision: 2 })
    expect((await save(client, id, 'name', 'Sanne')).status).toBe(409)
    expect((await read(client, id)).progress).toEqual({ answered: 0, total: 4 })
  })

  test('ORG-21: a hidden answer is kept but counts for nothing, and is back when its question is', async () => {
    const { client, id } = await sent()
    await answer(client, id, { kids: true, child: 'Bram', name: 'Sanne' })
    await answer(client, id, { kids: false })
    expect((await read(client, id)).progress).toEqual({ answered: 2, total: 4 })
    const hidden = await save(client, id, 'child', 'Else', 1)
    expect(hidden.problem).toMatchObject({
      code: 'conflict',
      fields: [{ path: 'questionId', code: 'question_hidden' }],
    })
    await answer(client, id, { kids: true })
    const back = await read(client, id)
    expect(back.answers.find(({ questionId }) => questionId === 'child')?.value).toBe('Bram')
    expect(back.progress).toEqual({ answered: 3, total: 5 })
  })

  test('ORG-59: opened and started are facts once, answers name the question and never the answer', async () => {
    const { firm, client, id } = await sent()
    const opening = () => client.call(organizersContract.openOrganizer, { params: { id } })
    const [first, second] = [await opening(), await opening()]
    expect(second).toEqual(first)
    await answer(client, id, { ssn: '012345678', name: 'Sanne' })
    expect(await eventsOf(firm, 'organizer.opened')).toHaveLength(1)
    expect(await eventsOf(firm, 'organizer.started')).toHaveLength(1)
    const answered = await eventsOf(firm, 'organizer.answered')
    expect(answered).toMatchObject([
      { actor_kind: 'contact', payload: { question: 'Social security number' } },
      { payload: { question: 'Your name' } },
    ])
    expect(JSON.stringify(answered)).not.toContain('012345678')
  })

  const refused: [string, unknown, string][] = [
    ['ssn', '12 apples', 'not_a_number'],
    ['ssn', 12, 'invalid_value'],
    ['kids', 'yes', 'wrong_type'],
    ['name', 'x'.repeat(1001), 'too_big_text'],
    ['name', ['a'], 'wrong_type'],
    ['slips', 'a file', 'wrong_type'],
  ]
  test.each(refused)('%s does not take %j: %s', async (questionId, value, code) => {
    const { client, id } = await sent()
    const { status, problem } = await save(client, id, questionId, value)
    expect(status).toBe(422)
    expect(problem.fields).toEqual([expect.objectContaining({ path: 'value', code })])
  })

  test('script in an answer is kept as the text it is', async () => {
    const { client, id } = await sent()
    const script = '<script>alert(1)</script>'
    await save(client, id, 'name', script)
    expect((await read(client, id)).answers[0]!.value).toBe(script)
  })

  test('a question that is not asked, or only read, is missing', async () => {
    const { client, id } = await sent()
    for (const questionId of ['nothing', 'hello']) {
      expect((await save(client, id, questionId, 'x')).status).toBe(404)
    }
  })
})

describe('files as answers', () => {
  test('ORG-13: an upload is a document of the account and an answer', async () => {
    const { firm, client, id } = await sent()
    const file = await attach(client, id, 'slips', 'slip.txt')
    expect(file).toMatchObject({ name: 'slip.txt', mediaType: 'text/plain', progress: { answered: 1, total: 4 } })
    const { accountId, files } = await firm.owner.call(organizersContract.getOrganizer, { params: { id } })
    expect(files).toMatchObject([{ questionId: 'slips', documentId: file.documentId, name: 'slip.txt' }])
    const documents = await firm.owner.call(documentsContract.listDocuments, { params: { id: accountId } })
    expect(documents.items).toMatchObject([{ id: file.documentId, uploadedBy: { kind: 'contact' } }])
  })

  test('ORG-14: taken out of the answer, the document stays', async () => {
    const { firm, client, id } = await sent()
    const { documentId } = await attach(client, id, 'slips')
    const params = { id, questionId: 'slips', documentId }
    const detached = await client.call(organizersContract.detachFile, { params })
    expect(detached.progress).toEqual({ answered: 0, total: 4 })
    const { accountId } = await read(client, id)
    const documents = await firm.owner.call(documentsContract.listDocuments, { params: { id: accountId } })
    expect(documents.items).toHaveLength(1)
    expect((await client.send(organizersContract.detachFile, { params })).status).toBe(404)
  })

  test('only questions for files take files, and programs are refused', async () => {
    const { client, id } = await sent()
    const upload = (questionId: string, name: string) =>
      client.send(organizersContract.attachFile, {
        params: { id, questionId },
        query: { name },
        body: new TextEncoder().encode('hello'),
      })
    expect((await upload('name', 'a.txt')).status).toBe(404)
    expect((await upload('slips', 'virus.exe')).problem.code).toBe('unsupported_file')
  })
})

describe('what ends it', () => {
  test.each([
    ['ORG-52', 'sealed'],
    ['ORG-53', 'archived'],
  ] as const)('%s: %s, nothing changes any more, and everything can still be read', async (_, how) => {
    const { firm, client, id } = await sent()
    await save(client, id, 'name', 'Sanne')
    await flag(firm, id, { [how]: true })
    const upload = {
      params: { id, questionId: 'slips' },
      query: { name: 'a.txt' },
      body: new TextEncoder().encode('a'),
    }
    const refused = [
      await save(client, id, 'name', 'Jan', 1),
      await client.send(organizersContract.attachFile, upload),
      await client.send(organizersContract.submitOrganizer, { params: { id } }),
    ]
    expect(refused.map(({ status, problem }) => [status, problem.code])).toEqual([
      [409, how],
      [409, how],
      [409, how],
    ])
    expect(await read(client, id)).toMatchObject({ editable: false, answers: [{ value: 'Sanne' }] })
  })
})

describe('whose it is', () => {
  test('ORG-37: another contact of the account works on the same copy; anybody else finds nothing', async () => {
    const { firm, client, id } = await sent()
    await save(client, id, 'name', 'Sanne')
    const otherEmail = `other-${firm.slug}@example.com`
    await newAccount(firm, 'Stranger', { email: otherEmail })
    const stranger = await signInClient(firm, otherEmail)
    const params = { id }
    const tries = [
      await stranger.send(organizersContract.getPortalOrganizer, { params }),
      await stranger.send(organizersContract.openOrganizer, { params }),
      await save(stranger, id, 'name', 'x', 1),
      await stranger.send(organizersContract.submitOrganizer, { params }),
      await firm.owner.send(organizersContract.getPortalOrganizer, { params }),
      await client.send(organizersContract.getOrganizer, { params }),
      await client.send(organizersContract.getPortalOrganizer, { params: { id: newId() } }),
    ]
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404, 404])
    const list = await stranger.call(organizersContract.listPortalOrganizers)
    expect(list.items).toEqual([])
  })
})
