/**
 * One row of a file, with the line it begins on (from 1), as editors count lines. A row that cannot be read has no
 * cells but a problem; reading goes on at the next line, so that one stray quote costs one row.
 */
export type CsvRow = {
  line: number
  cells: string[]
  problem: 'quote_misplaced' | 'quote_unclosed' | 'row_too_long' | null
}

/** No row of people is longer; a quote that is never closed is noticed here at the latest. */
const LONGEST_ROW = 4_000_000

/**
 * Reads CSV as it comes in, in memory for one row only: RFC 4180 with any line ends, quotes doubled inside quotes,
 * line breaks inside quotes. Blank rows are passed over. A library would be shorter, but none says on which line a row
 * begins once cells hold line breaks, or reads on after a broken quote.
 */
export async function* csvRows(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<CsvRow[]> {
  let rest = ''
  let line = 1
  for await (const piece of text) {
    const read = readRows(rest + piece, line, delimiter, false)
    if (read.rows.length > 0) yield read.rows
    rest = read.rest
    line = read.line
  }
  const { rows } = readRows(rest, line, delimiter, true)
  if (rows.length > 0) yield rows
}

/** The whole rows in a text that begins on `line`, and what is left of it for more to come. */
export function readRows(text: string, line: number, delimiter: string, isEnd: boolean) {
  const rows: CsvRow[] = []
  let [at, current] = [0, line]
  while (at < text.length) {
    const row = readRow(text, at, delimiter, isEnd)
    if (!row) break
    if (row.problem || row.cells.some((cell) => cell.trim() !== ''))
      rows.push({ line: current, cells: row.cells, problem: row.problem })
    current += row.lines
    at = row.end
  }
  return { rows, rest: text.slice(at), line: current }
}

type ReadRow = { cells: string[]; problem: CsvRow['problem']; end: number; lines: number }

/** The row at `start`, or null where its end has not come in yet. */
function readRow(text: string, start: number, delimiter: string, isEnd: boolean): ReadRow | null {
  const lineEnd = endOfLine(text, start, isEnd)
  if (lineEnd < 0) return text.length - start > LONGEST_ROW ? skipped(text, start, text.length, 'row_too_long') : null
  const line = text.slice(start, lineEnd)
  if (!line.includes('"'))
    return { cells: line.split(delimiter), problem: null, end: afterBreak(text, lineEnd), lines: 1 }
  const cells: string[] = []
  let at = start
  for (;;) {
    const cell = text[at] === '"' ? quotedCell(text, at, delimiter, isEnd) : plainCell(text, at, delimiter, isEnd)
    if (cell === null && text.length - start <= LONGEST_ROW) return null
    if (cell === null) return skipped(text, start, lineEnd, 'quote_unclosed')
    if (typeof cell === 'string') return skipped(text, start, lineEnd, cell)
    cells.push(cell.value)
    at = cell.end
    if (text[at] !== delimiter) break
    at += 1
  }
  return { cells, problem: null, end: afterBreak(text, at), lines: breaksIn(text, start, at) + 1 }
}

function skipped(text: string, start: number, lineEnd: number, problem: CsvRow['problem']): ReadRow {
  const end = afterBreak(text, lineEnd)
  return { cells: [], problem, end: Math.max(end, start + 1), lines: end > lineEnd ? 1 : 0 }
}

type Cell = { value: string; end: number }

function plainCell(text: string, start: number, delimiter: string, isEnd: boolean): Cell | null {
  const lineEnd = endOfLine(text, start, isEnd)
  if (lineEnd < 0) return null
  const next = text.indexOf(delimiter, start)
  const end = next < 0 || next > lineEnd ? lineEnd : next
  return { value: text.slice(start, end), end }
}

/** Null where its closing quote has not come in yet. */
function quotedCell(
  text: string,
  start: number,
  delimiter: string,
  isEnd: boolean,
): Cell | null | 'quote_misplaced' | 'quote_unclosed' {
  let close = start
  for (;;) {
    close = text.indexOf('"', close + 1)
    if (close < 0) return isEnd ? 'quote_unclosed' : null
    if (close + 1 === text.length && !isEnd) return null
    if (text[close + 1] !== '"') break
    close += 1
  }
  let end = close + 1
  while (text[end] === ' ') end += 1
  const isOver = end === text.length || text[end] === delimiter || text[end] === '\n' || text[end] === '\r'
  return isOver ? { value: text.slice(start + 1, close).replaceAll('""', '"'), end } : 'quote_misplaced'
}

/** Where the line ends; -1 where that has not come in yet (a carriage return may be half of a line break). */
function endOfLine(text: string, start: number, isEnd: boolean): number {
  BREAK.lastIndex = start
  const at = BREAK.exec(text)?.index ?? -1
  if (at < 0) return isEnd ? text.length : -1
  return text[at] === '\r' && at + 1 === text.length && !isEnd ? -1 : at
}

const BREAK = /[\r\n]/g

function afterBreak(text: string, end: number): number {
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : Math.min(end + 1, text.length)
}

function breaksIn(text: string, start: number, end: number): number {
  return text.slice(start, end).match(/\r\n|\r|\n/g)?.length ?? 0
}
