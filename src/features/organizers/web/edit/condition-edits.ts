import {
  type AnswerLeaf,
  type AnswerOperator,
  type Condition,
  OPERATORS,
  type QuestionKind,
} from '#conditions/model.ts'
import type { Question } from '../../model.ts'

export type GroupKind = 'all' | 'any' | 'none'
export type Group = Extract<Condition, { of: Condition[] }>

export function isGroup(condition: Condition): condition is Group {
  return 'of' in condition
}

/** The condition as a group, so that there is something to add lines to: a single line is all of itself. */
export function asGroup(condition: Condition): Group {
  return isGroup(condition) ? condition : { kind: 'all', of: [condition] }
}

/** Puts another part in the place of the one at `path` (indexes from the top); `null` takes it out. */
export function replaceAt(group: Group, path: readonly number[], part: Condition | null): Group {
  const [index, ...rest] = path
  if (index === undefined) return part && isGroup(part) ? part : group
  const old = group.of[index]
  const next = rest.length > 0 && old && isGroup(old) ? replaceAt(old, rest, part) : part
  return { ...group, of: next ? group.of.with(index, next) : group.of.toSpliced(index, 1) }
}

/** Adds a part at the end of the group at `path`. */
export function addAt(group: Group, path: readonly number[], part: Condition): Group {
  const [index, ...rest] = path
  if (index === undefined) return { ...group, of: [...group.of, part] }
  const inner = group.of[index]
  return inner && isGroup(inner) ? { ...group, of: group.of.with(index, addAt(inner, rest, part)) } : group
}

/** Groups that were emptied are left out; null where nothing is left. */
export function pruned(condition: Condition): Condition | null {
  if (!isGroup(condition)) return condition
  const of = condition.of.map(pruned).filter((part) => part !== null)
  return of.length > 0 ? { ...condition, of } : null
}

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
