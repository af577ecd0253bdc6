import { describe, expect, test } from 'vitest'
import { type AccountId, newId, type TagId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { changeAccountTags } from './change-account-tags.ts'
import { tagsContract } from './contract.ts'

describe('making and naming tags', () => {
  test('a tag is made, renamed, recoloured and listed by name, each recorded', async () => {
    const firm = await freshFirm()
    const rental = await firm.owner.call(tagsContract.createTag, {
      body: { name: '  Rental  property ', color: 'teal' },
    })
    expect(rental).toMatchObject({ name: 'Rental property', color: 'teal', accounts: 0, revision: 1 })
    await firm.owner.call(tagsContract.createTag, { body: { name: 'K-1' } })
    const changed = await firm.owner.send(tagsContract.changeTag, {
      params: { id: rental.id },
      headers: { 'if-match': '"1"' },
      body: { name: 'Rental', color: 'red' },
    })
    expect(changed.body).toMatchObject({ name: 'Rental', color: 'red', revision: 2 })
    expect(changed.headers.get('etag')).toBe('"2"')
    const { items } = await firm.owner.call(tagsContract.listTags)
    expect(items.map((tag) => tag.name)).toEqual(['K-1', 'Rental'])
    expect(await eventTypes(firm)).toEqual(['tag.created', 'tag.created', 'tag.renamed', 'tag.recoloured'])
  })

  test('a name is unique whatever its case, when made and when renamed', async () => {
    const firm = await freshFirm()
    await firm.owner.call(tagsContract.createTag, { body: { name: 'Payroll' } })
    const second = await firm.owner.call(tagsContract.createTag, { body: { name: 'Bookkeeping' } })
    const made = await firm.owner.send(tagsContract.createTag, { body: { name: 'PAYROLL' } })
    expect(made.problem.fields).toEqual([{ path: 'name', code: 'duplicate' }])
    const renamed = await rename(firm, second.id, 1, 'payroll')
    expect(renamed.problem.fields).toEqual([{ path: 'name', code: 'duplicate' }])
  })

  test('two people change one tag: the second gets 409 with the state as it is now', async () => {
    const firm = await freshFirm()
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'NY' } })
    expect((await rename(firm, tag.id, 1, 'New York')).status).toBe(200)
    const late = await rename(firm, tag.id, 1, 'N.Y.')
    expect(late.status).toBe(409)
    expect(late.problem.detail).toMatchObject({ current: { name: 'New York', revision: 2 } })
  })

  test.each([
    [{ name: '' }, 'name', 'required'],
    [{ name: '   ' }, 'name', 'required'],
    [{ name: 'x'.repeat(61) }, 'name', 'too_big_text'],
    [{ name: 'A', color: 'crimson' }, 'color', 'invalid_value'],
    [{ name: 7 }, 'name', 'wrong_type'],
    [{ name: 'A', icon: 'star' }, 'icon', 'unknown_field'],
  ])('a tag like %j is refused at %s: %s', async (body, path, code) => {
    const firm = await freshFirm()
    const { status, problem } = await firm.owner.send(tagsContract.createTag, { body })
    expect(status).toBe(422)
    expect(problem.fields).toEqual([expect.objectContaining({ path, code })])
  })
})

describe('who may (TAG-3)', () => {
  test('an employee without the right reads tags but neither makes, changes nor deletes them', async () => {
    const firm = await freshFirm()
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'SE' } })
    const employee = await firm.addMember('employee')
    const { items } = await employee.call(tagsContract.listTags)
    expect(items).toEqual([{ id: tag.id, name: 'SE', color: 'gray', accounts: null, revision: 1 }])
    expect((await employee.send(tagsContract.createTag, { body: { name: 'X' } })).status).toBe(404)
    expect((await employee.send(tagsContract.deleteTag, { params: { id: tag.id } })).status).toBe(404)
    const manager = await firm.addMember('employee', ['manage_tags'])
    await manager.call(tagsContract.deleteTag, { params: { id: tag.id } })
  })
})

