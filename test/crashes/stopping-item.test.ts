import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { freeEntriesOfTheDead } from '#platform/outbox/take-over.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { findBroken } from '../../src/verify.ts'
import { overSocket, startApp, until } from '../support/app-process.ts'
import { asOwner } from '../support/databases.ts'
import { firmIn } from '../support/firm-in.ts'
import { ownDatabase } from '../support/own-database.ts'
import { addJobs, newAccount, publish } from '../support/pipeline.ts'

const FATAL = 4
const own = ownDatabase()

it('FAIL-15: an item that stops the server is given up after a few times with its reason; the act goes on, and it can be tried again', async () => {
  const firm = await firmIn(own.system)
  const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
  const accounts = []
  for (let n = 0; n < 9; n++) accounts.push(await newAccount(firm, n === FATAL ? 'Fatal' : `Client ${n}`))
  const jobIds = await addJobs(firm, pipeline, accounts)
  await holdFast(jobIds[FATAL]!)
  const stageId = pipeline.named('End').id
  const act = await firm.owner.call(jobsContract.moveJobs, { body: { jobIds, stageId } })
  await stoppedBefore(2)
  const params = { id: act.id }
  const now = () => firm.owner.call(jobsContract.getBulkAct, { params })

  const deaths = await withTheLock(async () => {
    for (let died = 0; ; died++)
      if (!(await liveUntilStopped(async () => (await now()).state === 'finished'))) return died
  })
  expect(deaths).toBe(3)
  expect(await now()).toMatchObject({ state: 'finished', succeeded: 8, failed: 1 })
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params })
  expect(items[0]).toMatchObject({ accountName: 'Fatal', state: 'failed', reason: { code: 'stopped_server' } })

  const again = await firm.owner.call(jobsContract.moveJobs, { body: { jobIds: [jobIds[FATAL]!], stageId } })
  await firm.drain()
  expect(await firm.owner.call(jobsContract.getBulkAct, { params: { id: again.id } })).toMatchObject({ succeeded: 1 })
  expect(await findBroken(own.system.maintenance)).toEqual([])
}, 120_000)

/** Some of the deaths that it takes until items are tried one by one have been. */
function stoppedBefore(attempts: number): Promise<unknown> {
  return own.system.maintenance.updateTable('outbox_entries').set({ attempts }).where('state', '=', 'waiting').execute()
}

/** Whoever moves this job stands still at it for as long as somebody holds the lock: there he is killed. */
const LOCK = 4711
async function holdFast(jobId: string): Promise<void> {
  await asOwner(
    own.database,
    `create function hold_fast() returns trigger language plpgsql as $$
     begin perform pg_advisory_xact_lock(${LOCK}); return new; end $$;
     create trigger hold_fast before update of stage_id on jobs for each row when (new.id = '${jobId}')
       execute function hold_fast()`,
  )
}

function withTheLock<Result>(work: () => Promise<Result>): Promise<Result> {
  return own.system.maintenance.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(db)
    try {
      return await work()
    } finally {
      await sql`select pg_advisory_unlock(${LOCK})`.execute(db)
    }
  })
}

/** Starts the program; answers false once it is done, true where it came to the fatal job and died of it. */
async function liveUntilStopped(isDone: () => Promise<boolean>): Promise<boolean> {
  const app = await startApp({ DATABASE_URL: overSocket(own.database), DATA_DIR: own.dataDir })
  let isStopped = false
  await until(async () => {
    isStopped = await somebodyStandsStill()
    return isStopped || (await isDone())
  })
  if (!isStopped) {
    await app.stop()
    return false
  }
  await app.kill()
  await buryTheDead()
  return true
}

async function somebodyStandsStill(): Promise<boolean> {
  const { rows } = await sql`
    select from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted`.execute(
    own.system.maintenance,
  )
  return rows.length > 0
}

/**
 * A connection that waits for a lock doesn't notice that its process has died; and the next one need not wait until
 * the dead one has been silent for long enough.
 */
async function buryTheDead(): Promise<void> {
  await asOwner(
    own.database,
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = ${LOCK} and not granted;
     update pgboss.job_common set heartbeat_on = now() - interval '1 minute' where state = 'active'`,
  )
  await freeEntriesOfTheDead(own.system.maintenance)
  await until(async () => !(await somebodyStandsStill()))
}
