import { analyse } from 'chardet'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { type CsvRow, csvRows, readRows } from './csv-rows.ts'
import { DELIMITERS, type Delimiter, type Encoding, MOST_COLUMNS } from './model.ts'

export type OpenFile = () => ReadableStream<Uint8Array>
export type FileFormat = { encoding: Encoding; delimiter: Delimiter }

const HEAD_BYTES = 64 * 1024
/** Excel writes the delimiter into a first line of its own. */
const SEPARATOR_LINE = /^sep=(.)$/

/** How a file is to be read: by its byte order mark, else by whether it is UTF-8, else by its letters. */
export async function detectFormat(open: OpenFile): Promise<FileFormat> {
  const encoding = await detectEncoding(open)
  return { encoding, delimiter: await detectDelimiter(open, encoding) }
}

/** The rows below the headings, in batches. */
export async function* rowsBelowHeadings(open: OpenFile, format: FileFormat): AsyncGenerator<CsvRow[]> {
  let isAbove = true
  for await (const batch of csvRows(decoded(open, format.encoding), format.delimiter)) {
    let rows = batch
    if (isAbove && isSeparatorLine(rows[0])) rows = rows.slice(1)
    if (isAbove && rows.length > 0) {
      rows = rows.slice(1)
      isAbove = false
    }
    if (rows.length > 0) yield rows
  }
}

/** The first so many of them, without reading on. */
export async function firstRows(open: OpenFile, format: FileFormat, count: number): Promise<CsvRow[]> {
  const found: CsvRow[] = []
  for await (const rows of rowsBelowHeadings(open, format)) {
    found.push(...rows)
    if (found.length >= count) break
  }
  return found.slice(0, count)
}

/** Headings, and how many rows stand below. Refuses files without rows or with unreadable headings. */
export async function readOutline(open: OpenFile, format: FileFormat) {
  const columns = await readHeadings(open, format)
  let totalRows = 0
  for await (const rows of rowsBelowHeadings(open, format)) totalRows += rows.length
  if (totalRows === 0) throw invalid('file', 'no_rows')
  return { columns, totalRows }
}

async function readHeadings(open: OpenFile, { encoding, delimiter }: FileFormat): Promise<string[]> {
  for await (const rows of csvRows(decoded(open, encoding), delimiter)) {
    const head = isSeparatorLine(rows[0]) ? rows[1] : rows[0]
    if (!head) continue
    if (head.problem) throw invalid('file', 'headings_broken')
    if (head.cells.length > MOST_COLUMNS) throw invalid('file', 'too_many_columns', { maximum: MOST_COLUMNS })
    return head.cells.map((cell) => shortened(cell.trim()))
  }
  throw invalid('file', 'no_rows')
}

function isSeparatorLine(row: CsvRow | undefined): boolean {
  return row !== undefined && (SEPARATOR_LINE.test(row.cells.join('')) || SEPARATOR_LINE.test(row.cells.join(',')))
}

/** As much of a cell as a preview shows. */
export function shortened(text: string): string {
  return text.replaceAll('\u0000', '').slice(0, 200)
}

async function* decoded(open: OpenFile, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const bytes of open()) yield decoder.decode(bytes, { stream: true })
  yield decoder.decode()
}

async function detectEncoding(open: OpenFile): Promise<Encoding> {
  const utf8 = new TextDecoder('utf-8', { fatal: true })
  let head = Buffer.alloc(0)
  try {
    for await (const bytes of open()) {
      if (head.length < HEAD_BYTES) head = Buffer.concat([head, bytes])
      const wide = wideEncoding(head)
      if (wide) return wide
      utf8.decode(bytes, { stream: true })
    }
    utf8.decode()
    return 'utf-8'
  } catch (error) {
    if (error instanceof Refusal) throw error
    return byLetters(await firstForeignBytes(open))
  }
}

/** UTF-16 by its mark, or by the zero bytes of its Latin letters. Other files with zero bytes hold no text. */
function wideEncoding(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  if (!head.includes(0)) return null
  const sample = head.subarray(0, 2000)
  const zeros = (parity: number) => sample.filter((byte, at) => byte === 0 && at % 2 === parity).length / sample.length
  if (zeros(1) > 0.25 && zeros(0) < 0.05) return 'utf-16le'
  if (zeros(0) > 0.25 && zeros(1) < 0.05) return 'utf-16be'
  throw new Refusal('unsupported_file')
}

/** What is not plain ASCII, with the letters around it: enough to tell encodings apart wherever it stands. */
async function firstForeignBytes(open: OpenFile): Promise<Buffer> {
  let sample = Buffer.alloc(0)
  for await (const bytes of open()) {
    if (bytes.some((byte) => byte > 127)) sample = Buffer.concat([sample, bytes])
    if (sample.length > HEAD_BYTES) break
  }
  return sample
}

const LATIN = new Set(['windows-1252', 'ISO-8859-1'])
const KNOWN: Record<string, Encoding> = {
  'ISO-8859-2': 'iso-8859-2',
  'windows-1250': 'windows-1250',
  'windows-1254': 'windows-1254',
  'windows-1257': 'windows-1257',
}

/** Western European unless the letters say otherwise clearly: short files prove little. */
function byLetters(sample: Buffer): Encoding {
  const guesses = analyse(sample)
  const latin = Math.max(0, ...guesses.filter(({ name }) => LATIN.has(name)).map(({ confidence }) => confidence))
  const best = guesses.find(({ name, confidence }) => KNOWN[name] && confidence > latin + 10)
  return best ? KNOWN[best.name]! : 'windows-1252'
}

/** The sign that parts the first lines into the same number of columns, and into the most. */
async function detectDelimiter(open: OpenFile, encoding: Encoding): Promise<Delimiter> {
  let head = ''
  for await (const text of decoded(open, encoding)) {
    head += text
    if (head.length > HEAD_BYTES) break
  }
  const said = SEPARATOR_LINE.exec(head.split(/\r\n|\r|\n/, 1)[0] ?? '')?.[1]
  const named = DELIMITERS.find((delimiter) => delimiter === said)
  if (named) return named
  const scored = DELIMITERS.map((delimiter) => ({ delimiter, score: score(head, delimiter) }))
  return scored.toSorted((a, b) => b.score - a.score)[0]!.delimiter
}

function score(head: string, delimiter: string): number {
  const rows = readRows(head, 1, delimiter, head.length <= HEAD_BYTES).rows.slice(0, 50)
  const columns = rows[0]?.cells.length ?? 0
  if (columns < 2) return 0
  return (rows.filter((row) => row.cells.length === columns).length / rows.length) * 1000 + columns
}
