import type { Hono } from 'hono'
import type { SignedIn } from '#kernel/actor.ts'
import { actorOfSession, tokenInCookies } from './features/identity/resolve-actor.ts'
import { actorOfTodoLink } from './features/organizers/index.ts'
import type { Config } from './platform/config/config.ts'
import { type Database, openDatabase, openPool } from './platform/db/connect.ts'
import type { Server } from './platform/db/server.ts'
import { transactionsOn } from './platform/db/transaction.ts'
import type { TxSource } from './platform/db/tx.ts'
import { filesIn } from './platform/files/files.ts'
import { makeApp } from './platform/http/app.ts'
import { type Live, openLive } from './platform/live/live.ts'
import type { Log } from './platform/log/log.ts'
import { carrierOf, openQueues } from './platform/outbox/queues.ts'
import { type Handlers, makeWorker, type Worker } from './platform/outbox/worker.ts'
import { serverSecret } from './platform/sessions/secret.ts'
import { makeSweeper, type Sweeper } from './platform/sweeps/sweeper.ts'
import { slices } from './slices.ts'

/** Everything one process runs, wired together; main.ts starts it, tests use it in-process. */
export type System = {
  app: Hono
  worker: Worker
  sweeper: Sweeper
  live: Live
  source: TxSource
  /** sees all firms: seeds, verify, sweeps; never a request */
  maintenance: Database
  close(): Promise<void>
}

export type SystemOptions = { url: string; config: Config; now: () => Date; log: Log; webFolder: string | null }

const POOL = { app: 10, maintenance: 4, login: 3 }

export async function openSystem({ url, config, now, log, webFolder }: SystemOptions): Promise<System> {
  const loginPool = openPool(url, 'app', POOL.login, 'auth')
  const pool = openPool(url, 'app', POOL.app)
  const db = openDatabase(pool)
  const maintenance = openDatabase(openPool(url, 'maintenance', POOL.maintenance))
  const secret = await serverSecret(maintenance, config.secret)
  const boss = await openQueues(url, (err) => log.warn({ err }, 'the queues had trouble'))
  const live = openLive(maintenance)
  const server: Server = {
    secret,
    publicUrl: config.publicUrl,
    smtpUrl: config.smtpUrl ?? null,
    files: filesIn(`${config.dataDir}/files`),
    log,
    loginPool,
    maintenance,
  }
  const source: TxSource = {
    db,
    transact: transactionsOn(pool),
    now,
    server,
    carry: carrierOf(boss),
    committed(events, entries) {
      if (events.length > 0) live.poke()
      if (entries.length > 0) worker.poke(new Set(entries.map((entry) => entry.kind)))
    },
  }
  const handlers = Object.assign({}, ...slices.map((it) => it.handlers)) as Handlers
  const worker = makeWorker(boss, source, handlers)
  const sweeper = makeSweeper(
    source,
    slices.flatMap((it) => it.sweeps),
  )
  // the cookie of a to-do link comes with calls for its own item only; there it counts before the session (D-12)
  const resolveActor = async (headers: Headers): Promise<SignedIn | null> => {
    const cookies = headers.get('cookie')
    const holder = await actorOfTodoLink(server, cookies, now())
    if (holder) return holder
    const token = tokenInCookies(cookies, config.publicUrl)
    return token ? actorOfSession(maintenance, token, now()) : null
  }
  const ready = async () => (await maintenance.selectFrom('migrations').select('name').execute()).length > 0
  const secureCookies = config.publicUrl.startsWith('https:')
  const app = makeApp({ slices, source, live, resolveActor, webFolder, ready, secureCookies })
  return {
    app,
    worker,
    sweeper,
    live,
    source,
    maintenance,
    async close() {
      live.stop()
      await sweeper.stop()
      await worker.stop()
      await boss.stop({ graceful: true, timeout: 5000 })
      await loginPool.end()
      await pool.end() // not by Kysely, which ends only what it has opened itself
      await maintenance.destroy()
    },
  }
}
