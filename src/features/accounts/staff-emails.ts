import { sql } from 'kysely'
import type { Tx } from '#platform/db/tx.ts'

/** Which of these addresses, in lower case, are those of the firm's own people: contacts must have others (CON-1). */
export async function staffEmailsAmong(tx: Tx, emails: readonly string[]): Promise<Set<string>> {
  if (emails.length === 0) return new Set()
  const rows = await tx.db
    .selectFrom('team_members')
    .select('email')
    .where('firm_id', '=', tx.firmId)
    .where(sql<string>`lower(email)`, '=', sql<string>`any(${emails.map((email) => email.toLowerCase())}::text[])`)
    .where('state', '<>', 'deactivated')
    .execute()
  return new Set(rows.map((row) => row.email.toLowerCase()))
}
