import type { Locale } from '#kernel/locale.ts'
import { speaker } from '#kernel/text.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { FileAnswer } from '#platform/http/call.ts'
import { catalogue, type TextKey } from '#texts.ts'
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
  const text = [heading, ...lines].map((cells) => cells.map(csvCell).join(',')).join('\r\n')
  const bytes = new TextEncoder().encode(`\ufeff${text}\r\n`)
  const name = `${found.fileName.replace(/\.\w{1,5}$/, '')} ${say('imports.report.file')}.csv`
  return { name, mediaType: 'text/csv; charset=utf-8', bytes: bytes.length, stream: new Blob([bytes]).stream() }
}

/** A cell that spreadsheets take for text: quoted, and not begun like a formula. */
export function csvCell(value: string | number): string {
  const text = String(value)
  const harmless = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n;]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

type Say = ReturnType<typeof speaker<TextKey>>

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

async function speakerOf(tx: Tx): Promise<Say> {
  const { locale } = await tx.db
    .selectFrom('firms as f')
    .leftJoin('team_members as m', (join) =>
      join.onRef('m.firm_id', '=', 'f.firm_id').on('m.id', '=', tx.actor.kind === 'member' ? tx.actor.memberId : null),
    )
    .select((eb) => eb.fn.coalesce('m.locale', 'f.locale').$castTo<Locale>().as('locale'))
    .where('f.firm_id', '=', tx.firmId)
    .executeTakeFirstOrThrow()
  return speaker<TextKey>(locale, catalogue[locale])
}
