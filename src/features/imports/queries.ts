import { sql } from 'kysely'
import { Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Import, ImportId } from './contract.ts'
import { NO_COUNTS, type RowProblem } from './model.ts'

type Page = { cursor?: string | undefined; limit: number }

/** One import; `not_found` also where another member uploaded it and the actor does not see all accounts. */
export async function importById(tx: Tx, id: ImportId): Promise<Import> {
  const row = await importRows(tx).where('i.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not_found')
  return importOf(row)
}

export async function listImports(tx: Tx, { cursor, limit }: Page) {
  const after = cursor ? decodeCursor(cursor, 1) : null
  const rows = await importRows(tx)
    .$if(after !== null, (query) => query.where('i.id', '<', String(after![0])))
    .orderBy('i.id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map(importOf)
  return { items, next: rows.length > limit ? encodeCursor([items.at(-1)!.id]) : null }
}

/** Rows that were not imported, by line. */
export async function listProblems(tx: Tx, id: ImportId, { cursor, limit }: Page) {
  await importById(tx, id)
  const after = cursor ? decodeCursor(cursor, 2) : [0, -1]
  const rows = await tx.db
    .selectFrom('import_problems')
    .select(['line', 'ordinal', 'field', 'code', 'params'])
    .where('firm_id', '=', tx.firmId)
    .where('import_id', '=', id)
    .where(sql<boolean>`(line, ordinal) > (${Number(after[0])}, ${Number(after[1])})`)
    .orderBy('line')
    .orderBy('ordinal')
    .limit(limit + 1)
    .execute()
  const { total } = await tx.db
    .selectFrom('import_problems')
    .select((eb) => eb.fn.countAll<string>().as('total'))
    .where('firm_id', '=', tx.firmId)
    .where('import_id', '=', id)
    .executeTakeFirstOrThrow()
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const items = page.map(({ ordinal: _, field, ...rest }) => ({ ...rest, field: field as RowProblem['field'] }))
  return {
    items,
    next: rows.length > limit && last ? encodeCursor([last.line, last.ordinal]) : null,
    total: Number(total),
  }
}

function importRows(tx: Tx) {
  const { actor } = tx
  const seesAll = actor.kind !== 'member' || holdsRight(actor, 'view_all_accounts')
  return tx.db
    .selectFrom('imports as i')
    .leftJoin('team_members as m', (join) =>
      join.onRef('m.firm_id', '=', 'i.firm_id').onRef('m.id', '=', 'i.created_by'),
    )
    .selectAll('i')
    .select('m.name as created_by_name')
    .where('i.firm_id', '=', tx.firmId)
    .$if(!seesAll, (query) => query.where('i.created_by', '=', actor.kind === 'member' ? actor.memberId : null))
}

type Row = Awaited<ReturnType<ReturnType<typeof importRows>['executeTakeFirstOrThrow']>>

function importOf(row: Row): Import {
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    encoding: row.encoding,
    delimiter: row.delimiter,
    columns: row.columns,
    totalRows: row.total_rows,
    doneRows: row.done_rows,
    mapping: row.mapping && row.settings ? { ...row.mapping, settings: row.settings } : null,
    counts: { ...NO_COUNTS, ...row.counts },
    createdBy: row.created_by_name,
    createdAt: row.created_at.toISOString(),
    finishedAt: row.finished_at?.toISOString() ?? null,
  }
}
