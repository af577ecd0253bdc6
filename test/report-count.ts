/** What one step came to. */
export type Outcome = { passed: number; failed: number }

/** What vitest's JSON reporter writes, as far as it is counted here. */
type VitestReport = {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

/**
 * Counts a vitest run from its JSON report, undefined when it wrote none. A file that failed before its first test
 * counts as one failure, and so does a run that ended badly without naming a failed test.
 */
export function countTests(json: string | undefined, ended: { well: boolean }): Outcome {
  const report = json === undefined ? undefined : (JSON.parse(json) as VitestReport)
  const broken = report?.testResults.filter(isBroken).length ?? 0
  const failed = (report?.numFailedTests ?? 0) + broken
  return { passed: report?.numPassedTests ?? 0, failed: ended.well ? failed : Math.max(failed, 1) }
}

function isBroken(file: VitestReport['testResults'][number]): boolean {
  return file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
}
