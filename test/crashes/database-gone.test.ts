import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { AccountId, JobId } from '#kernel/ids.ts'
import { joinPostgres } from '#platform/postgres/open-postgres.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import type { System } from '../../src/system.ts'
import { findBroken } from '../../src/verify.ts'
import { type App, startApp, until } from '../support/app-process.ts'
import { firmIn, type TestFirm } from '../support/firm-in.ts'
import { asks, newAccount, newTaskTemplate, publish } from '../support/pipeline.ts'
import { systemOn } from '../support/system.ts'
import { holding } from '../support/work.ts'

const JOBS = 40
const CALLERS = 8

it('PostgreSQL is stopped at once under load, and again while it recovers: the app stays up and goes on by itself', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-gone-'))
  const app = await startApp({ DATA_DIR: dataDir, DATABASE_URL: '' })
  const { url } = await joinPostgres({ databaseUrl: undefined, dataDir })
  const system = await systemOn(url, () => new Date())
  try {
    const { firm, tasks } = await firmAtWork(system)
    const statuses = new Set<number>()
    const done = completeAll(app, firm, tasks, statuses)
    const pidOf = () => serverPid(dataDir)
    await until(async () => statuses.has(200))
    const first = pidOf()
    process.kill(first, 'SIGQUIT')
    await until(async () => ![first, Number.NaN].includes(pidOf()), 5)
    process.kill(pidOf(), 'SIGQUIT')
    await done
    expect(app.child.exitCode).toBeNull()
    // nothing but success, and "the database is away"
    expect([...statuses].filter((status) => status !== 200)).toEqual([503])
    expect(await movedOnce(firm)).toBe(JOBS)
    expect(await findBroken(system.maintenance)).toEqual([])
  } finally {
    await system.close()
    await app.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}, 240_000)

/** Jobs that each wait for two tasks. */
async function firmAtWork(system: System): Promise<{ firm: TestFirm; tasks: string[] }> {
  const firm = await firmIn(system)
  const automations = [asks.task(await newTaskTemplate(firm, 'Check')), asks.task(await newTaskTemplate(firm, 'Call'))]
  const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automove: true, automations }, { name: 'End' }])
  const accounts: AccountId[] = []
  for (let n = 0; n < JOBS; n++) accounts.push(await newAccount(firm, `Client ${n}`))
  const tasks: string[] = []
  for (const id of await added(firm, pipeline.id, accounts)) tasks.push(...(await holding(firm.owner, id, 'task')))
  return { firm, tasks }
}

/** The jobs, once the app's worker has added them. */
async function added(firm: TestFirm, pipelineId: string, accountIds: AccountId[]): Promise<JobId[]> {
  const act = await firm.owner.call(jobsContract.addJobs, { body: { pipelineId, accountIds, name: 'Return' } })
  const params = { id: act.id }
  await until(async () => (await firm.owner.call(jobsContract.getBulkAct, { params })).state === 'finished')
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params, query: { limit: 100 } })
  return items.map((item) => item.jobId as JobId)
}

/** Completes every task, asking again for as long as there is no answer or the database is away. */
async function completeAll(app: App, firm: TestFirm, tasks: readonly string[], statuses: Set<number>): Promise<void> {
  const next = tasks.values()
  const headers = { cookie: firm.owner.cookie, 'content-type': 'application/json' }
  const body = JSON.stringify({ status: 'completed' })
  await Promise.all(
    Array.from({ length: CALLERS }, async () => {
      for (const id of next) {
        await until(async () => {
          const { status } = await fetch(`${app.url}/api/v1/tasks/${id}/status`, { method: 'PUT', headers, body })
          statuses.add(status)
          return status === 200
        }, 20)
      }
    }),
  )
}

async function movedOnce(firm: TestFirm): Promise<number> {
  const jobs = await firm.run((tx) =>
    tx.db.selectFrom('jobs').select('id').where('firm_id', '=', firm.firmId).where('visit_ordinal', '=', 2).execute(),
  )
  return jobs.length
}

/** Not a number for the moment between two servers. */
function serverPid(dataDir: string): number {
  const path = join(dataDir, 'postgres', 'postmaster.pid')
  return existsSync(path) ? Number.parseInt(readFileSync(path, 'utf8'), 10) : Number.NaN
}
