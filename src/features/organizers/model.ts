import { z } from 'zod'
import type { AnswerOperator, Condition, Leaf } from '#conditions/model.ts'
import { isId } from '#kernel/ids.ts'
import type { FieldProblem } from '#kernel/refusal.ts'

/** What a firm builds in the template editor and a client fills in: sections of blocks, both in order (ORG-4). */
export type OrganizerDefinition = z.infer<typeof organizerDefinition>
export type Section = z.infer<typeof section>
export type Block = z.infer<typeof block>
export type Choice = z.infer<typeof choice>

/** Every block that can be answered; a text block is read only and never counted (ORG-46). */
export type Question = Exclude<Block, { type: 'text_block' }>

/**
 * What a client answered, by the question's type. `string`: text, number (as typed, leading zeros kept), date
 * (YYYY-MM-DD) or the chosen option's id; `string[]`: ids of ticked options, or of the documents of a file upload;
 * `boolean`: yes or no.
 */
export type AnswerValue = string | string[] | boolean

/** What keeps a definition from being saved: `path` as in the body, `code` a text key under `field.`. */
export type DefinitionProblem = FieldProblem & { code: DefinitionProblemCode }

export type DefinitionProblemCode =
  | 'duplicate_id'
  | 'no_options'
  | 'unknown_question'
  | 'unknown_option'
  | 'self_reference'
  | 'forward_reference'
  | 'unfit_operator'
  | 'unfit_value'

/** Which operators a condition may use on a question of each type. */
export const OPERATORS: Record<Question['type'], readonly AnswerOperator[]> = {
  text: ['answered', 'equals', 'not_equals', 'contains'],
  number: ['answered', 'equals', 'not_equals', 'less_than', 'greater_than'],
  date: ['answered', 'equals', 'not_equals', 'before', 'after'],
  single_choice: ['answered', 'equals', 'not_equals'],
  multiple_choice: ['answered', 'includes'],
  yes_no: ['answered', 'equals', 'not_equals'],
  file_upload: ['answered'],
}

const MAX_BLOCKS = 1000
const MAX_DEPTH = 5

const id = z.string().regex(/^[a-z0-9_]{1,64}$/)

const leaves = [
  z.object({ kind: z.literal('tag'), tagId: z.string().refine(isId) }),
  z.object({ kind: z.literal('account_type'), is: z.enum(['individual', 'company', 'other']) }),
  z.object({
    kind: z.literal('answer'),
    questionId: id,
    operator: z.enum([...new Set(Object.values(OPERATORS).flat())]),
    value: z.union([z.string().max(500), z.number(), z.boolean()]).optional(),
  }),
] as const

/** Groups are never empty and nest at most so deep: the depth is finite, so the schema is too. */
const condition = conditionUpTo(MAX_DEPTH).nullable()

const choice = z.object({ id, label: z.string().trim().min(1).max(500) })
const choices = z.array(choice).max(200)

const question = {
  id,
  label: z.string().trim().min(1).max(500),
  help: z.string().trim().max(2000).optional(),
  required: z.boolean(),
  condition,
}

const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), ...question, multiline: z.boolean().optional() }),
  z.object({ type: z.literal('number'), ...question }),
  z.object({ type: z.literal('date'), ...question }),
  z.object({ type: z.literal('single_choice'), ...question, options: choices }),
  z.object({ type: z.literal('multiple_choice'), ...question, options: choices }),
  z.object({ type: z.literal('yes_no'), ...question }),
  z.object({ type: z.literal('file_upload'), ...question }),
  z.object({ type: z.literal('text_block'), id, text: z.string().trim().min(1).max(10_000), condition }),
])

const section = z.object({
  id,
  name: z.string().trim().min(1).max(200),
  condition,
  blocks: z.array(block).max(MAX_BLOCKS),
})

/** The shape alone; that ids are unique and conditions point backwards is checked by `definitionProblems`. */
export const organizerDefinition = z.object({
  sections: z
    .array(section)
    .max(100)
    .refine((sections) => sections.reduce((sum, { blocks }) => sum + blocks.length, 0) <= MAX_BLOCKS),
})

