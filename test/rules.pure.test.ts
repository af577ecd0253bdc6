import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** The rules of the specification that are built so far: each is named by a test that would fail without it. */
const RULES = [
  ...range('USR', 1, 4),
  ...range('X', 1, 7),
  ...range('CON', 1, 4),
  ...range('IMP', 1, 5),
  ...range('P', 1, 7),
  ...range('A', 1, 12),
  ...range('FAIL', 1, 5),
  ...range('FAIL', 12, 15),
  ...range('AM', 1, 7),
  ...range('AM', 9, 18),
  ...range('ORG', 1, 5),
  ...range('ORG', 10, 22),
  ...range('ORG', 37, 40),
  ...range('ORG', 61, 64),
  ...range('STG', 1, 4),
  ...range('T', 1, 8),
  ...range('CFS', 12, 16),
  ...range('J', 40, 43),
  'J-45',
  ...['CFS-1', 'CFS-2', 'CFS-4', 'CFS-5', 'CFS-6', 'CFS-8', 'CFS-9'],
  ...range('POR', 1, 4),
  ...[
    'P-10',
    'P-11',
    'P-12',
    'P-13',
    'P-14',
    'P-15',
    'P-16',
    'P-17',
    'P-18',
    'P-19',
    'P-20',
    'SET-1',
    'SET-2',
    'SET-3',
    'SET-4',
    'SET-5',
    'SET-6',
    'STG-5',
    'STG-6',
    'AUT-2',
    'AUT-4',
    'AUT-5',
    'AUT-7',
    'DONE-1',
    'DONE-2',
  ],
  ...['ORG-30', 'ORG-31', 'ORG-33', 'ORG-34', 'ORG-35', 'ORG-43', 'ORG-44', 'ORG-55', 'ORG-57', 'ORG-58'],
  ...['T-11', 'T-12', 'T-14', 'JD-4', 'J-21', 'J-22', 'J-26', 'J-27'],
  ...['SHC-1', 'SHC-3', 'SHC-4', 'EML-3', 'EML-5', 'EML-7', 'EML-11', 'POR-6', 'POR-8'],
  ...['D-1', 'D-2', 'D-3', 'D-7', 'D-12', 'D-14', 'D-15', 'D-17', 'D-21'],
]

describe('every rule that is built is named by a test', () => {
  const named = rulesIn(testFiles())
  it.each(RULES)('%s', (rule) => {
    expect(named.has(rule)).toBe(true)
  })
})

function range(group: string, first: number, last: number): string[] {
  return Array.from({ length: last - first + 1 }, (_, n) => `${group}-${first + n}`)
}

function testFiles(): string[] {
  const listed = execFileSync('git', [
    'ls-files',
    '--cached',
    '--others',
    '--exclude-standard',
    '*.test.ts',
    '*.test.tsx',
  ])
  return listed
    .toString()
    .trim()
    .split('\n')
    .filter((path) => !path.endsWith('rules.pure.test.ts'))
}

/** Ids as written, and those inside a span: "ORG-16 to ORG-22". */
function rulesIn(paths: string[]): Set<string> {
  const found = new Set<string>()
  for (const path of paths) {
    const text = readFileSync(path, 'utf8')
    for (const [id] of text.matchAll(/\b[A-Z]{1,4}-\d+\b/g)) found.add(id)
    for (const [, group, first, other, last] of text.matchAll(/\b([A-Z]{1,4})-(\d+) to ([A-Z]{1,4})-(\d+)\b/g)) {
      if (group === other) for (const id of range(group!, Number(first), Number(last))) found.add(id)
    }
  }
  return found
}
