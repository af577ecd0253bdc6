import { sql } from 'kysely'
import type { SavedFilterId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { SavedFilter } from './contract.ts'
import type { Place } from './model.ts'
import './tables.ts'

/** The actor's own and the firm's, by name. */
export async function listSavedFilters(tx: Tx, place: Place | undefined): Promise<SavedFilter[]> {
  const rows = await seen(tx)
    .$if(place !== undefined, (query) => query.where('place', '=', place!))
    .orderBy((eb) => eb.fn('lower', ['name']))
    .orderBy('id')
    .execute()
  return rows.map(filterOf)
}

/** One that the actor sees; another's own is as if it were not there. */
export async function savedFilterById(tx: Tx, id: SavedFilterId): Promise<SavedFilter> {
  const row = await seen(tx).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  return filterOf(row)
}

export function memberOf({ actor }: Tx): string | null {
  return actor.kind === 'member' ? actor.memberId : null
}

function seen(tx: Tx) {
  return tx.db
    .selectFrom('saved_filters')
    .select(['id', 'place', 'name', 'filter', 'revision', sql<boolean>`owner_id is null`.as('shared')])
    .where('firm_id', '=', tx.firmId)
    .where((eb) => eb.or([eb('owner_id', 'is', null), eb('owner_id', '=', memberOf(tx))]))
}

type Row = Awaited<ReturnType<ReturnType<typeof seen>['execute']>>[number]

function filterOf({ id, ...row }: Row): SavedFilter {
  return { ...row, id: id as SavedFilterId }
}
