import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { countTests, type Outcome } from './report-count.ts'
import { findOrInstallChromium } from './support/chromium.ts'

const PARTS = ['static', 'pure', 'slices', 'journeys'] as const

type Part = (typeof PARTS)[number]

type Step = { part: Part; name: string; run: () => Outcome }

const [wanted, ...filter] = process.argv.slice(2)

const STEPS: Step[] = [
  check('static', 'form and lint', 'node_modules/.bin/biome', 'ci', '.'),
  check('static', 'types of the server', 'node_modules/.bin/tsc', '-p', 'tsconfig.json'),
  check('static', 'types of the web app', 'node_modules/.bin/tsc', '-p', 'tsconfig.web.json'),
  check('static', 'nothing unused', 'node_modules/.bin/knip', '--no-progress'),
  { part: 'pure', name: 'pure tests', run: () => vitest('pure') },
  { part: 'slices', name: 'slice tests', run: () => vitest('slices') },
  check('journeys', 'web app builds', 'bin/build'),
  {
    part: 'journeys',
    name: 'browser journeys',
    run: () => vitest('journeys', { CHROMIUM_PATH: findOrInstallChromium() }),
  },
]

if (wanted !== undefined && !PARTS.includes(wanted as Part)) {
  console.error(`There is no part called ${wanted}: say bin/test, or one of ${PARTS.join(', ')} behind it.`)
  process.exit(2)
}

const lines: string[] = []
const total: Outcome = { passed: 0, failed: 0 }
for (const step of STEPS.filter(({ part }) => wanted === undefined || part === wanted)) {
  console.log(`\n── ${step.name}`)
  const start = performance.now()
  const { passed, failed } = attempt(step)
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  lines.push(
    `${failed ? '✗' : '✓'} ${step.name.padEnd(22)}${seconds.padStart(7)} s${String(passed).padStart(7)} passed${String(failed).padStart(7)} failed`,
  )
  total.passed += passed
  total.failed += failed
}
console.log(`\n${lines.join('\n')}\n\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed ? 1 : 0

/** A step that cannot even begin has failed; the next ones run all the same. */
function attempt(step: Step): Outcome {
  try {
    return step.run()
  } catch (error) {
    console.error((error as Error).message)
    return { passed: 0, failed: 1 }
  }
}

function check(part: Part, name: string, program: string, ...words: string[]): Step {
  return { part, name, run: () => (endsWell(program, words) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) }
}

function vitest(project: string, env: Record<string, string> = {}): Outcome {
  const report = `.build/test/${project}.json`
  mkdirSync('.build/test', { recursive: true })
  rmSync(report, { force: true })
  const words = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const well = endsWell('node_modules/.bin/vitest', [...words, ...filter], env)
  return countTests(readIfThere(report), { well })
}

function endsWell(program: string, words: string[], more: Record<string, string> = {}): boolean {
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  const env = { ...process.env, ...plain, ...more }
  return spawnSync(program, words, { stdio: ['ignore', 'inherit', 'inherit'], env }).status === 0
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
