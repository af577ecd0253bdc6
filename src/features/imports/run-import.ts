import type { EventId, MemberId } from '#kernel/ids.ts'
import { newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { mayRunAgain, refusalOf } from '#platform/http/problem.ts'
import type { ImportId } from './contract.ts'
import type { CsvRow } from './csv-rows.ts'
import { type OpenFile, rowsBelowHeadings } from './detect-file.ts'
import { importRows, type RunningImport, refuseRow } from './import-rows.ts'
import { importerOf } from './importer.ts'
import { findSharedEmails } from './shared-emails.ts'

/** Opens one transaction of the firm, as the worker does. */
export type Run = <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>
export type Limits = { mostChunks: number; mostMs: number }

/** The first chunk is small, so that something is seen to happen; later ones are sized to take about this long. */
const FIRST_CHUNK = 50
const LARGEST_CHUNK = 5000
const CHUNK_MS = 100
/** Then the rest is left for another entry: an entry that takes minutes would be taken for dead. */
const LIMITS: Limits = { mostChunks: Number.POSITIVE_INFINITY, mostMs: 100_000 }

type Key = { importId: ImportId; causeId: EventId | null }

/**
 * Carries an import on from where it stands, chunk by chunk, each with its own transaction: after a kill it goes on
 * behind the last chunk. True once there is nothing left to do.
 */
export async function runImport(run: Run, key: Key, limits: Limits = LIMITS): Promise<boolean> {
  const files = await run(async (tx) => tx.server.files)
  const running = await run((tx) => open(tx, key))
  if (!running) return true
  const openFile: OpenFile = () => files.open(running.storageKey)
  try {
    running.sharedEmails = await findSharedEmails(openFile, running.format, running.mapping)
  } catch (error) {
    if ((error as { code?: string }).code !== 'ENOENT') throw error
    await run((tx) => end(tx, running, 'failed'))
    return true
  }
  const outcome = await importAll(run, running, openFile, limits)
  if (outcome === 'unfinished') return false
  if (outcome === 'finished' && (await run((tx) => end(tx, running, 'finished'))))
    await files.discard(running.storageKey)
  return true
}

async function importAll(run: Run, running: RunningImport, openFile: OpenFile, { mostChunks, mostMs }: Limits) {
  const source = rowSource(rowsBelowHeadings(openFile, running.format))
  const began = performance.now()
  let size = FIRST_CHUNK
  try {
    for (let skip = running.doneRows; skip > 0; )
      skip -= (await source.take(Math.min(skip, LARGEST_CHUNK))).length || skip
    for (let chunk = 0; ; chunk++) {
      const rows = await source.take(size)
      if (rows.length === 0) return 'finished'
      if (chunk === mostChunks || performance.now() - began > mostMs) return 'unfinished'
      const chunkBegan = performance.now()
      if (!(await importChunk(run, running, rows))) return 'elsewhere'
      const tookMs = Math.max(1, performance.now() - chunkBegan)
      size = Math.round(Math.min(LARGEST_CHUNK, 4 * size, Math.max(FIRST_CHUNK, (rows.length * CHUNK_MS) / tookMs)))
    }
  } finally {
    await source.close()
  }
}

/** A chunk that fails is halved until the culprit stands alone; it is reported, the others go through (FAIL-15). */
async function importChunk(run: Run, running: RunningImport, rows: CsvRow[]): Promise<boolean> {
  try {
    const isOurs = await run((tx) => importRows(tx, running, rows))
    if (isOurs) running.doneRows += rows.length
    return isOurs
  } catch (error) {
    if (refusalOf(error).code === 'unavailable') throw error
    if (rows.length === 1 && mayRunAgain(error)) throw error
    if (rows.length === 1) return passOver(run, running, rows[0]!, error)
    const half = Math.ceil(rows.length / 2)
    return (await importChunk(run, running, rows.slice(0, half))) && importChunk(run, running, rows.slice(half))
  }
}

async function passOver(run: Run, running: RunningImport, row: CsvRow, error: unknown): Promise<boolean> {
  const errorId = newId()
  const isOurs = await run((tx) => {
    tx.server.log.error({ err: error, errorId, import: running.id, line: row.line }, 'a row could not be imported')
    return refuseRow(tx, running, row, errorId)
  })
  if (isOurs) running.doneRows += 1
  return isOurs
}

async function open(tx: Tx, { importId, causeId }: Key): Promise<RunningImport | null> {
  const row = await tx.db
    .updateTable('imports')
    .set({ state: 'running' })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', importId)
    .where('state', 'in', ['queued', 'running'])
    .returningAll()
    .executeTakeFirst()
  if (!row?.mapping || !row.settings) return null
  return {
    id: importId,
    fileName: row.file_name,
    storageKey: row.storage_key,
    format: { encoding: row.encoding, delimiter: row.delimiter },
    mapping: { ...row.mapping, settings: row.settings },
    importer: await importerOf(tx, row.created_by as MemberId),
    sharedEmails: new Set(),
    doneRows: row.done_rows,
    causeId,
  }
}

/** False where another process has ended it. */
async function end(tx: Tx, { id, fileName, causeId }: RunningImport, state: 'finished' | 'failed'): Promise<boolean> {
  const row = await tx.db
    .updateTable('imports')
    .set({ state, finished_at: tx.now })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('state', '=', 'running')
    .returning('counts')
    .executeTakeFirst()
  if (!row) return false
  const subject = { kind: 'import', id }
  if (state === 'finished')
    tx.record({ type: 'import.finished', subject, payload: { fileName, ...row.counts }, causeId })
  else tx.record({ type: 'import.failed', subject, payload: { fileName }, causeId })
  return true
}

function rowSource(batches: AsyncGenerator<CsvRow[]>) {
  let waiting: CsvRow[] = []
  return {
    async take(count: number): Promise<CsvRow[]> {
      while (waiting.length < count) {
        const next = await batches.next()
        if (next.done) break
        waiting = waiting.concat(next.value)
      }
      return waiting.splice(0, count)
    },
    close: () => batches.return(undefined),
  }
}
