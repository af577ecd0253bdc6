import { sql } from 'kysely'
import type { MemberId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { mentionsIn } from './rules-mentions.ts'

/** Names of those mentioned in a text; refuses, at its field, a mention of nobody who is in the firm (JOB-5, JOB-14). */
export async function requireMentioned(tx: Tx, path: string, text: string): Promise<Map<MemberId, string>> {
  const ids = mentionsIn(text)
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom('team_members')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  if (rows.length !== ids.length) throw invalid(path, 'unknown_member')
  return new Map(rows.map((row) => [row.id as MemberId, row.name]))
}
