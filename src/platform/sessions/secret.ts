import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database } from '../db/connect.ts'

/** The server's secret: given by the environment, or made once and kept, so that several processes share it (D-19). */
export async function serverSecret(db: Database, given: string | undefined): Promise<string> {
  if (given) return given
  await db
    .insertInto('server_settings')
    .values({ name: 'secret', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await db
    .selectFrom('server_settings')
    .select('value')
    .where('name', '=', 'secret')
    .executeTakeFirstOrThrow()
  return row.value
}

/** A token that only this server can make from a purpose and an id; 256 bits, safe in a link. */
export function tokenFor(secret: string, purpose: string, id: string): string {
  return createHmac('sha256', secret).update(`${purpose}/${id}`).digest('base64url')
}

export function sameText(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
