import { sql } from 'kysely'
import type { Database } from '#platform/db/connect.ts'
import type { AnswerValue, OrganizerDefinition } from './model.ts'
import { progress } from './rules.ts'

const PAGE = 1000

/** The organizers of all firms whose kept counts are not what counting their answers gives (ORG-57). */
export async function miscountedOrganizers(db: Database): Promise<string[]> {
  const wrong: string[] = []
  const definitions = new Map<string, OrganizerDefinition>()
  for (let page = await pageAfter(db, null); page.length > 0; page = await pageAfter(db, page.at(-1)!)) {
    await learnDefinitions(db, page, definitions)
    for (const row of page) {
      const answers = new Map(Object.entries(row.answers ?? {}))
      const counted = progress(definitions.get(row.template)!, answers, new Map(Object.entries(row.files ?? {})))
      if (counted.answered !== row.answered || counted.total !== row.questions) wrong.push(row.id)
    }
  }
  return wrong
}

type Row = {
  firm_id: string
  id: string
  answered: number
  questions: number
  /** the version that it was sent from */
  template: string
  answers: Record<string, AnswerValue | null> | null
  files: Record<string, string[]> | null
}

async function pageAfter(db: Database, last: Pick<Row, 'firm_id' | 'id'> | null): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select o.firm_id, o.id, o.answered, o.questions, concat_ws('/', o.firm_id, template_id, template_version) as template,
      (select jsonb_object_agg(a.question_id, a.value) from organizer_answers a
       where a.firm_id = o.firm_id and a.organizer_id = o.id) as answers,
      (select jsonb_object_agg(question_id, ids) from (
         select f.question_id, jsonb_agg(f.document_id) as ids from organizer_files f
         where f.firm_id = o.firm_id and f.organizer_id = o.id group by f.question_id) by_question) as files
    from organizers o
    where ${last ? sql`(o.firm_id, o.id) > (${last.firm_id}, ${last.id})` : sql`true`}
    order by o.firm_id, o.id limit ${PAGE}`.execute(db)
  return rows
}

async function learnDefinitions(db: Database, page: Row[], known: Map<string, OrganizerDefinition>): Promise<void> {
  const wanted = [...new Set(page.map((row) => row.template))].filter((template) => !known.has(template))
  if (wanted.length === 0) return
  const { rows } = await sql<{ template: string; definition: OrganizerDefinition }>`
    select template, content -> 'definition' as definition
    from unnest(${wanted}::text[]) template join template_versions
      on firm_id = split_part(template, '/', 1)::uuid and template_id = split_part(template, '/', 2)::uuid
      and version = split_part(template, '/', 3)::integer`.execute(db)
  for (const { template, definition } of rows) known.set(template, definition)
}
