import type { MemberActor } from '#kernel/actor.ts'
import { newId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { StoredFile } from '#platform/files/files.ts'
import { requireMembers, requireTags } from '../accounts/index.ts'
import type { DryRun, Import, ImportId } from './contract.ts'
import { detectFormat, type FileFormat, firstRows, type OpenFile, readOutline, shortened } from './detect-file.ts'
import { dryRun } from './dry-run.ts'
import { suggestedColumns } from './header-words.ts'
import { type ImportMapping, mappingProblems, NO_COUNTS, PREVIEW_ROWS } from './model.ts'
import { importById } from './queries.ts'

/** What a text file may pass for by its first bytes; anything else is no CSV file. */
const TEXT_TYPES = new Set(['text/csv', 'text/plain', 'application/octet-stream'])

/** Keeps an uploaded file and finds out how it is to be read. Nothing is imported yet. */
export async function uploadImport(tx: Tx, file: StoredFile, actor: MemberActor): Promise<Import> {
  if (!TEXT_TYPES.has(file.mediaType)) throw new Refusal('unsupported_file')
  const open: OpenFile = () => tx.server.files.open(file.key)
  const format = await detectFormat(open)
  const { columns, totalRows } = await readOutline(open, format)
  const id = newId<'import'>(tx.now.getTime())
  await tx.db
    .insertInto('imports')
    .values({
      firm_id: tx.firmId,
      id,
      file_name: file.name,
      storage_key: file.key,
      ...format,
      columns: JSON.stringify(columns),
      total_rows: totalRows,
      mapping: null,
      settings: null,
      state: 'uploaded',
      counts: JSON.stringify(NO_COUNTS),
      created_by: actor.memberId,
      created_at: tx.now,
      finished_at: null,
    })
    .execute()
  tx.record({
    type: 'import.uploaded',
    subject: { kind: 'import', id },
    payload: { fileName: file.name, rows: totalRows },
  })
  return importById(tx, id)
}

/** The first rows of the file, and what its columns most likely are. */
export async function previewImport(tx: Tx, id: ImportId) {
  const { found, open, format } = await openUploaded(tx, id)
  const rows = await firstRows(open, format, PREVIEW_ROWS)
  const readable = rows.filter((row) => !row.problem)
  return { rows: readable.map(({ cells }) => cells.map(shortened)), suggestion: suggestedColumns(found.columns) }
}

/** Reads the file another way; what was said of its columns is forgotten, because they may be others now. */
export async function setReading(tx: Tx, id: ImportId, format: FileFormat): Promise<Import> {
  const { open } = await openUploaded(tx, id)
  const { columns, totalRows } = await readOutline(open, format)
  const outline = { columns: JSON.stringify(columns), total_rows: totalRows, mapping: null, settings: null }
  await update(tx, id, { ...format, ...outline })
  return importById(tx, id)
}

/** Keeps what the columns are and what holds for all rows; answers with what the import would do. */
export async function setMapping(tx: Tx, id: ImportId, mapping: ImportMapping, importer: MemberActor): Promise<DryRun> {
  const { found, open, format } = await openUploaded(tx, id)
  await requireMapping(tx, found, mapping, importer)
  const { settings, ...columns } = mapping
  await update(tx, id, { mapping: JSON.stringify(columns), settings: JSON.stringify(settings) })
  return dryRun(tx, { open, format, mapping, importer })
}

/** Leaves the import to the worker, once however often it is asked for. */
export async function startImport(tx: Tx, id: ImportId): Promise<Import> {
  const { state, mapping, fileName, totalRows } = await importById(tx, id)
  if (state !== 'uploaded') return importById(tx, id)
  if (!mapping) throw new Refusal('conflict', [{ path: 'mapping', code: 'required' }])
  const started = await tx.db
    .updateTable('imports')
    .set({ state: 'queued' })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('state', '=', 'uploaded')
    .executeTakeFirst()
  if (started.numUpdatedRows === 0n) return importById(tx, id)
  const payload = { fileName, rows: totalRows }
  const causeId = tx.record({ type: 'import.started', subject: { kind: 'import', id }, payload })
  tx.enqueue({ id: newId(), kind: 'import', payload: { importId: id, causeId }, causeId })
  return importById(tx, id)
}

/** Throws away a file that was not imported. */
export async function discardImport(tx: Tx, id: ImportId): Promise<void> {
  const { found, storageKey } = await openUploaded(tx, id)
  await tx.db.deleteFrom('imports').where('firm_id', '=', tx.firmId).where('id', '=', id).execute()
  await tx.server.files.discard(storageKey)
  tx.record({ type: 'import.discarded', subject: { kind: 'import', id }, payload: { fileName: found.fileName } })
}

async function requireMapping(
  tx: Tx,
  { columns }: Import,
  mapping: ImportMapping,
  importer: MemberActor,
): Promise<void> {
  const problems = mappingProblems(mapping)
  if (mapping.columns.length !== columns.length) problems.push({ path: 'columns', code: 'invalid_value' })
  const { tagIds, memberIds } = mapping.settings
  if (!holdsRight(importer, 'manage_tags')) {
    if (tagIds.length > 0) problems.push({ path: 'settings.tagIds', code: 'not_allowed' })
    const at = mapping.columns.indexOf('account.tags')
    if (at >= 0) problems.push({ path: `columns.${at}`, code: 'not_allowed' })
  }
  if (memberIds.length > 0 && !holdsRight(importer, 'assign_team_members'))
    problems.push({ path: 'settings.memberIds', code: 'not_allowed' })
  if (problems.length > 0) throw new Refusal('invalid', problems)
  await requireTags(tx, tagIds, 'settings.tagIds')
  await requireMembers(tx, memberIds, 'settings.memberIds')
}

/** An import whose file is still there to be read: it has not been started. */
async function openUploaded(tx: Tx, id: ImportId) {
  const found = await importById(tx, id)
  if (found.state !== 'uploaded') throw new Refusal('conflict', [], { state: found.state })
  const { storage_key: storageKey } = await tx.db
    .selectFrom('imports')
    .select('storage_key')
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const format: FileFormat = { encoding: found.encoding, delimiter: found.delimiter }
  const open: OpenFile = () => tx.server.files.open(storageKey)
  return { found, storageKey, open, format }
}

type Update = Partial<FileFormat> & {
  columns?: string
  total_rows?: number
  mapping: string | null
  settings: string | null
}

async function update(tx: Tx, id: ImportId, fields: Update): Promise<void> {
  await tx.db.updateTable('imports').set(fields).where('firm_id', '=', tx.firmId).where('id', '=', id).execute()
}
