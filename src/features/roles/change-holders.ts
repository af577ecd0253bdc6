import { sql } from 'kysely'
import type { AccountId, MemberId, RoleId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { lockAccounts, requireMembers, requireVisibleAccounts } from '../accounts/index.ts'
import { listRoles } from './queries.ts'

export type HolderWish = {
  accountIds: readonly AccountId[]
  roleId: RoleId
  add: readonly MemberId[]
  remove: readonly MemberId[]
}
type Changed = { accountId: AccountId; memberId: MemberId; name: string; how: '+' | '−' }

/** Gives members a role for accounts and takes it from them (D-17); tells how many accounts changed. */
export async function changeRoleHolders(tx: Tx, wish: HolderWish): Promise<number> {
  const role = (await listRoles(tx)).find((each) => each.id === wish.roleId)
  if (!role) throw invalid('roleId', 'not_found')
  await requireMembers(tx, wish.add, 'add')
  await requireVisibleAccounts(tx, wish.accountIds)
  await lockAccounts(tx, wish.accountIds)
  const changes = Map.groupBy(await writeHolders(tx, wish), (each) => each.accountId)
  for (const [accountId, changed] of changes) {
    const of = (how: Changed['how']) => changed.filter((each) => each.how === how).map((each) => each.memberId)
    const members = changed.map((each) => each.how + each.name).join(', ')
    const payload = { role: role.name, members, roleId: wish.roleId, add: of('+'), remove: of('−') }
    tx.record({ type: 'account.roleChanged', subject: { kind: 'account', id: accountId }, accountId, payload })
  }
  return changes.size
}

/** One statement for any number of accounts: tells only what really changed. Who is put on is not taken off. */
async function writeHolders(tx: Tx, { accountIds, roleId, add, remove }: HolderWish): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
    with wanted as (select distinct unnest(${[...accountIds]}::uuid[]) as id),
    gone as (
      delete from account_role_members h using wanted w
      where h.firm_id = ${tx.firmId} and h.account_id = w.id and h.role_id = ${roleId}
        and h.member_id = any(${[...remove]}::uuid[]) and not h.member_id = any(${[...add]}::uuid[])
      returning h.account_id, h.member_id),
    come as (
      insert into account_role_members (firm_id, account_id, role_id, member_id)
      select ${tx.firmId}::uuid, w.id, ${roleId}::uuid, m.id
      from wanted w cross join (select distinct unnest(${[...add]}::uuid[]) as id) m
      on conflict do nothing returning account_id, member_id)
    select c.account_id as "accountId", c.member_id as "memberId", m.name, c.how
    from (select *, '+' as how from come union all select *, '−' from gone) c
      join team_members m on m.firm_id = ${tx.firmId} and m.id = c.member_id
    order by c.account_id, c.how = '−', lower(m.name)`.execute(tx.db)
  return rows
}
