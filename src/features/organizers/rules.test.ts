import { describe, expect, it } from 'vitest'
import type { AnswerOperator, Condition } from '#conditions/model.ts'
import type { AnswerValue, Block, OrganizerDefinition, Question } from './model.ts'
import { answerProblem, isAnswered, missingAnswers, progress, visibleQuestions, visibleSections } from './rules.ts'

type Given = Record<string, AnswerValue | null>

const NO_FILES = new Map<string, readonly string[]>()
const answers = (given: Given) => new Map(Object.entries(given))
const when = (questionId: string, operator: AnswerOperator, value?: string | number | boolean): Condition =>
  value === undefined ? { kind: 'answer', questionId, operator } : { kind: 'answer', questionId, operator, value }

function text(id: string, condition: Condition | null = null, required = true): Question {
  return { type: 'text', id, label: `Question ${id}`, required, condition }
}
function yesNo(id: string, condition: Condition | null = null): Question {
  return { type: 'yes_no', id, label: `Question ${id}`, required: true, condition }
}
function note(id: string, condition: Condition | null = null): Block {
  return { type: 'text_block', id, text: 'Read this', condition }
}
function files(id: string, condition: Condition | null = null): Question {
  return { type: 'file_upload', id, label: `Question ${id}`, required: true, condition }
}
function form(...sections: [id: string, condition: Condition | null, ...blocks: Block[]][]): OrganizerDefinition {
  return { sections: sections.map(([id, condition, ...blocks]) => ({ id, name: id, condition, blocks })) }
}
const one = (...blocks: Block[]) => form(['s', null, ...blocks])

function shown(definition: OrganizerDefinition, given: Given, attached = NO_FILES) {
  return visibleQuestions(definition, answers(given), attached).map((question) => question.id)
}

describe('which questions a client sees', () => {
  const choice: Question = {
    type: 'multiple_choice',
    id: 'income',
    label: 'Income',
    required: true,
    condition: null,
    options: [
      { id: 'wages', label: 'Wages' },
      { id: 'rent', label: 'Rent' },
    ],
  }
  const chain = one(
    yesNo('abroad'),
    text('country', when('abroad', 'equals', true)),
    text('embassy', when('country', 'answered')),
    text('visa', when('embassy', 'contains', 'visa')),
  )
  const cases: [string, OrganizerDefinition, Given, string[]][] = [
    ['ORG-16: one with a condition is hidden at first', chain, {}, ['abroad']],
    ['ORG-16: it appears when the condition holds', chain, { abroad: true }, ['abroad', 'country']],
    ['ORG-16: and not when another answer is given', chain, { abroad: false }, ['abroad']],
    [
      'ORG-17: an option of several',
      one(choice, text('landlord', when('income', 'includes', 'rent'))),
      { income: ['wages', 'rent'] },
      ['income', 'landlord'],
    ],
    [
      'ORG-18: all of several rules',
      one(
        yesNo('a'),
        yesNo('b'),
        text('both', { kind: 'all', of: [when('a', 'equals', true), when('b', 'equals', true)] }),
      ),
      { a: true, b: false },
      ['a', 'b'],
    ],
    [
      'ORG-18: any of several rules',
      one(
        yesNo('a'),
        yesNo('b'),
        text('either', { kind: 'any', of: [when('a', 'equals', true), when('b', 'equals', true)] }),
      ),
      { a: true },
      ['a', 'b', 'either'],
    ],
    [
      'ORG-19: a hidden section hides its questions, whatever their own conditions say',
      form(
        ['s', null, yesNo('kids')],
        ['k', when('kids', 'equals', true), text('name'), text('note', when('kids', 'answered'))],
      ),
      { kids: false, name: 'Sanne' },
      ['kids'],
    ],
    [
      'ORG-19: in a visible section each question still obeys its own condition',
      form(
        ['s', null, yesNo('kids')],
        ['k', when('kids', 'equals', true), text('name'), text('more', when('name', 'answered'))],
      ),
      { kids: true },
      ['kids', 'name'],
    ],
    [
      'ORG-20: three rules in a row, all true',
      chain,
      { abroad: true, country: 'Peru', embassy: 'visa office' },
      ['abroad', 'country', 'embassy', 'visa'],
    ],
    [
      'ORG-20, ORG-21: what hides the first hides the rest, although their answers are kept',
      chain,
      { abroad: false, country: 'Peru', embassy: 'visa office', visa: 'yes' },
      ['abroad'],
    ],
    [
      'ORG-21: seen again, the old answers count again',
      chain,
      { abroad: true, country: 'Peru', embassy: 'visa office', visa: 'yes' },
      ['abroad', 'country', 'embassy', 'visa'],
    ],
    ['ORG-22: a rule whose question is gone keeps its item hidden', one(text('a', when('gone', 'answered'))), {}, []],
    ['ORG-22: inside none, too', one(text('a', { kind: 'none', of: [when('gone', 'equals', 'x')] })), {}, []],
    [
      'D-4: an unanswered source is unknown, even for not_equals',
      one(text('city'), text('why', when('city', 'not_equals', 'Utrecht'))),
      { city: '  ' },
      ['city'],
    ],
    [
      'ORG-20: a rule on a later question finds it not judged yet',
      one(text('early', when('late', 'answered')), text('late')),
      { late: 'x' },
      ['late'],
    ],
  ]

  it.each(cases)('%s', (_, definition, given, expected) => {
    expect(shown(definition, given)).toEqual(expected)
  })

  it('ORG-17: an upload appears in conditions as having files', () => {
    const definition = one(files('slip'), text('remark', when('slip', 'answered')))
    expect(shown(definition, {})).toEqual(['slip'])
    expect(shown(definition, {}, new Map([['slip', ['d1']]]))).toEqual(['slip', 'remark'])
  })

  it('ORG-16: a text block may have a condition; a section that shows nothing is left out', () => {
    const definition = form(
      ['s', null, yesNo('a')],
      ['t', null, note('n', when('a', 'equals', true))],
      ['u', null, note('m')],
    )
    const ids = (given: Given) => visibleSections(definition, answers(given), NO_FILES).map((section) => section.id)
    expect(ids({})).toEqual(['s', 'u'])
    expect(ids({ a: true })).toEqual(['s', 't', 'u'])
  })
})

