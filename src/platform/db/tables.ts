import type { ColumnType, GeneratedAlways } from 'kysely'

/** The database as Kysely sees it. Each slice adds its tables in `tables.ts` (declaration merging). */
export interface Tables {
  migrations: { name: string }
  server_settings: { name: string; value: string }
  counters: { firm_id: string; name: string; next: number }
  events: EventsTable
  outbox_entries: OutboxEntriesTable
  idempotency_keys: IdempotencyKeysTable
}

/** A jsonb column: read as its value, written as text of JSON. */
export type Json<T> = ColumnType<T, string, string>
/** A column with a default: optional when inserting. */
export type Defaulted<T> = ColumnType<T, T | undefined, T>

export interface EventsTable {
  firm_id: string
  id: string
  position: GeneratedAlways<number>
  transaction_id: ColumnType<string, never, never>
  type: string
  at: Date
  actor_kind: 'member' | 'contact' | 'automation' | 'system'
  actor_id: string | null
  actor_name: string
  cause_id: string | null
  account_id: string | null
  job_id: string | null
  subject_kind: string
  subject_id: string
  payload: Json<Record<string, unknown>>
  origin: Json<Origin | null>
}

/** Where a person's act came from (AUD-1). */
export type Origin = { ip: string | null; userAgent: string | null; requestId: string; offsetMinutes: number | null }

export interface OutboxEntriesTable {
  firm_id: string
  id: string
  kind: string
  payload: Json<Record<string, unknown>>
  cause_id: string | null
  state: Defaulted<'waiting' | 'done' | 'failed'>
  attempts: Defaulted<number>
  error: string | null
  created_at: Date
  settled_at: Date | null
}

export interface IdempotencyKeysTable {
  firm_id: string
  actor_id: string
  key: string
  fingerprint: string
  status: number | null
  answer: Json<unknown>
  created_at: Date
}
