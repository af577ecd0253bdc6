import { sql } from 'kysely'
import { dateValues } from '#kernel/date-shortcodes.ts'
import { today } from '#kernel/dates.ts'
import type { AccountId } from '#kernel/ids.ts'
import { render, type Shortcode } from '#kernel/shortcodes.ts'
import type { Tx } from '#platform/db/tx.ts'
import { currentFirm } from '../firms/index.ts'

/**
 * Renders names that may hold account and date codes (jobs, tasks, organizers), once, in the firm's language and time
 * zone (SHC-2, SHC-4). Answers in the order given; `empty` lists codes without a value (FAIL-12).
 */
export async function renderNames(
  tx: Tx,
  names: readonly { accountId: AccountId; text: string }[],
): Promise<{ text: string; empty: string[] }[]> {
  if (!names.some(({ text }) => text.includes('['))) return names.map(({ text }) => ({ text, empty: [] }))
  const firm = await currentFirm(tx)
  const common = new Map<Shortcode, string>(dateValues(today(tx.now, firm.timeZone), firm.locale)).set(
    'FIRM_NAME',
    firm.name,
  )
  const accounts = await accountNames(tx, [...new Set(names.map(({ accountId }) => accountId))])
  return names.map(({ accountId, text }) => {
    const values = new Map(common).set('ACCOUNT_NAME', accounts.get(accountId) ?? '')
    return render(text, values, (value) => value)
  })
}

async function accountNames(tx: Tx, ids: readonly AccountId[]): Promise<Map<AccountId, string>> {
  const rows = await tx.db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id as AccountId, row.name]))
}
