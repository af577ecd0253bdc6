/**
 * The one condition language (D-4): stages, automations and organizer questions use it alike.
 * A group is never empty. More operands are added to `Leaf`; nothing else changes.
 */
export type Condition = Group | Leaf

type Group = { kind: 'all' | 'any' | 'none'; of: Condition[] }

export type Leaf =
  /** the account has this tag */
  | { kind: 'tag'; tagId: string }
  | { kind: 'account_type'; is: AccountType }
  /** an answer in the same organizer; `value` where the operator needs one */
  | AnswerLeaf
  /** an answer in the newest submitted organizer of a template; one linked to the job before others of the account */
  | OrganizerAnswerLeaf
  | { kind: 'job_priority'; is: Priority }
  | JobDateLeaf
  /** one of the job's assignees holds this role for the account (D-17) */
  | { kind: 'assignee_role'; roleId: string }
  /** one of the account's contacts has this switch on */
  | { kind: 'contact_setting'; setting: ContactSetting }

export type AnswerLeaf = {
  kind: 'answer'
  questionId: string
  operator: AnswerOperator
  /** text and numbers as text, a date as 'YYYY-MM-DD', an option by its id, yes and no as true and false */
  value?: string | number | boolean
}

export type OrganizerAnswerLeaf = Omit<AnswerLeaf, 'kind'> & { kind: 'organizer_answer'; templateId: string }

export type JobDateLeaf = {
  kind: 'job_date'
  field: (typeof JOB_DATES)[number]
  operator: (typeof DATE_OPERATORS)[number]
  /** 'YYYY-MM-DD', where the operator needs one */
  value?: string
}

export const JOB_DATES = ['start_on', 'due_on'] as const
export const DATE_OPERATORS = ['answered', 'equals', 'before', 'after'] as const

export const PRIORITIES = ['low', 'medium', 'high', 'urgent'] as const
export type Priority = (typeof PRIORITIES)[number]

export const CONTACT_SETTINGS = ['login', 'notify'] as const
export type ContactSetting = (typeof CONTACT_SETTINGS)[number]

export const ACCOUNT_TYPES = ['individual', 'company', 'other'] as const
export type AccountType = (typeof ACCOUNT_TYPES)[number]

export const ANSWER_OPERATORS = [
  'answered',
  'equals',
  'not_equals',
  'contains',
  'includes',
  'less_than',
  'greater_than',
  'before',
  'after',
] as const
export type AnswerOperator = (typeof ANSWER_OPERATORS)[number]

/** Kinds of questions a condition can look at; a text block has no answer. */
export type QuestionKind = 'text' | 'number' | 'date' | 'single_choice' | 'multiple_choice' | 'yes_no' | 'files'

/** Which operators make sense of which answers. */
export const OPERATORS: Record<QuestionKind, readonly AnswerOperator[]> = {
  text: ['answered', 'equals', 'not_equals', 'contains'],
  number: ['answered', 'equals', 'not_equals', 'less_than', 'greater_than'],
  date: ['answered', 'equals', 'not_equals', 'before', 'after'],
  single_choice: ['answered', 'equals', 'not_equals'],
  multiple_choice: ['answered', 'includes'],
  yes_no: ['answered', 'equals', 'not_equals'],
  files: ['answered'],
}

/** Text, numbers (kept as typed, with leading zeros), dates and one option as text; several options and files as ids. */
export type AnswerValue = string | boolean | readonly string[]

/** Whether a person has answered: blank text, no option and no file are no answer (ORG-58). */
export function isAnswered(value: AnswerValue | null): value is AnswerValue {
  if (value === null) return false
  if (typeof value === 'boolean') return true
  return typeof value === 'string' ? value.trim() !== '' : value.length > 0
}

/** Three-valued (D-4): a leaf that names something deleted, hidden or unanswered is unknown, and unknown is not met. */
export type Truth = true | false | 'unknown'

/** How deep groups may nest: far beyond what anybody can read, far below what exhausts a stack. */
export const MAX_DEPTH = 6

/** Where a leaf stands in its condition: `of.0.of.2`, and empty for a condition that is a single leaf. */
export type PlacedLeaf = { path: string; leaf: Leaf }

/** The leaves of a condition in reading order. */
export function leavesOf(condition: Condition, path = ''): PlacedLeaf[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
    case 'none':
      return condition.of.flatMap((part, index) => leavesOf(part, pathTo(path, index)))
    case 'tag':
    case 'account_type':
    case 'answer':
    case 'organizer_answer':
    case 'job_priority':
    case 'job_date':
    case 'assignee_role':
    case 'contact_setting':
      return [{ path, leaf: condition }]
  }
}

/** The path of a group's part, below the group's own. */
export function pathTo(path: string, index: number): string {
  return path === '' ? `of.${index}` : `${path}.of.${index}`
}

/** The tags a condition tests: what a tag's deletion must ask for. */
export function tagsUsedIn(condition: Condition): Set<string> {
  return new Set(leavesOf(condition).flatMap(({ leaf }) => (leaf.kind === 'tag' ? [leaf.tagId] : [])))
}

/** The organizer templates whose answers a condition reads. */
export function answeredTemplatesIn(condition: Condition): Set<string> {
  return new Set(leavesOf(condition).flatMap(({ leaf }) => (leaf.kind === 'organizer_answer' ? [leaf.templateId] : [])))
}

/** The questions a condition looks at: what a question's deletion must ask for (ORG-22). */
export function questionsUsedIn(condition: Condition): Set<string> {
  return new Set(leavesOf(condition).flatMap(({ leaf }) => (leaf.kind === 'answer' ? [leaf.questionId] : [])))
}
