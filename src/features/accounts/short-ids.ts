import { sql } from 'kysely'
import type { Tx } from '#platform/db/tx.ts'
import { takeNumbers } from '../firms/index.ts'
import { shortIdLetter } from './model.ts'

type Unnumbered = { name: string; shortId: string | null }

/** Gives new accounts that have none a short id: a letter of the name and the firm's next free number (ACC-1). */
export async function giveShortIds<Account extends Unnumbered>(
  tx: Tx,
  accounts: readonly Account[],
): Promise<(Account & { shortId: string })[]> {
  const numbered = accounts.map((account) => ({ ...account, shortId: account.shortId ?? '' }))
  let without = numbered.filter((account) => account.shortId === '')
  while (without.length > 0) {
    const numbers = await takeNumbers(tx, 'account', without.length)
    for (const [at, account] of without.entries()) account.shortId = shortIdOf(account.name, numbers[at]!)
    const taken = await takenShortIds(
      tx,
      without.map((account) => account.shortId),
    )
    without = without.filter((account) => taken.has(account.shortId))
  }
  return numbered
}

function shortIdOf(name: string, number: number): string {
  return `${shortIdLetter(name)}-${String(number).padStart(3, '0')}`
}

/** Which of these are in use: short ids can come from an import, too. */
async function takenShortIds(tx: Tx, shortIds: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ wanted: string }>`
    select wanted from unnest(${shortIds}::text[]) as wanted
      join accounts a on a.firm_id = ${tx.firmId} and a.short_id_key = lower(wanted)`.execute(tx.db)
  return new Set(rows.map((row) => row.wanted))
}
