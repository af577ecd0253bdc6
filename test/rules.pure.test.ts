import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { sourceFiles } from './support/source.ts'

/** The rules that are built so far, and all of the engine and the board: `[family, first, last]`, or single ones. */
const RULES: [family: string, first: number, last: number][] = [
  ['SET', 1, 7],
  ['STG', 1, 6],
  ['P', 1, 7],
  ['P', 10, 21],
  ['A', 1, 12],
  ['A', 20, 24],
  ['A', 30, 39],
  ['AUT', 1, 11],
  ['ACX', 1, 5],
  ['ASG', 1, 5],
  ['FAIL', 1, 15],
  ['DONE', 1, 2],
  ['AM', 1, 18],
  ['AM', 20, 36],
  ['JOB', 1, 14],
  ['JOB', 16, 16],
  ['JC', 1, 5],
  ['JM', 1, 3],
  ['JX', 1, 2],
  ['JD', 1, 4],
  ['J', 20, 27],
  ['J', 30, 36],
  ['J', 40, 43],
  ['J', 45, 45],
  ['CFS', 1, 16],
  ['T', 1, 12],
  ['T', 14, 14],
  ['VIEW', 1, 7],
  ['REP', 1, 2],
  ['TAGS', 1, 3],
  ['AUD', 1, 3],
  ['B', 1, 6],
  ['B', 8, 9],
  ['USR', 1, 4],
  ['X', 1, 7],
  ['CON', 1, 4],
  ['IMP', 1, 5],
  ['POR', 1, 4],
  ['POR', 6, 6],
  ['POR', 8, 8],
  ['ORG', 1, 5],
  ['ORG', 10, 22],
  ['ORG', 30, 31],
  ['ORG', 33, 35],
  ['ORG', 37, 40],
  ['ORG', 43, 44],
  ['ORG', 55, 55],
  ['ORG', 57, 58],
  ['ORG', 61, 64],
  ['SHC', 1, 1],
  ['SHC', 3, 4],
  ['EML', 3, 3],
  ['EML', 5, 5],
  ['EML', 7, 7],
  ['EML', 11, 11],
  ['D', 1, 3],
  ['D', 7, 7],
  ['D', 12, 12],
  ['D', 14, 15],
  ['D', 17, 17],
  ['D', 21, 21],
]

const PROOF = readFileSync(new URL('../docs/proof.md', import.meta.url), 'utf8')

it('every rule is named by a test, or docs/proof.md says why not', () => {
  const rules = RULES.flatMap(([family, first, last]) => numbered(family, first, last))
  const tests = sourceFiles().filter(({ path }) => path.includes('.test.'))
  const kept = namedIn(tests.map(({ path }) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')).join('\n'))
  const excused = namedIn(firstCells(PROOF))
  const forgotten = rules.filter((rule) => !kept.has(rule) && !excused.has(rule))
  expect(forgotten).toEqual([])
  expect(rules.filter((rule) => kept.has(rule) && excused.has(rule))).toEqual([])
})

/** Rules that a text names, also as a stretch: "ASG-1 to ASG-5". */
function namedIn(text: string): Set<string> {
  const found = text.matchAll(/\b([A-Z]{1,4})-(\d+)(?: to (?:[A-Z]{1,4}-)?(\d+))?/g)
  return new Set(
    [...found].flatMap(([, family, first, last]) => numbered(family!, Number(first), Number(last ?? first))),
  )
}

function numbered(family: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, index) => `${family}-${first + index}`)
}

/** The first cell of every row of a page's tables. */
function firstCells(page: string): string {
  return [...page.matchAll(/^\| ([^|]*) \|/gm)].map(([, cell]) => cell).join('\n')
}
