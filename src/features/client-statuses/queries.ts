import { sql } from 'kysely'
import type { Catalog } from '#engine/core/model.ts'
import type { ClientStatusId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { FirmClientStatus } from './contract.ts'
import type { StatusColor } from './model.ts'
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

/** Those that can be chosen, in the firm's order. */
export async function listStatuses(tx: Tx): Promise<FirmClientStatus[]> {
  return statusRows(tx).orderBy('ordinal').orderBy('id').execute()
}

export async function statusById(tx: Tx, id: ClientStatusId): Promise<FirmClientStatus> {
  const status = await statusRows(tx).where('id', '=', id).executeTakeFirst()
  if (!status) throw new Refusal('not_found')
  return status
}

function statusRows(tx: Tx) {
  return tx.db
    .selectFrom('client_statuses')
    .select((eb) => [
      eb.ref('id').$castTo<ClientStatusId>().as('id'),
      'name',
      eb.ref('color').$castTo<StatusColor>().as('color'),
      'description',
      'revision',
    ])
    .where('firm_id', '=', tx.firmId)
    .where('deleted_at', 'is', null)
}
