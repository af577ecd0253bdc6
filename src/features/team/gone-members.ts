import { sql } from 'kysely'
import type { MemberId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Those of these members who have left: what a template still names them for is not given to them (§2.3). */
export async function goneMembers(tx: Tx, ids: readonly MemberId[]): Promise<Set<MemberId>> {
  if (ids.length === 0) return new Set()
  const { rows } = await sql<{ id: MemberId }>`
    select id from team_members
    where firm_id = ${tx.firmId} and id = any(${[...new Set(ids)]}::uuid[]) and state = 'deactivated'`.execute(tx.db)
  return new Set(rows.map((row) => row.id))
}
