import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CsvRow, csvRows } from './csv-rows.ts'

describe('reading CSV', () => {
  test.each<[string, string, string[]]>([
    ['plain rows', 'a,b\nc,d\n', ['1: a | b', '2: c | d']],
    ['no line break at the end', 'a,b\nc,d', ['1: a | b', '2: c | d']],
    ['Windows and old Macintosh line ends', 'a,b\r\nc,d\re,f', ['1: a | b', '2: c | d', '3: e | f']],
    ['empty cells', ',b,\n,,c', ['1:  | b | ', '2:  |  | c']],
    ['blank lines are passed over and counted', 'a,b\n\n , \nc,d', ['1: a | b', '4: c | d']],
    ['delimiter and quote inside quotes', '"a,b","say ""hi"""', ['1: a,b | say "hi"']],
    [
      'line breaks inside quotes: the next row begins further down',
      '"a\nb\r\nc",d\ne,f',
      ['1: a\nb\r\nc | d', '4: e | f'],
    ],
    ['a quote inside a plain cell is a letter', 'pipe 5",b', ['1: pipe 5" | b']],
    ['blanks after a closing quote', '"a" ,b', ['1: a | b']],
    ['an empty quoted cell', '"",b', ['1:  | b']],
    ['a formula is text', '=1+1,"=HYPERLINK(""x"")"', ['1: =1+1 | =HYPERLINK("x")']],
  ])('%s', async (_, text, rows) => {
    expect(await read(text)).toEqual(rows)
  })

  test.each<[string, string, string[]]>([
    ['a quote that is never closed', 'a,b\nc,"d\ne,f\ng,h', ['1: a | b', '2! quote_unclosed', '3: e | f', '4: g | h']],
    ['an open quote before a quoted cell', 'c,"d\n"e",f', ['1! quote_misplaced', '2: e | f']],
    ['letters after a closing quote', '"a"b,c\nd,e', ['1! quote_misplaced', '2: d | e']],
  ])('%s costs one row, which is named', async (_, text, rows) => {
    expect(await read(text)).toEqual(rows)
  })

  test('a row without end is given up, and reading goes on after it', async () => {
    const rows = await read(`a,b\n"${'x'.repeat(4_500_000)}\nc,d`)
    expect(rows[1]).toMatch(/^2! /)
    expect(rows.at(-1)).toBe('3: c | d')
  })

  test('a cell of one megabyte is a cell', async () => {
    const [row] = await collect(`"${'x\n'.repeat(500_000)}",b`, 65_536)
    expect(row!.cells.map((cell) => cell.length)).toEqual([1_000_000, 1])
  })

  test('whatever was written is read back, however it comes in', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'ß', '"', ',', '\n', ' ', '😀') })
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 })
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 7 }), async (cells, size) => {
        const text = cells.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n')
        const rows = await collect(text, size)
        expect(rows.map((row) => row.cells)).toEqual(cells.filter((row) => row.some((each) => each.trim() !== '')))
      }),
    )
  })
})

async function read(text: string): Promise<string[]> {
  const rows = await collect(text, 65_536)
  if (text.length < 1000) expect(await collect(text, 1)).toEqual(rows)
  return rows.map(({ line, cells, problem }) => (problem ? `${line}! ${problem}` : `${line}: ${cells.join(' | ')}`))
}

async function collect(text: string, size: number): Promise<CsvRow[]> {
  const found: CsvRow[] = []
  for await (const rows of csvRows(pieces(text, size), ',')) found.push(...rows)
  return found
}

async function* pieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}
