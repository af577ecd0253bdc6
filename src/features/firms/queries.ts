import { type CalendarDate, today } from '#kernel/dates.ts'
import type { FirmId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx, TxSource } from '#platform/db/tx.ts'
import type { Firm, PortalFirm } from './contract.ts'

/** The firm of the transaction. */
export function currentFirm(tx: Tx): Promise<Firm> {
  return tx.once('firm', () => firmNow(tx))
}

/** The day that it is for the firm. */
export async function firmsToday(tx: Tx): Promise<CalendarDate> {
  return today(tx.now, (await currentFirm(tx)).timeZone)
}

/** The same as it is at this moment: for whoever changes it. */
export async function firmNow(tx: Tx): Promise<Firm> {
  return tx.db
    .selectFrom('firms')
    .select([
      'slug',
      'name',
      'color',
      'locale',
      'time_zone as timeZone',
      'reply_to as replyTo',
      'second_factor_required as secondFactorRequired',
      'revision',
    ])
    .where('firm_id', '=', tx.firmId)
    .executeTakeFirstOrThrow()
}

/** The firm whose portal has this address, for somebody who has no session yet. Refuses with `not_found`. */
export async function firmBySlug(source: TxSource, slug: string): Promise<PortalFirm & { id: FirmId }> {
  const row = await source.server.maintenance
    .selectFrom('firms')
    .select((eb) => [eb.ref('firm_id').$castTo<FirmId>().as('id'), 'slug', 'name', 'color', 'locale'])
    .where('slug', '=', slug)
    .executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  return row
}
