import { describe, expect, it } from 'vitest'
import { compareDecimals } from './decimal.ts'
import type { Facts, QuestionFact } from './evaluate.ts'
import { evaluate, isMet, leavesWithTruth } from './evaluate.ts'
import type { AnswerLeaf, AnswerOperator, AnswerValue, Condition, QuestionKind, Truth } from './model.ts'
import { isAnswered, questionsUsedIn, tagsUsedIn } from './model.ts'

const yes: Condition = { kind: 'tag', tagId: 'owner' }
const no: Condition = { kind: 'tag', tagId: 'landlord' }
const deleted: Condition = { kind: 'tag', tagId: 'deleted' }

const facts: Facts = {
  tagIds: new Set(['owner']),
  knownTagIds: new Set(['owner', 'landlord']),
  accountType: 'company',
}

describe('D-4: a group is unknown only where its value depends on an unknown', () => {
  it.each<['all' | 'any' | 'none', Condition[], Truth]>([
    ['all', [yes, yes], true],
    ['all', [yes, no], false],
    ['all', [yes, deleted], 'unknown'],
    ['all', [no, deleted], false],
    ['all', [deleted, no], false],
    ['any', [no, yes], true],
    ['any', [no, no], false],
    ['any', [no, deleted], 'unknown'],
    ['any', [deleted, yes], true],
    ['none', [no, no], true],
    ['none', [no, yes], false],
    ['none', [no, deleted], 'unknown'],
    ['none', [deleted, yes], false],
    ['none', [{ kind: 'all', of: [yes, deleted] }], 'unknown'],
    ['all', [yes, { kind: 'none', of: [no] }], true],
  ])('%s of %j is %s', (kind, of, truth) => {
    expect(evaluate({ kind, of }, facts)).toBe(truth)
    expect(isMet({ kind, of }, facts)).toBe(truth === true)
  })

  it.each(['all', 'any', 'none'] as const)('A-24: an empty group %s is never met', (kind) => {
    expect(evaluate({ kind, of: [] }, facts)).toBe('unknown')
    expect(isMet({ kind: 'none', of: [{ kind, of: [] }] }, facts)).toBe(false)
  })

  it('A-20: no condition is met by everyone', () => {
    expect(isMet(null, facts)).toBe(true)
  })

  it('A-23: the account type is compared, and unknown where no account is looked at', () => {
    expect(evaluate({ kind: 'account_type', is: 'company' }, facts)).toBe(true)
    expect(evaluate({ kind: 'account_type', is: 'individual' }, facts)).toBe(false)
    expect(evaluate({ kind: 'account_type', is: 'company' }, { ...facts, accountType: undefined })).toBe('unknown')
  })
})

