import { describe, expect, test } from 'vitest'
import { addAt, asGroup, type Group, pruned, replaceAt } from '#conditions/edits.ts'
import type { Condition } from '#conditions/model.ts'
import type { Block, OrganizerDefinition, Question } from '../../model.ts'
import { lineOn, withOperator } from './condition-edits.ts'
import { dependantsOf } from './dependants.ts'
import { differences } from './differences.ts'
import * as edits from './draft-edits.ts'
import { draftProblems, placeOfProblem, problemsAt } from './draft-problems.ts'

const yes = (questionId: string): Condition => ({ kind: 'answer', questionId, operator: 'equals', value: true })
const yesNo = (id: string, condition: Condition | null = null): Question => {
  return { type: 'yes_no', id, label: `Question ${id}`, required: true, condition }
}
const choice: Question = {
  type: 'single_choice',
  id: 'travel',
  label: 'Travel',
  required: true,
  condition: null,
  options: [
    { id: 'car', label: 'Car' },
    { id: 'bus', label: 'Bus' },
  ],
}
const definition: OrganizerDefinition = {
  sections: [
    { id: 'you', name: 'You', condition: null, blocks: [yesNo('home'), choice, yesNo('where', yes('home'))] },
    { id: 'house', name: 'House', condition: yes('home'), blocks: [yesNo('second')] },
  ],
}
const order = ({ sections }: OrganizerDefinition) =>
  sections.map(({ id, blocks }) => `${id}: ${blocks.map((block) => block.id).join(' ')}`)

describe('what a person does to the questions', () => {
  test.each<[string, edits.Edit, string[]]>([
    [
      'moves a question down',
      edits.moveBlock('home', { sectionId: 'you', index: 2 }),
      ['you: travel where home', 'house: second'],
    ],
    [
      'moves one to another section',
      edits.moveBlock('travel', { sectionId: 'house', index: 0 }),
      ['you: home where', 'house: travel second'],
    ],
    ['moves one nowhere', edits.moveBlock('travel', { sectionId: 'gone', index: 0 }), order(definition)],
    ['moves a section up', edits.moveSection('house', 0), ['house: second', 'you: home travel where']],
    ['removes a question', edits.removeBlock('travel'), ['you: home where', 'house: second']],
    ['removes a section', edits.removeSection('you'), ['house: second']],
    [
      'adds one',
      edits.addBlock(yesNo('new'), { sectionId: 'house', index: 1 }),
      ['you: home travel where', 'house: second new'],
    ],
  ])('%s', (_, edit, expected) => {
    expect(order(edit(definition))).toEqual(expected)
  })

  test('a question that becomes one of another type keeps its words, its condition and, as a choice, its options', () => {
    const multiple = edits.asType(choice, 'multiple_choice')
    expect(multiple).toEqual({ ...choice, type: 'multiple_choice' })
    expect(edits.asType(multiple, 'text')).toEqual({
      type: 'text',
      id: 'travel',
      label: 'Travel',
      required: true,
      condition: null,
    })
    expect(edits.asType(choice, 'text_block')).toEqual({
      type: 'text_block',
      id: 'travel',
      text: 'Travel',
      condition: null,
    })
    expect(edits.asType(yesNo('q', yes('home')), 'single_choice')).toMatchObject({
      condition: yes('home'),
      options: [{ label: '' }, { label: '' }],
    })
  })

  test('what is new has an id that the server takes', () => {
    for (const type of edits.BLOCK_TYPES) expect(edits.newBlock(type).id).toMatch(/^[a-z0-9_]{1,64}$/)
  })

  test('a blank help text is not sent', () => {
    const block: Block = { ...yesNo('q'), help: '  ' } as Block
    const draft = {
      name: ' A ',
      organizerName: '',
      definition: { sections: [{ ...definition.sections[0]!, blocks: [block] }] },
    }
    expect(edits.bodyOf(draft)).toMatchObject({ name: 'A' })
    expect(edits.bodyOf(draft).definition.sections[0]!.blocks[0]).not.toHaveProperty('help')
  })
})

describe('ORG-22: before a question goes, one sees what depends on it', () => {
  test('blocks and sections, wherever they stand', () => {
    const found = dependantsOf(definition, [{ questionId: 'home' }], new Set(['home']))
    expect(found.map(({ id, sectionId }) => `${sectionId}/${id}`)).toEqual(['you/where', 'house/house'])
  })

  test('not what goes with it', () => {
    const going = new Set(['you', 'home', 'travel', 'where'])
    expect(dependantsOf(definition, [{ questionId: 'home' }], going).map(({ id }) => id)).toEqual(['house'])
  })

  test('an option only where that option is looked at', () => {
    const byCar: Condition = {
      kind: 'none',
      of: [{ kind: 'answer', questionId: 'travel', operator: 'equals', value: 'car' }],
    }
    const more = edits.addBlock(yesNo('parking', byCar), { sectionId: 'house', index: 0 })(definition)
    expect(dependantsOf(more, [{ questionId: 'travel', optionId: 'car' }], new Set()).map(({ id }) => id)).toEqual([
      'parking',
    ])
    expect(dependantsOf(more, [{ questionId: 'travel', optionId: 'bus' }], new Set())).toEqual([])
  })
})

