import { sql } from 'kysely'
import { dateValues } from '#kernel/date-shortcodes.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import type { AccountId } from '#kernel/ids.ts'
import { render, type Shortcode } from '#kernel/shortcodes.ts'
import type { Tx } from '#platform/db/tx.ts'
import { currentFirm, firmsToday } from '../firms/index.ts'

type Rendered = { text: string; empty: string[] }

/**
 * Renders names that may hold account and date codes (jobs, tasks, organizers), once, in the firm's language and time
 * zone (SHC-2, SHC-4). Answers in the order given; `empty` lists codes without a value (FAIL-12).
 */
export async function renderNames(
  tx: Tx,
  names: readonly { accountId: AccountId; text: string }[],
): Promise<Rendered[]> {
  if (!holdCodes(names)) return asTheyAre(names)
  const on = await firmsToday(tx)
  return renderNamesOn(
    tx,
    names.map((name) => ({ ...name, on })),
  )
}

/** The same as if it were that day: what was due on a day earlier speaks of that day (J-27). */
export async function renderNamesOn(
  tx: Tx,
  names: readonly { accountId: AccountId; text: string; on: CalendarDate }[],
): Promise<Rendered[]> {
  if (!holdCodes(names)) return asTheyAre(names)
  const { locale, name } = await currentFirm(tx)
  const days = [...new Set(names.map(({ on }) => on))]
  const common = new Map(days.map((on) => [on, [...dateValues(on, locale), ['FIRM_NAME', name] as const]]))
  const accounts = await accountNames(tx, [...new Set(names.map(({ accountId }) => accountId))])
  return names.map(({ accountId, text, on }) => {
    if (!text.includes('[')) return { text, empty: [] }
    const values = new Map<Shortcode, string>(common.get(on)).set('ACCOUNT_NAME', accounts.get(accountId) ?? '')
    return render(text, values, (value) => value)
  })
}

function holdCodes(names: readonly { text: string }[]): boolean {
  return names.some(({ text }) => text.includes('['))
}

function asTheyAre(names: readonly { text: string }[]): Rendered[] {
  return names.map(({ text }) => ({ text, empty: [] }))
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
