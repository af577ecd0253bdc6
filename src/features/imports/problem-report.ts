import { BOM, csvLine } from '#kernel/csv.ts'
import type { Speak } from '#kernel/text.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { FileAnswer } from '#platform/http/call.ts'
import { catalogue, type TextKey } from '#texts.ts'
import { speakerOf } from '../team/index.ts'
import type { Import, ImportId } from './contract.ts'
import type { RowProblem } from './model.ts'
import { importById, listProblems } from './queries.ts'

const MOST_LINES = 50_000

/** Rows that were not imported as a CSV file for a spreadsheet, in the caller's language. */
export async function problemReport(tx: Tx, id: ImportId): Promise<FileAnswer> {
  const found = await importById(tx, id)
  const { items } = await listProblems(tx, id, { limit: MOST_LINES })
  const say = await speakerOf(tx)
  const heading = [say('imports.report.line'), say('imports.report.column'), say('imports.report.problem')]
  const lines = items.map((problem) => [problem.line, columnOf(problem, found), sayProblem(say, problem)])
  const bytes = new TextEncoder().encode(BOM + [heading, ...lines].map(csvLine).join(''))
  const name = `${found.fileName.replace(/\.\w{1,5}$/, '')} ${say('imports.report.file')}.csv`
  return { name, mediaType: 'text/csv; charset=utf-8', bytes: bytes.length, stream: new Blob([bytes]).stream() }
}

type Say = Speak<TextKey>

/** What is wrong, as a sentence. */
function sayProblem(say: Say, { code, params }: RowProblem): string {
  const key = `field.${code}`
  return key in catalogue.en ? say(key as TextKey, params) : code
}

/** The heading of the column in the person's own file. */
function columnOf({ field }: RowProblem, { columns, mapping }: Import): string {
  const at = field === 'row' ? -1 : (mapping?.columns.indexOf(field) ?? -1)
  return columns[at] ?? ''
}
