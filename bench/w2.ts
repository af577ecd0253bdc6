import { cpuOf, sayCpu } from './cpu.ts'
import { atLeast, atMost, exactly, exponent, type Figure, median, type Options, told } from './figure.ts'
import { prepareWork, type Work } from './prepare-work.ts'
import { type BenchServer, openServer } from './server.ts'
import { openStage, type Stage, withSystem } from './stage.ts'
import { completeStage, movesOf, startCascade } from './w2-cascade.ts'
import { runLimit } from './w2-limit.ts'
import { runPeer } from './w2-peer.ts'

const STAGES_TO_LEAVE = 6

/**
 * Jobs in the first of seven stages, six of which automove and wait for an organizer and a task each: everything is
 * completed by concurrent callers of the commands. The limit writes the same rows by hand-written SQL; the peer writes
 * them by jobs of graphile-worker.
 */
export async function w2({ quick }: Options): Promise<Figure[]> {
  const server = await openServer()
  try {
    const jobs = quick ? 160 : 2_000
    const prepared = await prepare(server, 1_000)
    const rounds: Round[] = []
    for (let round = 1; round <= (quick ? 1 : 3); round++) rounds.push(await oneRound(server, prepared, round, jobs))
    const moves = rounds.map((round) => round.moves)
    return [
      atLeast('w2', 'moves/s over hand-written SQL', median(rounds.map((it) => it.ours / it.limit)), 0.5),
      told('w2', 'moves/s over jobs of graphile-worker', median(rounds.map((it) => it.ours / it.peer))),
      exactly('w2', `moves of ${jobs} jobs`, median(moves), jobs * STAGES_TO_LEAVE),
      atMost('w2', "exponent of a move's cost", await growth(server, quick), 0.1),
    ]
  } finally {
    await server.stop()
  }
}

type Prepared = { database: string; facts: Work }

function prepare(server: BenchServer, jobs: number): Promise<Prepared> {
  return server.prepared(`work_${jobs}`, (url) => withSystem(server, url, (system) => prepareWork(system, url, jobs)))
}

/** Moves in a millisecond, and how many there were of ours. */
type Round = { ours: number; limit: number; peer: number; moves: number }

async function oneRound(
  server: BenchServer,
  { database, facts }: Prepared,
  round: number,
  jobs: number,
): Promise<Round> {
  const stages = [
    await openStage(server, database),
    await openStage(server, database),
    await openStage(server, database),
  ]
  const [stage, forLimit, forPeer] = stages as [Stage, Stage, Stage]
  try {
    for (const { url, withSystem } of stages) await withSystem((system) => startCascade(system, url, facts, jobs))
    const ours = await runCascade(server, stage, facts)
    const limit = await runLimit(server, forLimit.url, facts)
    const peer = await runPeer(server, forPeer.url, facts)
    console.log(`w2 round ${round}: ours ${said(ours)}; ${limit.by} ${said(limit)}; graphile-worker ${said(peer)}`)
    const differences = [
      ...(await limit.differences('us', stage.url)),
      ...(await limit.differences('the peer', forPeer.url)),
    ]
    for (const line of differences) console.log(`w2: ${line}`)
    const rate = ({ moves, took }: Run) => moves / took
    return { ours: rate(ours), limit: rate(limit), peer: rate(peer), moves: ours.moves }
  } finally {
    for (const it of stages) await it.close()
  }
}

type Run = { took: number; moves: number; cpu: string }

const said = ({ moves, took, cpu }: Run) => `${moves} moves, ${Math.round((moves / took) * 1000)} moves/s (${cpu})`

async function runCascade(server: BenchServer, stage: Stage, work: Work): Promise<Run> {
  return stage.withSystem(async (system) => {
    const before = cpuOf(server.cluster)
    let took = 0
    for (let stages = 0; stages < STAGES_TO_LEAVE; stages++) took += (await completeStage(system, work)).took
    return { took, moves: (await movesOf(system, work)).moves, cpu: sayCpu(before, cpuOf(server.cluster)) }
  })
}

/** What a move costs with ever more jobs in the table. */
async function growth(server: BenchServer, quick: boolean): Promise<number> {
  const points: { size: number; cost: number }[] = []
  for (const size of quick ? [100, 1_000, 10_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000]) {
    const { database, facts } = await prepare(server, size)
    const stage = await openStage(server, database)
    try {
      await stage.withSystem((system) => startCascade(system, stage.url, facts, 100))
      const { took, moves, cpu } = await runCascade(server, stage, facts)
      points.push({ size, cost: took / moves })
      console.log(`w2 growth: ${size} jobs, ${(took / moves).toFixed(2)} ms a move (${cpu})`)
    } finally {
      await stage.close()
    }
  }
  return exponent(points)
}