describe('elements 1.2: answers are compared as their question asks', () => {
  it.each<[QuestionKind, AnswerValue, AnswerOperator, AnswerLeaf['value'], Truth]>([
    ['text', ' Rotterdam ', 'equals', 'rotterdam', true],
    ['text', 'Caf\u0065\u0301', 'equals', 'Café', true],
    ['text', 'Rotterdam', 'not_equals', 'Utrecht', true],
    ['text', 'Rotterdam', 'contains', 'DAM', true],
    ['text', 'Rotterdam', 'contains', 'x', false],
    ['text', '10', 'less_than', '9', 'unknown'],
    ['number', '007', 'equals', '7', true],
    ['number', '10', 'greater_than', '9', true],
    ['number', '9', 'less_than', 10, true],
    ['number', '-0.50', 'equals', '-0.5', true],
    ['number', '9007199254740993', 'greater_than', '9007199254740992', true],
    ['number', '0.1', 'less_than', '0.10000000000000000001', true],
    ['number', '012-34-5678', 'greater_than', '1', 'unknown'],
    ['number', '12', 'not_equals', '12.0', false],
    ['date', '2026-04-15', 'before', '2026-04-16', true],
    ['date', '2026-04-15', 'before', '2026-04-15', false],
    ['date', '2026-04-15', 'after', '2025-12-31', true],
    ['date', '2026-02-30', 'after', '2025-12-31', 'unknown'],
    ['single_choice', 'a', 'equals', 'a', true],
    ['single_choice', 'a', 'equals', 'b', false],
    ['single_choice', 'a', 'not_equals', 'b', true],
    ['multiple_choice', ['a', 'b'], 'includes', 'b', true],
    ['multiple_choice', ['a'], 'includes', 'b', false],
    ['multiple_choice', ['a'], 'equals', 'a', 'unknown'],
    ['yes_no', false, 'equals', false, true],
    ['yes_no', false, 'equals', true, false],
    ['yes_no', true, 'not_equals', false, true],
    ['files', ['doc'], 'answered', undefined, true],
    ['files', [], 'answered', undefined, false],
    ['text', '  ', 'answered', undefined, false],
    ['text', 'x', 'equals', undefined, 'unknown'],
  ])('a %s answered %j %s %j: %s', (kind, value, operator, wanted, truth) => {
    const leaf: AnswerLeaf = { kind: 'answer', questionId: 'q', operator, value: wanted }
    expect(evaluate(leaf, asked({ kind, value }))).toBe(truth)
  })

  it.each<[string, Partial<QuestionFact>, AnswerOperator, Truth]>([
    ['unanswered', { value: null }, 'equals', 'unknown'],
    ['unanswered', { value: null }, 'not_equals', 'unknown'],
    ['unanswered', { value: null }, 'answered', false],
    ['blank', { value: ' ' }, 'equals', 'unknown'],
    ['hidden', { value: 'a', visible: false }, 'equals', 'unknown'],
    ['hidden', { value: 'a', visible: false }, 'not_equals', 'unknown'],
    ['ORG-21: hidden, its answer counts for nothing', { value: 'a', visible: false }, 'answered', false],
    [
      'ORG-22: its option deleted',
      { kind: 'single_choice', value: 'a', optionIds: new Set(['b']) },
      'equals',
      'unknown',
    ],
  ])('D-4: a question that is %s (%j) %s: %s', (_, question, operator, truth) => {
    const leaf: AnswerLeaf = { kind: 'answer', questionId: 'q', operator, value: 'a' }
    expect(evaluate(leaf, asked(question))).toBe(truth)
    expect(isMet({ kind: 'none', of: [leaf] }, asked(question))).toBe(truth === false)
  })

  it('D-4: a deleted question is unknown, even to "answered"', () => {
    expect(evaluate({ kind: 'answer', questionId: 'gone', operator: 'answered' }, asked({}))).toBe('unknown')
    expect(evaluate({ kind: 'answer', questionId: 'q', operator: 'answered' }, facts)).toBe('unknown')
  })

  it.each<[AnswerValue | null, boolean]>([
    ['x', true],
    [' \n', false],
    [false, true],
    [['a'], true],
    [[], false],
    [null, false],
  ])('ORG-58: %j is an answer: %s', (value, answered) => {
    expect(isAnswered(value)).toBe(answered)
  })
})

describe('compareDecimals', () => {
  it.each([
    ['1', '1.000', 0],
    ['-1', '1', -1],
    ['+2', '1', 1],
    ['-0', '0', 0],
    ['1e3', '1', null],
    ['1,5', '1', null],
    ['', '1', null],
    ['.5', '1', null],
  ])('%s against %s is %s', (a, b, order) => {
    expect(compareDecimals(a, b)).toBe(order)
  })
})

describe('looking into a condition', () => {
  const condition: Condition = {
    kind: 'all',
    of: [yes, { kind: 'none', of: [deleted, { kind: 'answer', questionId: 'q', operator: 'answered' }] }, yes],
  }

  it('B-5: tells the truth leaf by leaf, with the place of each', () => {
    expect(leavesWithTruth(condition, facts).map(({ path, truth }) => [path, truth])).toEqual([
      ['of.0', true],
      ['of.1.of.0', 'unknown'],
      ['of.1.of.1', 'unknown'],
      ['of.2', true],
    ])
    expect(leavesWithTruth(yes, facts)).toEqual([{ path: '', leaf: yes, truth: true }])
  })

  it('A-24, ORG-22: names the tags and questions it depends on', () => {
    expect(tagsUsedIn(condition)).toEqual(new Set(['owner', 'deleted']))
    expect(questionsUsedIn(condition)).toEqual(new Set(['q']))
  })
})

function asked(question: Partial<QuestionFact>): Facts {
  const fact = { kind: 'text' as const, optionIds: new Set(['a', 'b']), visible: true, value: 'a', ...question }
  return { ...facts, questions: new Map([['q', fact]]) }
}
