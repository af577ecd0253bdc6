import { sql } from 'kysely'
import type { Locale } from '#kernel/locale.ts'
import type { Tx } from '#platform/db/tx.ts'

export type NewFirm = { name: string; slug: string; locale: Locale; timeZone: string; color?: string }

const SPRUCE = '#1f6b57'

/** Writes the firm of this transaction: the actor's firm id is new, nothing else exists under it yet. */
export async function createFirm(tx: Tx, firm: NewFirm): Promise<void> {
  await tx.db
    .insertInto('firms')
    .values({
      firm_id: tx.firmId,
      name: firm.name,
      slug: firm.slug,
      locale: firm.locale,
      time_zone: firm.timeZone,
      color: firm.color ?? SPRUCE,
      reply_to: null,
      created_at: tx.now,
    })
    .execute()
}

/** The next `count` numbers of a sequence that people say aloud; without gaps, one firm at a time. */
export async function takeNumbers(tx: Tx, name: string, count: number): Promise<number[]> {
  const { rows } = await sql<{ next: number }>`
    insert into counters (firm_id, name, next) values (${tx.firmId}, ${name}, ${1 + count})
    on conflict (firm_id, name) do update set next = counters.next + ${count}
    returning next`.execute(tx.db)
  const end = rows[0]!.next
  return Array.from({ length: count }, (_, i) => end - count + i)
}
