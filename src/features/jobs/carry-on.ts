import type { MemberNamed } from '#kernel/event.ts'
import type { Tx } from '#platform/db/tx.ts'
import { addNextJobs } from './bulk.ts'
import { editNextJobs } from './bulk-edits.ts'
import { moveNextJobs } from './bulk-moves.ts'
import { type BulkItem, claimItem, type Settled, type StoredAct, settleItems, storedAct } from './bulk-store.ts'

/** Carries out the items of an act that `claim` answers, in this transaction. */
export async function carryOnWithBulk(
  tx: Tx,
  bulkId: string,
  claim: (tx: Tx) => Promise<BulkItem[]>,
): Promise<Settled[]> {
  const act = await storedAct(tx, bulkId)
  const items = await claim(tx)
  if (items.length === 0) return []
  const settled = await carryOut(act.by ? onBehalfOf(tx, act.by) : tx, act, items)
  await settleItems(tx, act, settled)
  return settled
}

/** Gives up on an item that cannot be carried out (FAIL-15). */
export async function giveUpOn(
  tx: Tx,
  bulkId: string,
  ordinal: number,
  reason: NonNullable<Settled['reason']>,
): Promise<Settled[]> {
  const items = await claimItem(tx, bulkId, ordinal)
  const settled = items.map((item): Settled => ({ ordinal: item.ordinal, state: 'failed', reason, jobId: null }))
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
