import { createHash, randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { FirmId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tables } from '#platform/db/tables.ts'

/** What a mailed token stands for, in which firm it was asked for, and for whose address. */
export type MailedLink = {
  purpose: 'client_sign_in' | 'member_sign_in' | 'password_reset'
  firmId: FirmId
  email: string
  /** what the page that opens calls the person */
  name: string
}

/** Where links are kept: a firm's transaction, or `loginsAt(source)` outside one. */
type Place = { db: Kysely<Tables>; now: Date }

/** tokens stay known for a while after their end, so that the page can say what became of them */
const KEPT_DAYS = 7

/**
 * Makes a link's token good for `minutes`, once. `token` is given where the same one must come out of a repetition;
 * only its hash is kept. Nothing that only reads it (a mail scanner's GET) uses it up.
 */
export async function issueLink(
  { db, now }: Place,
  link: MailedLink,
  minutes: number,
  token: string = randomBytes(32).toString('base64url'),
): Promise<string> {
  const expires = new Date(now.getTime() + minutes * 60_000)
  await sql`
    insert into auth.verifications (identifier, value, expires_at)
    select ${identifierOf(token)}, ${JSON.stringify(link)}, ${expires}
    where not exists (select from auth.verifications where identifier in (${identifierOf(token)}, ${usedOf(token)}))
  `.execute(db)
  await db
    .deleteFrom('auth.verifications')
    .where('expires_at', '<', new Date(now.getTime() - KEPT_DAYS * 86_400_000))
    .execute()
  return token
}

/** What a token stands for, without using it. Refuses with `link_used` or `link_expired` (unknown ones too). */
export async function readLink({ db, now }: Place, token: string): Promise<MailedLink> {
  const row = await db
    .selectFrom('auth.verifications')
    .select(['identifier', 'value', 'expires_at'])
    .where('identifier', 'in', [identifierOf(token), usedOf(token)])
    .executeTakeFirst()
  if (row?.identifier === usedOf(token)) throw new Refusal('link_used')
  if (!row || row.expires_at <= now) throw new Refusal('link_expired')
  return JSON.parse(row.value) as MailedLink
}

/** Uses a token up, for one of several that come at the same moment; refuses like `readLink`. */
export async function spendLink(place: Place, token: string, purpose: MailedLink['purpose']): Promise<MailedLink> {
  const link = await readLink(place, token)
  if (link.purpose !== purpose) throw new Refusal('link_expired')
  const won = await place.db
    .updateTable('auth.verifications')
    .set({ identifier: usedOf(token) })
    .where('identifier', '=', identifierOf(token))
    .returning('id')
    .executeTakeFirst()
  if (!won) throw new Refusal('link_used')
  return link
}

function identifierOf(token: string): string {
  return `link:${createHash('sha256').update(token).digest('base64url')}`
}

function usedOf(token: string): string {
  return `used-${identifierOf(token)}`
}
