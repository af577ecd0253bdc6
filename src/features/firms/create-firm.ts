import { sql } from 'kysely'
import type { Locale } from '#kernel/locale.ts'
import type { Tx } from '#platform/db/tx.ts'
import { FIRST_COLOR, freeSlug, slugOf } from './model.ts'

export type NewFirm = { name: string; slug: string; locale: Locale; timeZone: string; color?: string }

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
      color: firm.color ?? FIRST_COLOR,
      reply_to: null,
      created_at: tx.now,
    })
    .execute()
}

/** Waits for other new firms, until this transaction ends: what was looked up stays true. */
export async function oneNewFirmAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('new firm', 0))`.execute(tx.db)
}

/** Writes a firm under the first free portal address made of its name, records it, and returns the address. */
export async function openFirm(tx: Tx, firm: Omit<NewFirm, 'slug'>): Promise<string> {
  await oneNewFirmAtATime(tx)
  const wanted = slugOf(firm.name)
  const taken = await tx.server.maintenance
    .selectFrom('firms')
    .select('slug')
    .where((eb) => eb.or([eb('slug', '=', wanted), eb('slug', 'like', `${wanted}-%`)]))
    .execute()
  const slug = freeSlug(wanted, new Set(taken.map((row) => row.slug)))
  await createFirm(tx, { ...firm, slug })
  tx.record({ type: 'firm.created', subject: { kind: 'firm', id: tx.firmId }, payload: { name: firm.name } })
  return slug
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
