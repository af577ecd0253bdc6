import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import type { System } from '../../src/system.ts'
import { freshDatabase } from './databases.ts'
import { databaseUrl, systemOn } from './system.ts'

export type OwnDatabase = {
  database: string
  /** makes and looks; its worker never runs */
  system: System
  /** for the processes that a test starts */
  dataDir: string
}

/** A database that only this file's tests use, and a folder for processes on it; there once the tests run. */
export function ownDatabase(): OwnDatabase {
  const own = {} as OwnDatabase
  beforeAll(async () => {
    own.database = await freshDatabase(databaseUrl())
    own.system = await systemOn(own.database, () => new Date())
    own.dataDir = await mkdtemp(join(tmpdir(), 'throughline-own-'))
  })
  afterAll(async () => {
    await own.system.close()
    await rm(own.dataDir, { recursive: true, force: true })
  })
  return own
}
