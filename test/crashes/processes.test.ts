import pg from 'pg'
import { describe, expect, it } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { findBroken } from '../../src/verify.ts'
import { type App, overSocket, startApp, until } from '../support/app-process.ts'
import { freshDatabase } from '../support/databases.ts'
import { firmIn, type TestFirm } from '../support/firm-in.ts'
import { ownDatabase } from '../support/own-database.ts'
import {
  asks,
  newAccount,
  newOrganizerTemplate,
  newTaskTemplate,
  publish,
  type TestPipeline,
} from '../support/pipeline.ts'
import { databaseUrl, systemOn } from '../support/system.ts'

const JOBS = 300
const own = ownDatabase()

describe('several processes, and their sudden death', () => {
  it('two processes on one database share a bulk act, and do nothing twice', async () => {
    const { firm, pipeline, accounts } = await firmWithClients()
    const [one, two] = await Promise.all([start(), start()])
    const acts = await Promise.all([
      add(one, firm, pipeline, accounts.slice(0, JOBS / 2)),
      add(two, firm, pipeline, accounts.slice(JOBS / 2)),
    ])
    for (const act of acts) await finished(two, firm, act)
    await expectAllThere(firm)
    await Promise.all([one.stop(), two.stop()])
  }, 120_000)

  it('kill -9 in the middle: nothing acknowledged is lost, nothing is done twice, another process carries on', async () => {
    const { firm, pipeline, accounts } = await firmWithClients()
    const [doomed, heir] = await Promise.all([start(), start()])
    const act = await add(doomed, firm, pipeline, accounts)
    await until(async () => (await progress(heir, firm, act)).succeeded > 0)
    await Promise.all([doomed.kill(), heir.kill()])
    const after = await start()
    await finished(after, firm, act)
    await expectAllThere(firm)
    await after.stop()
  }, 120_000)

  it('Ctrl-C ends a process in good order', async () => {
    const app = await start()
    expect(await app.stop()).toBe(0)
  }, 60_000)

  it('closing leaves no connection that would keep a process from ending for half a minute', async () => {
    const empty = await freshDatabase(databaseUrl())
    const other = await systemOn(empty, () => new Date())
    await newAccount(await firmIn(other), 'Client')
    const open = () => connectionsTo(empty)
    expect(await open()).toBeGreaterThan(0)
    await other.close()
    await until(async () => (await open()) === 0)
  }, 20_000)
})

async function connectionsTo(url: string): Promise<number> {
  const looker = new pg.Client({ connectionString: databaseUrl() })
  await looker.connect()
  const name = /([^/?]+)(\?|$)/.exec(url.replace(/^\w+:\/\/[^/]*\//, ''))![1]
  const { rows } = await looker.query('select count(*)::int as n from pg_stat_activity where datname = $1', [name])
  await looker.end()
  return rows[0].n
}

async function firmWithClients(): Promise<{ firm: TestFirm; pipeline: TestPipeline; accounts: AccountId[] }> {
  const firm = await firmIn(own.system)
  const automations = [
    asks.organizer(await newOrganizerTemplate(firm, 'Questions')),
    asks.task(await newTaskTemplate(firm, 'Check')),
  ]
  const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automove: true, automations }, { name: 'End' }])
  const accounts: AccountId[] = []
  for (let n = 0; n < JOBS; n++) accounts.push(await newAccount(firm, `Client ${n}`, { notify: n % 3 === 0 }))
  return { firm, pipeline, accounts }
}

function start(): Promise<App> {
  return startApp({ DATABASE_URL: overSocket(own.database), DATA_DIR: own.dataDir })
}

async function add(app: App, firm: TestFirm, pipeline: TestPipeline, accountIds: AccountId[]): Promise<string> {
  const body = JSON.stringify({ pipelineId: pipeline.id, accountIds, name: 'Return' })
  const answer = await fetch(`${app.url}/api/v1/job-additions`, {
    method: 'POST',
    body,
    headers: { cookie: firm.owner.cookie },
  })
  expect(answer.status).toBe(202)
  return ((await answer.json()) as { id: string }).id
}

async function progress(
  app: App,
  firm: TestFirm,
  act: string,
): Promise<{ state: string; succeeded: number; failed: number }> {
  const answer = await fetch(`${app.url}/api/v1/bulk-acts/${act}`, { headers: { cookie: firm.owner.cookie } })
  return (await answer.json()) as { state: string; succeeded: number; failed: number }
}

async function finished(app: App, firm: TestFirm, act: string): Promise<void> {
  await until(async () => (await progress(app, firm, act)).state === 'finished')
  expect((await progress(app, firm, act)).failed).toBe(0)
}

/** One job, organizer, task per client; one mail per notified contact; every invariant holds. */
async function expectAllThere(firm: TestFirm): Promise<void> {
  const counts = await firm.run(async (tx) => {
    const count = async (table: 'jobs' | 'organizers' | 'tasks' | 'mails') =>
      Number(
        (
          await tx.db
            .selectFrom(table)
            .select((eb) => eb.fn.countAll().as('n'))
            .executeTakeFirstOrThrow()
        ).n,
      )
    return [await count('jobs'), await count('organizers'), await count('tasks'), await count('mails')]
  })
  expect(counts).toEqual([JOBS, JOBS, JOBS, JOBS / 3])
  expect(await findBroken(own.system.maintenance)).toEqual([])
}
