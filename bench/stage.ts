import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { createLog } from '#platform/log/log.ts'
import { openPostgres } from '#platform/postgres/open-postgres.ts'
import { outboxKinds } from '../src/slices.ts'
import { openSystem, type System } from '../src/system.ts'

/** The real system on an embedded PostgreSQL in a folder of its own; the worker is not started. */
export type Stage = {
  url: string
  /** opens the system, runs the work, and closes it, so that nothing is connected in between */
  withSystem<Result>(work: (system: System) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'))
  const config = readConfig({ DATA_DIR: dataDir, PUBLIC_URL: 'http://bench.test', THROUGHLINE_DEMO: 'off' })
  const postgres = await openPostgres(config)
  await migrate(postgres.url, outboxKinds)
  const log = createLog({
    write: (line: string) => (line.includes('"level":"error"') ? process.stderr.write(line) : true),
  })
  return {
    url: postgres.url,
    async withSystem(work) {
      const system = await openSystem({ url: postgres.url, config, now: () => new Date(), log, webFolder: null })
      try {
        return await work(system)
      } finally {
        await system.close()
      }
    },
    async close() {
      await postgres.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
