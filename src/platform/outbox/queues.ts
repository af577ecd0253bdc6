import type { Kysely } from 'kysely'
import type pg from 'pg'
import { fromKysely, PgBoss } from 'pg-boss'
import bossPackage from 'pg-boss/package.json' with { type: 'json' }
import { ROLE_NAMES } from '../db/connect.ts'
import type { Carried, Carrier, OutboxKind } from './entries.ts'

/** How each kind is carried: tries with growing pauses, at most an hour apart, until somebody mends the cause. */
const QUEUE = { retryLimit: 60, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 300 } as const
const HEARTBEAT_SECONDS = 10

/**
 * Installs pg-boss's own schema and one queue per kind of entry; run by `bin/migrate` as the tables' owner. Where both
 * are there it only looks.
 */
export async function installQueues(client: pg.Client, url: string, kinds: readonly OutboxKind[]): Promise<void> {
  if (await isInstalled(client, kinds)) return
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false, max: 2 })
  boss.on('error', () => {})
  await boss.start()
  try {
    const existing = new Set((await boss.getQueues()).map((queue) => queue.name))
    for (const kind of kinds) {
      if (!existing.has(kind)) await boss.createQueue(kind, { ...QUEUE, heartbeatSeconds: HEARTBEAT_SECONDS })
    }
  } finally {
    await boss.stop({ graceful: false })
  }
}

async function isInstalled(client: pg.Client, kinds: readonly OutboxKind[]): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('pgboss.version') is not null as there`)
  if (!rows[0]!.there) return false
  const { rowCount } = await client.query(
    `select from pgboss.version where version = $1
     and not exists (select from unnest($2::text[]) kind where not exists (select from pgboss.queue where name = kind))`,
    [bossPackage.pgboss.schema, kinds],
  )
  return rowCount === 1
}

/** pg-boss as the *app* role uses it. `report` hears of its troubles, which it overcomes by itself. */
export async function openQueues(url: string, report: (error: Error) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    options: `-c role=${ROLE_NAMES.app}`,
    application_name: 'throughline queues',
    migrate: false,
    createSchema: false,
    schedule: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    max: 4,
  })
  boss.on('error', report)
  await boss.start()
  return boss
}

export function carrierOf(boss: PgBoss): Carrier {
  return async (tx, kind, entryIds) => {
    const carried = entryIds.map((id) => ({ id, data: { firmId: tx.firmId, entryId: id } satisfies Carried }))
    await boss.insert(kind, carried, { db: fromKysely(tx.db as unknown as Kysely<unknown>) })
  }
}
