import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Condition } from '#conditions/model.ts'
import { type AnswerValue, definitionProblems, type OrganizerDefinition, type Question, questionsOf } from './model.ts'
import { isAnswered, missingAnswers, progress, visibleQuestions } from './rules.ts'

const NO_FILES = new Map<string, readonly string[]>()

/** A question by its place; its condition looks at one that stands before it. */
type Draft = {
  isYesNo: boolean
  required: boolean
  newSection: boolean
  source: number
  wanted: boolean
  negated: boolean
}

const draft = fc.record<Draft>({
  isYesNo: fc.boolean(),
  required: fc.boolean(),
  newSection: fc.boolean(),
  source: fc.nat(30),
  wanted: fc.boolean(),
  negated: fc.boolean(),
})
const drafts = fc.array(draft, { minLength: 1, maxLength: 30 })
const value = fc.option(fc.oneof(fc.boolean(), fc.constantFrom('x', ' ', '')), { nil: null })
const filled = fc.tuple(drafts, fc.array(value, { minLength: 30, maxLength: 30 }))

function build(given: Draft[]): OrganizerDefinition {
  const definition: OrganizerDefinition = { sections: [] }
  for (const [index, each] of given.entries()) {
    const condition = conditionOf(each, index, given)
    if (each.newSection || index === 0)
      definition.sections.push({ id: `s${index}`, name: 'S', condition: each.negated ? condition : null, blocks: [] })
    const question = { id: `q${index}`, label: `Q${index}`, required: each.required, condition }
    definition.sections.at(-1)!.blocks.push({ type: each.isYesNo ? 'yes_no' : 'text', ...question })
  }
  return definition
}

function conditionOf(each: Draft, index: number, given: Draft[]): Condition | null {
  if (each.source >= index) return null
  const questionId = `q${each.source}`
  const leaf: Condition = given[each.source]!.isYesNo
    ? { kind: 'answer', questionId, operator: 'equals', value: each.wanted }
    : { kind: 'answer', questionId, operator: 'answered' }
  return each.negated ? { kind: 'none', of: [leaf] } : leaf
}

function answersTo(definition: OrganizerDefinition, values: (AnswerValue | null)[]) {
  return new Map(questionsOf(definition).map(({ id, type }, index) => [id, fitting(type, values[index] ?? null)]))
}

function fitting(type: Question['type'], value: AnswerValue | null): AnswerValue | null {
  return (type === 'yes_no') === (typeof value === 'boolean') ? value : null
}

const ids = (questions: Question[]) => questions.map((question) => question.id)

it('the drafts of these tests are definitions that could be saved', () => {
  fc.assert(
    fc.property(drafts, (given) => {
      expect(definitionProblems(build(given))).toEqual([])
    }),
  )
})

it('ORG-20: what is visible stays in document order, and judging it twice changes nothing', () => {
  fc.assert(
    fc.property(filled, ([given, values]) => {
      const definition = build(given)
      const answers = answersTo(definition, values)
      const seen = ids(visibleQuestions(definition, answers, NO_FILES))
      expect(ids(questionsOf(definition)).filter((id) => seen.includes(id))).toEqual(seen)
      expect(ids(visibleQuestions(definition, answers, NO_FILES))).toEqual(seen)
    }),
  )
})

it('ORG-20: an answer never changes what stands before it, nor its own question', () => {
  fc.assert(
    fc.property(filled, fc.nat(29), value, ([given, values], at, other) => {
      const definition = build(given)
      const question = questionsOf(definition)[at % given.length]!
      const answers = answersTo(definition, values)
      const changed = new Map(answers).set(question.id, fitting(question.type, other))
      const upTo = (seen: Question[]) => ids(seen).filter((id) => Number(id.slice(1)) <= at % given.length)
      expect(upTo(visibleQuestions(definition, changed, NO_FILES))).toEqual(
        upTo(visibleQuestions(definition, answers, NO_FILES)),
      )
    }),
  )
})

it('ORG-21: whatever stands in hidden questions changes nothing that is seen, counted or missing', () => {
  fc.assert(
    fc.property(filled, ([given, values]) => {
      const definition = build(given)
      const answers = answersTo(definition, values)
      const seen = new Set(ids(visibleQuestions(definition, answers, NO_FILES)))
      const cleared = new Map([...answers].map(([id, value]) => [id, seen.has(id) ? value : null]))
      expect(ids(visibleQuestions(definition, cleared, NO_FILES))).toEqual([...seen])
      expect(progress(definition, cleared, NO_FILES)).toEqual(progress(definition, answers, NO_FILES))
      expect(missingAnswers(definition, cleared, NO_FILES)).toEqual(missingAnswers(definition, answers, NO_FILES))
    }),
  )
})

it('ORG-12, ORG-57: answered, missing and left optional make up the whole', () => {
  fc.assert(
    fc.property(filled, ([given, values]) => {
      const definition = build(given)
      const answers = answersTo(definition, values)
      const { answered, total } = progress(definition, answers, NO_FILES)
      const missing = missingAnswers(definition, answers, NO_FILES).length
      const optional = visibleQuestions(definition, answers, NO_FILES).filter(
        (question) => !question.required && !isAnswered(question, answers, NO_FILES),
      ).length
      expect(answered + missing + optional).toBe(total)
    }),
  )
})
