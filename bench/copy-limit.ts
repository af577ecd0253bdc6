import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { cpuOf, sayCpu } from './cpu.ts'
import { asOwner } from './owner.ts'
import type { BenchServer } from './server.ts'

export type Copied = { milliseconds: number; rows: number; tables: number; cpu: string }

/** The newest transaction of a database: what is written later belongs to the workload. Call before it runs. */
export async function newestTransaction(url: string): Promise<string> {
  return asOwner(url, async (client) => {
    const { rows } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id')
    return rows[0]!.id
  })
}

/**
 * The physical limit of a workload: the very rows that it wrote since, COPYed by the tables' owner into the same tables,
 * with their indexes, constraints and triggers, of a copy of the database that it began with. `leftOut` are tables
 * that do not count: of acts and their items, which are updated in every chunk, and what triggers write when COPY does.
 */
export async function copyLimit(
  server: BenchServer,
  written: { url: string; since: string; leftOut: readonly string[] },
  database: string,
): Promise<Copied> {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-copy-'))
  const name = await server.copy(database)
  await chmod(folder, 0o777)
  try {
    const tables = await asOwner(written.url, (client) => dump(client, folder, written.since, written.leftOut))
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    return await asOwner(server.urlOf(name), async (client) => {
      await removeOld(client, tables)
      const before = cpuOf(server.cluster)
      const milliseconds = await copyIn(client, tables)
      return { milliseconds, rows, tables: tables.length, cpu: sayCpu(before, cpuOf(server.cluster)) }
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
    await server.drop(name)
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

/** Rows of which the workload wrote a new version make room for it: writing one costs the same as writing a new row. */
async function removeOld(client: pg.Client, written: readonly Written[]): Promise<void> {
  await client.query('set session_replication_role = replica')
  for (const { table, columns, file } of written) {
    const { rows } = await client.query<{ key: string }>(
      `select string_agg(format('old.%1$I = new.%1$I', attname), ' and ') as key
       from pg_index join pg_attribute on attrelid = indrelid and attnum = any(indkey)
       where indrelid = $1::regclass and indisprimary`,
      [table],
    )
    await client.query(`create temporary table new as select ${columns} from ${table} limit 0`)
    await client.query(`copy new (${columns}) from '${file}'`)
    await client.query('analyze new')
    await client.query(`delete from ${table} old using new where ${rows[0]!.key}`)
    await client.query('drop table new')
  }
  await client.query('reset session_replication_role')
  await client.query('vacuum')
}

async function copyIn(client: pg.Client, written: readonly Written[]): Promise<number> {
  await client.query('checkpoint')
  const began = performance.now()
  await client.query('begin')
  for (const { table, columns, file } of written) await client.query(`copy ${table} (${columns}) from '${file}'`)
  await client.query('commit')
  return performance.now() - began
}
