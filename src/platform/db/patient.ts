import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'

/** Shorter than PostgreSQL's deadlock_timeout: it is always we who give way, never a process that serves somebody. */
const LOCK_TIMEOUT = '500ms'
const TRIES = 60
const LONGEST_PAUSE_MS = 1000

/**
 * Changes tables beside processes that use them: one transaction that waits for a lock only briefly, for those who come
 * after it wait too, and then lets go of everything and tries again.
 */
export async function patiently(client: pg.Client, work: () => Promise<void>): Promise<void> {
  for (let tried = 1; ; tried++) {
    await client.query('begin')
    try {
      await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`)
      await work()
      await client.query('commit')
      return
    } catch (error) {
      await client.query('rollback')
      if (!isBusy(error) || tried === TRIES) throw error
    }
    await sleep(Math.min(50 * tried, LONGEST_PAUSE_MS))
  }
}

/** lock_not_available, deadlock_detected */
function isBusy(error: unknown): boolean {
  return ['55P03', '40P01'].includes((error as { code?: string }).code ?? '')
}
