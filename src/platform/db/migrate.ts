import { readdir, readFile, writeFile } from 'node:fs/promises'
import pg from 'pg'
import type { OutboxKind } from '../outbox/entries.ts'
import { installQueues } from '../outbox/queues.ts'
import { protectTables } from './protect.ts'
import { describeSchema } from './schema-dump.ts'

const FOLDER = new URL('../../../migrations/', import.meta.url)
const SCHEMA_FILE = new URL('../../../schema.sql', import.meta.url)
const ONE_AT_A_TIME = 740_415 // any number, the same in every process: two starts never migrate at once

/**
 * Brings the database at `url` (as the tables' owner) up to date: plain SQL files in name order, pg-boss's own schema,
 * then roles, grants and row-level security. Every file is one transaction. Returns the names of the files run.
 */
export async function migrate(url: string, kinds: readonly OutboxKind[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ONE_AT_A_TIME])
    const run = await runFiles(client)
    await installQueues(url, kinds)
    await protectTables(client)
    return run
  } finally {
    await client.end()
  }
}

/** Writes schema.sql, the dumped truth that reviews read. */
export async function writeSchemaFile(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await writeFile(SCHEMA_FILE, await describeSchema(client))
  } finally {
    await client.end()
  }
}

async function runFiles(client: pg.Client): Promise<string[]> {
  await client.query(
    'create table if not exists migrations (name text primary key, run_at timestamptz not null default now())',
  )
  const { rows } = await client.query<{ name: string }>('select name from migrations')
  const done = new Set(rows.map((row) => row.name))
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql') && !done.has(name)).sort()
  for (const name of files) {
    const text = await readFile(new URL(name, FOLDER), 'utf8')
    await client.query('begin')
    try {
      await client.query(text)
      await client.query('insert into migrations (name) values ($1)', [name])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw new Error(`migration ${name} failed and was rolled back: ${(error as Error).message}`, { cause: error })
    }
  }
  return files
}
