import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import type { Database } from './connect.ts'
import type { PreparingClient } from './preparing-client.ts'
import type { Tables } from './tables.ts'

/** Runs `work` in a transaction of its own that begins with `opening`; commits what it did, or nothing of it. */
export type Transact = <Result>(opening: Opening, work: (db: Database) => Promise<Result>) => Promise<Result>

/** The first statement of a transaction: settings that end with it; and whether those that follow are prepared. */
export type Opening = { text: string; values: string[]; prepared: boolean }

/**
 * Transactions on the connections of a pool. Unlike Kysely's own, statements that are asked for at once do not wait for
 * each other's answers, and beginning costs no answer either: PostgreSQL carries them out one by one all the same.
 */
export function transactionsOn(pool: pg.Pool): Transact {
  return async (opening, work) => {
    const client = (await pool.connect()) as PreparingClient & pg.PoolClient
    client.prepares = opening.prepared
    let broken = false
    try {
      const begun = Promise.all([client.query('begin'), client.query(opening.text, opening.values)])
      begun.catch(() => {}) // awaited below
      const result = await work(databaseOn(client))
      await begun
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('a statement failed unseen: nothing was committed')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true
      })
      throw error
    } finally {
      client.prepares = false
      client.release(broken)
    }
  }
}

const databases = new WeakMap<pg.PoolClient, Database>()

/** Kysely on this one connection, made once for it. */
function databaseOn(client: pg.PoolClient): Database {
  const known = databases.get(client)
  if (known) return known
  const only = { query: client.query.bind(client), release: () => {} } as unknown as pg.PoolClient
  const pool = { connect: async () => only, end: async () => {} }
  const database = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: pool as unknown as pg.Pool }) })
  databases.set(client, database)
  return database
}
