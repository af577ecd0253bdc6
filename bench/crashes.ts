import { setTimeout as pause } from 'node:timers/promises'
import type { System } from '../src/system.ts'
import { findBroken } from '../src/verify.ts'
import { type App, overSocket, startApp, until } from '../test/support/app-process.ts'
import {
  type Busy,
  busyFirm,
  completeTasks,
  lostCompletions,
  progressOf,
  startBulkAct,
  unfinishedActs,
} from './busy-firm.ts'
import { exactly, type Figure, type Options } from './figure.ts'
import { asOwner } from './owner.ts'
import { type BenchServer, openServer } from './server.ts'
import { openStage } from './stage.ts'

const CARRIES_ON_MS = 10_000
/** One round in so many has two processes, of which one is killed. */
const EVERY_NTH_WITH_TWO = 4

/**
 * kill -9 in the middle of cascades and bulk acts, again and again: what was acknowledged is there, nothing was done
 * twice, every invariant holds, and what was under way goes on within ten seconds of the restart.
 */
export async function crashes({ quick }: Options): Promise<Figure[]> {
  const server = await openServer()
  const stage = await openStage(server, 'empty')
  const rounds = quick ? 8 : 200
  try {
    return await stage.withSystem(async (system) => {
      const busy = await busyFirm(system)
      await asOwner(stage.url, (client) => client.query('vacuum (analyze)'))
      const seen = { lost: 0, broken: 0, late: 0, completed: 0, carriedOn: 0 }
      for (let round = 1; round <= rounds; round++) {
        await oneRound({ server, url: stage.url, system, busy, seen }, round)
        if (round % 10 === 0 || quick) console.log(`crashes: round ${round}: ${JSON.stringify(seen)}`)
      }
      const ends = await settle(server, stage.url, system, busy)
      return [
        exactly('crashes', `acknowledged changes lost in ${rounds} kills, of ${seen.completed}`, seen.lost, 0),
        exactly('crashes', 'invariants broken', seen.broken + ends.broken, 0),
        exactly(
          'crashes',
          `bulk acts that went on later than 10 s after the restart, of ${seen.carriedOn}`,
          seen.late,
          0,
        ),
        exactly('crashes', 'items of bulk acts done twice or never', ends.wrong, 0),
      ]
    })
  } finally {
    await stage.close()
    await server.stop()
  }
}

type Seen = { lost: number; broken: number; late: number; completed: number; carriedOn: number }
type Round = { server: BenchServer; url: string; system: System; busy: Busy; seen: Seen }

async function oneRound({ server, url, system, busy, seen }: Round, round: number): Promise<void> {
  const left = (await unfinishedActs(system, busy))[0]
  const before = left ? await progressOf(system, left) : 0
  const apps = await Promise.all(
    Array.from({ length: round % EVERY_NTH_WITH_TWO === 0 ? 2 : 1 }, () => start(server, url)),
  )
  const began = performance.now()
  const acked: string[] = []
  const working = completeTasks(system, busy, apps, acked)
  const act = await startBulkAct(system, busy, apps[0]!, round)
  if (left) {
    const wentOn = async () =>
      (await progressOf(system, left)) > before || !(await unfinishedActs(system, busy)).includes(left)
    await until(wentOn) // it may have died with all its items done, and only has to end
    seen.carriedOn++
    if (performance.now() - began > CARRIES_ON_MS) seen.late++
  }
  await until(async () => (await progressOf(system, act)) > 0 || performance.now() - began > CARRIES_ON_MS, 20)
  await pause(Math.random() * 200)
  await apps[0]!.kill()
  await working
  seen.completed += acked.length
  seen.lost += await lostCompletions(system, acked)
  seen.broken += await tell(system)
  await Promise.all(apps.slice(1).map((app) => app.kill()))
}

/** Lets everything that is under way come to its end, and counts what each act should have done. */
async function settle(server: BenchServer, url: string, system: System, busy: Busy) {
  const app = await start(server, url)
  await until(async () => (await unfinishedActs(system, busy)).length === 0, 200)
  await app.stop()
  return { broken: await tell(system), wrong: await busy.wronglyCarriedOut(system) }
}

async function tell(system: System): Promise<number> {
  const broken = await findBroken(system.maintenance)
  for (const { invariant, count, example } of broken) console.log(`crashes: ${invariant}: ${count}, such as ${example}`)
  return broken.length
}

function start(server: BenchServer, url: string): Promise<App> {
  return startApp({ DATABASE_URL: overSocket(url), DATA_DIR: server.config.dataDir })
}
