import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { openDatabase, openPool } from '#platform/db/connect.ts'
import { findBroken } from '../../src/verify.ts'
import { freshFirm, type TestFirm } from '../support/firm.ts'
import {
  asks,
  newAccount,
  newOrganizerTemplate,
  newTaskTemplate,
  publish,
  type TestPipeline,
} from '../support/pipeline.ts'
import { databaseUrl } from '../support/system.ts'

/** The real program, as bin/start runs it, in processes of its own on the test's database. */
type App = { child: ChildProcess; url: string }

const JOBS = 300
let dataDir: string
const running = new Set<ChildProcess>()

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'throughline-crash-'))
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

describe('several processes, and their sudden death', () => {
  it('two processes on one database share a bulk act, and do nothing twice', async () => {
    const { firm, pipeline, accounts } = await firmWithClients()
    const [one, two] = await Promise.all([start(), start()])
    const acts = await Promise.all([
      add(one, firm, pipeline, accounts.slice(0, JOBS / 2)),
      add(two, firm, pipeline, accounts.slice(JOBS / 2)),
    ])
    for (const act of acts) await finished(two, firm, act)
    await expectAllThere(firm)
    await Promise.all([stop(one), stop(two)])
  }, 120_000)

  it('kill -9 in the middle: nothing acknowledged is lost, nothing is done twice, another process carries on', async () => {
    const { firm, pipeline, accounts } = await firmWithClients()
    const [doomed, heir] = await Promise.all([start(), start()])
    const act = await add(doomed, firm, pipeline, accounts)
    await until(async () => (await progress(heir, firm, act)).succeeded > 0)
    doomed.child.kill('SIGKILL')
    heir.child.kill('SIGKILL')
    const after = await start()
    await finished(after, firm, act)
    await expectAllThere(firm)
    await stop(after)
  }, 120_000)

  it('Ctrl-C ends a process in good order', async () => {
    const app = await start()
    expect(await stop(app)).toBe(0)
  }, 60_000)
})

async function firmWithClients(): Promise<{ firm: TestFirm; pipeline: TestPipeline; accounts: AccountId[] }> {
  const firm = await freshFirm()
  const automations = [
    asks.organizer(await newOrganizerTemplate(firm, 'Questions')),
    asks.task(await newTaskTemplate(firm, 'Check')),
  ]
  const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automove: true, automations }, { name: 'End' }])
  const accounts: AccountId[] = []
  for (let n = 0; n < JOBS; n++) accounts.push(await newAccount(firm, `Client ${n}`, { notify: n % 3 === 0 }))
  return { firm, pipeline, accounts }
}

async function start(): Promise<App> {
  const port = await freePort()
  const env = {
    ...process.env,
    DATABASE_URL: overSocket(databaseUrl()),
    DATA_DIR: dataDir,
    PORT: String(port),
    THROUGHLINE_DEMO: 'off',
  }
  const child = spawn(process.execPath, ['src/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  child.stdout.resume()
  child.stderr.on('data', (piece: Buffer) => (said += piece))
  const url = `http://127.0.0.1:${port}`
  await until(async () => {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}: ${said}`)
    return (await fetch(`${url}/readyz`).catch(() => null))?.ok === true
  })
  return { child, url }
}

function stop({ child }: App): Promise<number | null> {
  running.delete(child)
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code))
    child.kill('SIGINT')
  })
}

async function add(app: App, firm: TestFirm, pipeline: TestPipeline, accountIds: AccountId[]): Promise<string> {
  const body = JSON.stringify({ pipelineId: pipeline.id, accountIds, name: 'Return' })
  const answer = await fetch(`${app.url}/api/v1/job-additions`, {
    method: 'POST',
    body,
    headers: { cookie: firm.owner.cookie },
  })
  expect(answer.status).toBe(202)
  return ((await answer.json()) as { id: string }).id
}

async function progress(
  app: App,
  firm: TestFirm,
  act: string,
): Promise<{ state: string; succeeded: number; failed: number }> {
  const answer = await fetch(`${app.url}/api/v1/bulk-acts/${act}`, { headers: { cookie: firm.owner.cookie } })
  return (await answer.json()) as { state: string; succeeded: number; failed: number }
}

async function finished(app: App, firm: TestFirm, act: string): Promise<void> {
  await until(async () => (await progress(app, firm, act)).state === 'finished')
  expect((await progress(app, firm, act)).failed).toBe(0)
}

/** One job, organizer, task per client; one mail per notified contact; every invariant holds. */
async function expectAllThere(firm: TestFirm): Promise<void> {
  const counts = await firm.run(async (tx) => {
    const count = async (table: 'jobs' | 'organizers' | 'tasks' | 'mails') =>
      Number(
        (
          await tx.db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    return [await count('jobs'), await count('organizers'), await count('tasks'), await count('mails')]
  })
  expect(counts).toEqual([JOBS, JOBS, JOBS, JOBS / 3])
  const db = openDatabase(openPool(databaseUrl(), 'maintenance', 1))
  const broken = await findBroken(db)
  await db.destroy()
  expect(broken).toEqual([])
}

/** Asks again until it holds; the test's own time limit ends what never does. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 50))
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** The embedded server listens on a socket only; as a setting its address must be a URL with a host. */
function overSocket(url: string): string {
  const socket = /\?host=([^&]+)$/.exec(url)?.[1]
  return socket
    ? url.replace('@/', `@${encodeURIComponent(decodeURIComponent(socket))}/`).replace(/\?host=.*$/, '')
    : url
}
