import { expect, test } from 'vitest'
import { countTests } from './report-count.ts'

const passing = { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] }
const failing = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] }
const unloadable = { status: 'failed', assertionResults: [] }

test.each([
  ['a good run', report(2, 0, [passing]), true, { passed: 2, failed: 0 }],
  ['a failed test', report(3, 1, [passing, failing]), false, { passed: 3, failed: 1 }],
  ['a file that does not load', report(2, 0, [passing, unloadable]), false, { passed: 2, failed: 1 }],
  [
    'a file that does not load beside a failed test',
    report(3, 1, [failing, unloadable]),
    false,
    { passed: 3, failed: 2 },
  ],
  ['an error outside any test', report(2, 0, [passing]), false, { passed: 2, failed: 1 }],
  ['a run that never got to its tests', undefined, false, { passed: 0, failed: 1 }],
])('%s', (_, json, well, counted) => {
  expect(countTests(json, { well })).toEqual(counted)
})

function report(numPassedTests: number, numFailedTests: number, testResults: object[]): string {
  return JSON.stringify({ numPassedTests, numFailedTests, testResults })
}
