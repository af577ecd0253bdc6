import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import pg from 'pg'
import { getConstructionPlans } from 'pg-boss'
import type { OutboxKind } from '../outbox/entries.ts'
import { installQueues } from '../outbox/queues.ts'
import { ROLE_NAMES } from './connect.ts'
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
    const wanted = await stateFor(kinds)
    if (run.length > 0 || !(await isInState(client, wanted))) {
      await installQueues(url, kinds)
      await protectTables(client)
      await keepState(client, wanted)
    }
    return run
  } finally {
    await client.end()
  }
}

/** What the queues and the protection of tables are made from; a start that finds them made from just this is done. */
async function stateFor(kinds: readonly OutboxKind[]): Promise<string> {
  const made = [kinds.join(), getConstructionPlans()]
  for (const file of MAKERS) made.push(await readFile(new URL(file, import.meta.url), 'utf8'))
  return createHash('sha256').update(made.join('\n')).digest('hex')
}

const MAKERS = ['protect.ts', 'connect.ts', '../outbox/queues.ts']

/** Roles belong to the server, not to the database: one that was brought from elsewhere comes without them. */
async function isInState(client: pg.Client, wanted: string): Promise<boolean> {
  const { rows } = await client.query<{ holds: boolean | null }>(
    `select value = $1 and to_regnamespace('pgboss') is not null
       and (select bool_and(has_table_privilege(oid, 'firms', 'insert')) and count(*) = $3 from pg_roles
            where rolname = any($2)) as holds
     from server_settings where name = 'installed'`,
    [wanted, Object.values(ROLE_NAMES), Object.values(ROLE_NAMES).length],
  )
  return rows[0]?.holds === true
}

async function keepState(client: pg.Client, state: string): Promise<void> {
  await client.query(
    `insert into server_settings (name, value) values ('installed', $1)
     on conflict (name) do update set value = excluded.value`,
    [state],
  )
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
