import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { NewEvent } from '#kernel/event.ts'
import { type EventId, type FirmId, newId } from '#kernel/ids.ts'
import { type Carrier, insertOutboxEntries, type NewOutboxEntry } from '../outbox/entries.ts'
import type { Database } from './connect.ts'
import { insertEvents, type RecordedEvent } from './events.ts'
import type { Server } from './server.ts'
import type { Origin } from './tables.ts'
import { together } from './together.ts'
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
  /** Reads a fact that nothing in this transaction changes, once: `once('firm', () => …)`. */
  once<Fact>(name: string, read: () => Promise<Fact>): Promise<Fact>
  /** ids of rows that this transaction has locked and will keep locked; undone with the part that locked them */
  readonly held: Set<string>
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
    await together([insertEvents(tx, events, origin), insertOutboxEntries(tx, entries, source.carry)])
    return value
  })
  if (events.length > 0 || entries.length > 0) source.committed(events, entries)
  return result
}

/**
 * What a person changes is a few rows that are found by key: their statements are prepared, and one plan does for ever,
 * which goes from row to row and never reads a table to join it.
 * What he reads is prepared as well, and planned anew where that pays. The worker, which changes a thousand rows in one
 * statement, is planned for what it meets.
 */
function openingOf(actor: Actor, readOnly: boolean): Opening {
  const prepared = actor.kind !== 'system'
  return {
    text: `select set_config('app.firm_id', $1, true), set_config('transaction_read_only', $2, true),
      set_config('plan_cache_mode', $3, true), set_config('enable_hashjoin', $4, true),
      set_config('enable_mergejoin', $4, true)`,
    values: [
      actor.firmId,
      ...(readOnly ? ['on', 'auto', 'on'] : prepared ? ['off', 'force_generic_plan', 'off'] : ['off', 'auto', 'on']),
    ],
    prepared,
  }
}

function openTx(db: Database, source: TxSource, actor: Actor, events: RecordedEvent[], entries: NewOutboxEntry[]): Tx {
  const now = source.now()
  const known = new Map<string, Promise<unknown>>()
  const held = new Set<string>()
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
    once<Fact>(name: string, read: () => Promise<Fact>) {
      const found = known.get(name) ?? read()
      known.set(name, found)
      found.catch(() => known.delete(name))
      return found as Promise<Fact>
    },
    held,
    async attempt(work) {
      const [stated, left, locked] = [events.length, entries.length, new Set(held)]
      const begun = sql`savepoint attempt`.execute(db) // what `work` asks for is sent right behind it
      begun.catch(() => {}) // awaited below
      try {
        const value = await work()
        await sql`release savepoint attempt`.execute(db)
        return value
      } catch (error) {
        await begun // where it was never begun, going back would go back too far
        await sql`rollback to savepoint attempt`.execute(db)
        await sql`release savepoint attempt`.execute(db)
        events.length = stated
        entries.length = left
        for (const id of held) if (!locked.has(id)) held.delete(id)
        throw error
      }
    },
  }
}
