import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, rmSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, readConfig } from '#platform/config/config.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openPostgres } from '#platform/postgres/open-postgres.ts'
import { outboxKinds } from '../src/slices.ts'
import { until } from '../test/support/app-process.ts'
import { inDatabase } from '../test/support/databases.ts'
import { asOwner } from './owner.ts'

/** The embedded PostgreSQL of all workloads, with what they prepared; kept in the temporary folder between runs. */
export type BenchServer = {
  config: Config
  /** PostgreSQL's own files */
  cluster: string
  urlOf(database: string): string
  /** The database that `make` filled, now or in an earlier run, and what it answered then. */
  prepared<Facts>(name: string, make: (url: string) => Promise<Facts>): Promise<{ database: string; facts: Facts }>
  /** a copy of a database; nothing may be connected to it */
  copy(database: string): Promise<string>
  drop(database: string): Promise<void>
  stop(): Promise<void>
}

/** What prepared data depends on. */
const WHAT_PREPARES = [
  'package-lock.json',
  'migrations/*.sql',
  'bench/prepare-*.ts',
  'test/support/{firm-in,pipeline}.ts',
  'src/{engine/core,conditions}/model.ts',
  'src/engine/core/pipeline.ts',
]
const FOLDER = join(tmpdir(), 'throughline-bench')
const EMPTY = 'empty'

export async function openServer(): Promise<BenchServer> {
  const dataDir = join(FOLDER, fingerprint())
  await mkdir(dataDir, { recursive: true })
  const config = readConfig({ DATA_DIR: dataDir, PUBLIC_URL: 'http://bench.test', THROUGHLINE_DEMO: 'off' })
  const postgres = await openPostgres(config)
  const urlOf = (database: string) => inDatabase(postgres.url, database)
  const sayToServer = (statement: string) => asOwner(urlOf('postgres'), (client) => client.query(statement))
  let copies = 0

  const server: BenchServer = {
    config,
    cluster: join(dataDir, 'postgres'),
    urlOf,
    async prepared(name, make) {
      const factsFile = join(dataDir, `${name}.json`)
      if (existsSync(factsFile)) return { database: name, facts: JSON.parse(await readFile(factsFile, 'utf8')) }
      await server.drop(name)
      await sayToServer(name === EMPTY ? `create database ${name}` : `create database ${name} template ${EMPTY}`)
      const facts = await make(urlOf(name))
      await asOwner(urlOf(name), (client) => client.query('vacuum (analyze)'))
      await writeFile(factsFile, JSON.stringify(facts ?? null))
      return { database: name, facts }
    },
    async copy(database) {
      const name = `run_${process.pid}_${copies++}`
      const create = () => sayToServer(`create database ${name} template ${database} strategy file_copy`)
      await until(() => create().then(() => true, whileInUse))
      return name
    },
    async drop(database) {
      await sayToServer(`drop database if exists ${database} with (force)`)
    },
    stop: () => postgres.stop(),
  }
  await dropLeftovers(server)
  await server.prepared(EMPTY, (url) => migrate(url, outboxKinds))
  return server
}

/** Autovacuum may be at work in the database that is copied; it ends by itself. */
function whileInUse(error: { code?: string }): false {
  if (error.code === '55006') return false
  throw error
}

/** Other code, other data: what earlier versions prepared is thrown away. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const file of globSync(WHAT_PREPARES).sort()) hash.update(readFileSync(file))
  const name = hash.digest('hex').slice(0, 12)
  for (const other of globSync(join(FOLDER, '*'))) {
    const held = existsSync(join(other, 'postgres', 'postmaster.pid'))
    if (!other.endsWith(name) && !held) rmSync(other, { recursive: true, force: true })
  }
  return name
}

/** What a run that was ended in the middle left behind. */
async function dropLeftovers(server: BenchServer): Promise<void> {
  const { rows } = await asOwner(server.urlOf('postgres'), (client) =>
    client.query<{ name: string }>(`select datname as name from pg_database where datname like 'run\\_%'`),
  )
  for (const { name } of rows) await server.drop(name)
}
