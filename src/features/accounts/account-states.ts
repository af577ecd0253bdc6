import { sql } from 'kysely'
import type { AccountState } from '#engine/core/model.ts'
import type { AccountId, TagId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

type StateRow = {
  id: AccountId
  type: AccountState['type']
  state: AccountState['lifecycle']
  tag_ids: TagId[]
  with_email: number
  to_notify: number
}

/** Locks accounts in id order, in a statement of its own: whoever decides on them looks afterwards. */
export async function lockAccounts(tx: Tx, ids: readonly AccountId[]): Promise<void> {
  await sql`select from accounts where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[])
    order by id for no key update`.execute(tx.db)
}

/** What decisions read of these accounts, in one statement for any number of them; a missing account is left out. */
export async function accountStates(tx: Tx, ids: readonly AccountId[]): Promise<Map<AccountId, AccountState>> {
  const { rows } = await sql<StateRow>`
    with wanted as (select unnest(${[...ids]}::uuid[]) as id),
    tagged as (
      select t.account_id, array_agg(t.tag_id::text) as tag_ids
      from wanted w join account_tags t on t.firm_id = ${tx.firmId} and t.account_id = w.id
      group by t.account_id),
    reached as (
      select s.account_id, count(distinct s.contact_id)::int as with_email,
             count(distinct s.contact_id) filter (where s.notify)::int as to_notify
      from wanted w join contact_settings s on s.firm_id = ${tx.firmId} and s.account_id = w.id
      group by s.account_id)
    select a.id, a.type, a.state, coalesce(tagged.tag_ids, '{}') as tag_ids,
           coalesce(reached.with_email, 0) as with_email, coalesce(reached.to_notify, 0) as to_notify
    from (select distinct id from wanted) w
      join accounts a on a.firm_id = ${tx.firmId} and a.id = w.id
      left join tagged on tagged.account_id = a.id
      left join reached on reached.account_id = a.id`.execute(tx.db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        lifecycle: row.state,
        type: row.type,
        tagIds: new Set(row.tag_ids),
        contactsWithEmail: row.with_email,
        contactsToNotify: row.to_notify,
      },
    ]),
  )
}
