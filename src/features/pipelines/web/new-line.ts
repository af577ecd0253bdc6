import type { AnswerOperator, Condition, Leaf, OrganizerAnswerLeaf } from '#conditions/model.ts'
import { OPERATORS } from '#conditions/model.ts'
import type { AskedQuestion, Vocabulary } from '#features/trials/schemas.ts'
import type { ConditionNames } from '#web/design/condition-text.ts'

/** What pipelines may ask of a client and a job; answers inside an organizer have no place there. */
export type Operand = Exclude<Leaf['kind'], 'answer'>

/** Stands where nothing was chosen yet: no thing has this id, so that it is pointed out until one is. */
export const UNCHOSEN = '00000000-0000-4000-8000-000000000000'

/** What can be asked with what the firm has, in the order in which it is offered. */
export function operandsIn({ organizers, roles }: Vocabulary): Operand[] {
  const asked = organizers.some(({ questions }) => questions.length > 0)
  return [
    'tag',
    'account_type',
    ...(asked ? (['organizer_answer'] as const) : []),
    'contact_setting',
    'job_priority',
    'job_date',
    ...(roles.length > 0 ? (['assignee_role'] as const) : []),
  ]
}

/** A line as one most likely means it, to be changed. */
export function beginLine(kind: Operand, { organizers, roles }: Vocabulary, tags: ConditionNames): Condition {
  switch (kind) {
    case 'tag':
      return { kind, tagId: tags.size === 1 ? [...tags.keys()][0]! : UNCHOSEN }
    case 'account_type':
      return { kind, is: 'individual' }
    case 'organizer_answer': {
      const organizer = organizers.find(({ questions }) => questions.length > 0)
      return organizer ? lineOn(organizer.id, organizer.questions[0]!) : beginLine('tag', { ...EMPTY }, tags)
    }
    case 'job_priority':
      return { kind, is: 'high' }
    case 'job_date':
      return { kind, field: 'due_on', operator: 'answered' }
    case 'assignee_role':
      return { kind, roleId: roles[0]?.id ?? UNCHOSEN }
    case 'contact_setting':
      return { kind, setting: 'notify' }
  }
}

const EMPTY: Vocabulary = { members: [], roles: [], clientStatuses: [], organizers: [] }

/** The line that one most likely wants on a question: "is Yes", "is <first option>", else "is answered". */
export function lineOn(templateId: string, question: AskedQuestion): OrganizerAnswerLeaf {
  const base = { kind: 'organizer_answer', templateId, questionId: question.id } as const
  const [first] = question.options
  if (question.kind === 'yes_no') return { ...base, operator: 'equals', value: true }
  if (question.kind === 'single_choice' && first) return { ...base, operator: 'equals', value: first.id }
  if (question.kind === 'multiple_choice' && first) return { ...base, operator: 'includes', value: first.id }
  return { ...base, operator: 'answered' }
}

/** The line with another operator; a value is begun where one is needed, and dropped where none is. */
export function withOperator(
  { value, ...rest }: OrganizerAnswerLeaf,
  operator: AnswerOperator,
  question: AskedQuestion,
): OrganizerAnswerLeaf {
  if (operator === 'answered') return { ...rest, operator }
  const begun = question.kind === 'yes_no' ? true : (question.options[0]?.id ?? '')
  return { ...rest, operator, value: value ?? begun }
}

export function operatorsOf({ kind }: AskedQuestion): readonly AnswerOperator[] {
  return OPERATORS[kind]
}
