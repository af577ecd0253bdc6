import type { Known } from '#conditions/check.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type OrganizerDefinition, questionsOf } from './model.ts'
import { questionFacts } from './rules.ts'

/** The questions of every organizer template as it is now, for conditions that read submitted answers (D-4). */
export async function answerableQuestions(tx: Tx): Promise<NonNullable<Known['work']>['templates']> {
  const rows = await tx.db
    .selectFrom('templates as t')
    .innerJoin('template_versions as v', (join) =>
      join
        .onRef('v.firm_id', '=', 't.firm_id')
        .onRef('v.template_id', '=', 't.id')
        .onRef('v.version', '=', 't.version'),
    )
    .select(['t.id', 'v.content'])
    .where('t.firm_id', '=', tx.firmId)
    .where('t.kind', '=', 'organizer')
    .where('t.deleted_at', 'is', null)
    .execute()
  return new Map(
    rows.map(({ id, content }) => {
      const { definition } = content as { definition: OrganizerDefinition }
      const kinds = questionFacts(definition, new Map(), new Map())
      const asked = questionsOf(definition).map((question) => [question.id, kinds.get(question.id)!] as const)
      return [id, new Map(asked)]
    }),
  )
}
