import type pg from 'pg'
import { jobsContract } from '../src/features/jobs/contract.ts'
import type { System } from '../src/system.ts'
import { type Caller, callerWith } from '../test/support/firm-in.ts'
import { atMost, exponent, type Figure, median, type Options } from './figure.ts'
import { asOwner } from './owner.ts'
import { prepareWork, type Work } from './prepare-work.ts'
import { type BenchServer, openServer } from './server.ts'
import { withSystem } from './stage.ts'
import { buildWebApp, inChromium } from './w3-browser.ts'
import { everything, type Narrowed, oneSql, taggedClientsOf } from './w3-limit.ts'

/**
 * The first answer of a board of ten stages, as its owner without a filter and as an employee who sees a tenth of the
 * clients and asks for those with a tag; with ever more jobs, against the one SQL for its cards and counts, in turn.
 */
export async function w3({ quick }: Options): Promise<Figure[]> {
  const server = await openServer()
  try {
    const sizes = quick ? [100, 1_000, 10_000, 100_000] : [1_000, 10_000, 100_000, 1_000_000]
    const seen: Seen[] = []
    for (const size of sizes) seen.push(...(await oneSize(server, size, quick ? 9 : 25)))
    const browsed = await browse(server, 10_000, quick ? 1 : 5)
    const answers = ['owner', 'employee with a filter'].flatMap((who) => {
      const points = seen.filter((it) => it.who === who)
      const [largest] = points.slice(-1)
      return [
        atMost('w3', `first answer over the one SQL, ${who}, ${largest!.size} jobs`, largest!.ours / largest!.limit, 2),
        atMost('w3', `exponent of the first answer, ${who}`, exponentOf(points), 0.1),
      ]
    })
    return [...answers, ...browsed]
  } finally {
    await server.stop()
  }
}

type Seen = { who: string; size: number; ours: number; limit: number }

const exponentOf = (points: readonly Seen[]) => exponent(points.map(({ size, ours }) => ({ size, cost: ours })))

function prepare(server: BenchServer, size: number): Promise<{ database: string; facts: Work }> {
  return server.prepared(`work_${size}`, (url) => withSystem(server, url, (system) => prepareWork(system, url, size)))
}

async function browse(server: BenchServer, size: number, loads: number): Promise<Figure[]> {
  const { database, facts } = await prepare(server, size)
  const built = buildWebApp()
  return withSystem(server, server.urlOf(database), (system) => inChromium(system, facts, loads), built)
}

async function oneSize(server: BenchServer, size: number, rounds: number): Promise<Seen[]> {
  const { database, facts } = await prepare(server, size)
  const url = server.urlOf(database)
  return withSystem(server, url, (system) =>
    asOwner(url, async (client) => {
      const filtered = taggedClientsOf(facts.employeeId, facts.tagId)
      const owner = await inTurn(system, client, facts, { cookie: facts.owner, query: {} }, everything, rounds)
      const employee = await inTurn(
        system,
        client,
        facts,
        { cookie: facts.employee, query: { tagId: facts.tagId } },
        filtered,
        rounds,
      )
      return [
        { who: 'owner', size, ...owner },
        { who: 'employee with a filter', size, ...employee },
      ].map(told)
    }),
  )
}

type Asking = { cookie: string; query: { tagId?: string } }

async function inTurn(
  system: System,
  client: pg.Client,
  work: Work,
  { cookie, query }: Asking,
  narrowed: Narrowed,
  rounds: number,
): Promise<{ ours: number; limit: number }> {
  const caller = callerWith(system, cookie)
  const [ours, limit]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    ours.push(await answered(caller, work, query))
    limit.push(await oneSql(client, work, narrowed))
  }
  return { ours: median(ours), limit: median(limit) }
}

async function answered(caller: Caller, { board }: Work, query: Asking['query']): Promise<number> {
  const began = performance.now()
  const { stages } = await caller.call(jobsContract.getBoard, { params: { id: board.pipelineId }, query })
  if (stages.length !== board.stageIds.length) throw new Error('the board misses stages')
  return performance.now() - began
}

function told(seen: Seen): Seen {
  const { who, size, ours, limit } = seen
  console.log(`w3: ${size} jobs, ${who}: first answer ${ours.toFixed(1)} ms, the one SQL ${limit.toFixed(1)} ms`)
  return seen
}
