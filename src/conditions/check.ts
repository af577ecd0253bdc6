import { parseCalendarDate } from '#kernel/dates.ts'
import { isDecimal } from './decimal.ts'
import type { AnswerLeaf, Condition, QuestionKind } from './model.ts'
import { MAX_DEPTH, OPERATORS, pathTo } from './model.ts'

/** What a condition may name where it stands. */
export type Known = {
  tagIds: ReadonlySet<string>
  /** the questions placed earlier in the organizer (ORG-20); absent where no organizer is at hand */
  questions?: ReadonlyMap<string, { kind: QuestionKind; optionIds: ReadonlySet<string> }>
}

/** Why a condition can't be saved as it is; `path` as in the condition: `of.0.of.2`, empty for the whole. */
export type ConditionProblem = { path: string; code: ConditionProblemCode }

export type ConditionProblemCode =
  | 'condition_empty_group'
  | 'condition_too_deep'
  | 'condition_unknown_tag'
  | 'condition_unknown_question'
  | 'condition_unknown_option'
  | 'condition_wrong_operator'
  | 'condition_value_missing'
  | 'condition_wrong_value'

/** Everything in a condition that makes no sense where it stands: an empty group, something deleted (D-4). */
export function conditionProblems(condition: Condition, known: Known): ConditionProblem[] {
  return check(condition, known, '', 1)
}

function check(condition: Condition, known: Known, path: string, depth: number): ConditionProblem[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      if (condition.of.length === 0) return [{ path, code: 'condition_empty_group' }]
      if (depth > MAX_DEPTH) return [{ path, code: 'condition_too_deep' }]
      return condition.of.flatMap((part, index) => check(part, known, pathTo(path, index), depth + 1))
    case 'tag':
      return known.tagIds.has(condition.tagId) ? [] : [{ path, code: 'condition_unknown_tag' }]
    case 'account_type':
      return []
    case 'answer': {
      const code = answerProblem(condition, known)
      return code ? [{ path, code }] : []
    }
  }
}

function answerProblem(leaf: AnswerLeaf, known: Known): ConditionProblemCode | null {
  const question = known.questions?.get(leaf.questionId)
  if (!question) return 'condition_unknown_question'
  if (!OPERATORS[question.kind].includes(leaf.operator)) return 'condition_wrong_operator'
  if (leaf.operator === 'answered') return null
  if (leaf.value === undefined || String(leaf.value).trim() === '') return 'condition_value_missing'
  return valueProblem(question.kind, question.optionIds, leaf.value)
}

function valueProblem(
  kind: QuestionKind,
  optionIds: ReadonlySet<string>,
  value: string | number | boolean,
): ConditionProblemCode | null {
  switch (kind) {
    case 'text':
      return typeof value === 'boolean' ? 'condition_wrong_value' : null
    case 'number':
      return isDecimal(String(value)) ? null : 'condition_wrong_value'
    case 'date':
      return parseCalendarDate(String(value)) ? null : 'condition_wrong_value'
    case 'yes_no':
      return typeof value === 'boolean' ? null : 'condition_wrong_value'
    case 'single_choice':
    case 'multiple_choice':
      return optionIds.has(String(value)) ? null : 'condition_unknown_option'
    case 'files':
      return 'condition_wrong_operator'
  }
}
