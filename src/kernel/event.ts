import type { AccountId, EventId, JobId, MemberId } from './ids.ts'

/**
 * The facts that are recorded, by type: `noun.pastTense` → payload. Each slice adds its own in `events.ts`
 * (declaration merging), with a sentence under the text key `event.<type>`.
 */
export interface EventPayloads {
  'bulk_act.started': { kind: string; total: number }
  /** what failed in an act is tried again; the act is the cause */
  'bulk_act.startedAgain': { kind: string; total: number }
  'bulk_act.finished': { kind: string; succeeded: number; failed: number }
}

export type EventType = keyof EventPayloads

/** A member as an event remembers him. */
export type MemberNamed = { memberId: MemberId; name: string }

/** One fact, as a command states it; who did it, when and in which firm comes from the transaction. */
export type NewEvent<Type extends EventType = EventType> = {
  [T in Type]: {
    type: T
    subject: { kind: string; id: string }
    payload: EventPayloads[T]
    accountId?: AccountId | null
    jobId?: JobId | null
    causeId?: EventId | null
    /** where the actor is not the transaction's: what an automation did (D-9, A-10), or what the worker does for somebody */
    by?: 'automation' | MemberNamed
  }
}[Type]
