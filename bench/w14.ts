import type { AccountId } from '#kernel/ids.ts'
import { jobsContract } from '../src/features/jobs/contract.ts'
import type { System } from '../src/system.ts'
import { callerWith } from '../test/support/firm-in.ts'
import { copyLimit, newestTransaction } from './copy-limit.ts'
import { cpuOf, sayCpu } from './cpu.ts'
import { atMost, exactly, exponent, type Figure, median, type Options } from './figure.ts'
import { liveBytes } from './memory.ts'
import { clientIds } from './prepare-clients.ts'
import { prepareSeason, type Season } from './prepare-season.ts'
import { type BenchServer, openServer } from './server.ts'
import { openStage, withSystem } from './stage.ts'
import { LEFT_OUT } from './w1.ts'

const GOAL = 2

/**
 * Moves all jobs of a stage, none of whose organizers and tasks is finished, into the next one with five automations, by
 * one call and the worker that carries it out; against COPY of the rows that this wrote, new ones and new versions.
 */
export async function w14({ quick }: Options): Promise<Figure[]> {
  const server = await openServer()
  try {
    const jobs = quick ? 2_000 : 5_000
    const [ratios, moved]: [number[], number[]] = [[], []]
    for (let round = 1; round <= (quick ? 1 : 3); round++) {
      const { ratio, succeeded } = await oneRound(server, round, jobs)
      ratios.push(ratio)
      moved.push(succeeded)
    }
    return [
      atMost('w14', 'time over COPY of the same rows', median(ratios), GOAL),
      exactly('w14', `jobs of ${jobs} moved`, median(moved), jobs),
      ...(await growth(server, quick ? [20, 200, 2_000] : [50, 500, 5_000, 50_000])),
    ]
  } finally {
    await server.stop()
  }
}

/** A season's first stage with so many jobs in it. */
function prepare(server: BenchServer, jobs: number): Promise<{ database: string; facts: Season }> {
  return server.prepared(`moves_${jobs}`, (url) =>
    withSystem(server, url, async (system) => {
      const season = await prepareSeason(system, jobs, 0)
      const accountIds = await clientIds<AccountId>(system, season.firmId, jobs)
      const body = { pipelineId: season.pipelineId, accountIds, name: 'Return' }
      await callerWith(system, season.cookie).call(jobsContract.addJobs, { body })
      await system.worker.drain(['bulk'])
      return season
    }),
  )
}

async function oneRound(server: BenchServer, round: number, jobs: number) {
  const { database, facts } = await prepare(server, jobs)
  const stage = await openStage(server, database)
  try {
    const since = await newestTransaction(stage.url)
    const before = cpuOf(server.cluster)
    const ours = await stage.withSystem((system) => moveAll(system, facts))
    const after = cpuOf(server.cluster)
    const limit = await copyLimit(server, { url: stage.url, since, leftOut: LEFT_OUT }, database)
    const perSecond = (milliseconds: number) => Math.round((jobs / milliseconds) * 1000)
    console.log(
      `w14 round ${round}: ${jobs} jobs, ${limit.rows} rows of ${limit.tables} tables; ours ${perSecond(ours.took)} ` +
        `jobs/s (${sayCpu(before, after)}), COPY ${perSecond(limit.milliseconds)} jobs/s (${limit.cpu})`,
    )
    return { ratio: ours.took / limit.milliseconds, succeeded: ours.succeeded }
  } finally {
    await stage.close()
  }
}

async function growth(server: BenchServer, sizes: readonly number[]): Promise<Figure[]> {
  const points: { size: number; cost: number; live: number }[] = []
  for (const size of sizes) {
    const { database, facts } = await prepare(server, size)
    const stage = await openStage(server, database)
    try {
      let cost = 0
      const live = await stage.withSystem((system) =>
        liveBytes(moveAll(system, facts).then(({ took }) => (cost = took))),
      )
      points.push({ size, cost, live })
      console.log(`w14 growth: ${size} jobs in ${Math.round(cost)} ms, ${Math.round(live / 1e6)} MB alive at most`)
    } finally {
      await stage.close()
    }
  }
  const [smallest, largest] = [points[0]!, points.at(-1)!]
  return [
    atMost('w14', `exponent of time from ${smallest.size} to ${largest.size} jobs`, exponent(points), 1.05),
    atMost('w14', `live memory of ${largest.size} over ${smallest.size} jobs`, largest.live / smallest.live, 1.2),
  ]
}

async function moveAll(system: System, { cookie, pipelineId, stageId, nextStageId }: Season) {
  const owner = callerWith(system, cookie)
  const began = performance.now()
  const act = await owner.call(jobsContract.moveJobs, {
    body: { stage: { pipelineId, stageId }, stageId: nextStageId },
  })
  await system.worker.drain(['bulk'])
  const took = performance.now() - began
  return { took, succeeded: (await owner.call(jobsContract.getBulkAct, { params: { id: act.id } })).succeeded }
}
