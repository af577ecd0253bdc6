import { readdir, readFile, writeFile } from 'node:fs/promises'
import type pg from 'pg'
import { ConfigError } from '../config/config.ts'
import type { OutboxKind } from '../outbox/entries.ts'
import { installQueues } from '../outbox/queues.ts'
import { asOwner } from './owner.ts'
import { patiently } from './patient.ts'
import { protectTables } from './protect.ts'
import { describeSchema } from './schema-dump.ts'

const FOLDER = new URL('../../../migrations/', import.meta.url)
const SCHEMA_FILE = new URL('../../../schema.sql', import.meta.url)
const ONE_AT_A_TIME = 740_415 // any number, the same in every process: two starts never migrate at once

/**
 * Brings the database at `url` (as the tables' owner) up to date: plain SQL files in name order, pg-boss's own schema,
 * then roles, row-level security and grants. Every file is one transaction. Returns the names of the files run. Where
 * nothing is to be done, nothing is locked: other processes may be serving from the same database.
 */
export function migrate(url: string, kinds: readonly OutboxKind[]): Promise<string[]> {
  return asOwner(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [ONE_AT_A_TIME])
    const run = await runFiles(client)
    await installQueues(client, url, kinds)
    await protectTables(client)
    return run
  })
}

/** Refuses, in a sentence, an address that leads nowhere or to a database that was never migrated. */
export function checkMigrated(url: string): Promise<void> {
  return asOwner(url, async (client) => {
    if (await hasMigrations(client)) return
    throw new ConfigError('DATABASE_URL leads to a database without tables: run bin/migrate or bin/start first.')
  })
}

/** Writes schema.sql, the dumped truth that reviews read. */
export function writeSchemaFile(url: string): Promise<void> {
  return asOwner(url, async (client) => writeFile(SCHEMA_FILE, await describeSchema(client)))
}

async function runFiles(client: pg.Client): Promise<string[]> {
  if (!(await hasMigrations(client))) {
    await client.query('create table migrations (name text primary key, run_at timestamptz not null default now())')
  }
  const { rows } = await client.query<{ name: string }>('select name from migrations')
  const done = new Set(rows.map((row) => row.name))
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql') && !done.has(name)).sort()
  for (const name of files) await runFile(client, name)
  return files
}

async function hasMigrations(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.migrations') is not null as there`,
  )
  return rows[0]!.there
}

async function runFile(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(new URL(name, FOLDER), 'utf8')
  try {
    await patiently(client, async () => {
      await client.query(text)
      await client.query('insert into migrations (name) values ($1)', [name])
    })
  } catch (error) {
    throw new Error(`migration ${name} failed and was rolled back: ${(error as Error).message}`, { cause: error })
  }
}
