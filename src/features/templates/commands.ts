import { sql } from 'kysely'
import { newId, type TemplateId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { refusingDuplicates } from '#platform/db/duplicates.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { NewTemplate } from './model.ts'
import { templateById } from './queries.ts'

/** Stores a template as version 1. Refuses a name that its kind already has (`name: duplicate`). */
export async function createTemplate(tx: Tx, template: NewTemplate): Promise<{ id: TemplateId; version: number }> {
  const [id] = await createTemplates(tx, [template])
  return { id: id!, version: 1 }
}

/** Stores many at once; ids in the order given. All or none: one taken name refuses them all. */
export async function createTemplates(tx: Tx, templates: readonly NewTemplate[]): Promise<TemplateId[]> {
  const rows = templates.map(({ kind, name, content, libraryKey }) => {
    return { id: newId<'template'>(tx.now.getTime()), kind, name, content, library_key: libraryKey ?? null }
  })
  const given = JSON.stringify(rows)
  await refusingDuplicates(
    'templates_name',
    sql`
      insert into templates (firm_id, id, kind, name, version, library_key, created_at, updated_at)
      select ${tx.firmId}::uuid, id, kind, name, 1, library_key, ${tx.now}::timestamptz, ${tx.now}::timestamptz
      from jsonb_to_recordset(${given}::jsonb) as row(id uuid, kind text, name text, library_key text)
    `.execute(tx.db),
  )
  await sql`
    insert into template_versions (firm_id, template_id, version, content, created_at)
    select ${tx.firmId}::uuid, id, 1, content, ${tx.now}::timestamptz
    from jsonb_to_recordset(${given}::jsonb) as row(id uuid, content jsonb)
  `.execute(tx.db)
  for (const { id, kind, name } of rows)
    tx.record({ type: 'template.created', subject: { kind: 'template', id }, payload: { kind, name } })
  return rows.map(({ id }) => id)
}

/**
 * Gives a template a new name and a new immutable version; versions in use stay as they are (A-8, ORG-10). Refuses
 * with `stale` and the current state where somebody changed it since `expectedRevision`.
 */
export async function changeTemplate(
  tx: Tx,
  id: TemplateId,
  { kind, name, content }: NewTemplate,
  expectedRevision: number,
): Promise<{ version: number; revision: number }> {
  const changed = await refusingDuplicates(
    'templates_name',
    tx.db
      .updateTable('templates')
      .set((eb) => ({ name, version: eb('version', '+', 1), revision: eb('revision', '+', 1), updated_at: tx.now }))
      .where('firm_id', '=', tx.firmId)
      .where('id', '=', id)
      .where('kind', '=', kind)
      .where('deleted_at', 'is', null)
      .where('revision', '=', expectedRevision)
      .returning(['version', 'revision'])
      .executeTakeFirst(),
  )
  if (!changed) throw new Refusal('stale', [], { current: await templateById(tx, id, kind) })
  await tx.db
    .insertInto('template_versions')
    .values({
      firm_id: tx.firmId,
      template_id: id,
      version: changed.version,
      content: JSON.stringify(content),
      created_at: tx.now,
    })
    .execute()
  const payload = { kind, name, version: changed.version }
  tx.record({ type: 'template.changed', subject: { kind: 'template', id }, payload })
  return changed
}

/** Takes a template out of lists and pickers; what was made from its versions keeps them. Its uses are checked before. */
export async function deleteTemplate(tx: Tx, id: TemplateId): Promise<void> {
  const deleted = await tx.db
    .updateTable('templates')
    .set((eb) => ({ deleted_at: tx.now, revision: eb('revision', '+', 1), updated_at: tx.now }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .returning(['kind', 'name'])
    .executeTakeFirst()
  if (!deleted) throw new Refusal('not_found')
  tx.record({ type: 'template.deleted', subject: { kind: 'template', id }, payload: deleted })
}
