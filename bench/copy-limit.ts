import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { asOwner } from './owner.ts'

/**
 * The physical limit of a workload: the very rows that it wrote, COPYed by the tables' owner into the same tables, with
 * their indexes, constraints and triggers. The tables stand in a second database, copied from the first before the
 * workload ran, so that the rows are new there too.
 */
export type CopyLimit = {
  /** milliseconds that COPY took, and how many rows of how many tables it wrote */
  measure(): Promise<{ milliseconds: number; rows: number; tables: number }>
}

/** Call before the workload; `leftOut` are tables that it only updates. Nothing may be connected to the database. */
export async function prepareLimit(url: string, leftOut: readonly string[]): Promise<CopyLimit> {
  const name = `limit_${Date.now()}`
  const admin = withDatabase(url, 'postgres')
  await asOwner(admin, (client) => client.query(`create database ${name} template ${DATABASE}`))
  const since = await asOwner(url, currentTransaction)
  return {
    async measure() {
      const folder = await mkdtemp(join(tmpdir(), 'throughline-copy-'))
      await chmod(folder, 0o777)
      try {
        const written = await asOwner(url, (client) => dump(client, folder, since, leftOut))
        const milliseconds = await asOwner(withDatabase(url, name), (client) => copyIn(client, written))
        const rows = written.reduce((sum, table) => sum + table.rows, 0)
        return { milliseconds, rows, tables: written.length }
      } finally {
        await rm(folder, { recursive: true, force: true })
        await asOwner(admin, (client) => client.query(`drop database ${name} with (force)`))
      }
    },
  }
}

type Written = { table: string; columns: string; file: string; rows: number }

/** Rows of transactions that began after `since`, table by table, in an order that foreign keys allow. */
async function dump(client: pg.Client, folder: string, since: string, leftOut: readonly string[]): Promise<Written[]> {
  const { rows: tables } = await client.query<{ name: string; columns: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind = 'r' and (n.nspname = 'public' or c.relname = 'job_common') and not c.relname = any($1)
     order by c.oid`,
    [leftOut],
  )
  const written: Written[] = []
  for (const [index, { name, columns }] of tables.entries()) {
    const file = join(folder, `${index}.copy`)
    const query = `select ${columns} from ${name} where age(xmin) < age('${since}'::xid)`
    const { rowCount } = await client.query(`copy (${query}) to '${file}'`)
    if (rowCount) written.push({ table: name, columns, file, rows: rowCount })
  }
  return written
}

async function copyIn(client: pg.Client, written: readonly Written[]): Promise<number> {
  await client.query('checkpoint')
  const began = performance.now()
  await client.query('begin')
  for (const { table, columns, file } of written) await client.query(`copy ${table} (${columns}) from '${file}'`)
  await client.query('commit')
  return performance.now() - began
}

async function currentTransaction(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id')
  return rows[0]!.id
}

const DATABASE = 'throughline'

function withDatabase(url: string, name: string): string {
  return url.replace(`/${DATABASE}?`, `/${name}?`)
}