describe('ORG-18: conditions are edited line by line, nested groups stay', () => {
  const group: Group = { kind: 'any', of: [yes('a'), { kind: 'none', of: [yes('b'), yes('c')] }] }

  test('a single line becomes a group only to be added to', () => {
    expect(asGroup(yes('a'))).toEqual({ kind: 'all', of: [yes('a')] })
    expect(asGroup(group)).toBe(group)
  })

  test('a line inside a group is replaced, added and taken out', () => {
    expect(replaceAt(group, [1, 0], yes('x'))).toEqual({
      kind: 'any',
      of: [yes('a'), { kind: 'none', of: [yes('x'), yes('c')] }],
    })
    expect(addAt(group, [1], yes('x'))).toEqual({
      kind: 'any',
      of: [yes('a'), { kind: 'none', of: [yes('b'), yes('c'), yes('x')] }],
    })
    expect(replaceAt(group, [0], null)).toEqual({ kind: 'any', of: [{ kind: 'none', of: [yes('b'), yes('c')] }] })
  })

  test('A-24: a group without lines goes, and with the last one the condition', () => {
    const emptied = replaceAt(replaceAt(group, [1, 1], null), [1, 0], null)
    expect(pruned(emptied)).toEqual({ kind: 'any', of: [yes('a')] })
    expect(pruned({ kind: 'all', of: [{ kind: 'any', of: [] }] })).toBeNull()
  })

  test('a new line says what one most likely wants', () => {
    expect(lineOn(yesNo('q'))).toEqual(yes('q'))
    expect(lineOn(choice)).toMatchObject({ operator: 'equals', value: 'car' })
    expect(
      withOperator({ kind: 'answer', questionId: 'travel', operator: 'equals', value: 'bus' }, 'answered', choice),
    ).toEqual({
      kind: 'answer',
      questionId: 'travel',
      operator: 'answered',
    })
  })
})

describe('problems are shown where they are', () => {
  test('by the paths that the server uses', () => {
    const blank = edits.changeBlock(
      'travel',
      (block) => ({ ...block, label: ' ', options: [{ id: 'car', label: '' }] }) as Block,
    )
    const moved = edits.moveBlock('home', { sectionId: 'house', index: 1 })(blank(definition))
    const problems = draftProblems({ name: 'Return', organizerName: 'Return [TAX_YAER]', definition: moved })
    expect(problems.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'organizerName shortcode_unknown',
      'definition.sections.0.blocks.0.label required',
      'definition.sections.0.blocks.0.options.0.label required',
      'definition.sections.0.blocks.1.condition condition_forward_reference',
      'definition.sections.1.condition condition_forward_reference',
    ])
    expect(problemsAt(problems, 'definition.sections.0.blocks.1')).toHaveLength(1)
    expect(placeOfProblem(problems[2]!)).toEqual({ section: 0, block: 0 })
    expect(placeOfProblem(problems[4]!)).toEqual({ section: 1, block: null })
    expect(placeOfProblem(problems[0]!)).toBeNull()
  })

  test('XC-1: without an organizer name, the template’s own is what clients see, so its codes count', () => {
    const draft = { name: 'Return [FIRST_NAME]', organizerName: '', definition: { sections: [] } }
    expect(draftProblems(draft)).toMatchObject([{ path: 'name', code: 'shortcode_not_here' }])
  })
})

describe('two versions of a template', () => {
  const draft = { name: 'Return', organizerName: '', definition }

  test('that agree differ in nothing', () => {
    const otherKeys = JSON.parse(JSON.stringify(draft), (_, value) =>
      Array.isArray(value) || typeof value !== 'object' || !value
        ? value
        : Object.fromEntries(Object.entries(value).reverse()),
    ) as edits.TemplateDraft
    expect(differences(draft, otherKeys)).toEqual([])
  })

  test('are told apart by name, section and question', () => {
    const theirs = edits.removeBlock('travel')(edits.changeSection('house', { name: 'Home' })(definition))
    const found = differences(draft, { ...draft, name: 'Return 2', definition: theirs })
    expect(found.map(({ what, mine, theirs: other }) => [what, mine, other])).toEqual([
      ['name', 'Return', 'Return 2'],
      ['block', 'Travel', null],
      ['section', 'House', 'Home'],
    ])
  })

  test('that only stand in another order say so', () => {
    const theirs = { ...draft, definition: edits.moveSection('house', 0)(definition) }
    expect(differences(draft, theirs)).toMatchObject([{ what: 'order' }])
  })
})
