import type { JobId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { JobState } from '../core/model.ts'
import { enginePorts } from './ports.ts'

/** Locks jobs in id order, then reads them in a later statement; one that does not exist is missing in the answer. */
export async function lockJobs(tx: Tx, ids: readonly JobId[]): Promise<JobState[]> {
  await hold(tx, ids)
  const held = ids.filter((id) => tx.held.has(id))
  return enginePorts().jobs.load(tx, held)
}

/**
 * The lock order for whatever changes something that jobs wait for: read who waits, lock those jobs, lock the item,
 * read again; if more jobs wait by then, let go and start over. Answers the jobs that wait for the item.
 */
export async function lockItemAndItsJobs(
  tx: Tx,
  item: { jobs(): Promise<JobId[]>; lock(): Promise<void> },
): Promise<JobId[]> {
  for (;;) {
    const known = new Set(await item.jobs())
    try {
      return await tx.attempt(async () => {
        await hold(tx, [...known])
        await item.lock()
        const now = await item.jobs()
        if (now.some((id) => !known.has(id))) throw new LinksGrew()
        return now
      })
    } catch (error) {
      if (!(error instanceof LinksGrew)) throw error
    }
  }
}

/** Locks those of the jobs that the transaction does not hold yet. */
async function hold(tx: Tx, ids: readonly JobId[]): Promise<void> {
  const wanted = ids.filter((id) => !tx.held.has(id))
  if (wanted.length === 0) return
  for (const id of await enginePorts().jobs.lock(tx, wanted)) tx.held.add(id)
}

class LinksGrew extends Error {}
