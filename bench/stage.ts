import { createLog } from '#platform/log/log.ts'
import { openSystem, type System } from '../src/system.ts'
import type { BenchServer } from './server.ts'

/** A copy of a prepared database, for one measurement. */
export type Stage = {
  url: string
  /** opens the system, runs the work, and closes it, so that nothing is connected in between; no worker is started */
  withSystem<Result>(work: (system: System) => Promise<Result>): Promise<Result>
  close(): Promise<void>
}

export async function openStage(server: BenchServer, database: string): Promise<Stage> {
  const name = await server.copy(database)
  const url = server.urlOf(name)
  return {
    url,
    withSystem: (work) => withSystem(server, url, work),
    close: () => server.drop(name),
  }
}

export async function withSystem<Result>(
  server: BenchServer,
  url: string,
  work: (system: System) => Promise<Result>,
  webFolder: string | null = null,
): Promise<Result> {
  const log = createLog({
    write: (line: string) => (line.includes('"level":"error"') ? process.stderr.write(line) : true),
  })
  const system = await openSystem({ url, config: server.config, now: () => new Date(), log, webFolder })
  try {
    return await work(system)
  } finally {
    await system.close()
  }
}
