import { sql } from 'kysely'
import type { Actor } from '#kernel/actor.ts'
import type { NewEvent } from '#kernel/event.ts'
import type { EventId } from '#kernel/ids.ts'
import type { EventsTable, Origin } from './tables.ts'
import type { Tx } from './tx.ts'

export type RecordedEvent = NewEvent & { id: EventId }

/** Writes all facts of a transaction with one statement, in the order in which they were stated. */
export async function insertEvents(tx: Tx, events: readonly RecordedEvent[], origin: Origin | null): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((event) => {
    const by = event.by ? instead(event.by) : who(tx.actor)
    return {
      id: event.id,
      type: event.type,
      actor_kind: by.kind,
      actor_id: by.id,
      actor_name: by.name,
      cause_id: event.causeId ?? null,
      account_id: event.accountId ?? null,
      job_id: event.jobId ?? null,
      subject_kind: event.subject.kind,
      subject_id: event.subject.id,
      payload: event.payload,
    }
  })
  await sql`
    insert into events (firm_id, id, type, at, actor_kind, actor_id, actor_name, cause_id, account_id, job_id,
                        subject_kind, subject_id, payload, origin)
    select ${tx.firmId}::uuid, id, type, ${tx.now}::timestamptz, actor_kind, actor_id, actor_name, cause_id, account_id,
           job_id, subject_kind, subject_id, payload, ${origin ? JSON.stringify(origin) : null}::jsonb
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      id uuid, type text, actor_kind text, actor_id uuid, actor_name text, cause_id uuid, account_id uuid,
      job_id uuid, subject_kind text, subject_id uuid, payload jsonb)
  `.execute(tx.db)
}

type Who = { kind: EventsTable['actor_kind']; id: string | null; name: string }

function instead(by: NonNullable<NewEvent['by']>): Who {
  return by === 'automation'
    ? { kind: 'automation', id: null, name: 'automation' }
    : { kind: 'member', id: by.memberId, name: by.name }
}

function who(actor: Actor): Who {
  switch (actor.kind) {
    case 'member':
      return { kind: 'member', id: actor.memberId, name: actor.name }
    case 'client':
    case 'todo_link':
      return { kind: 'contact', id: actor.contactId, name: actor.name }
    case 'automation':
    case 'system':
      return { kind: actor.kind, id: null, name: actor.name }
  }
}
