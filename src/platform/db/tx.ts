import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { NewEvent } from '#kernel/event.ts'
import { type EventId, type FirmId, newId } from '#kernel/ids.ts'
import { type Carrier, insertOutboxEntries, type NewOutboxEntry } from '../outbox/entries.ts'
import type { Database } from './connect.ts'
import { insertEvents, type RecordedEvent } from './events.ts'
import type { Server } from './server.ts'
import type { Origin } from './tables.ts'
import type { Opening, Transact } from './transaction.ts'

/**
 * The only database a command sees: one firm, one transaction, one clock. What is recorded and enqueued is written
 * when the command returns, one insert each, and commits with the change or not at all.
 */
export type Tx = {
  readonly db: Database
  readonly firmId: FirmId
  readonly actor: Actor
  readonly now: Date
  readonly server: Server
  /** States a fact; returns its id, to be named as the cause of what follows. */
  record(event: NewEvent): EventId
  /** Leaves something for the outside world or for later. */
  enqueue(entry: NewOutboxEntry): void
  /** Runs a part that may fail by itself: if it throws, what it wrote, stated and left is gone, and nothing else. */
  attempt<Result>(work: () => Promise<Result>): Promise<Result>
}

/** What a process needs to open transactions; one per process, made in main.ts (and per test). */
export type TxSource = {
  db: Database
  transact: Transact
  now(): Date
  server: Server
  carry: Carrier
  /** after commit: pokes live streams and workers of this process (the others poll) */
  committed(events: readonly RecordedEvent[], entries: readonly NewOutboxEntry[]): void
}

/** Runs `work` in one transaction in the actor's firm. The firm comes from the actor alone. */
export async function inFirm<Result>(
  source: TxSource,
  actor: Actor,
  work: (tx: Tx) => Promise<Result>,
  { origin = null, readOnly = false }: { origin?: Origin | null; readOnly?: boolean } = {},
): Promise<Result> {
  const events: RecordedEvent[] = []
  const entries: NewOutboxEntry[] = []
  const result = await source.transact(openingOf(actor, readOnly), async (db) => {
    const tx = openTx(db, source, actor, events, entries)
    const value = await work(tx)
    await Promise.all([insertEvents(tx, events, origin), insertOutboxEntries(tx, entries, source.carry)])
    return value
  })
  if (events.length > 0 || entries.length > 0) source.committed(events, entries)
  return result
}

/**
 * What a person changes is a few rows that are found by key: their statements are prepared, and one plan does for ever.
 * What he reads is prepared as well, and planned anew where that pays. The worker, which changes a thousand rows in one
 * statement, is planned for what it meets.
 */
function openingOf(actor: Actor, readOnly: boolean): Opening {
  const prepared = actor.kind !== 'system'
  return {
    text: `select set_config('app.firm_id', $1, true), set_config('transaction_read_only', $2, true),
      set_config('plan_cache_mode', $3, true)`,
    values: [actor.firmId, readOnly ? 'on' : 'off', prepared && !readOnly ? 'force_generic_plan' : 'auto'],
    prepared,
  }
}

function openTx(db: Database, source: TxSource, actor: Actor, events: RecordedEvent[], entries: NewOutboxEntry[]): Tx {
  const now = source.now()
  return {
    db,
    firmId: actor.firmId,
    actor,
    now,
    server: source.server,
    record(event) {
      const id = newId<'event'>(now.getTime())
      events.push({ ...event, id })
      return id
    },
    enqueue(entry) {
      entries.push(entry)
    },
    async attempt(work) {
      const [stated, left] = [events.length, entries.length]
      await sql`savepoint attempt`.execute(db)
      try {
        const value = await work()
        await sql`release savepoint attempt`.execute(db)
        return value
      } catch (error) {
        await sql`rollback to savepoint attempt`.execute(db)
        await sql`release savepoint attempt`.execute(db)
        events.length = stated
        entries.length = left
        throw error
      }
    },
  }
}
