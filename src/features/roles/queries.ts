import { sql } from 'kysely'
import type { AccountId, RoleId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts } from '../accounts/index.ts'
import { placesNaming } from '../tags/index.ts'
import type { AccountRole, HeldRole, RoleUses } from './contract.ts'
import './tables.ts'

/** Every role of the firm that exists now; the engine tells deleted ones by it. */
export async function roleIds(tx: Tx): Promise<ReadonlySet<RoleId>> {
  const rows = await tx.db.selectFrom('account_roles').select('id').where('firm_id', '=', tx.firmId).execute()
  return new Set(rows.map((row) => row.id as RoleId))
}

export async function listRoles(tx: Tx): Promise<AccountRole[]> {
  return roleRows(tx).orderBy('ordinal').orderBy('id').execute()
}

export async function roleById(tx: Tx, id: RoleId): Promise<AccountRole> {
  const role = await roleRows(tx).where('id', '=', id).executeTakeFirst()
  if (!role) throw new Refusal('not_found')
  return role
}

/** Every role with who holds it for this account, whoever was deactivated meanwhile left out. */
export async function rolesOfAccount(tx: Tx, id: AccountId): Promise<HeldRole[]> {
  await requireVisibleAccounts(tx, [id])
  const { rows } = await sql<HeldRole>`
    select r.id, r.name, coalesce((
      select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by lower(m.name), m.id)
      from account_role_members h join team_members m on m.firm_id = h.firm_id and m.id = h.member_id
      where h.firm_id = r.firm_id and h.role_id = r.id and h.account_id = ${id} and m.state <> 'deactivated'
    ), '[]') as members
    from account_roles r where r.firm_id = ${tx.firmId} order by r.ordinal, r.id`.execute(tx.db)
  return rows
}

/** What names a role: accounts for which somebody holds it, pipelines and templates that ask who does. */
export async function usesOfRole(tx: Tx, id: RoleId): Promise<RoleUses> {
  const { count } = await tx.db
    .selectFrom('account_role_members')
    .select((eb) => eb.fn.count<string>('account_id').distinct().as('count'))
    .where('firm_id', '=', tx.firmId)
    .where('role_id', '=', id)
    .executeTakeFirstOrThrow()
  return { accounts: Number(count), ...(await placesNaming(tx, id)) }
}

function roleRows(tx: Tx) {
  return tx.db.selectFrom('account_roles').select(['id', 'name', 'revision']).where('firm_id', '=', tx.firmId)
}
