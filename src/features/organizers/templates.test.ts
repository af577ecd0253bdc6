import { describe, expect, test } from 'vitest'
import type { Condition } from '#conditions/model.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { INTAKE, newTemplate, sectionOf } from '../../../test/support/organizer.ts'
import { organizersContract } from './contract.ts'
import type { Block, OrganizerDefinition } from './model.ts'

const question = (id: string, condition: Condition | null = null): Block => {
  return { type: 'text', id, label: id, required: true, condition }
}

async function create(firm: TestFirm, body: object) {
  return firm.owner.send(organizersContract.createOrganizerTemplate, {
    body: { name: 'Intake', organizerName: '', definition: INTAKE, ...body },
  })
}

describe('making organizer templates', () => {
  test('ORG-3, ORG-4: it keeps both names, and sections and blocks in their order', async () => {
    const firm = await freshFirm()
    const made = await create(firm, { organizerName: 'Questions for [TAX_YEAR]' })
    expect(made.status).toBe(201)
    const read = await firm.owner.call(organizersContract.getOrganizerTemplate, { params: { id: made.body.id } })
    expect(read).toMatchObject({ name: 'Intake', organizerName: 'Questions for [TAX_YEAR]', definition: INTAKE })
  })

  test('the list tells the size of each, by name, page by page', async () => {
    const firm = await freshFirm()
    for (const name of ['beta', 'Alpha', 'gamma']) await newTemplate(firm, { name })
    const first = await firm.owner.call(organizersContract.listOrganizerTemplates, { query: { limit: 2 } })
    expect(first.items.map(({ name, sections, questions }) => ({ name, sections, questions }))).toEqual([
      { name: 'Alpha', sections: 3, questions: 5 },
      { name: 'beta', sections: 3, questions: 5 },
    ])
    const query = { limit: 2, cursor: first.next }
    const second = await firm.owner.call(organizersContract.listOrganizerTemplates, { query })
    expect(second).toMatchObject({ items: [{ name: 'gamma' }], next: null })
    const found = await firm.owner.call(organizersContract.listOrganizerTemplates, { query: { search: 'AMM' } })
    expect(found.items.map(({ name }) => name)).toEqual(['gamma'])
  })

  test('ORG-10: changing one makes a new version; the loser of two changes gets the current state', async () => {
    const firm = await freshFirm()
    const id = await newTemplate(firm)
    const change = (name: string, revision: number) =>
      firm.owner.send(organizersContract.changeOrganizerTemplate, {
        params: { id },
        body: { name, organizerName: '', definition: sectionOf(question('a')) },
        headers: { 'if-match': `"${revision}"` },
      })
    expect((await change('Second', 1)).body).toMatchObject({ name: 'Second', revision: 2 })
    const late = await change('Third', 1)
    expect(late.status).toBe(409)
    expect(late.problem).toMatchObject({ code: 'stale', detail: { current: { name: 'Second', revision: 2 } } })
  })

  test('a copy gets the next free name, also a copy of a copy', async () => {
    const firm = await freshFirm()
    const id = await newTemplate(firm, { organizerName: 'Yours' })
    const copy = (of: string) => firm.owner.call(organizersContract.copyOrganizerTemplate, { params: { id: of } })
    const second = await copy(id)
    const third = await copy(second.id)
    expect([second.name, third.name]).toEqual(['Intake (2)', 'Intake (3)'])
    expect(third).toMatchObject({ organizerName: 'Yours', definition: INTAKE })
  })
})

describe('what keeps a template from being saved', () => {
  const on = (questionId: string): Condition => ({ kind: 'answer', questionId, operator: 'answered' })
  const choice: Block = { type: 'single_choice', id: 'c', label: 'c', required: true, condition: null, options: [] }
  const cases: [string, object, { path: string; code: string }][] = [
    ['a missing name', { name: ' ' }, { path: 'name', code: 'required' }],
    [
      'D-7: an unknown code in the name that clients see',
      { organizerName: 'Taxes [TAX_YAER]' },
      { path: 'organizerName', code: 'shortcode_unknown' },
    ],
    [
      'SHC-2: a code of a contact',
      { organizerName: 'For [FIRST_NAME]' },
      { path: 'organizerName', code: 'shortcode_not_here' },
    ],
    [
      'D-7: the same in the name that serves as both',
      { name: '[JOB_NAME]' },
      { path: 'name', code: 'shortcode_not_here' },
    ],
    [
      'ORG-20: a rule on a later question',
      { definition: sectionOf(question('a', on('b')), question('b')) },
      { path: 'definition.sections.0.blocks.0.condition', code: 'condition_forward_reference' },
    ],
    [
      'ORG-22: a rule on a question that is gone',
      { definition: sectionOf(question('a', on('gone'))) },
      { path: 'definition.sections.0.blocks.0.condition', code: 'condition_unknown_question' },
    ],
    [
      'POR-8: a rule on a tag',
      { definition: sectionOf(question('a', { kind: 'tag', tagId: '018f0000-0000-7000-8000-000000000000' })) },
      { path: 'definition.sections.0.blocks.0.condition', code: 'condition_answers_only' },
    ],
    [
      'A-24: an empty group',
      { definition: sectionOf(question('a', { kind: 'all', of: [] })) },
      { path: 'definition.sections.0.blocks.0.condition.of', code: 'condition_empty_group' },
    ],
    [
      'a choice without options',
      { definition: sectionOf(choice) },
      { path: 'definition.sections.0.blocks.0.options', code: 'no_options' },
    ],
    [
      'an id used twice',
      { definition: sectionOf(question('a'), question('a')) },
      { path: 'definition.sections.0.blocks.1.id', code: 'duplicate' },
    ],
    [
      'a type that does not exist',
      { definition: { sections: [{ id: 's', name: 'S', condition: null, blocks: [{ type: 'video', id: 'v' }] }] } },
      { path: 'definition.sections.0.blocks.0.type', code: 'invalid_value' },
    ],
    ['more blocks than fit', { definition: crowd() }, { path: 'definition.sections', code: 'too_many_blocks' }],
  ]
  test.each(cases)('%s', async (_, body, field) => {
    const firm = await freshFirm()
    const refused = await create(firm, body)
    expect(refused.status).toBe(422)
    expect(refused.problem.fields).toContainEqual(expect.objectContaining(field))
  })

  test('a name that another organizer template has, whatever its case', async () => {
    const firm = await freshFirm()
    await newTemplate(firm)
    expect((await create(firm, { name: 'INTAKE' })).problem.fields).toEqual([{ path: 'name', code: 'duplicate' }])
  })
})

test('ORG-2: making needs manage templates, picking does not', async () => {
  const firm = await freshFirm()
  const id = await newTemplate(firm)
  const preparer = await firm.addMember('employee', ['manage_organizers'])
  const author = await firm.addMember('employee', ['manage_templates'])
  const body = { name: 'Mine', organizerName: '', definition: INTAKE }
  expect((await preparer.send(organizersContract.createOrganizerTemplate, { body })).status).toBe(404)
  expect((await preparer.call(organizersContract.getOrganizerTemplate, { params: { id } })).name).toBe('Intake')
  expect((await author.send(organizersContract.createOrganizerTemplate, { body })).status).toBe(201)
})

function crowd(): OrganizerDefinition {
  const sections = Array.from({ length: 2 }, (_, s) => ({
    id: `s${s}`,
    name: 'S',
    condition: null,
    blocks: Array.from({ length: 501 }, (_, b) => question(`q${s}_${b}`)),
  }))
  return { sections }
}
