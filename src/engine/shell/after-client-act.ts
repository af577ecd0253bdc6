import { type EventId, type JobId, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Handler } from '#platform/outbox/worker.ts'
import { advanceJobs } from './advance-jobs.ts'
import { enginePorts } from './ports.ts'

/**
 * What a client did is kept, come what may (D-15): if the move that follows cannot be computed, it is undone by itself,
 * an *advance* entry is left in the same transaction, and the job shows that it waits for it.
 */
export async function advanceAfterClientAct(tx: Tx, jobIds: readonly JobId[], causeId: EventId): Promise<void> {
  if (jobIds.length === 0) return
  try {
    await tx.attempt(() => advanceJobs(tx, jobIds, { kind: 'items_changed', causeId }))
  } catch (error) {
    const errorId = newId()
    tx.server.log.error({ err: error, errorId }, 'a move after a client act could not be computed; it is tried again')
    await enginePorts().jobs.markWaiting(tx, jobIds, causeId, errorId)
    tx.enqueue({ id: newId(), kind: 'advance', payload: { jobIds: [...jobIds], causeId }, causeId })
  }
}

/** Tries again to move the jobs on; done once it does not throw. */
export const handleAdvance: Handler<'advance'> = async (entry, run) => {
  const { jobIds, causeId } = entry.payload
  await run(async (tx) => {
    await advanceJobs(tx, jobIds as JobId[], { kind: 'items_changed', causeId: causeId as EventId | null })
  })
}
