import { type Kysely, sql } from 'kysely'
import type { FirmId } from '#kernel/ids.ts'
import type { Tables } from '../db/tables.ts'

/** What a live stream says: something of this kind changed; whoever shows it asks again. */
export type Change = { topic: string; ids: string[] }

export type Live = {
  /**
   * Hears of a firm's committed changes from now on, and once of those since then, which whoever listens may have
   * missed; call the answer to stop.
   */
  listen(firmId: FirmId, since: Date, hear: (changes: Change[]) => void): () => void
  /** after a commit of this process: look now */
  poke(): void
  stop(): void
}

const POLL_MS = 1000
const MOST_EVENTS = 5000
/** of what a listener may have missed */
const MOST_MISSED = 500

type Newcomer = { firmId: FirmId; since: Date; hear: (changes: Change[]) => void }
type Row = { position: number; firm_id: string; subject_kind: string; subject_id: string; job_id: string | null }

/**
 * Reads new events of all firms that somebody listens to, in commit order: a row is passed on only once every older
 * transaction has ended, so that none is skipped. `db` is the maintenance role: it reads ids and kinds only.
 */
export function openLive(db: Kysely<Tables>): Live {
  const listeners = new Map<FirmId, Set<(changes: Change[]) => void>>()
  const newcomers: Newcomer[] = []
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
      const late = [...newcomers]
      if (late.length > 0) await tellMissed(db, late)
      newcomers.splice(0, late.length)
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
    listen(firmId, since, hear) {
      const firm = listeners.get(firmId) ?? new Set()
      listeners.set(firmId, firm.add(hear))
      newcomers.push({ firmId, since, hear })
      void look()
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

/** Tells each what of its firm's newest events it was too late for. */
async function tellMissed(db: Kysely<Tables>, late: Newcomer[]): Promise<void> {
  const { rows } = await sql<Row & { nth: number }>`
    select n.nth::int, e.* from unnest(${late.map((it) => it.firmId)}::uuid[], ${late.map((it) => it.since)}::timestamptz[])
      with ordinality as n(firm_id, since, nth)
    cross join lateral (select position, firm_id, subject_kind, subject_id, job_id, at from events
                        where firm_id = n.firm_id order by position desc limit ${MOST_MISSED}) e
    where e.at > n.since`.execute(db)
  for (const [nth, events] of Map.groupBy(rows, (row) => row.nth)) late[nth - 1]!.hear(changesOf(events))
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
