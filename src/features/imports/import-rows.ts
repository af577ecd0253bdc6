import { sql } from 'kysely'
import type { MemberActor } from '#kernel/actor.ts'
import type { EventId, MemberId, TagId } from '#kernel/ids.ts'
import { holdsRight } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import { assignMembers, writeClients } from '../accounts/index.ts'
import { changeAccountTags, ensureTags, tagSpeaker } from '../tags/index.ts'
import type { ImportId } from './contract.ts'
import type { CsvRow } from './csv-rows.ts'
import { decide } from './decide.ts'
import type { Decision } from './desk.ts'
import type { FileFormat } from './detect-file.ts'
import { key } from './matching.ts'
import type { ImportCounts, ImportMapping, RowProblem } from './model.ts'
import { rowReader } from './read-row.ts'
import { lockWorld } from './world.ts'

/** An import that is being carried out; `doneRows` is where it stands. */
export type RunningImport = {
  id: ImportId
  fileName: string
  storageKey: string
  format: FileFormat
  mapping: ImportMapping
  importer: MemberActor
  sharedEmails: ReadonlySet<string>
  doneRows: number
  causeId: EventId | null
}

/**
 * Imports the next rows and says in the same transaction that they are done. Refuses with false where another process
 * has gone on meanwhile. Imports of one firm take turns, chunk by chunk, so that two never make one account twice.
 */
export async function importRows(tx: Tx, running: RunningImport, rows: readonly CsvRow[]): Promise<boolean> {
  const counts = await claim(tx, running)
  if (!counts) return false
  const read = rows.map(rowReader(running.mapping))
  const world = await lockWorld(
    tx,
    running.importer,
    read.map(({ row }) => row),
  )
  const decision = decide(world, read, { ...running, at: tx.now.getTime() })
  await write(tx, running, decision)
  await noteProgress(tx, running, rows.length, added(counts, decision.counts), decision.problems)
  return true
}

/** Passes over one row that cannot be imported for a reason nobody foresaw; `errorId` names the line in the log. */
export async function refuseRow(tx: Tx, running: RunningImport, row: CsvRow, errorId: string): Promise<boolean> {
  const counts = await claim(tx, running)
  if (!counts) return false
  const problem: RowProblem = { line: row.line, field: 'row', code: 'row_failed', params: { errorId } }
  await noteProgress(tx, running, 1, { ...counts, rowsRefused: counts.rowsRefused + 1 }, [problem])
  return true
}

async function claim(tx: Tx, running: RunningImport): Promise<ImportCounts | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import/${tx.firmId}`}, 0))`.execute(tx.db)
  const row = await tx.db
    .selectFrom('imports')
    .select(['state', 'done_rows', 'counts'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', running.id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row?.state === 'running' && row.done_rows === running.doneRows ? row.counts : null
}

async function write(tx: Tx, { mapping, importer, causeId }: RunningImport, decision: Decision): Promise<void> {
  const { memberIds } = mapping.settings
  const team: MemberId[] = holdsRight(importer, 'view_all_accounts') ? memberIds : [...memberIds, importer.memberId]
  await writeClients(tx, decision.changes, { memberIds: team, causeId })
  await writeTags(tx, decision, causeId)
  if (decision.teamChanges.length > 0)
    await assignMembers(tx, { accountIds: decision.teamChanges, add: memberIds, remove: [] }, causeId)
}

/** Makes tags that are new and puts tags on accounts; what a new account begins with is no change of it. */
async function writeTags(tx: Tx, { newTags, tagChanges }: Decision, causeId: EventId | null): Promise<void> {
  if (tagChanges.length === 0) return
  const made = await ensureTags(
    tx,
    newTags.map((name) => ({ name, color: 'gray' })),
  )
  const idOf = new Map(newTags.map((name, at) => [key(name), made[at]!]))
  const changes = tagChanges.map(({ accountId, isNew, add, newTags: named }) => {
    return { accountId, isNew, add: [...add, ...named.map((name): TagId => idOf.get(key(name))!)], remove: [] }
  })
  await changeAccountTags(tx, changes)
  const say = await tagSpeaker(tx, changes)
  for (const { accountId, isNew, add } of changes) {
    if (isNew) continue
    const payload = { tags: say({ add, remove: [] }), add, remove: [] }
    const subject = { kind: 'account', id: accountId }
    tx.record({ type: 'account.tagsChanged', subject, accountId, payload, causeId })
  }
}

async function noteProgress(
  tx: Tx,
  { id, doneRows }: RunningImport,
  rows: number,
  counts: ImportCounts,
  problems: readonly RowProblem[],
): Promise<void> {
  if (problems.length > 0) {
    const lines = [...Map.groupBy(problems, (problem) => problem.line).values()]
    const listed = lines.flatMap((line) => line.map((problem, ordinal) => ({ ...problem, ordinal })))
    await sql`
      insert into import_problems (firm_id, import_id, line, ordinal, field, code, params)
      select ${tx.firmId}::uuid, ${id}::uuid, line, ordinal, field, code, params
      from jsonb_to_recordset(${JSON.stringify(listed)}::jsonb)
        as row(line integer, ordinal integer, field text, code text, params jsonb)`.execute(tx.db)
  }
  await tx.db
    .updateTable('imports')
    .set({ done_rows: doneRows + rows, counts: JSON.stringify(counts) })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}

function added(counts: ImportCounts, more: ImportCounts): ImportCounts {
  const names = Object.keys(counts) as (keyof ImportCounts)[]
  return Object.fromEntries(names.map((name) => [name, counts[name] + more[name]])) as ImportCounts
}
