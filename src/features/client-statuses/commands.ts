import { sql } from 'kysely'
import { type ClientStatusId, newId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { refusingDuplicates } from '#platform/db/duplicates.ts'
import type { Tx } from '#platform/db/tx.ts'
import { catalogue } from '#texts.ts'
import { changesBetween } from '../accounts/index.ts'
import { placesNaming } from '../tags/index.ts'
import type { FirmClientStatus } from './contract.ts'
import { MOST_STATUSES, STARTING_STATUSES, type StatusColor } from './model.ts'
import { listStatuses, statusById } from './queries.ts'

type NewStatus = { name: string; color: StatusColor; description: string }
type StatusChange = { [Field in keyof NewStatus]?: NewStatus[Field] | undefined }

/** What a new firm starts with, in its language (CFS-1); tells nobody of it, since all of the firm is new. */
export async function startClientStatuses(tx: Tx, locale: Locale): Promise<void> {
  const texts = catalogue[locale]
  const rows = STARTING_STATUSES.map(({ key, color }, ordinal) => {
    const description = texts[`client_statuses.starting_${key}_text`]
    return rowOf(tx, { name: texts[`client_statuses.starting_${key}`], color, description }, ordinal)
  })
  await tx.db.insertInto('client_statuses').values(rows).execute()
}

/** Makes one status, the last of the list. Refuses a name that exists (`name: duplicate`). */
export async function createStatus(tx: Tx, status: NewStatus): Promise<FirmClientStatus> {
  const { count, last } = await tx.db
    .selectFrom('client_statuses')
    .select((eb) => [eb.fn.countAll<string>().as('count'), eb.fn.max('ordinal').as('last')])
    .where('firm_id', '=', tx.firmId)
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow()
  if (Number(count) >= MOST_STATUSES) throw invalid('name', 'too_big_list', { maximum: MOST_STATUSES })
  const row = rowOf(tx, status, (last ?? 0) + 1)
  await refusingDuplicates('client_statuses_name', tx.db.insertInto('client_statuses').values(row).execute())
  const payload = { name: status.name }
  tx.record({ type: 'client_status.created', subject: { kind: 'client_status', id: row.id }, payload })
  return statusById(tx, row.id)
}

/** Changes name, colour or description. Refuses a name that exists, and what somebody changed meanwhile (`stale`). */
export async function changeStatus(
  tx: Tx,
  id: ClientStatusId,
  change: StatusChange,
  revision: number,
): Promise<FirmClientStatus> {
  const before = await statusById(tx, id)
  const { name = before.name, color = before.color, description = before.description } = change
  const changed = await refusingDuplicates(
    'client_statuses_name',
    tx.db
      .updateTable('client_statuses')
      .set((eb) => ({ name, color, description, revision: eb('revision', '+', 1) }))
      .where('firm_id', '=', tx.firmId)
      .where('id', '=', id)
      .where('deleted_at', 'is', null)
      .where('revision', '=', revision)
      .returning('id')
      .executeTakeFirst(),
  )
  if (!changed) throw new Refusal('stale', [], { current: await statusById(tx, id) })
  const changes = changesBetween(before, { name, color, description })
  if (Object.keys(changes).length > 0)
    tx.record({ type: 'client_status.changed', subject: { kind: 'client_status', id }, payload: { name, changes } })
  return statusById(tx, id)
}

/** Puts the statuses in an order; what is not named, because it came meanwhile, follows. */
export async function orderStatuses(tx: Tx, ids: readonly ClientStatusId[]): Promise<FirmClientStatus[]> {
  const known = new Set((await listStatuses(tx)).map((status) => status.id))
  if (ids.some((id) => !known.has(id))) throw invalid('ids', 'not_found')
  await sql`
    update client_statuses s set ordinal = wanted.at from (
      select id, row_number() over (order by array_position(${[...ids]}::uuid[], id) nulls last, ordinal, id) as at
      from client_statuses where firm_id = ${tx.firmId} and deleted_at is null) wanted
    where s.firm_id = ${tx.firmId} and s.id = wanted.id`.execute(tx.db)
  const statuses = await listStatuses(tx)
  const payload = { names: statuses.map((status) => status.name) }
  tx.record({ type: 'client_status.reordered', subject: { kind: 'client_status', id: ids[0]! }, payload })
  return statuses
}

/** Deletes a status. Refused while pipelines or templates use it; jobs that have it go on showing it (CFS-15). */
export async function deleteStatus(tx: Tx, id: ClientStatusId): Promise<void> {
  await sql`select from client_statuses where firm_id = ${tx.firmId} and id = ${id} for update`.execute(tx.db)
  const { name } = await statusById(tx, id)
  const uses = await placesNaming(tx, id)
  if (uses.pipelines.length + uses.templates.length > 0) throw new Refusal('in_use', [], uses)
  await tx.db
    .updateTable('client_statuses')
    .set({ deleted_at: tx.now })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
  tx.record({ type: 'client_status.deleted', subject: { kind: 'client_status', id }, payload: { name } })
}

function rowOf(tx: Tx, status: NewStatus, ordinal: number) {
  return { firm_id: tx.firmId, id: newId<'client_status'>(tx.now.getTime()), ...status, ordinal, created_at: tx.now }
}
