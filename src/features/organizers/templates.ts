import { sql } from 'kysely'
import type { BodyOf, QueryOf, ReturnOf } from '#kernel/contract.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { type FieldProblem, Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { changeTemplate, createTemplate, templateById } from '../templates/index.ts'
import type { organizersContract } from './contract.ts'
import { definitionProblems } from './model.ts'
import { nameProblems } from './rules.ts'
import type { OrganizerTemplateRow, OrganizerTemplateView } from './schemas.ts'

type Body = BodyOf<typeof organizersContract.createOrganizerTemplate>
type List = typeof organizersContract.listOrganizerTemplates
const LONGEST = 200

/** Makes a template of what the editor sends; every mistake in it is named by its place (ORG-3, ORG-20, D-7). */
export async function createOrganizerTemplate(tx: Tx, body: Body): Promise<OrganizerTemplateView> {
  const { id } = await createTemplate(tx, checked(body))
  return organizerTemplateById(tx, id)
}

/** Gives a template new content under a new version; what was sent keeps the one it was made from (ORG-10). */
export async function changeOrganizerTemplate(
  tx: Tx,
  id: TemplateId,
  body: Body,
  revision: number,
): Promise<OrganizerTemplateView> {
  await templateById(tx, id, 'organizer')
  await changeTemplate(tx, id, checked(body), revision)
  return organizerTemplateById(tx, id)
}

/** Makes a copy under the next free name: “Rental income (2)”. */
export async function copyOrganizerTemplate(tx: Tx, id: TemplateId): Promise<OrganizerTemplateView> {
  const { name, content } = await templateById(tx, id, 'organizer')
  const copy = await createTemplate(tx, { kind: 'organizer', name: await freeName(tx, name), content })
  return organizerTemplateById(tx, copy.id)
}

/** The template as its editor needs it. */
export async function organizerTemplateById(tx: Tx, id: TemplateId): Promise<OrganizerTemplateView> {
  const { name, content, updatedAt, revision } = await templateById(tx, id, 'organizer')
  return { id, name, ...content, updatedAt, revision }
}

/** Templates by name, with the size of each. */
export async function listOrganizerTemplates(tx: Tx, query: QueryOf<List>): Promise<ReturnOf<List>> {
  const parts = [sql`t.firm_id = ${tx.firmId} and t.kind = 'organizer' and t.deleted_at is null`]
  if (query.search) parts.push(sql`position(lower(${query.search}) in lower(t.name)) > 0`)
  if (query.cursor) {
    const [name, id] = decodeCursor(query.cursor, 2)
    parts.push(sql`(lower(t.name), t.id) > (${name}::text, ${id}::uuid)`)
  }
  const { rows } = await sql<OrganizerTemplateRow & { sort: string }>`
    select t.id, t.name, v.content ->> 'organizerName' as "organizerName", t.updated_at as "updatedAt", t.revision,
      jsonb_array_length(v.content -> 'definition' -> 'sections') as sections,
      jsonb_array_length(jsonb_path_query_array(
        v.content, '$.definition.sections[*].blocks[*] ? (@.type != "text_block")')) as questions,
      lower(t.name) as sort
    from templates t
      join template_versions v on v.firm_id = t.firm_id and v.template_id = t.id and v.version = t.version
    where ${sql.join(parts, sql` and `)}
    order by lower(t.name), t.id limit ${query.limit + 1}`.execute(tx.db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    items: page.map(({ sort: _, updatedAt, ...row }) => ({ ...row, updatedAt: new Date(updatedAt).toISOString() })),
    next: rows.length > query.limit && last ? encodeCursor([last.sort, last.id]) : null,
  }
}

function checked({ name, organizerName, definition }: Body) {
  const problems: FieldProblem[] = [
    ...(organizerName === '' ? nameProblems('name', name) : nameProblems('organizerName', organizerName)),
    ...definitionProblems(definition).map(({ path, code }) => ({ path: `definition.${path}`, code })),
  ]
  if (problems.length > 0) throw new Refusal('invalid', problems)
  return { kind: 'organizer' as const, name, content: { organizerName, definition } }
}

async function freeName(tx: Tx, name: string): Promise<string> {
  const base = name.replace(/ \(\d+\)$/, '').slice(0, LONGEST - 8)
  const rows = await tx.db
    .selectFrom('templates')
    .select('name')
    .where('firm_id', '=', tx.firmId)
    .where('kind', '=', 'organizer')
    .where('deleted_at', 'is', null)
    .where(sql<boolean>`starts_with(lower(name), lower(${base}))`)
    .execute()
  const taken = new Set(rows.map((row) => row.name.toLowerCase()))
  let number = 2
  while (taken.has(`${base} (${number})`.toLowerCase())) number++
  return `${base} (${number})`
}
