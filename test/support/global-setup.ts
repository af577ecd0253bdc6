import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openPostgres } from '#platform/postgres/open-postgres.ts'
import { outboxKinds } from '../../src/slices.ts'

/** One PostgreSQL for the whole run: embedded in a folder of its own, or a fresh database on DATABASE_URL's server. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-test-'))
  const server = await openPostgres(readConfig({ DATA_DIR: dataDir, DATABASE_URL: process.env['DATABASE_URL'] }))
  const url = server.embedded ? server.url : await freshDatabase(server.url)
  await migrate(url, outboxKinds)
  project.provide('databaseUrl', url)
  project.provide('dataDir', dataDir)
  return async () => {
    await server.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function freshDatabase(url: string): Promise<string> {
  const name = `throughline_test_${process.pid}_${Date.now()}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  return fresh.toString()
}
