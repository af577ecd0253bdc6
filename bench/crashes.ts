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
 * Most of a round passes until an entry's carrier has been silent for long enough: so many firms, each in a database of
 * its own with processes of its own, go through their rounds at the same time.
 */
const FIRMS = 3

/**
 * kill -9 in the middle of cascades and bulk acts, again and again: what was acknowledged is there, nothing was done
 * twice, every invariant holds, and what was under way goes on within ten seconds of the restart.
 */
export async function crashes({ quick }: Options): Promise<Figure[]> {
  const server = await openServer()
  const kills = quick ? 12 : 200
  const seen: Seen = { kills: 0, completed: 0, lost: 0, broken: 0, carriedOn: 0, late: 0, wrong: 0 }
  try {
    const began = performance.now()
    await Promise.all(Array.from({ length: FIRMS }, (_, n) => roundsOfOneFirm(server, n, kills, seen, quick)))
    console.log(`crashes: ${seen.kills} kills in ${Math.round((performance.now() - began) / 1000)} s`)
    return [
      exactly('crashes', `acknowledged changes lost in ${seen.kills} kills, of ${seen.completed}`, seen.lost, 0),
      exactly('crashes', 'invariants broken', seen.broken, 0),
      exactly(
        'crashes',
        `bulk acts that went on later than 10 s after the restart, of ${seen.carriedOn}`,
        seen.late,
        0,
      ),
      exactly('crashes', 'items of bulk acts done twice or never', seen.wrong, 0),
    ]
  } finally {
    await server.stop()
  }
}

/** The firms' rounds with two are not the same ones: the server has so many connections. */
function processesIn(turn: number): number {
  return turn % EVERY_NTH_WITH_TWO === 0 ? 2 : 1
}

/** Rounds until all firms together have had so many kills. */
async function roundsOfOneFirm(
  server: BenchServer,
  nth: number,
  kills: number,
  seen: Seen,
  quick: boolean,
): Promise<void> {
  const stage = await openStage(server, 'empty')
  try {
    await stage.withSystem(async (system) => {
      const busy = await busyFirm(system)
      await asOwner(stage.url, (client) => client.query('vacuum (analyze)'))
      for (let round = 1; seen.kills < kills; round++) {
        seen.kills++
        await oneRound({ server, url: stage.url, system, busy, seen }, round, processesIn(nth + round))
        if (seen.kills % 10 === 0 || quick) console.log(`crashes: ${JSON.stringify(seen)}`)
      }
      await settle({ server, url: stage.url, system, busy, seen })
    })
  } finally {
    await stage.close()
  }
}

type Seen = {
  kills: number
  completed: number
  lost: number
  broken: number
  carriedOn: number
  late: number
  wrong: number
}
type Round = { server: BenchServer; url: string; system: System; busy: Busy; seen: Seen }

async function oneRound({ server, url, system, busy, seen }: Round, round: number, processes: number): Promise<void> {
  const left = (await unfinishedActs(system, busy))[0]
  const before = left ? await progressOf(system, left) : 0
  const apps = await Promise.all(Array.from({ length: processes }, () => start(server, url)))
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
  const [lost, broken] = [await lostCompletions(system, acked), await tell(system)]
  seen.completed += acked.length
  seen.lost += lost
  seen.broken += broken
  await Promise.all(apps.slice(1).map((app) => app.kill()))
}

/** Lets everything that is under way come to its end, and counts what each act should have done. */
async function settle({ server, url, system, busy, seen }: Round): Promise<void> {
  const app = await start(server, url)
  await until(async () => (await unfinishedActs(system, busy)).length === 0, 200)
  await app.stop()
  const [broken, wrong] = [await tell(system), await busy.wronglyCarriedOut(system)]
  seen.broken += broken
  seen.wrong += wrong
}

async function tell(system: System): Promise<number> {
  const broken = await findBroken(system.maintenance)
  for (const { invariant, count, example } of broken) console.log(`crashes: ${invariant}: ${count}, such as ${example}`)
  return broken.length
}

function start(server: BenchServer, url: string): Promise<App> {
  return startApp({ DATABASE_URL: overSocket(url), DATA_DIR: server.config.dataDir })
}