describe('A-24: a tag in use', () => {
  test('on accounts: refused with their number, or taken off them when asked', async () => {
    const firm = await freshFirm()
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'Rental' } })
    const accountId = await addAccount(firm)
    await firm.run((tx) => changeAccountTags(tx, [{ accountId, add: [tag.id as TagId], remove: [] }]))
    const refused = await firm.owner.send(tagsContract.deleteTag, { params: { id: tag.id } })
    expect(refused.status).toBe(409)
    expect(refused.problem).toMatchObject({ code: 'in_use', detail: { accounts: 1, pipelines: [], templates: [] } })
    await firm.owner.call(tagsContract.deleteTag, { params: { id: tag.id }, query: { accounts: 'untag' } })
    expect(await tagsOf(firm, accountId)).toEqual([])
    expect(await eventTypes(firm)).toEqual(['tag.created', 'tag.deleted', 'account.tagsChanged'])
  })

  test.each([
    ['its draft', true],
    ['its newest version', false],
  ])('named in %s of a pipeline: refused with the pipeline, untagging or not', async (_, inDraft) => {
    const firm = await freshFirm()
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'Foreign' } })
    const definition = { stages: [{ id: newId(), condition: { kind: 'all', of: [{ kind: 'tag', tagId: tag.id }] } }] }
    const pipelineId = await addPipeline(firm, inDraft ? definition : { stages: [] }, definition)
    const refused = await firm.owner.send(tagsContract.deleteTag, {
      params: { id: tag.id },
      query: { accounts: 'untag' },
    })
    expect(refused.problem).toMatchObject({ code: 'in_use', detail: { pipelines: [{ id: pipelineId, name: '1040' }] } })
  })
})

test('A-24: a tag that is deleted while it is put on breaks neither, and stands nowhere afterwards', async () => {
  const firm = await freshFirm()
  const accountId = await addAccount(firm)
  for (let round = 0; round < 10; round++) {
    const { id } = await firm.owner.call(tagsContract.createTag, { body: { name: `Round ${round}` } })
    const change = { accountId, add: [id as TagId], remove: [] }
    const query = { accounts: 'untag' }
    const [deleted] = await Promise.all([
      firm.owner.send(tagsContract.deleteTag, { params: { id }, query }),
      firm.run((tx) => changeAccountTags(tx, [change])),
    ])
    expect(deleted.status).toBe(204)
  }
  expect(await tagsOf(firm, accountId)).toEqual([])
})

test('A-4: the last word on a tag of an account holds, and a deleted tag is passed over', async () => {
  const firm = await freshFirm()
  const { id } = await firm.owner.call(tagsContract.createTag, { body: { name: 'Open' } })
  const [accountId, tagId] = [await addAccount(firm), id as TagId]
  const [on, off] = [
    { accountId, add: [tagId], remove: [] },
    { accountId, add: [], remove: [tagId] },
  ]
  await firm.run((tx) => changeAccountTags(tx, [on, off]))
  expect(await tagsOf(firm, accountId)).toEqual([])
  await firm.run((tx) => changeAccountTags(tx, [off, on, { accountId, add: [newId()], remove: [] }]))
  expect(await tagsOf(firm, accountId)).toEqual([tagId])
})

function rename(firm: TestFirm, id: string, revision: number, name: string) {
  const headers = { 'if-match': `"${revision}"` }
  return firm.owner.send(tagsContract.changeTag, { params: { id }, headers, body: { name } })
}

async function addAccount(firm: TestFirm): Promise<AccountId> {
  const id = newId<'account'>()
  const row = { firm_id: firm.firmId, id, short_id: id, external_id: null, name: 'Smit', type: 'other' as const }
  await firm.run((tx) =>
    tx.db
      .insertInto('accounts')
      .values({ ...row, created_at: tx.now })
      .execute(),
  )
  return id
}

async function addPipeline(firm: TestFirm, draft: object, definition: object): Promise<string> {
  const id = newId()
  const key = { firm_id: firm.firmId, pipeline_id: id, version: 1 }
  await firm.run(async (tx) => {
    const times = { created_at: tx.now, updated_at: tx.now }
    const row = { firm_id: firm.firmId, id, name: '1040', version: 1, draft: JSON.stringify(draft), library_key: null }
    await tx.db
      .insertInto('pipelines')
      .values({ ...row, ...times })
      .execute()
    const version = { ...key, definition: JSON.stringify(definition), published_by: null, published_at: tx.now }
    await tx.db.insertInto('pipeline_versions').values(version).execute()
  })
  return id
}

async function tagsOf(firm: TestFirm, accountId: AccountId): Promise<string[]> {
  const rows = await firm.run((tx) =>
    tx.db.selectFrom('account_tags').select('tag_id').where('account_id', '=', accountId).execute(),
  )
  return rows.map((row) => row.tag_id)
}

async function eventTypes(firm: TestFirm): Promise<string[]> {
  const rows = await firm.run((tx) => tx.db.selectFrom('events').select('type').orderBy('position').execute())
  return rows.map((row) => row.type).filter((type) => /^(tag|account)\./.test(type))
}
