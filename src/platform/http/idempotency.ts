import { createHash } from 'node:crypto'
import type { SignedIn } from '#kernel/actor.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '../db/tx.ts'

export type Replay = { status: number; answer: unknown }

/**
 * Claims an Idempotency-Key for this call, or gives back the answer of the call that had it first. A second call with
 * the same key waits for the first one's commit; a refused call leaves no key behind, so it may be mended and repeated.
 */
export async function claimKey(tx: Tx, actor: SignedIn, key: string, fingerprint: string): Promise<Replay | null> {
  const actorId = actorIdOf(actor)
  const claimed = await tx.db
    .insertInto('idempotency_keys')
    .values({
      firm_id: tx.firmId,
      actor_id: actorId,
      key,
      fingerprint,
      status: null,
      answer: 'null',
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst()
  if (claimed) return null
  const first = await tx.db
    .selectFrom('idempotency_keys')
    .select(['fingerprint', 'status', 'answer'])
    .where('firm_id', '=', tx.firmId)
    .where('actor_id', '=', actorId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (first.fingerprint !== fingerprint) throw new Refusal('idempotency_mismatch')
  return { status: first.status ?? 200, answer: first.answer }
}

export async function keepAnswer(tx: Tx, actor: SignedIn, key: string, status: number, answer: unknown): Promise<void> {
  await tx.db
    .updateTable('idempotency_keys')
    .set({ status, answer: JSON.stringify(answer ?? null) })
    .where('firm_id', '=', tx.firmId)
    .where('actor_id', '=', actorIdOf(actor))
    .where('key', '=', key)
    .execute()
}

export function fingerprintOf(method: string, path: string, body: string): string {
  return createHash('sha256').update(`${method} ${path}\n${body}`).digest('hex')
}

function actorIdOf(actor: SignedIn): string {
  return actor.kind === 'todo_link' ? actor.contactId : actor.identityId
}
