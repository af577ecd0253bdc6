import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { joinPostgres, type OpenPostgres, openPostgres } from './open-postgres.ts'
import { birthOf } from './running.ts'

let dataDir: string
let ending: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'throughline-test-'))
})
afterEach(async () => {
  for (const end of ending.reverse()) await end()
  ending = []
})
afterAll(() => rm(dataDir, { recursive: true }))

describe('the embedded database', () => {
  test('serves durably, over a socket that only its user may enter, and keeps what it was given', async () => {
    const first = await open()
    expect(first.embedded).toBe(true)
    expect(await ask(first, 'show fsync')).toBe('on')
    expect(await ask(first, 'show synchronous_commit')).toBe('on')
    expect(await ask(first, 'show listen_addresses')).toBe('')
    expect(await ask(first, 'show server_encoding')).toBe('UTF8')
    expect((await stat(socketsOf(first))).mode & 0o777).toBe(0o700)
    await ask(first, 'create table kept as select 42 as n')
    await first.stop()
    expect(await ask(await open(), 'select n from kept')).toBe(42)
  })

  test('leaves neither a claim nor a socket behind, however often it is stopped', async () => {
    const db = await open()
    await Promise.all([db.stop(), db.stop()])
    await db.stop()
    expect(existsSync(socketsOf(db))).toBe(false)
    expect(existsSync(join(dataDir, 'throughline.pid'))).toBe(false)
  })

  test('refuses a second process and names the one that has the data folder', async () => {
    const app = await startApp()
    await expect(openPostgres({ databaseUrl: undefined, dataDir })).rejects.toThrow(
      `is in use by the Throughline with process id ${app.child.pid}`,
    )
  })

  test('lets a command join the app that has it open', async () => {
    const db = await open()
    const joined = await joinPostgres({ databaseUrl: undefined, dataDir })
    expect(joined.url).toBe(db.url)
    await joined.stop()
    expect(await ask(db, 'select 1 as n')).toBe(1)
  })

  test.each(['the app', 'the app and its server'])('has every committed row after kill -9 of %s', async (killed) => {
    const app = await startApp()
    const committed = await app.rowsUntil(300)
    const server = serverPid()
    if (killed !== 'the app') process.kill(server, 'SIGKILL')
    await app.kill()
    const db = await open()
    expect(serverPid()).not.toBe(server)
    expect(birthOf(server)).toBeUndefined()
    expect(await ask(db, 'select count(*)::int from entered where n <= $1', [committed - 1])).toBe(committed)
  })

  test('is not fooled by a dead app whose process id somebody else has now', async () => {
    writeFileSync(join(dataDir, 'throughline.pid'), JSON.stringify({ pid: process.pid, birth: 'before the reboot' }))
    expect(await ask(await open(), 'select 1 as n')).toBe(1)
  })

  test('neither signals nor trips over another program that has the dead server’s process id', async () => {
    const app = await startApp()
    process.kill(serverPid(), 'SIGKILL')
    await app.kill()
    const path = join(dataDir, 'postgres', 'postmaster.pid')
    writeFileSync(path, readFileSync(path, 'utf8').replace(/^\d+/, String(process.pid)))
    expect(await ask(await open(), 'select count(*)::int > 0 from entered')).toBe(true)
  })

  test('says why it cannot start', async () => {
    await (await open()).stop()
    const version = join(dataDir, 'postgres', 'PG_VERSION')
    writeFileSync(version, '14\n')
    ending.push(async () => writeFileSync(version, '18\n'))
    await expect(open()).rejects.toThrow(
      'The embedded PostgreSQL did not start: database files are incompatible with server',
    )
    expect(existsSync(join(dataDir, 'throughline.pid'))).toBe(false)
  })
})

test('DATABASE_URL is taken as it is', async () => {
  const databaseUrl = 'postgresql://app@db.example/throughline'
  expect(await openPostgres({ databaseUrl, dataDir })).toMatchObject({ url: databaseUrl, embedded: false })
  expect(existsSync(join(dataDir, 'throughline.pid'))).toBe(false)
})

async function open(): Promise<OpenPostgres> {
  const db = await openPostgres({ databaseUrl: undefined, dataDir })
  ending.push(db.stop)
  return db
}

/** The first column of the first row. */
async function ask(db: OpenPostgres, statement: string, values: unknown[] = []): Promise<unknown> {
  const client = new Client({ connectionString: db.url })
  await client.connect()
  const { rows } = await client.query<unknown[]>({ text: statement, values, rowMode: 'array' })
  await client.end()
  return rows[0]?.[0]
}

function socketsOf(db: OpenPostgres): string {
  return new URL(db.url.replace('@/', '@local/')).searchParams.get('host')!
}

function serverPid(): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10)
}

/** An app in a process of its own that commits rows one by one and says each number after its commit. */
const APP = `
  import { Client } from 'pg'
  import { openPostgres } from '#platform/postgres/open-postgres.ts'
  const { url } = await openPostgres({ databaseUrl: undefined, dataDir: process.env.DATA_DIR })
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  await client.query('drop table if exists entered')
  await client.query('create table entered (n int primary key)')
  for (let n = 0; ; n++) {
    await client.query('insert into entered values ($1)', [n])
    console.log(n)
  }`

async function startApp() {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', APP], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const said = createInterface(child.stdout)
  const app = { child, kill: () => kill(child), rowsUntil: (count: number) => rowsUntil(said, count) }
  ending.push(async () => {
    await app.kill()
    await (await openPostgres({ databaseUrl: undefined, dataDir })).stop()
  })
  await app.rowsUntil(1)
  return app
}

/** How many rows the app has said are committed, once there are so many. */
async function rowsUntil(said: Interface, count: number): Promise<number> {
  for (;;) {
    const [line] = (await new Promise((resolve) => said.once('line', (text) => resolve([text])))) as [string]
    if (Number(line) + 1 >= count) return Number(line) + 1
  }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.signalCode) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}
