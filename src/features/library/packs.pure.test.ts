import { describe, expect, test } from 'vitest'
import type { Condition } from '#conditions/model.ts'
import type { ShortcodeGroup } from '#kernel/shortcodes.ts'
import { findProblems, shortcodesOf } from '#kernel/shortcodes.ts'
import type { OrganizerDefinition } from '../organizers/model.ts'
import { definitionProblems, questionsOf } from '../organizers/model.ts'
import type { Pack, PackAutomation, PackCondition } from './model.ts'
import { pack as packSchema } from './model.ts'
import { packs } from './packs/index.ts'

/** Where the broken copies below carry their condition. */
const CONDITION = 'sections.0.blocks.2.condition'
const SECTION = 'sections.0.condition'

describe.each(packs)('$name', (pack) => {
  const { stages } = pack.pipeline
  const automations = stages.flatMap((stage) => stage.automations)
  const first = stages[0]!
  const last = stages.at(-1)!

  test('has the shape of a pack, unchanged by parsing', () => {
    expect(packSchema.parse(pack)).toEqual(pack)
  })

  test('ORG-17, ORG-20, ORG-22: conditions in organizers name only earlier questions and their options', () => {
    for (const { definition } of pack.organizers) expect(definitionProblems(definition)).toEqual([])
  })

  test('its main organizer has 5 to 8 sections and 20 to 40 questions, some of them conditional', () => {
    const main = pack.organizers[0]!.definition
    const questions = questionsOf(main)
    expectWithin(main.sections.length, 5, 8)
    expectWithin(questions.length, 20, 40)
    expect(questions.filter((question) => question.condition).length).toBeGreaterThan(questions.length / 4)
    expect(questions.some((question) => question.type === 'file_upload')).toBe(true)
  })

  test('keys are unique', () => {
    for (const things of [pack.tags, pack.organizers, pack.emails, pack.tasks, stages]) {
      expect(repeated(things.map((thing) => thing.key))).toEqual([])
    }
  })

  test('P-20: automations name only what the pack brings, and use all of it', () => {
    expect(used(automations, 'create_organizer')).toEqual(keysOf(pack.organizers))
    expect(used(automations, 'send_email')).toEqual(keysOf(pack.emails))
    expect(used(automations, 'create_task')).toEqual(keysOf(pack.tasks))
    expect(tagsIn(pack)).toEqual(keysOf(pack.tags))
  })

  test('STG-4, STG-6: the last stage does not move on, first and last have no condition', () => {
    expectWithin(stages.length, 5, 7)
    expect(last.automove).toBe(false)
    expect([first.condition, last.condition]).toEqual([null, null])
    expect(stages.some((stage) => stage.condition)).toBe(true)
  })

  test('AM-10: a stage that moves by itself always creates something to wait for', () => {
    const stuck = stages.filter(({ automove, automations }) => automove && !automations.some(alwaysWaitedFor))
    expect(stuck).toEqual([])
  })

  test('the first stage sends organizer and mail and sets a tag, which the last one takes off again', () => {
    expect(first.automations.map(({ kind }) => kind)).toEqual(['update_account_tags', 'send_email', 'create_organizer'])
    const added = first.automations.flatMap((each) => (each.kind === 'update_account_tags' ? each.add : []))
    const removed = last.automations.flatMap((each) => (each.kind === 'update_account_tags' ? each.remove : []))
    expect(removed).toEqual(added)
  })

  test('D-7: every shortcode is known and means something where it stands', () => {
    for (const { organizerName } of pack.organizers) expect(misplaced(organizerName, 'account', 'date')).toEqual([])
    for (const { subject, body } of pack.emails) {
      expect(misplaced(`${subject}\n${body}`, 'account', 'contact', 'date', 'firm')).toEqual([])
    }
    for (const { title, description } of pack.tasks) {
      expect(misplaced(`${title}\n${description}`, 'account', 'date', 'job')).toEqual([])
    }
  })

  test('ORG-3: questions hold no shortcodes, only the name of the organizer does', () => {
    for (const { definition } of pack.organizers) expect(misplaced(JSON.stringify(definition))).toEqual([])
  })

  test('mails carry no links: the one to the organizer comes with its own mail', () => {
    for (const { body } of pack.emails) expect(body).not.toMatch(/https?:|www\./)
  })
})

test('ORG-2, P-20: names are unique over all packs, so that one firm can copy every pack', () => {
  for (const kind of ['organizers', 'emails', 'tasks'] as const) {
    expect(repeated(packs.flatMap((pack) => pack[kind].map(({ name }) => name.toLowerCase())))).toEqual([])
  }
  expect(repeated(packs.map(({ key }) => key))).toEqual([])
  expect(repeated(packs.map(({ pipeline }) => pipeline.name.toLowerCase()))).toEqual([])
})

