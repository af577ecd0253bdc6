import { type Kysely, sql } from 'kysely'
import type { FirmId } from '#kernel/ids.ts'
import type { Tables } from '../db/tables.ts'

/** What a live stream says: something of this kind changed; whoever shows it asks again. */
export type Change = { topic: string; ids: string[] }

export type Live = {
  /** Hears of a firm's committed changes from now on; call the answer to stop. */
  listen(firmId: FirmId, hear: (changes: Change[]) => void): () => void
  /** after a commit of this process: look now */
  poke(): void
  stop(): void
}

const POLL_MS = 1000
const MOST_EVENTS = 5000

type Row = { position: number; firm_id: string; subject_kind: string; subject_id: string; job_id: string | null }

/**
 * Reads new events of all firms that somebody listens to, in commit order: a row is passed on only once every older
 * transaction has ended, so that none is skipped. `db` is the maintenance role: it reads ids and kinds only.
 */
export function openLive(db: Kysely<Tables>): Live {
  const listeners = new Map<FirmId, Set<(changes: Change[]) => void>>()
  let cursor: number | null = null
  let looking = false
  let again = false

  const look = async () => {
    if (looking) {
      again = true
      return
    }
    looking = true
    try {
      if (listeners.size === 0) cursor = null
      else if (cursor === null) cursor = await lastPosition(db)
      else cursor = await passOn(db, listeners, cursor)
    } catch {
      // the database is away: the next look goes on from the same cursor
    } finally {
      looking = false
      if (again) {
        again = false
        setImmediate(look)
      }
    }
  }
  const timer = setInterval(look, POLL_MS)
  timer.unref()

  return {
    listen(firmId, hear) {
      const firm = listeners.get(firmId) ?? new Set()
      listeners.set(firmId, firm.add(hear))
      if (cursor === null) void look()
      return () => {
        firm.delete(hear)
        if (firm.size === 0) listeners.delete(firmId)
      }
    },
    poke: () => void look(),
    stop: () => clearInterval(timer),
  }
}

async function lastPosition(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ position: number }>`
    select coalesce(max(position), 0) as position from events
    where transaction_id < pg_snapshot_xmin(pg_current_snapshot())`.execute(db)
  return rows[0]!.position
}

async function passOn(
  db: Kysely<Tables>,
  listeners: Map<FirmId, Set<(changes: Change[]) => void>>,
  cursor: number,
): Promise<number> {
  const { rows } = await sql<Row>`
    select position, firm_id, subject_kind, subject_id, job_id from events
    where position > ${cursor}
      and position < coalesce((select min(position) from events where position > ${cursor}
                               and transaction_id >= pg_snapshot_xmin(pg_current_snapshot())), 9223372036854775807)
    order by position limit ${MOST_EVENTS}`.execute(db)
  for (const [firmId, events] of Map.groupBy(rows, (row) => row.firm_id as FirmId)) {
    const changes = changesOf(events)
    for (const hear of listeners.get(firmId) ?? []) hear(changes)
  }
  return rows.at(-1)?.position ?? cursor
}

function changesOf(rows: Row[]): Change[] {
  const topics = new Map<string, Set<string>>()
  const add = (topic: string, id: string) => topics.set(topic, (topics.get(topic) ?? new Set()).add(id))
  for (const row of rows) {
    add(row.subject_kind, row.subject_id)
    if (row.job_id) add('job', row.job_id)
  }
  return [...topics].map(([topic, ids]) => ({ topic, ids: [...ids].slice(0, 200) }))
}
