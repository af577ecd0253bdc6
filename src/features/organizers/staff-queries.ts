import { type RawBuilder, sql } from 'kysely'
import type { QueryOf, ReturnOf } from '#kernel/contract.ts'
import type { OrganizerId, TemplateId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts } from '../accounts/index.ts'
import { answersOf, definitionOf, filesOf } from './answers.ts'
import type { organizersContract } from './contract.ts'
import { describeJobs } from './linked-jobs.ts'
import { columns, type OrganizerColumns, rowOf } from './rows.ts'
import type { OrganizerRow, OrganizerView } from './schemas.ts'

type List = typeof organizersContract.listOrganizers
type StaffColumns = OrganizerColumns & { opened_at: Date | null; revision: number }

/** Organizers of visible accounts, newest first (ORG-57, X-5). */
export async function listOrganizers(tx: Tx, query: QueryOf<List>): Promise<ReturnOf<List>> {
  const parts: RawBuilder<unknown>[] = []
  if (query.accountId) parts.push(sql`o.account_id = ${query.accountId}`)
  if (query.status) parts.push(sql`o.status = ${query.status}`)
  if (query.jobId) {
    parts.push(sql`exists (select from organizer_links l
      where l.firm_id = o.firm_id and l.organizer_id = o.id and l.job_id = ${query.jobId})`)
  }
  if (query.search) {
    parts.push(sql`(position(lower(${query.search}) in lower(o.name)) > 0
      or position(lower(${query.search}) in lower(a.name)) > 0)`)
  }
  if (query.cursor) {
    const [at, id] = decodeCursor(query.cursor, 2)
    parts.push(sql`(o.sent_at, o.id) < (${at}::timestamptz, ${id}::uuid)`)
  }
  const rows = await select(tx, parts, sql`order by o.sent_at desc, o.id desc limit ${query.limit + 1}`)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  const next = rows.length > query.limit && last ? encodeCursor([last.sent_at.toISOString(), last.id]) : null
  return { items: page.map(staffRowOf), next }
}

/** One organizer of a visible account, without its questions. */
export async function organizerRowById(tx: Tx, id: OrganizerId): Promise<OrganizerRow> {
  const [row] = await select(tx, [sql`o.id = ${id}`], sql``)
  if (!row) throw new Refusal('not_found')
  return staffRowOf(row)
}

/** One organizer as staff reads it. */
export async function organizerById(tx: Tx, id: OrganizerId): Promise<OrganizerView> {
  const row = await organizerRowById(tx, id)
  const template = await tx.db
    .selectFrom('organizers as o')
    .innerJoin('templates as t', (join) =>
      join.onRef('t.firm_id', '=', 'o.firm_id').onRef('t.id', '=', 'o.template_id'),
    )
    .select(['t.id', 't.name'])
    .where('o.firm_id', '=', tx.firmId)
    .where('o.id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    ...row,
    templateId: template.id as TemplateId,
    templateName: template.name,
    definition: await definitionOf(tx, id),
    answers: await answersOf(tx, id),
    files: await filesOf(tx, id),
    jobs: await describeJobs(tx, id),
  }
}

async function select(tx: Tx, parts: RawBuilder<unknown>[], end: RawBuilder<unknown>): Promise<StaffColumns[]> {
  const where = [sql`o.firm_id = ${tx.firmId}`, visibleAccounts(tx, 'o.account_id'), ...parts]
  const { rows } = await sql<StaffColumns>`
    select ${columns}, o.opened_at, o.revision
    from organizers o join accounts a on a.firm_id = o.firm_id and a.id = o.account_id
    where ${sql.join(where, sql` and `)} ${end}`.execute(tx.db)
  return rows
}

function staffRowOf(row: StaffColumns): OrganizerRow {
  return { ...rowOf(row), openedAt: row.opened_at?.toISOString() ?? null, revision: row.revision }
}