test('TAGS-1: a tag that two packs share has one colour', () => {
  const colors = new Map(packs.flatMap(({ tags }) => tags.map((tag) => [tag.name, tag.color])))
  for (const tag of packs.flatMap(({ tags }) => tags)) expect(tag.color).toBe(colors.get(tag.name))
})

describe('a shipped organizer that somebody broke is refused, with the place', () => {
  const asks = (questionId: string, value: string | boolean = true) =>
    ({ kind: 'answer', questionId, operator: 'equals', value }) as const
  const cases: [string, (copy: OrganizerDefinition) => unknown, string, string][] = [
    [
      'an id used twice',
      (copy) => Object.assign(at(copy, 2), { id: at(copy, 1).id }),
      'sections.0.blocks.2.id',
      'duplicate',
    ],
    ['no options', (copy) => options(copy).splice(0), 'sections.0.blocks.1.options', 'no_options'],
    [
      'an option twice',
      (copy) => Object.assign(options(copy)[1]!, { id: 'single' }),
      'sections.0.blocks.1.options.1.id',
      'duplicate',
    ],
    ['ORG-22: a question that is gone', when(asks('gone')), CONDITION, 'condition_unknown_question'],
    ['ORG-22: an option that is gone', when(asks('marital_status', 'x')), CONDITION, 'condition_unknown_option'],
    ['ORG-20: a later question', when(asks('claimable')), CONDITION, 'condition_forward_reference'],
    ['ORG-20: itself', when(asks('spouse_name', 'x')), CONDITION, 'condition_on_itself'],
    ['a section on its own question', whenSection(asks('moved')), SECTION, 'condition_forward_reference'],
    ['a text block as source', when(asks('n_start')), CONDITION, 'condition_unknown_question'],
    ['POR-8: a tag', when({ kind: 'tag', tagId: 'rental' }), CONDITION, 'condition_answers_only'],
    ['POR-8: the account type', when({ kind: 'account_type', is: 'company' }), CONDITION, 'condition_answers_only'],
    [
      'in a group: the place inside it',
      when({ kind: 'any', of: [asks('marital_status', 'married'), asks('gone')] }),
      `${CONDITION}.of.1`,
      'condition_unknown_question',
    ],
  ]

  test.each(cases)('%s', (_, breakIt, path, code) => {
    const copy = structuredClone(packs[0]!.organizers[0]!.definition)
    breakIt(copy)
    expect(definitionProblems(copy)).toContainEqual({ path, code })
  })
})

function expectWithin(count: number, least: number, most: number) {
  expect(count).toBeGreaterThanOrEqual(least)
  expect(count).toBeLessThanOrEqual(most)
}

function keysOf(things: { key: string }[]): Set<string> {
  return new Set(things.map((thing) => thing.key))
}

function repeated(words: string[]): string[] {
  return words.filter((word, index) => words.indexOf(word) !== index)
}

function used(automations: PackAutomation[], kind: PackAutomation['kind']): Set<string> {
  return new Set(automations.flatMap((each) => (each.kind === kind && 'template' in each ? [each.template] : [])))
}

/** Every tag that is tested, set or taken off. */
function tagsIn({ pipeline }: Pack): Set<string> {
  const automations = pipeline.stages.flatMap((stage) => stage.automations)
  const tested = [...pipeline.stages, ...automations].flatMap(({ condition }) => (condition ? testedIn(condition) : []))
  const changed = automations.flatMap((each) => ('add' in each ? [...each.add, ...each.remove] : []))
  return new Set([...tested, ...changed])
}

function testedIn(condition: PackCondition): string[] {
  if ('of' in condition) return condition.of.flatMap(testedIn)
  return condition.kind === 'tag' ? [condition.tag] : []
}

function alwaysWaitedFor({ kind, condition }: PackAutomation): boolean {
  return condition === null && (kind === 'create_organizer' || kind === 'create_task')
}

function misplaced(text: string, ...groups: ShortcodeGroup[]) {
  return findProblems(text, shortcodesOf(...groups))
}

function at(definition: OrganizerDefinition, block: number) {
  return definition.sections[0]!.blocks[block]!
}

/** The options of the first section's first question. */
function options(definition: OrganizerDefinition) {
  const block = at(definition, 1)
  return 'options' in block ? block.options : []
}

/** Puts a condition on the first section's second question, respectively on the section. */
function when(condition: Condition) {
  return (copy: OrganizerDefinition) => Object.assign(at(copy, 2), { condition })
}

function whenSection(condition: Condition) {
  return (copy: OrganizerDefinition) => Object.assign(copy.sections[0]!, { condition })
}
