import type { Facts, QuestionFact } from './evaluate.ts'
import { evaluate } from './evaluate.ts'
import type { Condition, Leaf, Truth } from './model.ts'
import { isAnswered, OPERATORS, pathTo } from './model.ts'

export type PartWithTruth = { path: string; part: Condition; truth: Truth }

/** The whole, its groups and its leaves in reading order, each with what it comes to (B-5). */
export function partsWithTruth(condition: Condition, facts: Facts, path = ''): PartWithTruth[] {
  const own = { path, part: condition, truth: evaluate(condition, facts) }
  if (!('of' in condition)) return [own]
  return [own, ...condition.of.flatMap((part, index) => partsWithTruth(part, facts, pathTo(path, index)))]
}

/** Why a leaf is neither true nor false (D-4). */
export type UnknownReason =
  /** it names something deleted */
  | 'gone'
  | 'no_job'
  /** nobody has submitted an organizer of the template */
  | 'not_submitted'
  /** the question is hidden, or nobody answered it */
  | 'unanswered'
  | 'no_date'
  /** it does not say yet what it asks */
  | 'unfinished'
  | 'out_of_place'

/** The reason of a leaf that is unknown on these facts. */
export function whyUnknown(leaf: Leaf, facts: Facts): UnknownReason {
  switch (leaf.kind) {
    case 'tag':
      return 'gone'
    case 'organizer_answer': {
      const answers = facts.submitted?.get(leaf.templateId)
      return answers ? whyUnanswered(leaf, answers.get(leaf.questionId)) : 'not_submitted'
    }
    case 'answer':
      return whyUnanswered(leaf, facts.questions?.get(leaf.questionId))
    case 'job_priority':
      return 'no_job'
    case 'job_date':
      if (!facts.job) return 'no_job'
      return leaf.value === undefined || leaf.value === '' ? 'unfinished' : 'no_date'
    case 'assignee_role':
      return facts.job ? 'gone' : 'no_job'
    case 'account_type':
    case 'contact_setting':
      return 'out_of_place'
  }
}

function whyUnanswered(
  { operator, value }: Extract<Leaf, { questionId: string }>,
  question: QuestionFact | undefined,
): UnknownReason {
  if (!question || !OPERATORS[question.kind].includes(operator)) return 'gone'
  if (!question.visible || !isAnswered(question.value)) return 'unanswered'
  return value === undefined || value === '' ? 'unfinished' : 'gone'
}
