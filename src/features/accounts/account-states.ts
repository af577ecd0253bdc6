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
    select a.id, a.type, a.state, reached.*,
      array(select t.tag_id::text from account_tags t where t.firm_id = a.firm_id and t.account_id = a.id) as tag_ids,
      array(select m.member_id::text from account_members m
            where m.firm_id = a.firm_id and m.account_id = a.id) as member_ids,
      (select json_agg(json_build_object('role', role_id, 'members', members)) from (
         select r.role_id, array_agg(r.member_id) as members from account_role_members r
         where r.firm_id = a.firm_id and r.account_id = a.id group by r.role_id) held) as roles
    from accounts a
      cross join lateral (
        select count(*)::int as with_email, count(*) filter (where s.notify)::int as to_notify,
          count(*) filter (where s.login)::int as with_login
        from contact_settings s where s.firm_id = a.firm_id and s.account_id = a.id) reached
    where a.firm_id = ${tx.firmId} and a.id = any(${[...ids]}::uuid[])`.execute(tx.db)
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
