import { type RawBuilder, sql } from 'kysely'
import type { QueryOf, ReturnOf } from '#kernel/contract.ts'
import type { OrganizerId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { currentFirm } from '../firms/index.ts'
import { answersOf, definitionOf, documentsOf, filesOf, valuesOf } from './answers.ts'
import type { organizersContract } from './contract.ts'
import { openToClient } from './filling.ts'
import { columns, type OrganizerColumns, rowOf } from './rows.ts'
import { missingAnswers } from './rules.ts'
import type { PortalOrganizerView } from './schemas.ts'

type List = typeof organizersContract.listPortalOrganizers

/** All organizers of the client's accounts, newest first: completed, sealed and archived ones too (ORG-53). */
export async function listPortalOrganizers(tx: Tx, query: QueryOf<List>): Promise<ReturnOf<List>> {
  const parts: RawBuilder<unknown>[] = []
  if (query.accountId) parts.push(sql`o.account_id = ${query.accountId}`)
  if (query.cursor) {
    const [at, id] = decodeCursor(query.cursor, 2)
    parts.push(sql`(o.sent_at, o.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await select(tx, parts, sql`order by o.sent_at desc, o.id desc limit ${query.limit + 1}`)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const next = rows.length > query.limit && last ? encodeCursor([last.sent_at.toISOString(), last.id]) : null
  return { items: page.map(rowOf), next }
}

/** One organizer as its client fills it in. */
export async function portalOrganizerById(tx: Tx, id: OrganizerId): Promise<PortalOrganizerView> {
  const [row] = await select(tx, [sql`o.id = ${id}`], sql``)
  if (!row) throw new Refusal('not_found')
  const definition = await definitionOf(tx, id)
  const answers = await answersOf(tx, id)
  const files = await filesOf(tx, id)
  const { name, color } = await currentFirm(tx)
  return {
    ...rowOf(row),
    firm: { name, color },
    editable: !row.sealed && !row.archived,
    definition,
    answers,
    files,
    missing: missingAnswers(definition, valuesOf(answers), documentsOf(files)),
  }
}

async function select(tx: Tx, parts: RawBuilder<unknown>[], end: RawBuilder<unknown>): Promise<OrganizerColumns[]> {
  const where = [sql`o.firm_id = ${tx.firmId}`, openToClient(tx), ...parts]
  const { rows } = await sql<OrganizerColumns>`
    select ${columns} from organizers o join accounts a on a.firm_id = o.firm_id and a.id = o.account_id
    where ${sql.join(where, sql` and `)} ${end}`.execute(tx.db)
  return rows
}
