import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openPostgres } from '#platform/postgres/open-postgres.ts'
import { outboxKinds } from '../../src/slices.ts'
import { asOwner, inDatabase } from './databases.ts'

/** As many as vitest runs files at once (vitest.config.ts): each has a database, so that none drains another's work. */
const WORKERS = 2

/** One PostgreSQL for the whole run: embedded in a folder of its own, or DATABASE_URL's; one fresh database a worker. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-test-'))
  const server = await openPostgres(readConfig({ DATA_DIR: dataDir, DATABASE_URL: process.env['DATABASE_URL'] }))
  const run = `test_${process.pid}_${Date.now()}`
  const names = Array.from({ length: WORKERS }, (_, n) => `${run}_${n + 1}`)
  await asOwner(server.url, `create database ${run}`)
  await migrate(inDatabase(server.url, run), outboxKinds)
  for (const name of names) await asOwner(server.url, `create database ${name} template ${run}`)
  project.provide(
    'databaseUrls',
    names.map((name) => inDatabase(server.url, name)),
  )
  project.provide('dataDir', dataDir)
  return async () => {
    if (!server.embedded)
      for (const name of [run, ...names]) await asOwner(server.url, `drop database ${name} with (force)`)
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
