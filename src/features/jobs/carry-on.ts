import type { MemberNamed } from '#kernel/event.ts'
import type { Tx } from '#platform/db/tx.ts'
import { addNextJobs } from './bulk.ts'
import { editNextJobs } from './bulk-edits.ts'
import { moveNextJobs } from './bulk-moves.ts'
import {
  type BulkItem,
  claimItem,
  claimItems,
  type Settled,
  type StoredAct,
  settleItems,
  storedAct,
} from './bulk-store.ts'

/** Carries out the next `size` items of an act in this transaction; `claimed` hears which, before anything can fail. */
export async function carryOnWithBulk(
  tx: Tx,
  bulkId: string,
  size: number,
  claimed: (items: readonly BulkItem[]) => void,
): Promise<Settled[]> {
  const act = await storedAct(tx, bulkId)
  const items = await claimItems(tx, bulkId, size)
  claimed(items)
  if (items.length === 0) return []
  const settled = await carryOut(act.by ? onBehalfOf(tx, act.by) : tx, act, items)
  await settleItems(tx, act, settled)
  return settled
}

/** Gives up on an item that cannot be carried out, with the id under which the log tells why (FAIL-15). */
export async function giveUpOn(tx: Tx, bulkId: string, ordinal: number, errorId: string): Promise<Settled[]> {
  const item = await claimItem(tx, bulkId, ordinal)
  const settled: Settled[] = item ? [{ ordinal, state: 'failed', reason: { code: 'error', errorId }, jobId: null }] : []
  await settleItems(tx, { id: bulkId }, settled)
  return settled
}

function carryOut(tx: Tx, act: StoredAct, items: readonly BulkItem[]): Promise<Settled[]> {
  switch (act.kind) {
    case 'add_jobs':
      return addNextJobs(tx, act, items)
    case 'move_jobs':
      return moveNextJobs(tx, act, items)
    case 'edit_jobs':
      return editNextJobs(tx, act, items)
  }
}

/** The worker does it, but it was this member who wanted it: so say the events of what a person does (AUD-3). */
function onBehalfOf(tx: Tx, by: MemberNamed): Tx {
  return { ...tx, record: (event) => tx.record({ by, ...event }) }
}
