import { sql } from 'kysely'
import { Refusal } from '#kernel/refusal.ts'
import type { Database } from '#platform/db/connect.ts'
import type { TxSource } from '#platform/db/tx.ts'
import { loginDb } from './login-library.ts'

/** How often something may be tried within a window that begins with the first try. */
export type Limit = { name: string; tries: number; minutes: number }

/** Wrong passwords for one address: the lockout. Guessing from many machines counts together. */
export const PASSWORD_OF_ADDRESS: Limit = { name: 'password', tries: 10, minutes: 15 }
/** Wrong passwords from one machine, which may be a whole office. */
export const PASSWORD_FROM_IP: Limit = { name: 'password-ip', tries: 50, minutes: 15 }
/** Mails to one address that somebody typed, whether anybody has it or not. */
export const MAIL_TO_ADDRESS: Limit = { name: 'mail', tries: 5, minutes: 15 }
export const MAIL_FROM_IP: Limit = { name: 'mail-ip', tries: 30, minutes: 15 }
export const NEW_FIRM_FROM_IP: Limit = { name: 'firm-ip', tries: 10, minutes: 60 }

/**
 * Counts one try against a limit, in one statement and a transaction of its own, so that tries at the same moment
 * count too and a refusal stays counted. Throws `too_many_attempts` with `seconds` until the next. `who` null (no
 * address known) counts nothing.
 */
export async function claimTry(source: TxSource, limit: Limit, who: string | null): Promise<void> {
  if (who === null) return
  const db = loginDb(source.server)
  const now = source.now().getTime()
  const window = limit.minutes * 60_000
  const { rows } = await sql<{ count: number; last_request: number }>`
    insert into auth.rate_limits as known (key, count, last_request) values (${keyOf(limit, who)}, 1, ${now})
    on conflict (key) do update set
      count = case when known.last_request <= ${now - window} then 1 else known.count + 1 end,
      last_request = case when known.last_request <= ${now - window} then ${now} else known.last_request end
    returning count, last_request`.execute(db)
  const { count, last_request: began } = rows[0]!
  if (count === 1) await forgetOld(db, now)
  if (count <= limit.tries) return
  throw new Refusal('too_many_attempts', [], { seconds: Math.ceil((began + window - now) / 1000) })
}

/** A try that was right does not count; for the address itself it ends the count. */
export async function forgiveTry(source: TxSource, limit: Limit, who: string | null): Promise<void> {
  if (who === null) return
  await loginDb(source.server)
    .updateTable('auth.rate_limits')
    .set((eb) => ({ count: eb('count', '-', 1) }))
    .where('key', '=', keyOf(limit, who))
    .where('count', '>', 0)
    .execute()
}

/** Ends the count of tries. */
export async function forgetTries(source: TxSource, limit: Limit, who: string): Promise<void> {
  await loginDb(source.server).deleteFrom('auth.rate_limits').where('key', '=', keyOf(limit, who)).execute()
}

function keyOf(limit: Limit, who: string): string {
  return `${limit.name}/${who}`
}

/** Windows are an hour at most, so what began a day ago counts for nothing. */
async function forgetOld(db: Database, now: number): Promise<void> {
  await db
    .deleteFrom('auth.rate_limits')
    .where('last_request', '<', now - 86_400_000)
    .execute()
}
