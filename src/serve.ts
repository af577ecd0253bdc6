import { existsSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { serve as listen, type ServerType } from '@hono/node-server'
import { type Config, ConfigError } from './platform/config/config.ts'
import { migrate } from './platform/db/migrate.ts'
import type { Log } from './platform/log/log.ts'
import { openPostgres } from './platform/postgres/open-postgres.ts'
import { outboxKinds } from './slices.ts'
import { openSystem, type System } from './system.ts'
import { greet } from './world/greet.ts'
import { seedDemo } from './world/seed-demo.ts'

const WEB = new URL('../dist/web', import.meta.url).pathname

/** Serves app, API, portal and worker in this process until it is told to stop; answers the exit code. */
export async function serve(config: Config, log: Log): Promise<number> {
  const postgres = await openPostgres(config)
  let system: System | null = null
  let server: ServerType | null = null
  try {
    await migrate(postgres.url, outboxKinds)
    system = await openSystem({
      url: postgres.url,
      config,
      now: () => new Date(),
      log,
      webFolder: existsSync(WEB) ? WEB : null,
    })
    if (config.demo && isLocal(postgres.url, postgres.embedded)) await seedDemo(system)
    await system.worker.start()
    system.sweeper.start()
    server = await open(system, config)
    await greet(system, config)
    flushCompileCache() // else only a start that ends in good order leaves it to the next
    await asked()
  } finally {
    await close(server)
    await system?.close()
    await postgres.stop()
  }
  return 0
}

function open(system: System, config: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = listen({ fetch: system.app.fetch, hostname: config.host, port: config.port }, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      const said = `PORT ${config.port} on ${config.host} is taken or not allowed: start with another, like PORT=3001.`
      reject(taken ? new ConfigError(said) : error)
    })
  })
}

/** Ends with the first Ctrl-C or TERM; what is under way is finished, a second one ends at once. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve()
      })
    }
  })
}

function close(server: ServerType | null): Promise<void> {
  if (!server) return Promise.resolve()
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}

/** The demo firm comes only into an empty embedded or loopback database (D-18). */
function isLocal(url: string, embedded: boolean): boolean {
  return embedded || ['localhost', '127.0.0.1', '[::1]', ''].includes(new URL(url).hostname)
}
