import { type AnswerLeaf, type AnswerOperator, OPERATORS, type QuestionKind } from '#conditions/model.ts'
import type { Question } from '../../model.ts'

/** The line that one most likely wants on a question: "is Yes", "is <first option>", else "is answered". */
export function lineOn(question: Question): AnswerLeaf {
  const base = { kind: 'answer', questionId: question.id } as const
  const first = 'options' in question ? question.options[0]?.id : undefined
  if (question.type === 'yes_no') return { ...base, operator: 'equals', value: true }
  if (question.type === 'single_choice' && first) return { ...base, operator: 'equals', value: first }
  if (question.type === 'multiple_choice' && first) return { ...base, operator: 'includes', value: first }
  return { ...base, operator: 'answered' }
}

/** The line with another operator; a value is begun where one is needed, and dropped where none is. */
export function withOperator(leaf: AnswerLeaf, operator: AnswerOperator, question: Question): AnswerLeaf {
  const { value, ...rest } = leaf
  if (operator === 'answered') return { ...rest, operator }
  const fallback = question.type === 'yes_no' ? true : 'options' in question ? (question.options[0]?.id ?? '') : ''
  return { ...rest, operator, value: value ?? fallback }
}

/** The operators to choose from, in the order in which they are offered. */
export function operatorsOf(question: Question): readonly AnswerOperator[] {
  return OPERATORS[kindOf(question)]
}

export function kindOf({ type }: Question): QuestionKind {
  return type === 'file_upload' ? 'files' : type
}
