import type { MemberNamed } from '#kernel/event.ts'
import type { Tx } from '#platform/db/tx.ts'
import { addNextJobs } from './bulk.ts'
import { editNextJobs } from './bulk-edits.ts'
import { moveNextJobs } from './bulk-moves.ts'
import { type BulkItem, claimItems, type Settled, type StoredAct, settleItems, storedAct } from './bulk-store.ts'

/** Carries out the next `size` items of an act in this transaction; answers how many were still waiting before. */
export async function carryOnWithBulk(tx: Tx, bulkId: string, size: number): Promise<number> {
  const act = await storedAct(tx, bulkId)
  const items = await claimItems(tx, bulkId, size)
  if (items.length === 0) return 0
  await settleItems(tx, act, await carryOut(act.by ? onBehalfOf(tx, act.by) : tx, act, items))
  return items.length
}

/** Gives up on one item that cannot be carried out, with the id under which the log tells why (FAIL-15). */
export async function failNextItem(tx: Tx, bulkId: string, errorId: string): Promise<void> {
  const act = await storedAct(tx, bulkId)
  const [item] = await claimItems(tx, bulkId, 1)
  const reason = { code: 'error', errorId }
  if (item) await settleItems(tx, act, [{ ordinal: item.ordinal, state: 'failed', reason, jobId: null }])
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
