import type { RoleId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import './tables.ts'

/** Every role of the firm that exists now; the engine tells deleted ones by it. */
export async function roleIds(tx: Tx): Promise<ReadonlySet<RoleId>> {
  const rows = await tx.db.selectFrom('account_roles').select('id').where('firm_id', '=', tx.firmId).execute()
  return new Set(rows.map((row) => row.id as RoleId))
}