/** All questions in document order, text blocks left out. */
export function questionsOf(definition: OrganizerDefinition): Question[] {
  return definition.sections.flatMap(({ blocks }) => blocks).filter((each) => each.type !== 'text_block')
}

/** Everything that forbids saving: ids twice, choices without options, conditions that cannot work (ORG-17, 20, 22). */
export function definitionProblems(definition: OrganizerDefinition): DefinitionProblem[] {
  const questions = questionsOf(definition)
  const known = new Map(questions.map((each) => [each.id, each]))
  const earlier = new Set<string>()
  const problems = duplicates(idPaths(definition))
  for (const [s, { condition, blocks }] of definition.sections.entries()) {
    problems.push(...conditionProblems(condition, { path: `sections.${s}.condition`, id: null, earlier, known }))
    for (const [b, each] of blocks.entries()) {
      const path = `sections.${s}.blocks.${b}`
      if ('options' in each) problems.push(...optionProblems(each.options, `${path}.options`))
      const place = { path: `${path}.condition`, id: each.id, earlier, known }
      problems.push(...conditionProblems(each.condition, place))
      earlier.add(each.id)
    }
  }
  return problems
}

function conditionUpTo(depth: number): z.ZodType<Condition> {
  if (depth === 1) return z.discriminatedUnion('kind', leaves)
  const of = z
    .array(conditionUpTo(depth - 1))
    .min(1)
    .max(50)
  return z.discriminatedUnion('kind', [z.object({ kind: z.enum(['all', 'any', 'none']), of }), ...leaves])
}

type Named = { path: string; id: string }

function idPaths(definition: OrganizerDefinition): Named[] {
  return definition.sections.flatMap((each, s) => [
    { path: `sections.${s}.id`, id: each.id },
    ...each.blocks.map(({ id }, b) => ({ path: `sections.${s}.blocks.${b}.id`, id })),
  ])
}

function duplicates(named: Named[]): DefinitionProblem[] {
  const seen = new Set<string>()
  return named
    .filter(({ id }) => seen.size === seen.add(id).size)
    .map(({ path, id }) => ({ path, code: 'duplicate_id', params: { id } }))
}

function optionProblems(options: Choice[], path: string): DefinitionProblem[] {
  if (options.length === 0) return [{ path, code: 'no_options' }]
  return duplicates(options.map(({ id }, o) => ({ path: `${path}.${o}.id`, id })))
}

type Place = { path: string; id: string | null; earlier: ReadonlySet<string>; known: ReadonlyMap<string, Question> }

function conditionProblems(condition: Condition | null, place: Place): DefinitionProblem[] {
  if (!condition) return []
  if ('of' in condition) {
    return condition.of.flatMap((part, i) => conditionProblems(part, { ...place, path: `${place.path}.of.${i}` }))
  }
  if (condition.kind !== 'answer') return []
  const code = answerProblem(condition, place)
  return code ? [{ path: place.path, code, params: { id: condition.questionId } }] : []
}

type AnswerLeaf = Extract<Leaf, { kind: 'answer' }>

function answerProblem(leaf: AnswerLeaf, { id, earlier, known }: Place): DefinitionProblemCode | null {
  if (leaf.questionId === id) return 'self_reference'
  const source = known.get(leaf.questionId)
  if (!source) return 'unknown_question'
  if (!earlier.has(source.id)) return 'forward_reference'
  if (!OPERATORS[source.type].includes(leaf.operator)) return 'unfit_operator'
  return leaf.operator === 'answered' ? null : valueProblem(source, leaf.value)
}

function valueProblem(source: Question, value: AnswerLeaf['value']): DefinitionProblemCode | null {
  switch (source.type) {
    case 'single_choice':
    case 'multiple_choice':
      return source.options.some((option) => option.id === value) ? null : 'unknown_option'
    case 'yes_no':
      return typeof value === 'boolean' ? null : 'unfit_value'
    case 'number':
      return /^-?\d+(\.\d+)?$/.test(String(value)) ? null : 'unfit_value'
    case 'date':
      return typeof value === 'string' && z.iso.date().safeParse(value).success ? null : 'unfit_value'
    case 'text':
      return typeof value === 'string' && value !== '' ? null : 'unfit_value'
    case 'file_upload':
      return 'unfit_value'
  }
}
