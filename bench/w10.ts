import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Database } from '#platform/db/connect.ts'
import { type App, overSocket, startApp, until } from '../test/support/app-process.ts'
import { atMost, type Figure, median, type Options } from './figure.ts'
import { clientIds } from './prepare-clients.ts'
import { prepareSeason, type Season } from './prepare-season.ts'
import { prepareWork } from './prepare-work.ts'
import { type BenchServer, openServer } from './server.ts'
import { openStage, withSystem } from './stage.ts'

const MEGABYTE = 1024 * 1024

/**
 * The real program from its start to its first answer: on a machine that never saw it (files of the database are made,
 * the demo firm moves in), and again on databases that are up already, which leaves PostgreSQL's own start out. Then
 * what it keeps in memory when nothing happens, and after a bulk act.
 */
export async function w10({ quick }: Options): Promise<Figure[]> {
  const server = await openServer()
  try {
    const first = await firstStarts(quick ? 1 : 3)
    const empty = await restarts(server, 'empty', quick ? 3 : 7)
    const jobs = quick ? 10_000 : 100_000
    const { database } = await server.prepared(`work_${jobs}`, (url) =>
      withSystem(server, url, (system) => prepareWork(system, url, jobs)),
    )
    const full = await restarts(server, database, quick ? 3 : 7)
    return [
      atMost('w10', 'first start to ready, share of 5 s', first / 5_000, 1),
      atMost('w10', 'restart on an empty database, share of 1 s', empty / 1_000, 1),
      atMost('w10', `restart with ${jobs} jobs, share of 1 s`, full / 1_000, 1),
      ...(await memory(server, quick)),
    ]
  } finally {
    await server.stop()
  }
}

async function firstStarts(times: number): Promise<number> {
  const took: number[] = []
  for (let n = 0; n < times; n++) {
    const dataDir = await mkdtemp(join(tmpdir(), 'throughline-first-'))
    try {
      const app = await startApp({ DATA_DIR: dataDir, THROUGHLINE_DEMO: 'on', DATABASE_URL: '' })
      took.push(app.took)
      await app.stop()
    } finally {
      await rm(dataDir, { recursive: true, force: true })
    }
  }
  console.log(`w10: first start, with the demo firm: ${took.map(Math.round).join(', ')} ms`)
  return median(took)
}

async function restarts(server: BenchServer, database: string, times: number): Promise<number> {
  const stage = await openStage(server, database)
  try {
    const took: number[] = []
    for (let n = 0; n < times; n++) {
      const app = await startOn(server, stage.url)
      took.push(app.took)
      await app.stop()
    }
    console.log(`w10: restart on ${database}, PostgreSQL running: ${took.map(Math.round).join(', ')} ms`)
    return median(took)
  } finally {
    await stage.close()
  }
}

/** Resident memory a while after the start, and a while after a bulk act of 10,000 jobs with all that follows from it. */
async function memory(server: BenchServer, quick: boolean): Promise<Figure[]> {
  const clients = quick ? 10_000 : 100_000
  const { database, facts } = await server.prepared(`season_${clients}`, (url) =>
    withSystem(server, url, (system) => prepareSeason(system, clients)),
  )
  const stage = await openStage(server, database)
  try {
    const accountIds = await stage.withSystem((system) => clientIds(system, facts.firmId, quick ? 2_000 : 10_000))
    const app = await startOn(server, stage.url)
    await pause(5_000)
    const idle = residentBytes(app)
    await addJobs(app, facts, accountIds)
    await stage.withSystem(async ({ maintenance }) => until(async () => (await waitingMails(maintenance)) === 0, 500))
    await pause(5_000)
    const after = residentBytes(app)
    await app.stop()
    console.log(
      `w10: ${Math.round(idle / MEGABYTE)} MB idle, ${Math.round(after / MEGABYTE)} MB after ${accountIds.length} jobs`,
    )
    return [
      atMost('w10', 'resident memory idle, share of 250 MB', idle / MEGABYTE / 250, 1),
      atMost('w10', 'more of it after w1, share of 100 MB', (after - idle) / MEGABYTE / 100, 1),
    ]
  } finally {
    await stage.close()
  }
}

function startOn(server: BenchServer, url: string): Promise<App> {
  return startApp({ DATABASE_URL: overSocket(url), DATA_DIR: server.config.dataDir })
}

async function addJobs({ url }: App, { cookie, pipelineId }: Season, accountIds: readonly string[]): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json' }
  const body = JSON.stringify({ pipelineId, accountIds, name: 'Return [TAX_YEAR]' })
  const answer = await fetch(`${url}/api/v1/job-additions`, { method: 'POST', headers, body })
  const { id } = (await answer.json()) as { id: string }
  await until(async () => {
    const act = await fetch(`${url}/api/v1/bulk-acts/${id}`, { headers })
    return ((await act.json()) as { state: string }).state === 'finished'
  }, 200)
}

async function waitingMails(db: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from outbox_entries where state = 'waiting'`.execute(db)
  return rows[0]!.count
}

function residentBytes({ child }: App): number {
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) * 1024
}
