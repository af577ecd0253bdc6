import { Logger, type Runner, run } from 'graphile-worker'
import pg from 'pg'
import { derivedId } from '#kernel/ids.ts'
import { cpuOf, sayCpu } from './cpu.ts'
import { asOwner } from './owner.ts'
import type { Work } from './prepare-work.ts'
import type { BenchServer } from './server.ts'
import { CALLERS } from './w2-cascade.ts'
import { planMoves, runStatement, statementsOfMove } from './w2-moves.ts'

/** What a client and a colleague do; all that follows is the job's. */
const [SUBMIT, COMPLETE, ...FOLLOWS] = statementsOfMove().filter((it) => it.includes(':m')) as [string, string]

/** Locks a job, and finds its move if the organizer and the task of its present stage are both done. */
const NEXT_MOVE = `
  select l.m from jobs j
    join limit_moves l on l.job_id = j.id and l.from_visit = j.visit_id
    join organizers o on o.firm_id = l.firm_id and o.id = l.organizer_id and o.status = 'submitted'
    join tasks t on t.firm_id = l.firm_id and t.id = l.task_id and t.status = 'completed'
  where j.firm_id = $1 and j.id = $2
  for update of j`

/**
 * Within the completion's transaction. Without a job_key that would make one job of two: add_job may lose a keyed job
 * that is just being fetched (https://github.com/graphile/worker/issues/580), and with it a move.
 */
const ADD_JOB = `
  select graphile_worker.add_job('advance', json_build_object('firmId', firm_id, 'jobId', job_id))
  from limit_moves where m = $1`

type Completion = { m: number; statement: string; name: string }

/**
 * The same flow as somebody builds it on a queue of jobs, graphile-worker: a completion and a job `advance` in one
 * transaction; the job looks whether all is done, and moves. It knows no rights, no conditions and no versions, and
 * writes by the limit's statements: what is left to compare is the queue.
 */
export async function runPeer(server: BenchServer, url: string, work: Work) {
  await asOwner(url, (client) => planMoves(client, work))
  const callers = openPool(url, CALLERS)
  const workers = openPool(url, CALLERS + 2)
  const advances = new Advances()
  const runner = await startWorker(workers, advances)
  try {
    const before = cpuOf(server.cluster)
    let took = 0
    for (let ordinal = 1; ordinal < work.cascade.stageIds.length; ordinal++)
      took += await completeStage(callers, advances, ordinal)
    return { took, moves: advances.done, cpu: sayCpu(before, cpuOf(server.cluster)) }
  } finally {
    await runner.stop()
    await Promise.all([callers.end(), workers.end()])
  }
}

/** Hears of no errors: its end waits for no connection, and the database is dropped right after. */
function openPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, max })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

function startWorker(pgPool: pg.Pool, advances: Advances): Promise<Runner> {
  return run({
    pgPool,
    concurrency: CALLERS,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: new Logger(() => (level, message) => void (level === 'error' && console.error(message))),
    preset: { worker: { localQueue: { size: CALLERS + 1 }, completeJobBatchDelay: 0 } },
    taskList: {
      advance: (payload, { withPgClient }) =>
        advances.count(withPgClient((client) => advance(client, payload as { firmId: string; jobId: string }))),
    },
  })
}

/** Answers whether the job went on. */
async function advance(client: pg.ClientBase, { firmId, jobId }: { firmId: string; jobId: string }): Promise<boolean> {
  await client.query('begin')
  const { rows } = await client.query<{ m: number }>({ name: 'next', text: NEXT_MOVE, values: [firmId, jobId] })
  const next = rows[0]
  if (next) for (const [n, it] of FOLLOWS.entries()) await runStatement(client, `follows_${n}`, it, next.m)
  await client.query('commit')
  return next !== undefined
}

/** Completes everything that the jobs' present stages wait for; answers the milliseconds until all have gone on. */
async function completeStage(callers: pg.Pool, advances: Advances, ordinal: number): Promise<number> {
  const { rows } = await callers.query<{ m: number }>('select m from limit_moves where ordinal = $1', [ordinal])
  const all = rows.flatMap(({ m }): Completion[] => [
    { m, statement: SUBMIT, name: 'submit' },
    { m, statement: COMPLETE, name: 'complete' },
  ])
  const keyed = all.map((it) => [derivedId('order', it.name + it.m) as string, it] as const)
  const next = keyed.sort(([a], [b]) => (a < b ? -1 : 1)).values()
  const began = performance.now()
  const moved = advances.atLeast(advances.done + rows.length)
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      for (const [, completion] of next) await complete(callers, completion)
    }),
  )
  await moved
  return performance.now() - began
}

async function complete(callers: pg.Pool, { m, statement, name }: Completion): Promise<void> {
  const client = await callers.connect()
  await client.query('begin')
  await runStatement(client, name, statement, m)
  await runStatement(client, 'add_job', ADD_JOB, m)
  await client.query('commit')
  client.release()
}

/** Counts moves, and tells when there are enough. */
class Advances {
  done = 0
  private waiting: { moves: number; resolve: () => void; reject: (error: unknown) => void } | null = null

  async count(advance: Promise<boolean>): Promise<void> {
    try {
      if (await advance) this.done++
    } catch (error) {
      this.waiting?.reject(error)
      throw error
    }
    if (this.waiting && this.done >= this.waiting.moves) this.waiting.resolve()
  }

  atLeast(moves: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting = { moves, resolve, reject }
    })
  }
}
