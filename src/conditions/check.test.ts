import { describe, expect, it } from 'vitest'
import type { Known } from './check.ts'
import { conditionProblems } from './check.ts'
import type { AnswerOperator, Condition } from './model.ts'
import { MAX_DEPTH } from './model.ts'
import { conditionSchema } from './schema.ts'

const tag: Condition = { kind: 'tag', tagId: 'owner' }

const known: Known = {
  tagIds: new Set(['owner']),
  questions: new Map([
    ['city', { kind: 'text', optionIds: new Set() }],
    ['children', { kind: 'number', optionIds: new Set() }],
    ['born', { kind: 'date', optionIds: new Set() }],
    ['status', { kind: 'single_choice', optionIds: new Set(['single', 'married']) }],
    ['income', { kind: 'multiple_choice', optionIds: new Set(['wages', 'rent']) }],
    ['abroad', { kind: 'yes_no', optionIds: new Set() }],
    ['receipts', { kind: 'files', optionIds: new Set() }],
  ]),
}

describe('conditionProblems', () => {
  it.each<[string, Condition, string, string]>([
    ['A-24: an empty group', { kind: 'any', of: [] }, '', 'condition_empty_group'],
    [
      'A-24: an empty group inside',
      { kind: 'all', of: [tag, { kind: 'none', of: [] }] },
      'of.1',
      'condition_empty_group',
    ],
    ['a deleted tag', { kind: 'all', of: [tag, { kind: 'tag', tagId: 'gone' }] }, 'of.1', 'condition_unknown_tag'],
    ['groups nested too deep', nested(MAX_DEPTH + 1), 'of.0.of.0.of.0.of.0.of.0.of.0', 'condition_too_deep'],
    ['a question that is deleted or comes later', answer('later', 'answered'), '', 'condition_unknown_question'],
    ['a deleted option', answer('status', 'equals', 'widowed'), '', 'condition_unknown_option'],
    ['a deleted option among several', answer('income', 'includes', 'lottery'), '', 'condition_unknown_option'],
    ['an operator that makes no sense', answer('receipts', 'equals', 'x'), '', 'condition_wrong_operator'],
    ['before on a text', answer('city', 'before', '2026-01-01'), '', 'condition_wrong_operator'],
    ['no value', answer('city', 'contains'), '', 'condition_value_missing'],
    ['a blank value', answer('city', 'contains', ' '), '', 'condition_value_missing'],
    ['a number that is none', answer('children', 'less_than', 'two'), '', 'condition_wrong_value'],
    ['a number too long to be exact', answer('children', 'less_than', 1e30), '', 'condition_wrong_value'],
    ['a day that does not exist', answer('born', 'before', '2026-02-30'), '', 'condition_wrong_value'],
    ['text for yes or no', answer('abroad', 'equals', 'true'), '', 'condition_wrong_value'],
    ['yes for a text', answer('city', 'equals', true), '', 'condition_wrong_value'],
  ])('%s is refused', (_, condition, path, code) => {
    expect(conditionProblems(condition, known)).toEqual([{ path, code }])
  })

  it.each<[Condition]>([
    [{ kind: 'account_type', is: 'other' }],
    [nested(MAX_DEPTH)],
    [answer('receipts', 'answered')],
    [answer('city', 'contains', 'dam')],
    [answer('children', 'greater_than', '02.50')],
    [answer('children', 'equals', 3)],
    [answer('born', 'after', '2000-02-29')],
    [answer('status', 'not_equals', 'married')],
    [answer('income', 'includes', 'rent')],
    [answer('abroad', 'equals', false)],
  ])('%j is fine', (condition) => {
    expect(conditionProblems(condition, known)).toEqual([])
  })

  it('knows no question where there is no organizer', () => {
    expect(conditionProblems(answer('city', 'answered'), { tagIds: new Set() })).toEqual([
      { path: '', code: 'condition_unknown_question' },
    ])
  })
})

describe('conditionSchema', () => {
  it.each<[string, unknown, string]>([
    ['A-24: an empty group', { kind: 'all', of: [] }, 'of'],
    ['a foreign key', { kind: 'tag', tagId: 'x', name: 'x' }, ''],
    ['a foreign kind', { kind: 'all', of: [{ kind: 'sql', where: 'true' }] }, 'of.0.kind'],
    ['a missing tag', { kind: 'any', of: [tag, { kind: 'tag' }] }, 'of.1.tagId'],
    ['an unknown operator', answer('q', 'matches' as AnswerOperator), 'operator'],
    ['a value that is an object', { kind: 'answer', questionId: 'q', operator: 'equals', value: {} }, 'value'],
    ['nesting without end', nested(5000), 'of.0.of.0.of.0.of.0.of.0.of.0.of'],
    ['text', 'tag', ''],
    ['nothing', null, ''],
  ])('refuses %s, naming the field', (_, input, path) => {
    const parsed = conditionSchema.safeParse(input)
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path])
  })

  it.each([
    [{ kind: 'all', of: [] }, 'condition_empty_group'],
    [nested(MAX_DEPTH + 1), 'condition_too_deep'],
  ])('names why %j is refused as the checker does', (input, code) => {
    expect(conditionSchema.safeParse(input).error?.issues).toMatchObject([{ code: 'custom', params: { code } }])
  })

  it('takes what the checker takes', () => {
    const condition = { kind: 'all', of: [tag, nested(MAX_DEPTH - 1), answer('q', 'equals', 1)] }
    expect(conditionSchema.parse(condition)).toEqual(condition)
  })
})

function nested(groups: number): Condition {
  let condition = tag
  for (let i = 0; i < groups; i++) condition = { kind: 'all', of: [condition] }
  return condition
}

function answer(questionId: string, operator: AnswerOperator, value?: string | number | boolean): Condition {
  return value === undefined
    ? { kind: 'answer', questionId, operator }
    : { kind: 'answer', questionId, operator, value }
}
