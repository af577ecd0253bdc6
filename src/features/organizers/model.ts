import { z } from 'zod'
import type { ConditionProblemCode, Known } from '#conditions/check.ts'
import { conditionProblems } from '#conditions/check.ts'
import type { Condition, Leaf } from '#conditions/model.ts'
import { leavesOf, tagsUsedIn } from '#conditions/model.ts'
import { conditionSchema } from '#conditions/schema.ts'

/** What a firm builds in the template editor and a client fills in: sections of blocks, both in order (ORG-4). */
export type OrganizerDefinition = z.infer<typeof organizerDefinition>
export type Section = z.infer<typeof section>
export type Block = z.infer<typeof block>
export type Choice = z.infer<typeof choice>

/** Every block that can be answered; a text block is read only and never counted (ORG-46). */
export type Question = Exclude<Block, { type: 'text_block' }>

/**
 * What a client answered, by the question's type. `string`: text, number (as typed, leading zeros kept), date
 * (YYYY-MM-DD) or the chosen option's id; `string[]`: ids of the ticked options; `boolean`: yes or no. Files are kept
 * apart; conditions see them as a list of document ids.
 */
export type AnswerValue = string | string[] | boolean

/** What keeps a definition from being saved: `path` as in the body, `code` a text key under `field.`. */
export type DefinitionProblem = { path: string; code: DefinitionProblemCode }

export type DefinitionProblemCode =
  | 'duplicate'
  | 'no_options'
  | 'condition_on_itself'
  | 'condition_forward_reference'
  | 'condition_answers_only'
  | ConditionProblemCode

const MAX_BLOCKS = 1000

/** What a name may come to once its codes are replaced. */
export const LONGEST_NAME = 255

const id = z.string().regex(/^[a-z0-9_]{1,64}$/)
const condition = conditionSchema.nullable()
const choice = z.strictObject({ id, label: z.string().trim().min(1).max(500) })
const options = z.array(choice).max(200)

const question = {
  id,
  label: z.string().trim().min(1).max(500),
  help: z.string().trim().max(2000).optional(),
  required: z.boolean(),
  condition,
}

const block = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), ...question, multiline: z.boolean().optional() }),
  z.strictObject({ type: z.literal('number'), ...question }),
  z.strictObject({ type: z.literal('date'), ...question }),
  z.strictObject({ type: z.literal('single_choice'), ...question, options }),
  z.strictObject({ type: z.literal('multiple_choice'), ...question, options }),
  z.strictObject({ type: z.literal('yes_no'), ...question }),
  z.strictObject({ type: z.literal('file_upload'), ...question }),
  z.strictObject({ type: z.literal('text_block'), id, text: z.string().trim().min(1).max(10_000), condition }),
])

const section = z.strictObject({
  id,
  name: z.string().trim().min(1).max(200),
  condition,
  blocks: z.array(block).max(MAX_BLOCKS),
})

/** The shape alone; what it takes to work as well is checked by `definitionProblems`. */
export const organizerDefinition = z.strictObject({
  sections: z
    .array(section)
    .max(100)
    .refine((sections) => sections.reduce((sum, { blocks }) => sum + blocks.length, 0) <= MAX_BLOCKS, {
      params: { code: 'too_many_blocks' },
    }),
})

/** All questions in document order, text blocks left out. */
export function questionsOf(definition: OrganizerDefinition): Question[] {
  return definition.sections.flatMap(({ blocks }) => blocks).filter((each) => each.type !== 'text_block')
}

/**
 * Everything that forbids saving: an id used twice, a choice without options, a condition that names something unknown,
 * itself or a question further down (ORG-17, ORG-20, ORG-22). Conditions look at answers only: a client's browser
 * judges them too, and clients never learn their tags (POR-8).
 */
export function definitionProblems(definition: OrganizerDefinition): DefinitionProblem[] {
  const anywhere = new Set(questionsOf(definition).map((each) => each.id))
  const earlier: Earlier = new Map()
  const problems = duplicates(idPaths(definition))
  for (const [s, { condition, blocks }] of definition.sections.entries()) {
    const known = { questions: earlier, anywhere }
    problems.push(...placedProblems(condition, { ...known, path: `sections.${s}.condition`, id: null }))
    for (const [b, each] of blocks.entries()) {
      const path = `sections.${s}.blocks.${b}`
      if ('options' in each) problems.push(...optionProblems(each.options, `${path}.options`))
      problems.push(...placedProblems(each.condition, { ...known, path: `${path}.condition`, id: each.id }))
      if (each.type !== 'text_block') earlier.set(each.id, asSource(each))
    }
  }
  return problems
}

type Earlier = Map<string, Source>
type Source = NonNullable<ReturnType<NonNullable<Known['questions']>['get']>>

type Placed = { path: string; id: string }

function idPaths({ sections }: OrganizerDefinition): Placed[] {
  return sections.flatMap(({ id, blocks }, s) => [
    { path: `sections.${s}.id`, id },
    ...blocks.map((each, b) => ({ path: `sections.${s}.blocks.${b}.id`, id: each.id })),
  ])
}

function duplicates(placed: Placed[]): DefinitionProblem[] {
  const seen = new Set<string>()
  return placed.flatMap(({ path, id }) => {
    if (seen.has(id)) return [{ path, code: 'duplicate' as const }]
    seen.add(id)
    return []
  })
}

function optionProblems(choices: Choice[], path: string): DefinitionProblem[] {
  if (choices.length === 0) return [{ path, code: 'no_options' }]
  return duplicates(choices.map(({ id }, index) => ({ path: `${path}.${index}.id`, id })))
}

/** Where a condition stands: its path, the block it belongs to (null for a section), the questions of the whole. */
type Place = { path: string; id: string | null; questions: Earlier; anywhere: ReadonlySet<string> }

function placedProblems(condition: Condition | null, place: Place): DefinitionProblem[] {
  if (!condition) return []
  const leaves = leavesOf(condition)
  const leafAt = new Map(leaves.map(({ path, leaf }) => [path, leaf]))
  const inside = (path: string) => (path === '' ? place.path : `${place.path}.${path}`)
  const elsewhere = leaves.filter(({ leaf }) => leaf.kind !== 'answer')
  const known: Known = { tagIds: tagsUsedIn(condition), questions: place.questions }
  return [
    ...elsewhere.map(({ path }) => ({ path: inside(path), code: 'condition_answers_only' as const })),
    ...conditionProblems(condition, known).map(({ path, code }) => ({
      path: inside(path),
      code: code === 'condition_unknown_question' ? whyUnknown(leafAt.get(path), place) : code,
    })),
  ]
}

/** A question that is not among the earlier ones is the block itself, a later one, or none at all. */
function whyUnknown(leaf: Leaf | undefined, { id, anywhere }: Place): DefinitionProblemCode {
  if (leaf?.kind !== 'answer' || !anywhere.has(leaf.questionId)) return 'condition_unknown_question'
  return leaf.questionId === id ? 'condition_on_itself' : 'condition_forward_reference'
}

function asSource(each: Question): Source {
  return {
    kind: each.type === 'file_upload' ? 'files' : each.type,
    optionIds: new Set('options' in each ? each.options.map((option) => option.id) : []),
  }
}
