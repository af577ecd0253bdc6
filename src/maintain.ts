import type { Config } from './platform/config/config.ts'
import { openDatabase, openPool } from './platform/db/connect.ts'
import { checkMigrated, migrate, writeSchemaFile } from './platform/db/migrate.ts'
import type { Log } from './platform/log/log.ts'
import { joinPostgres } from './platform/postgres/open-postgres.ts'
import { outboxKinds } from './slices.ts'
import { openSystem } from './system.ts'
import { findBroken } from './verify.ts'
import { seedDemo } from './world/seed-demo.ts'

/** bin/migrate: brings the database up to date and writes schema.sql. */
export async function runMigrate(config: Config, log: Log): Promise<number> {
  return withDatabase(config, async (url) => {
    const run = await migrate(url, outboxKinds)
    await writeSchemaFile(url)
    log.info({ run }, run.length > 0 ? 'migrated' : 'nothing to migrate')
    return 0
  })
}

/** bin/seed: the demo firm, into a database without any firm. */
export async function runSeed(config: Config, log: Log): Promise<number> {
  return withDatabase(config, async (url) => {
    await migrate(url, outboxKinds)
    const system = await openSystem({ url, config, now: () => new Date(), log, webFolder: null })
    const seeded = await seedDemo(system)
    await system.close()
    log.info(seeded ? 'the demo firm is there' : 'there is a firm already; nothing was changed')
    return 0
  })
}

/** bin/verify: the invariants that must hold in a live database; exit code 1 and a line each where one does not. */
export async function runVerify(config: Config): Promise<number> {
  return withDatabase(config, async (url) => {
    await checkMigrated(url)
    const db = openDatabase(openPool(url, 'maintenance', 2))
    const broken = await findBroken(db)
    await db.destroy()
    for (const { invariant, count, example } of broken)
      console.error(`${invariant}: ${count} broken, for example ${example}`)
    console.log(broken.length === 0 ? 'all invariants hold' : `${broken.length} invariants broken`)
    return broken.length === 0 ? 0 : 1
  })
}

async function withDatabase(config: Config, work: (url: string) => Promise<number>): Promise<number> {
  const postgres = await joinPostgres(config)
  try {
    return await work(postgres.url)
  } finally {
    await postgres.stop()
  }
}
