import { sql } from 'kysely'
import { type AccountId, newId, type RoleId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { refusingDuplicates } from '#platform/db/duplicates.ts'
import type { Tx } from '#platform/db/tx.ts'
import { catalogue } from '#texts.ts'
import type { AccountRole } from './contract.ts'
import { MOST_ROLES, STARTING_ROLES } from './model.ts'
import { listRoles, roleById, roleIds, usesOfRole } from './queries.ts'

/** What a new firm starts with, in its language (D-17); tells nobody of it, since all of the firm is new. */
export async function startRoles(tx: Tx, locale: Locale): Promise<void> {
  const rows = STARTING_ROLES.map((key, ordinal) => rowOf(tx, catalogue[locale][key], ordinal))
  await tx.db.insertInto('account_roles').values(rows).execute()
}

/** Makes one role, the last of the list. Refuses a name that exists (`name: duplicate`). */
export async function createRole(tx: Tx, name: string): Promise<AccountRole> {
  const { count, last } = await tx.db
    .selectFrom('account_roles')
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.max('ordinal').as('last')])
    .where('firm_id', '=', tx.firmId)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_ROLES) throw invalid('name', 'too_big_list', { maximum: MOST_ROLES })
  const row = rowOf(tx, name, (last ?? 0) + 1)
  await refusingDuplicates('account_roles_name', tx.db.insertInto('account_roles').values(row).execute())
  tx.record({ type: 'account_role.created', subject: { kind: 'account_role', id: row.id }, payload: { name } })
  return roleById(tx, row.id)
}

/** Renames. Refuses a name that exists, and a change of what somebody changed meanwhile (`stale`). */
export async function renameRole(tx: Tx, id: RoleId, name: string, revision: number): Promise<AccountRole> {
  const before = await roleById(tx, id)
  const changed = await refusingDuplicates(
    'account_roles_name',
    tx.db
      .updateTable('account_roles')
      .set((eb) => ({ name, revision: eb('revision', '+', 1) }))
      .where('firm_id', '=', tx.firmId)
      .where('id', '=', id)
      .where('revision', '=', revision)
      .returning('name')
      .executeTakeFirst(),
  )
  if (!changed) throw new Refusal('stale', [], { current: await roleById(tx, id) })
  const payload = { name, before: before.name }
  if (name !== before.name) tx.record({ type: 'account_role.renamed', subject: { kind: 'account_role', id }, payload })
  return roleById(tx, id)
}

/** Puts the roles in an order; what is not named, because it came meanwhile, follows. */
export async function orderRoles(tx: Tx, ids: readonly RoleId[]): Promise<AccountRole[]> {
  const known = await roleIds(tx)
  if (ids.some((id) => !known.has(id))) throw invalid('ids', 'not_found')
  await sql`
    update account_roles r set ordinal = row_order.at from (
      select id, row_number() over (order by array_position(${[...ids]}::uuid[], id) nulls last, ordinal, id) as at
      from account_roles where firm_id = ${tx.firmId}) row_order
    where r.firm_id = ${tx.firmId} and r.id = row_order.id`.execute(tx.db)
  const roles = await listRoles(tx)
  const subject = { kind: 'account_role', id: roles[0]?.id ?? tx.firmId }
  tx.record({ type: 'account_role.reordered', subject, payload: { names: roles.map((role) => role.name) } })
  return roles
}

/**
 * Deletes a role. Refused with its uses while a pipeline or template names it: an automation would assign nobody, a
 * condition never be met; and while members hold it for clients, unless `release` takes it from them.
 */
export async function deleteRole(tx: Tx, id: RoleId, { release }: { release: boolean }): Promise<void> {
  await sql`select from account_roles where firm_id = ${tx.firmId} and id = ${id} for update`.execute(tx.db)
  const { name } = await roleById(tx, id)
  const uses = await usesOfRole(tx, id)
  const isNamed = uses.pipelines.length + uses.templates.length > 0
  if (isNamed || (uses.accounts > 0 && !release)) throw new Refusal('in_use', [], uses)
  const released = await tx.db
    .deleteFrom('account_role_members')
    .where('firm_id', '=', tx.firmId)
    .where('role_id', '=', id)
    .returning('account_id')
    .execute()
  await tx.db.deleteFrom('account_roles').where('firm_id', '=', tx.firmId).where('id', '=', id).execute()
  const accounts = new Set(released.map((row) => row.account_id as AccountId)).size
  const subject = { kind: 'account_role', id }
  tx.record({ type: 'account_role.deleted', subject, payload: { name, accounts } })
}

function rowOf(tx: Tx, name: string, ordinal: number) {
  return { firm_id: tx.firmId, id: newId<'role'>(tx.now.getTime()), name, ordinal, created_at: tx.now }
}
