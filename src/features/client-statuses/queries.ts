import { sql } from 'kysely'
import type { Catalog } from '#engine/core/model.ts'
import type { ClientStatusId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import './tables.ts'

/** Every client-facing status that may be set, with the text it is set with: what the engine asks. */
export async function clientStatusFacts(tx: Tx): Promise<Catalog['clientStatuses']> {
  const rows = await tx.db
    .selectFrom('client_statuses')
    .select(['id', 'description'])
    .where('firm_id', '=', tx.firmId)
    .where('deleted_at', 'is', null)
    .execute()
  return new Map(rows.map(({ id, description }) => [id as ClientStatusId, { description }]))
}

/** What these statuses are called, deleted ones too. */
export async function clientStatusNames(tx: Tx, ids: readonly ClientStatusId[]): Promise<Map<ClientStatusId, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('client_statuses')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id as ClientStatusId, row.name]))
}
