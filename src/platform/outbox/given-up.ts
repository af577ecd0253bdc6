import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../db/connect.ts'
import type { Tx } from '../db/tx.ts'
import type { DueRow } from '../sweeps/sweep.ts'
import type { OutboxKind } from './entries.ts'

/**
 * Entries that wait but that nobody carries any more: pg-boss has given up after the last try. As a sweep finds them,
 * for whoever has to say so to those who wait.
 */
export async function givenUpEntries(
  maintenance: Database,
  kind: OutboxKind,
  { after, limit }: { after: DueRow | null; limit: number },
): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    select e.firm_id as "firmId", e.id, f.time_zone as "timeZone", to_char(e.created_at, 'YYYY-MM-DD') as "dueOn"
    from outbox_entries e join firms f on f.firm_id = e.firm_id
    where e.kind = ${kind} and ${isGivenUp}
      and (${after === null} or (e.firm_id, e.id) > (${after?.firmId ?? null}::uuid, ${after?.id ?? null}::uuid))
    order by e.firm_id, e.id limit ${limit}`.execute(maintenance)
  return rows
}

/** Settles an entry as failed if it is given up; answers false where it is not, or where somebody else did. */
export async function settleGivenUp(tx: Tx, entryId: string): Promise<boolean> {
  const { rows } = await sql`
    update outbox_entries e set state = 'failed', settled_at = ${tx.now}::timestamptz
    where e.firm_id = ${tx.firmId} and e.id = ${entryId} and ${isGivenUp}
    returning e.id`.execute(tx.db)
  return rows.length > 0
}

const isGivenUp: RawBuilder<SqlBool> = sql`e.state = 'waiting' and not exists (
  select from pgboss.job_common carrier
  where carrier.name = e.kind and carrier.id = e.id and carrier.state in ('created', 'retry', 'active'))`
