import { describe, expect, test } from 'vitest'
import type { TemplateId } from '#kernel/ids.ts'
import { NO_DATES } from '#kernel/planned-dates.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import type { TaskContent } from '../tasks/model.ts'
import { templatesContract } from './contract.ts'
import {
  changeTemplate,
  createTemplate,
  createTemplates,
  deleteTemplate,
  newestTemplates,
  templateContents,
  templateVersions,
  versionKey,
} from './index.ts'

const KICK_OFF = { kind: 'email', name: 'Kick-off', content: { subject: 'Hello', body: 'We begin.' } } as const

describe('A-8, ORG-10: what was made from a template stays as it was', () => {
  test('a change makes a new version; the old one still says what it said', async () => {
    const firm = await freshFirm()
    const { id } = await firm.run((tx) => createTemplate(tx, KICK_OFF))
    const change = { ...KICK_OFF, name: 'Season opens', content: { subject: 'Hello again', body: 'We go on.' } }
    const changed = await firm.run((tx) => changeTemplate(tx, id, change, 1))
    expect(changed).toEqual({ version: 2, revision: 2 })
    const contents = await firm.run((tx) =>
      templateContents(
        tx,
        [1, 2, 2].map((version) => ({ id, version })),
      ),
    )
    expect([...contents.keys()].sort()).toEqual([versionKey({ id, version: 1 }), versionKey({ id, version: 2 })])
    expect(contents.get(versionKey({ id, version: 1 }))).toMatchObject({ version: 1, content: KICK_OFF.content })
    expect(contents.get(versionKey({ id, version: 2 }))).toMatchObject({ version: 2, content: change.content })
    expect((await firm.run((tx) => newestTemplates(tx, [id]))).get(id)).toEqual({ ...change, version: 2 })
  })

  test('not even the database lets an old version be changed', async () => {
    const firm = await freshFirm()
    await firm.run((tx) => createTemplate(tx, KICK_OFF))
    const tamper = firm.run((tx) => tx.db.updateTable('template_versions').set({ content: '{}' }).execute())
    await expect(tamper).rejects.toThrow(/append-only|permission denied/)
  })
})

describe('what two people do at once', () => {
  test('the second change of the same revision is refused and shown the first', async () => {
    const firm = await freshFirm()
    const { id } = await firm.run((tx) => createTemplate(tx, KICK_OFF))
    await firm.run((tx) => changeTemplate(tx, id, { ...KICK_OFF, name: 'Mine' }, 1))
    const late = firm.run((tx) => changeTemplate(tx, id, { ...KICK_OFF, name: 'Theirs' }, 1))
    await expect(late).rejects.toMatchObject({ code: 'stale', detail: { current: { name: 'Mine', revision: 2 } } })
  })

  test.each([
    ['made', (firm: TestFirm) => firm.run((tx) => createTemplate(tx, { ...KICK_OFF, name: 'KICK-OFF' }))],
    [
      'renamed',
      async (firm: TestFirm) => {
        const { id } = await firm.run((tx) => createTemplate(tx, { ...KICK_OFF, name: 'Other' }))
        return firm.run((tx) => changeTemplate(tx, id, KICK_OFF, 1))
      },
    ],
  ])('a name that its kind has already is refused when it is %s', async (_, act) => {
    const firm = await freshFirm()
    await firm.run((tx) => createTemplate(tx, KICK_OFF))
    await expect(act(firm)).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'name', code: 'duplicate' }] })
  })

  test('a name is free again once its template is deleted, and other kinds may have it', async () => {
    const firm = await freshFirm()
    const { id } = await firm.run((tx) => createTemplate(tx, KICK_OFF))
    await firm.run((tx) => deleteTemplate(tx, id))
    await firm.run((tx) => createTemplate(tx, KICK_OFF))
    const content: TaskContent = {
      title: 'Call',
      description: '',
      priority: 'low',
      status: 'planned',
      subtasks: [],
      dates: NO_DATES,
      assigneeIds: [],
      roleIds: [],
    }
    await firm.run((tx) => createTemplates(tx, [{ kind: 'task', name: KICK_OFF.name, content }]))
    expect(await namesOf(firm)).toEqual(['Kick-off', 'Kick-off'])
  })
})

