import pg from 'pg'
import { until } from '../support/app-process.ts'

/**
 * Lets two calls meet at the same rows in a chosen order, on real connections: the rows are held until the first call
 * waits for them (or has ended without), then until the second does, and are let go. No clock is involved.
 */
export async function inOrder<A, B>(
  url: string,
  rows: { jobId: string; pipelineId: string },
  first: () => Promise<A>,
  second: () => Promise<B>,
): Promise<[A, B]> {
  const [holder, watcher] = [new pg.Client({ connectionString: url }), new pg.Client({ connectionString: url })]
  await Promise.all([holder.connect(), watcher.connect()])
  try {
    await holder.query('begin')
    await holder.query('select from jobs where id = $1 for update', [rows.jobId])
    await holder.query('select from pipelines where id = $1 for update', [rows.pipelineId])
    const one = watched(first())
    await until(async () => one.hasEnded() || (await waiting(watcher)) >= 1, 2)
    const before = await waiting(watcher)
    const other = watched(second())
    await until(async () => other.hasEnded() || (await waiting(watcher)) > before, 2)
    await holder.query('commit')
    return [await one.result, await other.result]
  } finally {
    await Promise.all([holder.end(), watcher.end()])
  }
}

function watched<Result>(result: Promise<Result>) {
  let ended = false
  const end = () => {
    ended = true
  }
  result.then(end, end)
  return { result, hasEnded: () => ended }
}

/** How many connections to this database wait for a lock. */
async function waiting(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and wait_event_type = 'Lock'`,
  )
  return rows[0]!.count
}
