import type { TagId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** Every tag of the firm that exists now; the engine tells deleted ones by it (FAIL-1). */
export async function tagIds(tx: Tx): Promise<ReadonlySet<TagId>> {
  const rows = await tx.db.selectFrom('tags').select('id').where('firm_id', '=', tx.firmId).execute()
  return new Set(rows.map((row) => row.id as TagId))
}