test('FAIL-1: a deleted template is missing for the engine, while its versions can still be read', async () => {
  const firm = await freshFirm()
  const { id } = await firm.run((tx) => createTemplate(tx, KICK_OFF))
  expect((await firm.run((tx) => templateVersions(tx, [id]))).get(id)).toEqual({ kind: 'email', version: 1 })
  await firm.run((tx) => deleteTemplate(tx, id))
  expect((await firm.run((tx) => templateVersions(tx, [id]))).size).toBe(0)
  expect((await firm.run((tx) => newestTemplates(tx, [id]))).size).toBe(0)
  expect((await firm.run((tx) => templateContents(tx, [{ id, version: 1 }]))).size).toBe(1)
  await expect(firm.run((tx) => deleteTemplate(tx, id))).rejects.toMatchObject({ code: 'not_found' })
})

describe('the list', () => {
  test('is sorted by name, found by part of it, and paged without gaps', async () => {
    const firm = await freshFirm()
    const names = ['échéance', 'Alpha', 'beta', 'Gamma 100%', 'delta', 'BETA two']
    await firm.run((tx) =>
      createTemplates(
        tx,
        names.map((name) => ({ ...KICK_OFF, name })),
      ),
    )
    const seen: string[] = []
    let cursor: string | null = null
    do {
      const query = cursor === null ? { limit: 2 } : { limit: 2, cursor }
      const page: { items: { name: string }[]; next: string | null } = await firm.owner.call(
        templatesContract.listTemplates,
        { query },
      )
      seen.push(...page.items.map(({ name }) => name))
      cursor = page.next
    } while (cursor !== null)
    expect([...seen].sort()).toEqual([...names].sort())
    expect(seen.indexOf('Alpha')).toBeLessThan(seen.indexOf('BETA two'))
    const found = await firm.owner.call(templatesContract.listTemplates, { query: { search: 'Beta', kind: 'email' } })
    expect(found.items.map(({ name }) => name)).toEqual(['beta', 'BETA two'])
    const percent = await firm.owner.call(templatesContract.listTemplates, { query: { search: '%' } })
    expect(percent.items.map(({ name }) => name)).toEqual(['Gamma 100%'])
  })

  test.each([
    [{ cursor: 'nonsense' }, 'cursor'],
    [{ kind: 'invoice' }, 'kind'],
    [{ limit: 0 }, 'limit'],
    [{ limit: 'many' }, 'limit'],
  ])('%j is refused and names its field', async (query, path) => {
    const firm = await freshFirm()
    const { status, problem } = await firm.owner.send(templatesContract.listTemplates, { query })
    expect(status).toBe(422)
    expect(problem.fields[0]).toMatchObject({ path })
  })

  test('shows another firm nothing of ours', async () => {
    const [ours, theirs] = [await freshFirm(), await freshFirm()]
    const { id } = await ours.run((tx) => createTemplate(tx, KICK_OFF))
    expect(await namesOf(theirs)).toEqual([])
    expect((await theirs.run((tx) => newestTemplates(tx, [id]))).size).toBe(0)
    await expect(theirs.run((tx) => changeTemplate(tx, id, KICK_OFF, 1))).rejects.toMatchObject({ code: 'not_found' })
  })
})

test('every change states its fact', async () => {
  const firm = await freshFirm()
  const [id] = (await firm.run((tx) => createTemplates(tx, [KICK_OFF]))) as [TemplateId]
  await firm.run((tx) => changeTemplate(tx, id, KICK_OFF, 1))
  await firm.run((tx) => deleteTemplate(tx, id))
  const events = await firm.run((tx) =>
    tx.db
      .selectFrom('events')
      .select(['type', 'subject_id'])
      .where('subject_id', '=', id)
      .orderBy('position')
      .execute(),
  )
  expect(events.map(({ type }) => type)).toEqual(['template.created', 'template.changed', 'template.deleted'])
})

async function namesOf(firm: TestFirm): Promise<string[]> {
  const { items } = await firm.owner.call(templatesContract.listTemplates)
  return items.map(({ name }) => name)
}
