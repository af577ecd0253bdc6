import { sql } from 'kysely'
import type { TemplateId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { TemplateSummary } from './contract.ts'
import { type TemplateKind, type TemplateVersion, type VersionKey, versionKey } from './model.ts'

/** A template with its newest content, as its editor needs it. */
export type CurrentTemplate<Kind extends TemplateKind = TemplateKind> = TemplateSummary & TemplateVersion<Kind>

/** The template as it is now; `not_found` where it does not exist, is deleted, or is of another kind. */
export async function templateById<Kind extends TemplateKind = TemplateKind>(
  tx: Tx,
  id: TemplateId,
  kind?: Kind,
): Promise<CurrentTemplate<Kind>> {
  const row = await withContent(tx)
    .select(summaryColumns)
    .where('t.id', '=', id)
    .$if(kind !== undefined, (query) => query.where('t.kind', '=', kind!))
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  return { ...summaryOf(row), content: row.content } as CurrentTemplate<Kind>
}

/** Templates that are not deleted, by name; `search` finds parts of the name whatever the case. */
export async function listTemplates(
  tx: Tx,
  { kind, search, cursor, limit }: { kind?: TemplateKind; search?: string; cursor?: string; limit: number },
): Promise<{ items: TemplateSummary[]; next: string | null }> {
  const after = cursor === undefined ? null : decodeCursor(cursor, 2)
  const rows = await existing(tx)
    .select(summaryColumns)
    .select((eb) => eb.fn<string>('lower', ['t.name']).as('sorted'))
    .$if(kind !== undefined, (query) => query.where('t.kind', '=', kind!))
    .$if(!!search, (query) => query.where(sql<boolean>`strpos(lower(t.name), lower(${search})) > 0`))
    .$if(after !== null, (query) =>
      query.where(sql<boolean>`(lower(t.name), t.id) > (${after?.[0]}::text, ${after?.[1]}::uuid)`),
    )
    .orderBy('sorted')
    .orderBy('t.id')
    .limit(limit + 1)
    .execute()
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1)! : null
  return { items: page.map(summaryOf), next: last && encodeCursor([last.sorted, last.id]) }
}

/** The newest version of each template; deleted ones are missing (FAIL-1). */
export async function newestTemplates(tx: Tx, ids: readonly TemplateId[]): Promise<Map<TemplateId, TemplateVersion>> {
  const rows = await withContent(tx).select('t.id').where('t.id', '=', anyOf(ids)).execute()
  return new Map(rows.map(({ id, ...version }) => [id as TemplateId, version as TemplateVersion]))
}

/** Kind and number of the newest version of each template that is not deleted: what the engine asks. */
export async function templateVersions(
  tx: Tx,
  ids: readonly TemplateId[],
): Promise<Map<TemplateId, { kind: TemplateKind; version: number }>> {
  const rows = await existing(tx).select(['t.id', 't.kind', 't.version']).where('t.id', '=', anyOf(ids)).execute()
  return new Map(rows.map(({ id, kind, version }) => [id as TemplateId, { kind, version }]))
}

/** What exactly these versions say, whatever came after them, by `versionKey`. */
export async function templateContents(
  tx: Tx,
  versions: readonly { id: TemplateId; version: number }[],
): Promise<Map<VersionKey, TemplateVersion>> {
  const wanted = new Map(versions.map(({ id, version }) => [versionKey({ id, version }), { id, version }]))
  const { rows } = await sql<TemplateVersion & { id: TemplateId }>`
    select t.id, t.kind, t.name, v.version, v.content
    from jsonb_to_recordset(${JSON.stringify([...wanted.values()])}::jsonb) as wanted(id uuid, version integer)
      join templates t on t.firm_id = ${tx.firmId} and t.id = wanted.id
      join template_versions v on v.firm_id = t.firm_id and v.template_id = t.id and v.version = wanted.version
  `.execute(tx.db)
  return new Map(rows.map(({ id, ...version }) => [versionKey({ id, version: version.version }), version]))
}

const summaryColumns = ['t.id', 't.kind', 't.name', 't.version', 't.library_key', 't.revision', 't.updated_at'] as const

type SummaryRow = {
  id: string
  kind: TemplateKind
  name: string
  version: number
  library_key: string | null
  revision: number
  updated_at: Date
}

function summaryOf({ id, kind, name, version, library_key, revision, updated_at }: SummaryRow): TemplateSummary {
  const updatedAt = updated_at.toISOString()
  return { id: id as TemplateId, kind, name, version, libraryKey: library_key, revision, updatedAt }
}

function existing(tx: Tx) {
  return tx.db.selectFrom('templates as t').where('t.firm_id', '=', tx.firmId).where('t.deleted_at', 'is', null)
}

function withContent(tx: Tx) {
  return existing(tx)
    .innerJoin('template_versions as v', (join) =>
      join
        .onRef('v.firm_id', '=', 't.firm_id')
        .onRef('v.template_id', '=', 't.id')
        .onRef('v.version', '=', 't.version'),
    )
    .select(['t.kind', 't.name', 't.version', 'v.content'])
}

function anyOf(ids: readonly string[]) {
  return sql<string>`any(${[...ids]}::uuid[])`
}