describe('what counts as answered', () => {
  const cases: [string, Question, AnswerValue | null, boolean][] = [
    ['text', text('q'), 'x', true],
    ['spaces', text('q'), ' \n\t', false],
    ['nothing', text('q'), null, false],
    ['zero', { ...text('q'), type: 'number' }, '0', true],
    ['no', yesNo('q'), false, true],
    ['no option', { ...text('q'), type: 'multiple_choice', options: [] }, [], false],
    ['one option', { ...text('q'), type: 'multiple_choice', options: [] }, ['a'], true],
  ]
  it.each(cases)('ORG-58: %s', (_, question, value, expected) => {
    expect(isAnswered(question, answers({ q: value }), NO_FILES)).toBe(expected)
  })

  it('ORG-58: at least one file', () => {
    expect(isAnswered(files('q'), new Map(), new Map([['q', []]]))).toBe(false)
    expect(isAnswered(files('q'), new Map(), new Map([['q', ['d']]]))).toBe(true)
  })
})

describe('progress and what is missing', () => {
  const definition = form(
    ['you', null, note('hello'), text('name'), text('nick', null, false), yesNo('kids')],
    ['family', when('kids', 'equals', true), text('child')],
  )
  it('ORG-57, ORG-46: text blocks and hidden questions are not counted', () => {
    expect(progress(definition, new Map(), NO_FILES)).toEqual({ answered: 0, total: 3 })
    expect(progress(definition, answers({ name: 'A', kids: true }), NO_FILES)).toEqual({ answered: 2, total: 4 })
  })
  it('ORG-21: the answer of a hidden question is not counted', () => {
    expect(progress(definition, answers({ kids: false, child: 'B' }), NO_FILES)).toEqual({ answered: 1, total: 3 })
  })
  it('ORG-12: missing are visible, required and unanswered questions, with their place', () => {
    expect(missingAnswers(definition, answers({ kids: true, name: ' ' }), NO_FILES)).toEqual([
      { questionId: 'name', sectionId: 'you', label: 'Question name' },
      { questionId: 'child', sectionId: 'family', label: 'Question child' },
    ])
  })
  it('ORG-12: a hidden required question blocks nothing', () => {
    expect(missingAnswers(definition, answers({ kids: false, name: 'A' }), NO_FILES)).toEqual([])
  })
})

describe('which values a question takes', () => {
  const options = [
    { id: 'a', label: 'A' },
    { id: 'b', label: 'B' },
  ]
  const line = text('q')
  const lines: Question = { ...line, type: 'text', multiline: true }
  const number: Question = { ...line, type: 'number' }
  const date: Question = { ...line, type: 'date' }
  const single: Question = { ...line, type: 'single_choice', options }
  const multiple: Question = { ...line, type: 'multiple_choice', options }
  const fine: [Question, AnswerValue | null][] = [
    [line, ''],
    [line, 'x'.repeat(1000)],
    [lines, 'x'.repeat(20_000)],
    [number, '007'],
    [number, '012345678'],
    [number, '-1.50'],
    [number, '+3'],
    [date, '2024-02-29'],
    [single, 'b'],
    [multiple, ['b', 'a']],
    [multiple, []],
    [yesNo('q'), false],
    [files('q'), null],
    [number, null],
  ]
  it.each(fine)('%j takes %j', (question, value) => {
    expect(answerProblem(question, value)).toBeNull()
  })

  const refused: [Question, AnswerValue, string][] = [
    [line, true, 'wrong_type'],
    [line, ['x'], 'wrong_type'],
    [line, 'x'.repeat(1001), 'too_big_text'],
    [lines, 'x'.repeat(20_001), 'too_big_text'],
    [number, 'twelve', 'not_a_number'],
    [number, '', 'not_a_number'],
    [number, '1,5', 'not_a_number'],
    [number, '1e9', 'not_a_number'],
    [number, '012-34-5678', 'not_a_number'],
    [number, '9'.repeat(41), 'too_big_text'],
    [number, true, 'wrong_type'],
    [date, '2023-02-29', 'not_a_date'],
    [date, '29.2.2024', 'not_a_date'],
    [date, '2024-13-01', 'not_a_date'],
    [single, 'c', 'invalid_value'],
    [single, ['a'], 'wrong_type'],
    [multiple, ['a', 'c'], 'invalid_value'],
    [multiple, ['a', 'a'], 'invalid_value'],
    [multiple, 'a', 'wrong_type'],
    [yesNo('q'), 'true', 'wrong_type'],
    [files('q'), ['document'], 'wrong_type'],
  ]
  it.each(refused)('%j refuses %j: %s', (question, value, code) => {
    expect(answerProblem(question, value)?.code).toBe(code)
  })
})
