import { sql } from 'kysely'
import type { ReturnOf } from '#kernel/contract.ts'
import type { AccountId, OrganizerId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { organizersContract } from './contract.ts'
import { openToClient } from './filling.ts'
import type { OrganizerRow } from './schemas.ts'
import { organizerRowById } from './staff-queries.ts'

/** Gives a sent organizer another name (ORG-35); the loser of two renames gets the current state. */
export async function renameOrganizer(tx: Tx, id: OrganizerId, name: string, revision: number): Promise<OrganizerRow> {
  const before = await organizerRowById(tx, id)
  const renamed = await tx.db
    .updateTable('organizers')
    .set({ name, revision: revision + 1 })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  if (!renamed) throw new Refusal('stale', [], { current: await organizerRowById(tx, id) })
  tx.record({
    type: 'organizer.renamed',
    subject: { kind: 'organizer', id },
    payload: { name, before: before.name },
    accountId: before.accountId,
  })
  return organizerRowById(tx, id)
}

/** Keeps that a client looked at it; only the first time counts (ORG-59). */
export async function openOrganizer(
  tx: Tx,
  id: OrganizerId,
): Promise<ReturnOf<typeof organizersContract.openOrganizer>> {
  const { rows } = await sql<{ account_id: AccountId; name: string }>`
    update organizers o set opened_at = ${tx.now}::timestamptz
    where o.firm_id = ${tx.firmId} and o.id = ${id} and o.opened_at is null and ${openToClient(tx)}
    returning o.account_id, o.name`.execute(tx.db)
  if (!rows[0]) return { openedAt: await whenOpened(tx, id) }
  const { name, account_id: accountId } = rows[0]
  tx.record({ type: 'organizer.opened', subject: { kind: 'organizer', id }, payload: { name }, accountId })
  return { openedAt: tx.now.toISOString() }
}

async function whenOpened(tx: Tx, id: OrganizerId): Promise<string> {
  const { rows } = await sql<{ opened_at: Date }>`
    select o.opened_at from organizers o
    where o.firm_id = ${tx.firmId} and o.id = ${id} and ${openToClient(tx)}`.execute(tx.db)
  if (!rows[0]) throw new Refusal('not_found')
  return rows[0].opened_at.toISOString()
}
