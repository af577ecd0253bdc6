import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Facts, JobFacts, QuestionFact } from './evaluate.ts'
import { evaluate, isMet, leavesWithTruth } from './evaluate.ts'
import type { AnswerLeaf, AnswerValue, Condition, Leaf, QuestionKind, Truth } from './model.ts'
import { ANSWER_OPERATORS, CONTACT_SETTINGS, DATE_OPERATORS, JOB_DATES, OPERATORS, PRIORITIES } from './model.ts'

/*
 * An evaluator written another way, after the same rule (D-4): truth as a number, 0 false, 1 true, ½ unknown;
 * all is the least of its parts, any the greatest, none what is missing from any to 1.
 */
const TAGS = ['a', 'b', 'c', 'd', 'deleted']
const ROLES = ['preparer', 'reviewer', 'deleted']
const DAYS = ['2026-04-14', '2026-04-15', '2026-04-16']
const known = new Set(TAGS.slice(0, 4))
const knownRoles = new Set(ROLES.slice(0, 2))

/** The questions of the only template, and what people answer to each; 'gone' is asked of nothing. */
const ANSWERS = {
  text: { kind: 'text', values: ['Bonn', 'Köln'], wanted: ['bonn', 'ö'] },
  number: { kind: 'number', values: ['5', '007'], wanted: ['5.0', '6'] },
  date: { kind: 'date', values: DAYS, wanted: DAYS },
  single: { kind: 'single_choice', values: ['x', 'y'], wanted: ['x', 'y', 'z'] },
  multiple: { kind: 'multiple_choice', values: [['x'], ['x', 'y']], wanted: ['x', 'y', 'z'] },
  yes: { kind: 'yes_no', values: [true, false], wanted: [true, false] },
  files: { kind: 'files', values: [['one']], wanted: ['one'] },
} as const satisfies Record<string, { kind: QuestionKind; values: readonly AnswerValue[]; wanted: readonly unknown[] }>
const QUESTIONS = Object.keys(ANSWERS) as (keyof typeof ANSWERS)[]
const OPTIONS = new Set(['x', 'y'])

const asked = fc.record({
  questionId: fc.constantFrom(...QUESTIONS, 'gone'),
  operator: fc.constantFrom(...ANSWER_OPERATORS),
  value: fc.constantFrom(...QUESTIONS.flatMap((id): readonly (string | boolean)[] => ANSWERS[id].wanted), undefined),
})

const anyLeaf: fc.Arbitrary<Leaf> = fc.oneof(
  fc.record({ kind: fc.constant('tag' as const), tagId: fc.constantFrom(...TAGS) }),
  fc.record({ kind: fc.constant('account_type' as const), is: fc.constantFrom('individual' as const, 'company') }),
  asked.map((leaf) => ({ kind: 'answer', ...leaf }) as Leaf),
  asked.map((leaf) => ({ kind: 'organizer_answer', templateId: 'template', ...leaf }) as Leaf),
  fc.record({ kind: fc.constant('job_priority' as const), is: fc.constantFrom(...PRIORITIES) }),
  fc.record({
    kind: fc.constant('job_date' as const),
    field: fc.constantFrom(...JOB_DATES),
    operator: fc.constantFrom(...DATE_OPERATORS),
    value: fc.constantFrom(...DAYS),
  }),
  fc.record({ kind: fc.constant('assignee_role' as const), roleId: fc.constantFrom(...ROLES) }),
  fc.record({ kind: fc.constant('contact_setting' as const), setting: fc.constantFrom(...CONTACT_SETTINGS) }),
)

const anyCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyLeaf,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any', 'none'),
      of: fc.array(tie('condition'), { minLength: 1, maxLength: 4 }),
    }),
  ),
})).condition

const anyAnswers: fc.Arbitrary<Map<string, QuestionFact>> = fc
  .tuple(
    ...QUESTIONS.map((id) =>
      fc.record({
        kind: fc.constant(ANSWERS[id].kind as QuestionKind),
        optionIds: fc.constant(OPTIONS as ReadonlySet<string>),
        visible: fc.boolean(),
        value: fc.constantFrom<AnswerValue | null>(...ANSWERS[id].values, null),
      }),
    ),
  )
  .map((facts) => new Map(facts.map((fact, index) => [QUESTIONS[index]!, fact])))

const anyJob: fc.Arbitrary<JobFacts> = fc.record({
  priority: fc.constantFrom(...PRIORITIES),
  startOn: fc.constantFrom(...DAYS, null),
  dueOn: fc.constantFrom(...DAYS, null),
  assigneeRoleIds: fc.subarray([...knownRoles]).map((roles) => new Set(roles)),
  knownRoleIds: fc.constant(knownRoles),
})

const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    tagIds: fc.subarray([...known]).map((tags) => new Set(tags)),
    knownTagIds: fc.constant(known),
    accountType: fc.constantFrom('individual' as const, 'company' as const),
    questions: anyAnswers,
    submitted: anyAnswers.map((answers) => new Map([['template', answers]])),
    job: anyJob,
    contacts: fc.record({ login: fc.nat(1), notify: fc.nat(1) }),
  },
  { requiredKeys: ['tagIds', 'knownTagIds'] },
)

