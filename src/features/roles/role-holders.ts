import { sql } from 'kysely'
import type { AccountId, MemberId, RoleId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'

/** For each account, who of those who work here holds which of these roles now, in one statement (D-17). */
export async function roleHolders(
  tx: Tx,
  accountIds: readonly AccountId[],
  roleIds: readonly RoleId[],
): Promise<Map<AccountId, Map<RoleId, MemberId[]>>> {
  if (roleIds.length === 0) return new Map()
  const { rows } = await sql<{ accountId: AccountId; roleId: RoleId; memberIds: MemberId[] }>`
    select h.account_id as "accountId", h.role_id as "roleId", array_agg(m.id::text order by m.id) as "memberIds"
    from account_role_members h
      join team_members m on m.firm_id = h.firm_id and m.id = h.member_id and m.state <> 'deactivated'
    where h.firm_id = ${tx.firmId} and h.account_id = any(${[...accountIds]}::uuid[])
      and h.role_id = any(${[...roleIds]}::uuid[])
    group by h.account_id, h.role_id`.execute(tx.db)
  const byAccount = Map.groupBy(rows, (row) => row.accountId)
  return new Map([...byAccount].map(([id, held]) => [id, new Map(held.map((row) => [row.roleId, row.memberIds]))]))
}

/** Every role named is one of the firm's. */
export async function requireRoles(tx: Tx, ids: readonly RoleId[], path: string): Promise<void> {
  const names = await roleNames(tx, ids)
  if (ids.some((id) => !names.has(id))) throw invalid(path, 'unknown_role')
}

/** What these roles are called; deleted ones are missing. */
export async function roleNames(tx: Tx, ids: readonly RoleId[]): Promise<Map<RoleId, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: RoleId; name: string }>`
    select id, name from account_roles where firm_id = ${tx.firmId} and id = any(${[...ids]}::uuid[])
    order by ordinal, id`.execute(tx.db)
  return new Map(rows.map((row) => [row.id, row.name]))
}
