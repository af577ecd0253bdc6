import { sql } from 'kysely'
import type { TagId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Tag, TagUses } from './contract.ts'
import type { TagColor } from './model.ts'

/** Every tag of the firm that exists now; the engine tells deleted ones by it (FAIL-1). */
export async function tagIds(tx: Tx): Promise<ReadonlySet<TagId>> {
  const rows = await tx.db.selectFrom('tags').select('id').where('firm_id', '=', tx.firmId).execute()
  return new Set(rows.map((row) => row.id as TagId))
}

/** The names of these tags; deleted ones are missing. */
export async function tagNames(tx: Tx, ids: readonly TagId[]): Promise<Map<TagId, string>> {
  const rows = await tx.db
    .selectFrom('tags')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id as TagId, row.name]))
}

export async function listTags(tx: Tx): Promise<Tag[]> {
  const rows = await tagRows(tx).orderBy(sql`lower(t.name)`).execute()
  return rows.map((row) => tagOf(tx, row))
}

export async function tagById(tx: Tx, id: TagId): Promise<Tag> {
  const row = await tagRows(tx).where('t.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  return tagOf(tx, row)
}

/** What names a tag: accounts that have it, drafts and newest versions of pipelines, newest templates. */
export async function usesOfTag(tx: Tx, id: TagId): Promise<TagUses> {
  const { accounts } = await tagRows(tx).where('t.id', '=', id).executeTakeFirstOrThrow()
  return { accounts: Number(accounts), ...(await placesNaming(tx, id)) }
}

/** Pipelines, in their draft or newest version, and newest templates in which this id stands. */
export async function placesNaming(tx: Tx, id: string): Promise<Pick<TagUses, 'pipelines' | 'templates'>> {
  const { rows } = await sql<{ kind: 'pipelines' | 'templates'; id: string; name: string }>`
    select 'pipelines' as kind, p.id, p.name
    from pipelines p
      left join pipeline_versions v on v.firm_id = p.firm_id and v.pipeline_id = p.id and v.version = p.version
    where p.firm_id = ${tx.firmId} and p.state <> 'deleted'
      and (position(${id} in p.draft::text) > 0 or position(${id} in v.definition::text) > 0)
    union all
    select 'templates' as kind, t.id, t.name
    from templates t
      join template_versions v on v.firm_id = t.firm_id and v.template_id = t.id and v.version = t.version
    where t.firm_id = ${tx.firmId} and t.deleted_at is null and position(${id} in v.content::text) > 0
    order by kind, name`.execute(tx.db)
  const of = (kind: 'pipelines' | 'templates') =>
    rows.filter((row) => row.kind === kind).map((row) => ({ id: row.id, name: row.name }))
  return { pipelines: of('pipelines'), templates: of('templates') }
}

function tagRows(tx: Tx) {
  return tx.db
    .selectFrom('tags as t')
    .select(['t.id', 't.name', 't.color', 't.revision'])
    .select((eb) =>
      eb
        .selectFrom('account_tags as a')
        .select((on) => on.fn.countAll<string>().as('accounts'))
        .whereRef('a.firm_id', '=', 't.firm_id')
        .whereRef('a.tag_id', '=', 't.id')
        .as('accounts'),
    )
    .where('t.firm_id', '=', tx.firmId)
}

type TagRow = { id: string; name: string; color: string; revision: number; accounts: string | null }

function tagOf(tx: Tx, { id, name, color, revision, accounts }: TagRow): Tag {
  const counted = tx.actor.kind === 'member' && holdsRight(tx.actor, 'manage_tags')
  return { id, name, color: color as TagColor, revision, accounts: counted ? Number(accounts) : null }
}
