import { inject } from 'vitest'
import { type MovableClock, movableClock } from '#platform/clock/clock.ts'
import { readConfig } from '#platform/config/config.ts'
import { createLog } from '#platform/log/log.ts'
import { openSystem, type System } from '../../src/system.ts'

export type TestSystem = System & { clock: MovableClock }

let opened: Promise<TestSystem> | null = null

/** The real system on the real database, in this process: requests by `app.request()`, entries by `worker.drain()`. */
export function testSystem(): Promise<TestSystem> {
  opened ??= open()
  return opened
}

/** Files share the system of their worker: each begins now, wherever the one before it moved the clock. */
export async function startClockAnew(): Promise<void> {
  if (opened) (await opened).clock.set(new Date())
}

/** The database of this vitest worker. */
export function databaseUrl(): string {
  const urls = inject('databaseUrls')
  return urls[(Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % urls.length]!
}

/** A second process on the same database, with the same clock; whoever opens it closes it. */
export async function anotherSystem(): Promise<System> {
  const { clock } = await testSystem()
  return systemOn(databaseUrl(), clock.now)
}

/** The real system on a database of the test's own; whoever opens it closes it. */
export function systemOn(url: string, now: () => Date): Promise<System> {
  const config = readConfig({ DATA_DIR: inject('dataDir'), PUBLIC_URL: 'http://throughline.test', PORT: '0' })
  // errors are what many tests ask for; TEST_LOG=1 shows them
  const log = createLog({ write: (line: string) => (process.env['TEST_LOG'] ? process.stderr.write(line) : true) })
  return openSystem({ url, config, now, log, webFolder: null })
}

async function open(): Promise<TestSystem> {
  const clock = movableClock(new Date())
  return { ...(await systemOn(databaseUrl(), clock.now)), clock }
}

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrls: string[]
    dataDir: string
  }
}
