import { parseCalendarDate } from '#kernel/date-text.ts'
import { isDecimal } from './decimal.ts'
import type { AnswerLeaf, Condition, JobDateLeaf, Leaf, QuestionKind } from './model.ts'
import { MAX_DEPTH, OPERATORS, pathTo } from './model.ts'

/** What a condition may name where it stands. */
export type Known = {
  tagIds: ReadonlySet<string>
  /** the questions placed earlier in the organizer (ORG-20); absent where no organizer is at hand */
  questions?: Questions
  /** the firm's roles and organizer templates; absent where no job is at hand, as in organizers */
  work?: { roleIds: ReadonlySet<string>; templates: ReadonlyMap<string, Questions> }
}

type Questions = ReadonlyMap<string, { kind: QuestionKind; optionIds: ReadonlySet<string> }>

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
  | 'condition_unknown_role'
  | 'condition_unknown_template'
  | 'condition_out_of_place'

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
    case 'account_type':
    case 'answer':
    case 'organizer_answer':
    case 'job_priority':
    case 'job_date':
    case 'assignee_role':
    case 'contact_setting': {
      const code = leafProblem(condition, known)
      return code ? [{ path, code }] : []
    }
  }
}

function leafProblem(leaf: Leaf, known: Known): ConditionProblemCode | null {
  switch (leaf.kind) {
    case 'tag':
      return known.tagIds.has(leaf.tagId) ? null : 'condition_unknown_tag'
    case 'account_type':
      return null
    case 'answer':
      return answerProblem(leaf, known.questions)
    case 'organizer_answer': {
      const template = known.work?.templates.get(leaf.templateId)
      return template ? answerProblem(leaf, template) : outOfPlace(known, 'condition_unknown_template')
    }
    case 'assignee_role':
      return known.work?.roleIds.has(leaf.roleId) ? null : outOfPlace(known, 'condition_unknown_role')
    case 'job_date':
      return outOfPlace(known, dateProblem(leaf))
    case 'job_priority':
    case 'contact_setting':
      return outOfPlace(known, null)
  }
}

/** What asks of a job makes no sense where there is none. */
function outOfPlace({ work }: Known, otherwise: ConditionProblemCode | null): ConditionProblemCode | null {
  return work === undefined ? 'condition_out_of_place' : otherwise
}

function dateProblem({ operator, value }: JobDateLeaf): ConditionProblemCode | null {
  if (operator === 'answered') return null
  if (value === undefined || value.trim() === '') return 'condition_value_missing'
  return parseCalendarDate(value) ? null : 'condition_wrong_value'
}

type AskedAnswer = Pick<AnswerLeaf, 'questionId' | 'operator' | 'value'>

function answerProblem(leaf: AskedAnswer, questions: Questions | undefined): ConditionProblemCode | null {
  const question = questions?.get(leaf.questionId)
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
