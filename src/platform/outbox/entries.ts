import { sql } from 'kysely'
import type { EventId, FirmId } from '#kernel/ids.ts'
import type { Tx } from '../db/tx.ts'

/**
 * Kinds of work left for later, by kind → payload. Each slice adds its own in `tables.ts` (declaration merging) and
 * brings one handler. A kind is also the name of the pg-boss queue that carries its entries.
 */
export interface OutboxPayloads {
  /** jobs whose move could not be computed, or that wait for their turn: deciding is tried (again) (D-15) */
  advance: { jobIds: string[]; causeId: string | null }
}

export type OutboxKind = keyof OutboxPayloads

/** `id` may be derived from a key: the second insert of the same id does nothing. */
export type NewOutboxEntry<Kind extends OutboxKind = OutboxKind> = {
  [K in Kind]: { id: string; kind: K; payload: OutboxPayloads[K]; causeId?: EventId | null }
}[Kind]

/** Puts pg-boss jobs that carry entries into the caller's transaction; made by `openQueues`. */
export type Carrier = (tx: Tx, kind: OutboxKind, entryIds: string[]) => Promise<void>

/** What a pg-boss job says: which entry of which firm is due. */
export type Carried = { firmId: FirmId; entryId: string }

/** Writes entries and their carriers, one statement each per kind, in the caller's transaction. */
export async function insertOutboxEntries(tx: Tx, entries: readonly NewOutboxEntry[], carry: Carrier): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(({ id, kind, payload, causeId }) => ({ id, kind, payload, cause_id: causeId ?? null }))
  const inserted = await sql<{ id: string; kind: OutboxKind }>`
    insert into outbox_entries (firm_id, id, kind, payload, cause_id, created_at)
    select ${tx.firmId}::uuid, id, kind, payload, cause_id, ${tx.now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, kind text, payload jsonb, cause_id uuid)
    on conflict do nothing
    returning id, kind
  `.execute(tx.db)
  for (const [kind, group] of Map.groupBy(inserted.rows, (row) => row.kind)) {
    await carry(
      tx,
      kind,
      group.map((row) => row.id),
    )
  }
}
