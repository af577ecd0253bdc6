import { sql } from 'kysely'
import type { AccountState } from '#engine/core/model.ts'
import type { AccountId, MemberId, RoleId, TagId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

type StateRow = {
  id: AccountId
  type: AccountState['type']
  state: AccountState['lifecycle']
  tag_ids: TagId[]
  member_ids: MemberId[]
  roles: { role: RoleId; members: MemberId[] }[] | null
  with_email: number
  to_notify: number
  with_login: number
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
    staffed as (
      select m.account_id, array_agg(m.member_id::text) as member_ids
      from wanted w join account_members m on m.firm_id = ${tx.firmId} and m.account_id = w.id
      group by m.account_id),
    held as (
      select account_id, json_agg(json_build_object('role', role_id, 'members', member_ids)) as roles
      from (select r.account_id, r.role_id, array_agg(r.member_id) as member_ids
            from wanted w join account_role_members r on r.firm_id = ${tx.firmId} and r.account_id = w.id
            group by r.account_id, r.role_id) by_role
      group by account_id),
    reached as (
      select s.account_id, count(distinct s.contact_id)::int as with_email,
             count(distinct s.contact_id) filter (where s.notify)::int as to_notify,
             count(distinct s.contact_id) filter (where s.login)::int as with_login
      from wanted w join contact_settings s on s.firm_id = ${tx.firmId} and s.account_id = w.id
      group by s.account_id)
    select a.id, a.type, a.state, coalesce(tagged.tag_ids, '{}') as tag_ids,
           coalesce(staffed.member_ids, '{}') as member_ids, held.roles,
           coalesce(reached.with_email, 0) as with_email, coalesce(reached.to_notify, 0) as to_notify,
           coalesce(reached.with_login, 0) as with_login
    from (select distinct id from wanted) w
      join accounts a on a.firm_id = ${tx.firmId} and a.id = w.id
      left join tagged on tagged.account_id = a.id
      left join staffed on staffed.account_id = a.id
      left join held on held.account_id = a.id
      left join reached on reached.account_id = a.id`.execute(tx.db)
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        lifecycle: row.state,
        type: row.type,
        tagIds: new Set(row.tag_ids),
        memberIds: new Set(row.member_ids),
        roleHolders: new Map(row.roles?.map(({ role, members }) => [role, members])),
        contactsWithEmail: row.with_email,
        contactsToNotify: row.to_notify,
        contactsWithLogin: row.with_login,
      },
    ]),
  )
}
