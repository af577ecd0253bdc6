import { sql } from 'kysely'
import type { Database } from '../db/connect.ts'

/** How often whoever carries an entry says that it still does. */
export const ALIVE_SECONDS = 2
const SILENT_SECONDS = 6
const LOOK_MS = 1000

/** Frees every second what the dead left (`freeEntriesOfTheDead`); answers how to stop. */
export function takeOverFromTheDead(maintenance: Database): () => void {
  const look = () => freeEntriesOfTheDead(maintenance).catch(() => {}) // the database is away: looked at again in a moment
  const timer = setInterval(look, LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Frees entries that a process took and then died with, so that any other goes on with them within ten seconds; pg-boss
 * itself would wait up to half a minute. One that was only slow finds its entry carried out by somebody else: handlers
 * do nothing twice. One that has been tried as often as may be is left to pg-boss, which gives it up: it may be what
 * the processes die of.
 */
export async function freeEntriesOfTheDead(maintenance: Database): Promise<void> {
  await sql`
    update pgboss.job_common set state = 'retry', start_after = now()
    where state = 'active' and retry_count < retry_limit
      and coalesce(heartbeat_on, started_on) < now() - ${SILENT_SECONDS} * interval '1 second'`.execute(maintenance)
}
