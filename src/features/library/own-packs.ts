import { sql } from 'kysely'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { OwnPackSummary, OwnPackView } from './contract-own.ts'
import type { OwnPackContent, OwnPackId } from './model-own.ts'

export async function listOwnPacks(tx: Tx): Promise<OwnPackSummary[]> {
  const { rows } = await sql<OwnPackRow>`${select(tx)} order by lower(p.name), p.id`.execute(tx.db)
  return rows.map(summaryOf)
}

export async function ownPackView(tx: Tx, id: OwnPackId): Promise<OwnPackView> {
  const row = await ownPackById(tx, id)
  const { definition, templates, tags } = row.content
  const shown = templates.map(({ id, kind, name, content }) => ({ id, kind, name, content }))
  return { ...summaryOf(row), definition, templates: shown as OwnPackView['templates'], tags }
}

export type OwnPackRow = {
  id: OwnPackId
  name: string
  summary: string
  content: OwnPackContent
  savedBy: string | null
  savedAt: Date
}

export async function ownPackById(tx: Tx, id: OwnPackId): Promise<OwnPackRow> {
  const { rows } = await sql<OwnPackRow>`${select(tx)} and p.id = ${id}`.execute(tx.db)
  if (!rows[0]) throw new Refusal('not_found')
  return rows[0]
}

function select(tx: Tx) {
  return sql`
    select p.id, p.name, p.summary, p.content, m.name as "savedBy", p.saved_at as "savedAt"
    from own_packs p left join team_members m on m.firm_id = p.firm_id and m.id = p.saved_by
    where p.firm_id = ${tx.firmId}`
}

export function summaryOf({ id, name, summary, content, savedBy, savedAt }: OwnPackRow): OwnPackSummary {
  const count = (kind: string) => content.templates.filter((template) => template.kind === kind).length
  return {
    id,
    name,
    summary,
    stages: content.definition.stages.map((stage) => stage.name),
    organizers: count('organizer'),
    emails: count('email'),
    tasks: count('task'),
    savedBy,
    savedAt: savedAt.toISOString(),
  }
}
