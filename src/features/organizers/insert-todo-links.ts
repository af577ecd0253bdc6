import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { OrganizerId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { tokenFor } from '#platform/sessions/secret.ts'

/** A link that a mail will carry: which item it opens, for which address. */
export type NewTodoLink = { id: string; organizerId: OrganizerId; contactEmailId: string }

/** How long the link of a mail works (D-12 b). */
export const LINK_LIFE = 7 * 86_400_000

/** Writes links in one statement, good from now; of the token only the hash is kept. */
export async function insertTodoLinks(tx: Tx, links: readonly NewTodoLink[]): Promise<void> {
  if (links.length === 0) return
  const rows = links.map(({ id, organizerId, contactEmailId }) => {
    return { id, token_hash: hashOf(todoToken(tx, id)), organizer_id: organizerId, contact_email_id: contactEmailId }
  })
  await sql`
    insert into todo_links (firm_id, id, token_hash, organizer_id, contact_email_id, sent_at, expires_at)
    select ${tx.firmId}::uuid, id, token_hash, organizer_id, contact_email_id, ${tx.now}::timestamptz,
           ${new Date(tx.now.getTime() + LINK_LIFE)}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(
      id uuid, token_hash text, organizer_id uuid, contact_email_id uuid)
    on conflict do nothing`.execute(tx.db)
}

/** What stands in the mail. */
export function todoLinkUrl(tx: Tx, linkId: string): string {
  return `${tx.server.publicUrl}/todo/${todoToken(tx, linkId)}`
}

/** How tokens and devices' secrets are kept: 256 random bits need no salt. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function todoToken(tx: Tx, linkId: string): string {
  return tokenFor(tx.server.secret, 'todo', linkId)
}
