import pg from 'pg'
import { migrate } from '#platform/db/migrate.ts'
import { outboxKinds } from '../../src/slices.ts'

/** Runs one statement as the tables' owner. */
export async function asOwner(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** The same server, another database; an embedded server's URL has no host and is no URL to `new URL`. */
export function inDatabase(url: string, name: string): string {
  return url.replace(/^(\w+:\/\/[^/]*\/)[^?]*/, `$1${name}`)
}

/** A migrated database of its own on the same server, for a test whose worker must not meet other tests' work. */
export async function freshDatabase(url: string): Promise<string> {
  const name = `own_${process.pid}_${Date.now()}`
  await asOwner(url, `create database ${name}`)
  await migrate(inDatabase(url, name), outboxKinds)
  return inDatabase(url, name)
}
