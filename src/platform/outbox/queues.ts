import type { Kysely } from 'kysely'
import { fromKysely, PgBoss } from 'pg-boss'
import { ROLE_NAMES } from '../db/connect.ts'
import type { Carried, Carrier, OutboxKind } from './entries.ts'

/** How each kind is carried: tries with growing pauses, at most an hour apart, until somebody mends the cause. */
const QUEUE = { retryLimit: 60, retryDelay: 2, retryBackoff: true, retryDelayMax: 3600, expireInSeconds: 300 } as const
const HEARTBEAT_SECONDS = 10

/** Installs pg-boss's own schema and one queue per kind of entry; run by `bin/migrate` as the tables' owner. */
export async function installQueues(url: string, kinds: readonly OutboxKind[]): Promise<void> {
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
