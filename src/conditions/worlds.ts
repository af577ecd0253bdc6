import { parseCalendarDate } from '#kernel/date-text.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import { addDays } from '#kernel/dates.ts'
import type { Known } from './check.ts'
import type { Facts, JobFacts, QuestionFact } from './evaluate.ts'
import type { AnswerValue, Condition, Leaf, OrganizerAnswerLeaf } from './model.ts'
import { ACCOUNT_TYPES, leavesOf, PRIORITIES } from './model.ts'

/** Beyond so many nobody could read the conditions either. */
const MOST_WORLDS = 1024

/** What is asked of the firm, to make up what may be true in it. */
export type Asked = Pick<Known, 'tagIds'> & NonNullable<Known['work']>

/** What a world says, and nothing of what it leaves out. */
type World = Facts & { job: JobFacts }

/**
 * Every state of affairs that these conditions tell apart: one that is met in none of them is never met. Null where
 * there are too many, or where a leaf asks for something that has no place here.
 */
export function worldsOf(conditions: readonly Condition[], asked: Asked): World[] | null {
  const leaves = conditions.flatMap((condition) => leavesOf(condition).map((placed) => placed.leaf))
  let worlds: World[] = [emptyWorld(asked)]
  for (const [subject, about] of Map.groupBy(leaves, subjectOf)) {
    const choices = choicesOf(about as [Leaf, ...Leaf[]], asked)
    if (subject === null || worlds.length * choices.length > MOST_WORLDS) return null
    worlds = worlds.flatMap((world) => choices.map((choose) => choose(world)))
  }
  return worlds
}

function emptyWorld({ tagIds, roleIds }: Asked): World {
  return {
    tagIds: new Set(),
    knownTagIds: tagIds,
    accountType: 'individual',
    contacts: { login: 0, notify: 0 },
    submitted: new Map(),
    job: { priority: 'medium', startOn: null, dueOn: null, assigneeRoleIds: new Set(), knownRoleIds: roleIds },
  }
}

/** Leaves about one subject are true or false together. */
function subjectOf(leaf: Leaf): string | null {
  switch (leaf.kind) {
    case 'tag':
      return `tag ${leaf.tagId}`
    case 'account_type':
    case 'job_priority':
      return leaf.kind
    case 'job_date':
      return leaf.field
    case 'assignee_role':
      return `role ${leaf.roleId}`
    case 'contact_setting':
      return `contact ${leaf.setting}`
    case 'organizer_answer':
      return `answer ${leaf.templateId}/${leaf.questionId}`
    case 'answer':
      return null
  }
}

type Choose = (world: World) => World

function choicesOf(about: readonly [Leaf, ...Leaf[]], asked: Asked): Choose[] {
  const [leaf] = about
  const same: Choose = (world) => world
  switch (leaf.kind) {
    case 'tag':
      return [same, (world) => ({ ...world, tagIds: new Set([...world.tagIds, leaf.tagId]) })]
    case 'account_type':
      return ACCOUNT_TYPES.map((accountType) => (world) => ({ ...world, accountType }))
    case 'job_priority':
      return PRIORITIES.map((priority) => (world) => ({ ...world, job: { ...world.job, priority } }))
    case 'job_date': {
      const field = leaf.field === 'start_on' ? 'startOn' : 'dueOn'
      const dates = [null, ...datesAround(about.flatMap((it) => (it.kind === 'job_date' ? (it.value ?? []) : [])))]
      return dates.map((date) => (world) => ({ ...world, job: { ...world.job, [field]: date } }))
    }
    case 'assignee_role':
      return [same, (world) => ({ ...world, job: withRole(world.job, leaf.roleId) })]
    case 'contact_setting':
      return [same, (world) => ({ ...world, contacts: { ...world.contacts!, [leaf.setting]: 1 } })]
    case 'organizer_answer':
      return answersOf(leaf, about as readonly OrganizerAnswerLeaf[], asked)
    case 'answer':
      return [same]
  }
}

function withRole(job: JobFacts, roleId: string): JobFacts {
  return { ...job, assigneeRoleIds: new Set([...job.assigneeRoleIds, roleId]) }
}

/** Unanswered, and every answer that the leaves tell apart. */
function answersOf(
  { templateId, questionId }: OrganizerAnswerLeaf,
  about: readonly OrganizerAnswerLeaf[],
  { templates }: Asked,
): Choose[] {
  const question = templates.get(templateId)?.get(questionId)
  if (!question) return [(world) => world]
  const values: (AnswerValue | null)[] = [null, ...valuesOf(about, question)]
  return values.map((value) => (world) => {
    const answered: QuestionFact = { ...question, visible: true, value }
    const answers = new Map([...(world.submitted?.get(templateId) ?? []), [questionId, answered] as const])
    return { ...world, submitted: new Map([...(world.submitted ?? []), [templateId, answers] as const]) }
  })
}

function valuesOf(
  about: readonly OrganizerAnswerLeaf[],
  { kind, optionIds }: Pick<QuestionFact, 'kind' | 'optionIds'>,
) {
  const wanted = [...new Set(about.flatMap(({ value }) => (value === undefined ? [] : [String(value)])))]
  switch (kind) {
    case 'yes_no':
      return [true, false]
    case 'single_choice':
      return [...optionIds]
    case 'multiple_choice':
      return subsets(wanted).map((some) =>
        some.length > 0 ? some : [...optionIds].filter((id) => !wanted.includes(id)),
      )
    case 'number':
      return numbersAround(wanted)
    case 'date':
      return datesAround(wanted)
    case 'text':
      return [...wanted, ...subsets(wanted).map((some) => [...some, '\u{10FFFD}'].join(' '))]
    case 'files':
      return [['file']]
  }
}

/** Each date, the day before and the day after: whatever lies between them is like one of these. */
function datesAround(wanted: readonly string[]): CalendarDate[] {
  const dates = wanted.flatMap((text) => parseCalendarDate(text) ?? [])
  const around = dates.flatMap((date) => [-1, 0, 1].map((days) => addDays(date, days)))
  return around.length > 0 ? [...new Set(around)] : ['2000-01-01' as CalendarDate]
}

/** Each number, one below, one above, and one between any two. */
function numbersAround(wanted: readonly string[]): string[] {
  const numbers = [...new Set(wanted.map(Number).filter(Number.isFinite))].sort((a, b) => a - b)
  if (numbers.length === 0) return ['0']
  const between = numbers.slice(1).map((number, index) => (number + numbers[index]!) / 2)
  return [...wanted, ...[numbers[0]! - 1, ...between, numbers.at(-1)! + 1].map((number) => number.toFixed(6))]
}

function subsets(values: readonly string[]): string[][] {
  if (2 ** values.length > MOST_WORLDS) return [[...values]]
  let sets: string[][] = [[]]
  for (const value of values) sets = sets.concat(sets.map((set) => [...set, value]))
  return sets
}
