import type { BodyOf } from '#kernel/contract.ts'
import { newId, type SavedFilterId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { refusingDuplicates } from '#platform/db/duplicates.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { SavedFilter, savedFiltersContract } from './contract.ts'
import { MOST_FILTERS } from './model.ts'
import { listSavedFilters, memberOf, savedFilterById } from './queries.ts'

/** Keeps a filter under a name that its list does not have yet. */
export async function createSavedFilter(
  tx: Tx,
  { place, name, shared, filter }: BodyOf<typeof savedFiltersContract.createSavedFilter>,
): Promise<SavedFilter> {
  if (shared && !managesFirm(tx)) throw invalid('shared', 'right_missing')
  const beside = (await listSavedFilters(tx, place)).filter((other) => other.shared === shared)
  if (beside.length >= MOST_FILTERS) throw invalid('name', 'too_big_list', { maximum: MOST_FILTERS })
  const id = newId<'saved_filter'>(tx.now.getTime())
  const row = { firm_id: tx.firmId, id, place, name, created_at: tx.now }
  const owner_id = shared ? null : memberOf(tx)
  await refusingDuplicates(
    'saved_filters_name',
    tx.db
      .insertInto('saved_filters')
      .values({ ...row, owner_id, filter: JSON.stringify(filter) })
      .execute(),
  )
  const payload = { name, place, shared }
  tx.record({ type: 'saved_filter.created', subject: { kind: 'saved_filter', id }, payload })
  return savedFilterById(tx, id)
}

export async function renameSavedFilter(
  tx: Tx,
  id: SavedFilterId,
  name: string,
  revision: number,
): Promise<SavedFilter> {
  const before = await ownOrFirms(tx, id)
  await refusingDuplicates('saved_filters_name', change(tx, id, revision, { name }))
  const payload = { name, before: before.name, shared: before.shared }
  if (name !== before.name) tx.record({ type: 'saved_filter.renamed', subject: { kind: 'saved_filter', id }, payload })
  return savedFilterById(tx, id)
}

/** Keeps another filter under the name of one that is there (VIEW-7). */
export async function overwriteSavedFilter(
  tx: Tx,
  id: SavedFilterId,
  { place, filter }: BodyOf<typeof savedFiltersContract.overwriteSavedFilter>,
  revision: number,
): Promise<SavedFilter> {
  const { name, shared, ...before } = await ownOrFirms(tx, id)
  if (place !== before.place) throw invalid('place', 'invalid_value')
  await change(tx, id, revision, { filter: JSON.stringify(filter) })
  const payload = { name, place, shared, before: before.filter }
  tx.record({ type: 'saved_filter.overwritten', subject: { kind: 'saved_filter', id }, payload })
  return savedFilterById(tx, id)
}

export async function deleteSavedFilter(tx: Tx, id: SavedFilterId): Promise<void> {
  const { name, place, shared } = await ownOrFirms(tx, id)
  await tx.db.deleteFrom('saved_filters').where('firm_id', '=', tx.firmId).where('id', '=', id).execute()
  const payload = { name, place, shared }
  tx.record({ type: 'saved_filter.deleted', subject: { kind: 'saved_filter', id }, payload })
}

async function change(
  tx: Tx,
  id: SavedFilterId,
  revision: number,
  changed: { name: string } | { filter: string },
): Promise<void> {
  const row = await tx.db
    .updateTable('saved_filters')
    .set((eb) => ({ ...changed, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  if (!row) throw new Refusal('stale', [], { current: await savedFilterById(tx, id) })
}

/** One that the actor may change: his own, or the firm's where he manages it. */
async function ownOrFirms(tx: Tx, id: SavedFilterId): Promise<SavedFilter> {
  const found = await savedFilterById(tx, id)
  if (found.shared && !managesFirm(tx)) throw new Refusal('not_found')
  return found
}

function managesFirm({ actor }: Tx): boolean {
  return actor.kind === 'member' && actor.role !== 'employee'
}
