import { sql } from 'kysely'
import type { TemplateId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { type TemplateKind, type TemplateVersion, type VersionKey, versionKey } from './model.ts'

/** A template with its newest content, as its editor needs it. */
export type CurrentTemplate<Kind extends TemplateKind = TemplateKind> = TemplateVersion<Kind> & {
  id: TemplateId
  revision: number
  updatedAt: string
}

/** The template as it is now; `not_found` where it does not exist, is deleted, or is of another kind. */
export async function templateById<Kind extends TemplateKind = TemplateKind>(
  tx: Tx,
  id: TemplateId,
  kind?: Kind,
): Promise<CurrentTemplate<Kind>> {
  const row = await newest(tx)
    .select(['t.id', 't.revision', 't.updated_at'])
    .where('t.id', '=', id)
    .$if(kind !== undefined, (query) => query.where('t.kind', '=', kind!))
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  const { revision, updated_at, ...version } = row
  return { ...version, id, revision, updatedAt: updated_at.toISOString() } as CurrentTemplate<Kind>
}

/** The newest version of each template; deleted ones are missing (FAIL-1). */
export async function newestTemplates(tx: Tx, ids: readonly TemplateId[]): Promise<Map<TemplateId, TemplateVersion>> {
  const rows = await newest(tx).select('t.id').where('t.id', '=', sql<string>`any(${ids}::uuid[])`).execute()
  return new Map(rows.map(({ id, ...version }) => [id as TemplateId, version as TemplateVersion]))
}

/** Kind and number of the newest version of each template that is not deleted, without content: what the engine asks. */
export async function templateVersions(
  tx: Tx,
  ids: readonly TemplateId[],
): Promise<Map<TemplateId, { kind: TemplateKind; version: number }>> {
  const rows = await tx.db
    .selectFrom('templates')
    .select(['id', 'kind', 'version'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, kind, version }) => [id as TemplateId, { kind, version }]))
}

/** What exactly these versions say, whatever came after them, by `versionKey`. */
export async function templateContents(
  tx: Tx,
  versions: readonly { id: TemplateId; version: number }[],
): Promise<Map<VersionKey, TemplateVersion>> {
  const wanted = [
    ...new Map(versions.map((each) => [versionKey(each), { id: each.id, version: each.version }])).values(),
  ]
  const { rows } = await sql<TemplateVersion & { id: TemplateId }>`
    select t.id, t.kind, t.name, v.version, v.content
    from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as wanted(id uuid, version integer)
      join templates t on t.firm_id = ${tx.firmId} and t.id = wanted.id
      join template_versions v on v.firm_id = t.firm_id and v.template_id = t.id and v.version = wanted.version
  `.execute(tx.db)
  return new Map(rows.map(({ id, ...version }) => [versionKey({ id, version: version.version }), version]))
}

function newest(tx: Tx) {
  return tx.db
    .selectFrom('templates as t')
    .innerJoin('template_versions as v', (join) =>
      join
        .onRef('v.firm_id', '=', 't.firm_id')
        .onRef('v.template_id', '=', 't.id')
        .onRef('v.version', '=', 't.version'),
    )
    .select(['t.kind', 't.name', 't.version', 'v.content'])
    .where('t.firm_id', '=', tx.firmId)
    .where('t.deleted_at', 'is', null)
}
