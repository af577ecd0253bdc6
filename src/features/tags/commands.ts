import { sql } from 'kysely'
import { type AccountId, newId, type TagId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { refusingDuplicates } from '#platform/db/duplicates.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Tag } from './contract.ts'
import { MOST_TAGS, type TagColor } from './model.ts'
import { tagById, usesOfTag } from './queries.ts'

export type NewTag = { name: string; color: TagColor }

/** Makes one tag. Refuses a name that exists (`name: duplicate`). */
export async function createTag(tx: Tx, tag: NewTag): Promise<Tag> {
  const [row] = await insertTags(tx, [tag])
  if (!row) throw invalid('name', 'duplicate')
  return tagById(tx, row.id)
}

/** The ids of tags by name, in the order given; those that do not exist yet are made. */
export async function ensureTags(tx: Tx, tags: readonly NewTag[]): Promise<TagId[]> {
  await insertTags(tx, tags)
  const { rows } = await sql<{ id: TagId }>`
    select t.id from unnest(${tags.map((tag) => tag.name)}::text[]) with ordinality as wanted(name, at)
      join tags t on t.firm_id = ${tx.firmId} and lower(t.name) = lower(wanted.name)
    order by wanted.at`.execute(tx.db)
  return rows.map((row) => row.id)
}

/** Renames or recolours. Refuses a name that exists, and a change of what somebody changed meanwhile (`stale`). */
export async function changeTag(tx: Tx, id: TagId, change: Partial<NewTag>, revision: number): Promise<Tag> {
  const before = await tagById(tx, id)
  const changed = await refusingDuplicates(
    'tags_name',
    tx.db
      .updateTable('tags')
      .set((eb) => ({
        name: change.name ?? before.name,
        color: change.color ?? before.color,
        revision: eb('revision', '+', 1),
      }))
      .where('firm_id', '=', tx.firmId)
      .where('id', '=', id)
      .where('revision', '=', revision)
      .returning(['name', 'color'])
      .executeTakeFirst(),
  )
  if (!changed) throw new Refusal('stale', [], { current: await tagById(tx, id) })
  const subject = { kind: 'tag', id }
  if (changed.name !== before.name)
    tx.record({ type: 'tag.renamed', subject, payload: { name: changed.name, before: before.name } })
  if (changed.color !== before.color) tx.record({ type: 'tag.recoloured', subject, payload: { name: changed.name } })
  return tagById(tx, id)
}

/**
 * Deletes a tag. Refused with its uses while a pipeline or template names it: a condition must never become empty and
 * fire for everybody; and while accounts have it, unless `untag` takes it off them.
 */
export async function deleteTag(tx: Tx, id: TagId, { untag }: { untag: boolean }): Promise<void> {
  const { rowCount } = await lockTag(tx, id)
  if (rowCount === 0) throw new Refusal('not_found')
  const { name } = await tagById(tx, id)
  const uses = await usesOfTag(tx, id)
  const isNamed = uses.pipelines.length + uses.templates.length > 0
  if (isNamed || (uses.accounts > 0 && !untag)) throw new Refusal('in_use', [], uses)
  const untagged = await tx.db
    .deleteFrom('account_tags')
    .where('firm_id', '=', tx.firmId)
    .where('tag_id', '=', id)
    .returning('account_id')
    .execute()
  await tx.db.deleteFrom('tags').where('firm_id', '=', tx.firmId).where('id', '=', id).execute()
  const causeId = tx.record({
    type: 'tag.deleted',
    subject: { kind: 'tag', id },
    payload: { name, accounts: untagged.length },
  })
  for (const row of untagged) {
    const accountId = row.account_id as AccountId
    tx.record({
      type: 'account.tagsChanged',
      subject: { kind: 'account', id: accountId },
      accountId,
      payload: { tags: `−${name}`, add: [], remove: [id] },
      causeId,
    })
  }
}

/** Waits for whoever puts the tag on an account right now, and keeps others from doing so. */
async function lockTag(tx: Tx, id: TagId): Promise<{ rowCount: number }> {
  const { rows } = await sql`select from tags where firm_id = ${tx.firmId} and id = ${id} for update`.execute(tx.db)
  return { rowCount: rows.length }
}

/** Writes those whose name is free, and gives them back. */
async function insertTags(tx: Tx, tags: readonly NewTag[]): Promise<{ id: TagId; name: string }[]> {
  const rows = tags.map(({ name, color }) => ({ id: newId<'tag'>(tx.now.getTime()), name, color }))
  const { rows: inserted } = await sql<{ id: TagId; name: string }>`
    insert into tags (firm_id, id, name, color, created_at)
    select distinct on (lower(name)) ${tx.firmId}::uuid, id, name, color, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, name text, color text)
    order by lower(name)
    on conflict (firm_id, lower(name)) do nothing
    returning id, name`.execute(tx.db)
  await refuseTooMany(tx)
  for (const { id, name } of inserted)
    tx.record({ type: 'tag.created', subject: { kind: 'tag', id }, payload: { name } })
  return inserted
}

async function refuseTooMany(tx: Tx): Promise<void> {
  const { count } = await tx.db
    .selectFrom('tags')
    .select((eb) => eb.fn.countAll<string>().as('count'))
    .where('firm_id', '=', tx.firmId)
    .executeTakeFirstOrThrow()
  if (Number(count) > MOST_TAGS) throw invalid('name', 'too_big_list', { maximum: MOST_TAGS })
}