it('D-4, B-5: agrees with a reference evaluator on random trees', () => {
  fc.assert(
    fc.property(anyCondition, anyFacts, (condition, facts) => {
      expect(asNumber(evaluate(condition, facts))).toBe(reference(condition, facts))
    }),
    { numRuns: 2000 },
  )
})

it('D-4: what is known stays so, whatever the unknown leaves turn out to be', () => {
  fc.assert(
    fc.property(anyCondition, anyFacts, fc.boolean(), (condition, facts, deletedTagIsThere) => {
      const truth = evaluate(condition, facts)
      fc.pre(truth !== 'unknown')
      const tagIds = new Set(deletedTagIsThere ? [...facts.tagIds, 'deleted'] : facts.tagIds)
      for (const accountType of facts.accountType ? [facts.accountType] : (['individual', 'company'] as const)) {
        expect(evaluate(condition, { ...facts, tagIds, knownTagIds: new Set(TAGS), accountType })).toBe(truth)
      }
    }),
  )
})

it('D-4: a condition and none of it are never both met', () => {
  fc.assert(
    fc.property(anyCondition, anyFacts, (condition, facts) => {
      expect(isMet(condition, facts) && isMet({ kind: 'none', of: [condition] }, facts)).toBe(false)
    }),
  )
})

it('B-5: without an unknown leaf the whole is known', () => {
  fc.assert(
    fc.property(anyCondition, anyFacts, (condition, facts) => {
      const leaves = leavesWithTruth(condition, facts)
      fc.pre(leaves.every(({ truth }) => truth !== 'unknown'))
      expect(evaluate(condition, facts)).not.toBe('unknown')
    }),
  )
})

function reference(condition: Condition, facts: Facts): number {
  if ('of' in condition) {
    const parts = condition.of.map((part) => reference(part, facts))
    if (condition.kind === 'all') return Math.min(...parts)
    return condition.kind === 'any' ? Math.max(...parts) : 1 - Math.max(...parts)
  }
  const truth = ofLeaf(condition, facts)
  return truth === null ? 0.5 : Number(truth)
}

/** Null: nobody can tell. */
function ofLeaf(leaf: Leaf, { tagIds, knownTagIds, accountType, questions, submitted, job, contacts }: Facts) {
  if (leaf.kind === 'tag') return knownTagIds.has(leaf.tagId) ? tagIds.has(leaf.tagId) : null
  if (leaf.kind === 'account_type') return accountType ? leaf.is === accountType : null
  if (leaf.kind === 'contact_setting') return contacts ? contacts[leaf.setting] === 1 : null
  if (leaf.kind === 'answer') return ofAnswer(leaf, questions?.get(leaf.questionId))
  if (leaf.kind === 'organizer_answer') return ofAnswer(leaf, submitted?.get(leaf.templateId)?.get(leaf.questionId))
  if (!job) return null
  if (leaf.kind === 'job_priority') return PRIORITIES.indexOf(leaf.is) === PRIORITIES.indexOf(job.priority)
  if (leaf.kind === 'assignee_role') return knownRoles.has(leaf.roleId) ? job.assigneeRoleIds.has(leaf.roleId) : null
  const date = { start_on: job.startOn, due_on: job.dueOn }[leaf.field]
  if (leaf.operator === 'answered') return date !== null
  return date && ofDays(leaf.operator, DAYS.indexOf(date) - DAYS.indexOf(leaf.value!))
}

function ofAnswer({ operator, value: wanted }: Pick<AnswerLeaf, 'operator' | 'value'>, fact: QuestionFact | undefined) {
  if (!fact || !OPERATORS[fact.kind].includes(operator)) return null
  const answer = fact.visible ? fact.value : null
  if (operator === 'answered') return answer !== null
  if (answer === null || wanted === undefined) return null
  switch (fact.kind) {
    case 'text': {
      const [has, asks] = [String(answer).toLowerCase(), String(wanted).toLowerCase()]
      if (operator === 'contains') return has.split(asks).length > 1
      return (has === asks) === (operator === 'equals')
    }
    case 'number': {
      const [has, asks] = [Number(answer), typeof wanted === 'string' && wanted !== '' ? Number(wanted) : Number.NaN]
      return Number.isNaN(asks) ? null : ofDays(operator, has - asks)
    }
    case 'date':
      return DAYS.includes(String(wanted))
        ? ofDays(operator, DAYS.indexOf(String(answer)) - DAYS.indexOf(String(wanted)))
        : null
    case 'single_choice':
      return OPTIONS.has(String(wanted)) ? (answer === wanted) === (operator === 'equals') : null
    case 'multiple_choice':
      return OPTIONS.has(String(wanted)) ? (answer as string[]).some((id) => id === wanted) : null
    case 'yes_no':
      return (answer === wanted) === (operator === 'equals')
    case 'files':
      return null
  }
}

function ofDays(operator: AnswerLeaf['operator'], difference: number): boolean {
  if (operator === 'equals') return difference === 0
  if (operator === 'not_equals') return difference !== 0
  return operator === 'before' || operator === 'less_than' ? difference < 0 : difference > 0
}

function asNumber(truth: Truth): number {
  return truth === 'unknown' ? 0.5 : Number(truth)
}
