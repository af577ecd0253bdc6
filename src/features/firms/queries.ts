import type { Locale } from '#kernel/locale.ts'
import type { Tx } from '#platform/db/tx.ts'

/** What texts and dates need of the firm. */
export type FirmFacts = {
  name: string
  slug: string
  locale: Locale
  timeZone: string
  color: string
  replyTo: string | null
}

export async function firmFacts(tx: Tx): Promise<FirmFacts> {
  const row = await tx.db
    .selectFrom('firms')
    .select(['name', 'slug', 'locale', 'time_zone', 'color', 'reply_to'])
    .where('firm_id', '=', tx.firmId)
    .executeTakeFirstOrThrow()
  const { time_zone: timeZone, reply_to: replyTo, ...rest } = row
  return { ...rest, timeZone, replyTo }
}
