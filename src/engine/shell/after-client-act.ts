import { type EventId, type JobId, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Handler } from '#platform/outbox/worker.ts'
import { advanceJobs } from './advance-jobs.ts'
import { enginePorts } from './ports.ts'

/**
 * What a client did is kept, come what may (D-15): if the move that follows cannot be computed, it is undone by itself,
 * an *advance* entry is left in the same transaction, and the job shows that it waits for it. Of several jobs that wait
 * for the same item each is then tried by itself, so that one that fails keeps no other (AM-16).
 */
export async function advanceAfterClientAct(tx: Tx, jobIds: readonly JobId[], causeId: EventId): Promise<void> {
  if (jobIds.length === 0) return
  try {
    await tx.attempt(() => advanceJobs(tx, jobIds, { kind: 'items_changed', causeId }))
  } catch (error) {
    if (jobIds.length === 1) return tryAgainLater(tx, jobIds[0]!, causeId, error)
    for (const id of jobIds) await advanceAfterClientAct(tx, [id], causeId)
  }
}

async function tryAgainLater(tx: Tx, id: JobId, causeId: EventId, error: unknown): Promise<void> {
  const errorId = newId()
  tx.server.log.error({ err: error, errorId }, 'a move after a client act could not be computed; it is tried again')
  await enginePorts().jobs.markWaiting(tx, [id], causeId, errorId)
  tx.enqueue({ id: newId(), kind: 'advance', payload: { jobIds: [id], causeId }, causeId })
}

/** Tries again to move the jobs on, each by itself where they fail together; done once none of them throws. */
export const handleAdvance: Handler<'advance'> = async (entry, run) => {
  const { jobIds, causeId } = entry.payload
  const trigger = { kind: 'items_changed', causeId: causeId as EventId | null } as const
  const advance = (ids: readonly string[]) => run((tx) => advanceJobs(tx, ids as JobId[], trigger))
  const failed: unknown[] = []
  await advance(jobIds).catch(async (error: unknown) => {
    if (jobIds.length <= 1) throw error
    for (const id of jobIds) await advance([id]).catch((each: unknown) => failed.push(each))
  })
  if (failed.length > 0) throw failed[0]
}
