import { setTimeout as pause } from 'node:timers/promises'
import type { AccountId } from '#kernel/ids.ts'
import { jobsContract } from '../src/features/jobs/contract.ts'
import type { System } from '../src/system.ts'
import { type Caller, callerWith } from '../test/support/firm-in.ts'
import { copyLimit, newestTransaction } from './copy-limit.ts'
import { cpuOf, sayCpu } from './cpu.ts'
import { atMost, exponent, type Figure, median, type Options, percentile } from './figure.ts'
import { liveBytes } from './memory.ts'
import { clientIds } from './prepare-clients.ts'
import { prepareSeason, type Season } from './prepare-season.ts'
import { type BenchServer, openServer } from './server.ts'
import { openStage, withSystem } from './stage.ts'

const GOAL = 2
/** Tables that the workload updates rows of, which stood there before, and one that a trigger fills: COPY leaves them. */
export const LEFT_OUT = ['bulk_acts', 'bulk_items', 'idempotency_keys', 'board_counts']

type Bench = { server: BenchServer; database: string; season: Season }

/**
 * Adds jobs to a stage with five automations, two of them conditional, by one call and the worker that carries it out,
 * from accepted to the last commit; against COPY of the very rows that this wrote. Interleaved: every round measures
 * both.
 */
export async function w1({ quick }: Options): Promise<Figure[]> {
  const server = await openServer()
  const clients = quick ? 10_000 : 100_000
  const { database, facts } = await server.prepared(`season_${clients}`, (url) =>
    withSystem(server, url, (system) => prepareSeason(system, clients)),
  )
  const bench = { server, database, season: facts }
  try {
    const ratios: number[] = []
    for (let round = 1; round <= (quick ? 1 : 3); round++)
      ratios.push(await oneRound(bench, round, quick ? 4_000 : 10_000))
    return [
      atMost('w1', 'time over COPY of the same rows', median(ratios), GOAL),
      ...(await growth(bench, quick ? [10, 100, 1_000, 10_000] : [100, 1_000, 10_000, 50_000])),
      ...(await besides(bench, quick ? 4_000 : 10_000)),
    ]
  } finally {
    await server.stop()
  }
}

async function oneRound({ server, database, season }: Bench, round: number, jobs: number): Promise<number> {
  const stage = await openStage(server, database)
  try {
    const since = await newestTransaction(stage.url)
    const before = cpuOf(server.cluster)
    const ours = await stage.withSystem((system) => addJobs(system, season, jobs, () => {}))
    const after = cpuOf(server.cluster)
    const limit = await copyLimit(server, { url: stage.url, since, leftOut: LEFT_OUT }, database)
    const perSecond = (milliseconds: number) => Math.round((jobs / milliseconds) * 1000)
    console.log(
      `w1 round ${round}: ${jobs} jobs, ${limit.rows} rows of ${limit.tables} tables; ours ${perSecond(ours)} jobs/s ` +
        `(${sayCpu(before, after)}), COPY ${perSecond(limit.milliseconds)} jobs/s (${limit.cpu})`,
    )
    return ours / limit.milliseconds
  } finally {
    await stage.close()
  }
}

/** O(n) time, O(1) memory, and as many statements for a large chunk as for a small one. */
async function growth({ server, database, season }: Bench, sizes: readonly number[]): Promise<Figure[]> {
  const points: { size: number; cost: number; live: number }[] = []
  for (const size of sizes) {
    const stage = await openStage(server, database)
    try {
      const { cost, live } = await stage.withSystem(async (system) => {
        const adding = addJobs(system, season, size, () => {})
        return { live: await liveBytes(adding), cost: await adding }
      })
      points.push({ size, cost, live })
      console.log(`w1 growth: ${size} jobs in ${Math.round(cost)} ms, ${Math.round(live / 1e6)} MB alive at most`)
    } finally {
      await stage.close()
    }
  }
  const [smallest, largest] = [points[1]!, points.at(-1)!]
  return [
    atMost('w1', `exponent of time from ${sizes[0]} to ${sizes.at(-1)} jobs`, exponent(points), 1.05),
    atMost('w1', `live memory of ${largest.size} over ${smallest.size} jobs`, largest.live / smallest.live, 1.2),
  ]
}

/** What a colleague notices meanwhile: how long his calls take, and when the first job shows. */
async function besides({ server, database, season }: Bench, jobs: number): Promise<Figure[]> {
  const stage = await openStage(server, database)
  try {
    return await stage.withSystem(async (system) => {
      const colleague = callerWith(system, season.colleague)
      const idle = await latencies(colleague, season, pause(3_000))
      let began = 0
      const adding = addJobs(system, season, jobs, () => {
        began = performance.now()
      })
      const first = firstShown(colleague, season).then((at) => at - began)
      const busy = await latencies(colleague, season, adding)
      const [p99, calm] = [percentile(busy, 99), percentile(idle, 99)]
      console.log(
        `w1 besides: first job shown after ${Math.round(await first)} ms; a colleague's p99 ${calm.toFixed(1)} ms idle ` +
          `(${idle.length} calls), ${p99.toFixed(1)} ms meanwhile (${busy.length} calls)`,
      )
      return [
        atMost('w1', 'first job visible, share of 300 ms', (await first) / 300, 1),
        atMost('w1', "a colleague's p99 over idle p99 + 50 ms", p99 / (calm + 50), 1),
      ]
    })
  } finally {
    await stage.close()
  }
}

/** One call after the other, a list and a job in turn, each as far from the last as a hurried person's. */
async function latencies(colleague: Caller, { pipelineId }: Season, until: Promise<unknown>): Promise<number[]> {
  let over = false
  const done = until.finally(() => {
    over = true
  })
  const { items } = await colleague.call(jobsContract.listJobs, { query: { limit: 50 } })
  const took: number[] = []
  while (!over) {
    const { id } = items[took.length % items.length]!
    took.push(await timed(() => colleague.call(jobsContract.getJob, { params: { id } })))
    took.push(await timed(() => colleague.call(jobsContract.listJobs, { query: { pipelineId, limit: 50 } })))
    await pause(10)
  }
  await done
  return took
}

/** The moment at which the board shows more jobs than before. */
async function firstShown(colleague: Caller, { pipelineId, stageId }: Season): Promise<number> {
  const countOf = async () => {
    const board = await colleague.call(jobsContract.getBoard, { params: { id: pipelineId } })
    return board.stages.find((stage) => stage.id === stageId)!.count
  }
  const before = await countOf()
  while ((await countOf()) === before) await pause(5)
  return performance.now()
}

/** Answers how long it took, from the call to the last commit; `calls` hears of the moment of the call. */
async function addJobs(system: System, season: Season, count: number, calls: () => void): Promise<number> {
  const { id, began } = await askForJobs(system, season, count, calls)
  await system.worker.drain(['bulk'])
  const took = performance.now() - began
  const done = await callerWith(system, season.cookie).call(jobsContract.getBulkAct, { params: { id } })
  if (done.succeeded !== count) throw new Error(`only ${done.succeeded} of ${count} jobs were added`)
  return took
}

/** By itself, so that what the caller knows of all those clients is forgotten once they were named. */
async function askForJobs(system: System, { firmId, cookie, pipelineId }: Season, count: number, calls: () => void) {
  const accountIds = await clientIds<AccountId>(system, firmId, count)
  calls()
  const began = performance.now()
  const body = { pipelineId, accountIds, name: 'Return [TAX_YEAR]' }
  const { id } = await callerWith(system, cookie).call(jobsContract.addJobs, { body })
  return { id, began }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
