/**
 * The one condition language (D-4): stages, automations and organizer questions use it alike.
 * A group is never empty. More operands are added to `Leaf`; nothing else changes.
 */
export type Condition = Group | Leaf

export type Group = { kind: 'all' | 'any' | 'none'; of: Condition[] }

export type Leaf =
  /** the account has (every one of) these tags */
  | { kind: 'tag'; tagId: string }
  | { kind: 'account_type'; is: 'individual' | 'company' | 'other' }
  /** an answer in the same organizer; `value` where the operator needs one */
  | { kind: 'answer'; questionId: string; operator: AnswerOperator; value?: string | number | boolean }

export type AnswerOperator =
  | 'answered'
  | 'equals'
  | 'not_equals'
  | 'contains'
  | 'includes'
  | 'less_than'
  | 'greater_than'
  | 'before'
  | 'after'

/** Three-valued (D-4): a leaf that names something deleted, hidden or unanswered is unknown, and unknown is not met. */
export type Truth = true | false | 'unknown'
