import { parseCalendarDate } from '#kernel/date-text.ts'
import { compareDecimals } from './decimal.ts'
import type {
  AccountType,
  AnswerLeaf,
  AnswerValue,
  Condition,
  ContactSetting,
  JobDateLeaf,
  PlacedLeaf,
  Priority,
  QuestionKind,
  Truth,
} from './model.ts'
import { isAnswered, leavesOf, OPERATORS } from './model.ts'

/** What conditions are judged on. Something a leaf needs that is absent here makes it unknown. */
export type Facts = {
  /** the account's tags */
  tagIds: ReadonlySet<string>
  /** the firm's tags; a leaf that names another names a deleted one */
  knownTagIds: ReadonlySet<string>
  /** absent where no account is looked at */
  accountType?: AccountType
  /** the organizer's questions by id; absent outside organizers */
  questions?: ReadonlyMap<string, QuestionFact>
  /** answers of the newest submitted organizer, by template; a template that nobody has submitted is absent */
  submitted?: ReadonlyMap<string, ReadonlyMap<string, QuestionFact>>
  /** absent where no job is looked at */
  job?: JobFacts
  /** how many of the account's contacts have each switch on; absent where no account is looked at */
  contacts?: Readonly<Record<ContactSetting, number>>
}

/** What conditions may ask of a job. Dates as 'YYYY-MM-DD'. */
export type JobFacts = {
  priority: Priority
  startOn: string | null
  dueOn: string | null
  /** the roles that the job's assignees hold for its account */
  assigneeRoleIds: ReadonlySet<string>
  /** the firm's roles; a leaf that names another names a deleted one */
  knownRoleIds: ReadonlySet<string>
}

/** A question as conditions see it. A hidden one keeps its value, but it counts for nothing (ORG-21). */
export type QuestionFact = {
  kind: QuestionKind
  /** the options of a choice that exist; empty for other kinds */
  optionIds: ReadonlySet<string>
  visible: boolean
  value: AnswerValue | null
}

/** Whether a condition holds; no condition always does. Unknown is not met (D-4). */
export function isMet(condition: Condition | null, facts: Facts): boolean {
  return condition === null || evaluate(condition, facts) === true
}

/** Judges a condition in three values (D-4): the whole is unknown only where its value depends on an unknown. */
export function evaluate(condition: Condition, facts: Facts): Truth {
  switch (condition.kind) {
    case 'all':
      return allOf(condition.of, facts)
    case 'any':
      return anyOf(condition.of, facts)
    case 'none':
      return not(anyOf(condition.of, facts))
    case 'tag':
      return facts.knownTagIds.has(condition.tagId) ? facts.tagIds.has(condition.tagId) : 'unknown'
    case 'account_type':
      return facts.accountType === undefined ? 'unknown' : facts.accountType === condition.is
    case 'answer':
      return judgeAnswer(condition, facts.questions?.get(condition.questionId))
    case 'organizer_answer':
      return judgeAnswer(condition, facts.submitted?.get(condition.templateId)?.get(condition.questionId))
    case 'job_priority':
      return facts.job === undefined ? 'unknown' : facts.job.priority === condition.is
    case 'job_date':
      return facts.job === undefined ? 'unknown' : judgeDate(condition, facts.job)
    case 'assignee_role':
      if (!facts.job?.knownRoleIds.has(condition.roleId)) return 'unknown'
      return facts.job.assigneeRoleIds.has(condition.roleId)
    case 'contact_setting':
      return facts.contacts === undefined ? 'unknown' : facts.contacts[condition.setting] > 0
  }
}

/** Leaf by leaf, what is true and what is not: what an editor shows for a chosen account (B-5). */
export function leavesWithTruth(condition: Condition, facts: Facts): (PlacedLeaf & { truth: Truth })[] {
  return leavesOf(condition).map((placed) => ({ ...placed, truth: evaluate(placed.leaf, facts) }))
}

/** An empty group can't be saved; should one appear, it must not fire for everyone. */
function allOf(parts: Condition[], facts: Facts): Truth {
  let whole: Truth = parts.length > 0 ? true : 'unknown'
  for (const part of parts) {
    const truth = evaluate(part, facts)
    if (truth === false) return false
    if (truth === 'unknown') whole = 'unknown'
  }
  return whole
}

function anyOf(parts: Condition[], facts: Facts): Truth {
  let whole: Truth = parts.length > 0 ? false : 'unknown'
  for (const part of parts) {
    const truth = evaluate(part, facts)
    if (truth === true) return true
    if (truth === 'unknown') whole = 'unknown'
  }
  return whole
}

function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth
}

/** A date that is not set is neither before nor after another: unknown (D-4). */
function judgeDate(leaf: JobDateLeaf, job: JobFacts): Truth {
  const value = leaf.field === 'start_on' ? job.startOn : job.dueOn
  if (leaf.operator === 'answered') return value !== null
  if (value === null || leaf.value === undefined) return 'unknown'
  return compareAnswer(leaf.operator, 'date', value, leaf.value)
}

type JudgedAnswer = Pick<AnswerLeaf, 'operator' | 'value'>

function judgeAnswer(leaf: JudgedAnswer, question: QuestionFact | undefined): Truth {
  if (!question || !OPERATORS[question.kind].includes(leaf.operator)) return 'unknown'
  const answered = question.visible && isAnswered(question.value)
  if (leaf.operator === 'answered') return answered
  if (!answered || leaf.value === undefined || namesDeletedOption(leaf, question)) return 'unknown'
  return compareAnswer(leaf.operator, question.kind, question.value!, leaf.value)
}

function namesDeletedOption(leaf: JudgedAnswer, question: QuestionFact): boolean {
  const choice = question.kind === 'single_choice' || question.kind === 'multiple_choice'
  return choice && !question.optionIds.has(String(leaf.value))
}

function compareAnswer(
  operator: Exclude<AnswerLeaf['operator'], 'answered'>,
  kind: QuestionKind,
  value: AnswerValue,
  wanted: string | number | boolean,
): Truth {
  switch (operator) {
    case 'equals':
      return isSame(kind, value, wanted)
    case 'not_equals':
      return not(isSame(kind, value, wanted))
    case 'contains':
      return folded(value).includes(folded(wanted))
    case 'includes':
      return Array.isArray(value) ? value.includes(String(wanted)) : 'unknown'
    case 'less_than':
    case 'before':
      return ordered(kind, value, wanted, (order) => order < 0)
    case 'greater_than':
    case 'after':
      return ordered(kind, value, wanted, (order) => order > 0)
  }
}

function isSame(kind: QuestionKind, value: AnswerValue, wanted: string | number | boolean): Truth {
  switch (kind) {
    case 'text':
      return folded(value) === folded(wanted)
    case 'number':
    case 'date':
      return ordered(kind, value, wanted, (order) => order === 0)
    case 'single_choice':
    case 'yes_no':
      return value === wanted
    case 'multiple_choice':
    case 'files':
      return 'unknown'
  }
}

function ordered(
  kind: QuestionKind,
  value: AnswerValue,
  wanted: string | number | boolean,
  holds: (order: number) => boolean,
): Truth {
  const [a, b] = [String(value), String(wanted)]
  const order = kind === 'number' ? compareDecimals(a, b) : compareDates(a, b)
  return order === null ? 'unknown' : holds(order)
}

function compareDates(a: string, b: string): number | null {
  if (!parseCalendarDate(a) || !parseCalendarDate(b)) return null
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** Texts are compared as people read them: not by case, nor by spaces around them, nor by how an accent is encoded. */
function folded(text: unknown): string {
  return String(text).normalize('NFC').trim().toLowerCase()
}
