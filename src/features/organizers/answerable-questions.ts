import type { Known } from '#conditions/check.ts'
import type { QuestionKind } from '#conditions/model.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type OrganizerDefinition, type Question, questionsOf } from './model.ts'
import { questionFacts } from './rules.ts'

/** The questions of every organizer template as it is now, for conditions that read submitted answers (D-4). */
export async function answerableQuestions(tx: Tx): Promise<NonNullable<Known['work']>['templates']> {
  return new Map(
    (await templatesNow(tx)).map(({ id, definition }) => {
      const kinds = questionFacts(definition, new Map(), new Map())
      const asked = questionsOf(definition).map((question) => [question.id, kinds.get(question.id)!] as const)
      return [id, new Map(asked)]
    }),
  )
}

export type AskedTemplate = {
  id: string
  name: string
  questions: { id: string; name: string; kind: QuestionKind; options: { id: string; name: string }[] }[]
}

/** The same with what people read: names of templates, questions and options. */
export async function askedQuestions(tx: Tx): Promise<AskedTemplate[]> {
  return (await templatesNow(tx)).map(({ id, name, definition }) => ({
    id,
    name,
    questions: questionsOf(definition).map((question) => ({
      id: question.id,
      name: question.label,
      kind: question.type === 'file_upload' ? 'files' : question.type,
      options: optionsOf(question),
    })),
  }))
}

function optionsOf(question: Question): { id: string; name: string }[] {
  return 'options' in question ? question.options.map(({ id, label }) => ({ id, name: label })) : []
}

async function templatesNow(tx: Tx): Promise<{ id: string; name: string; definition: OrganizerDefinition }[]> {
  const rows = await tx.db
    .selectFrom('templates as t')
    .innerJoin('template_versions as v', (join) =>
      join
        .onRef('v.firm_id', '=', 't.firm_id')
        .onRef('v.template_id', '=', 't.id')
        .onRef('v.version', '=', 't.version'),
    )
    .select(['t.id', 't.name', 'v.content'])
    .where('t.firm_id', '=', tx.firmId)
    .where('t.kind', '=', 'organizer')
    .where('t.deleted_at', 'is', null)
    .orderBy('t.name')
    .orderBy('t.id')
    .execute()
  return rows.map(({ id, name, content }) => {
    return { id, name, definition: (content as { definition: OrganizerDefinition }).definition }
  })
}
