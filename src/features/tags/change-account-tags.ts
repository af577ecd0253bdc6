import { sql } from 'kysely'
import type { AccountId, TagId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

export type AccountTagChange = { accountId: AccountId; add: TagId[]; remove: TagId[] }

/**
 * Changes the tags of any number of accounts with two statements. Changes count in their order, each taking off before
 * it puts on, so the last word on a tag of an account holds. Adding what is there and removing what is not does
 * nothing; a tag that no longer exists is passed over. Records nothing: the caller tells who did it and why.
 */
export async function changeAccountTags(tx: Tx, changes: readonly AccountTagChange[]): Promise<void> {
  const words = lastWords(changes)
  const removed = words.filter((word) => !word.on)
  if (removed.length > 0) {
    await sql`
      delete from account_tags t using jsonb_to_recordset(${JSON.stringify(removed)}::jsonb) as gone(a uuid, t uuid)
      where t.firm_id = ${tx.firmId} and t.account_id = gone.a and t.tag_id = gone.t`.execute(tx.db)
  }
  const added = words.filter((word) => word.on)
  if (added.length > 0) {
    const tagIds = [...new Set(added.map((word) => word.t))]
    await sql`
      with kept as (
        select id from tags where firm_id = ${tx.firmId} and id = any(${tagIds}::uuid[]) order by id for key share)
      insert into account_tags (firm_id, account_id, tag_id)
      select ${tx.firmId}::uuid, added.a, added.t
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as added(a uuid, t uuid) join kept on kept.id = added.t
      order by 2, 3
      on conflict do nothing`.execute(tx.db)
  }
}

/** Account, tag, and whether it ends up on; short names, because there may be tens of thousands. */
type Word = { a: AccountId; t: TagId; on: boolean }

function lastWords(changes: readonly AccountTagChange[]): Word[] {
  const words = new Map<string, Word>()
  for (const { accountId, add, remove } of changes) {
    for (const tagId of remove) words.set(accountId + tagId, { a: accountId, t: tagId, on: false })
    for (const tagId of add) words.set(accountId + tagId, { a: accountId, t: tagId, on: true })
  }
  return [...words.values()]
}
