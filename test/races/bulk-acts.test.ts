import { sql } from 'kysely'
import { afterEach, expect, it } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { claimItems } from '../../src/features/jobs/bulk-store.ts'
import { carryOnWithBulk } from '../../src/features/jobs/carry-on.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { until } from '../support/app-process.ts'
import { asOwner } from '../support/databases.ts'
import { freshFirm, type TestFirm } from '../support/firm.ts'
import { addJobs, newAccount, publish, type TestPipeline } from '../support/pipeline.ts'
import { databaseUrl } from '../support/system.ts'

const LOCK = 4712

afterEach(() => asOwner(databaseUrl(), 'drop trigger if exists wait_a_little on visits'))

it('J-45, D-15: two acts that keep statuses, with jobs of two pipelines for the same clients, don’t lock each other out', async () => {
  const firm = await freshFirm()
  const to = await publish(firm, 'Returns', [{ name: 'One' }, { name: 'Two' }])
  const from = await publish(firm, 'Advice', [{ name: 'Talk' }])
  const [first, second, third] = [await newAccount(firm, 'A'), await newAccount(firm, 'B'), await newAccount(firm, 'C')]
  const [one, two] = [...(await addJobs(firm, to, [second])), ...(await addJobs(firm, to, [second]))]
  const elsewhere = [...(await addJobs(firm, from, [first, third])), ...(await addJobs(firm, from, [third]))]
  const acts = [
    await storeMove(firm, to, [one!, elsewhere[1]!]),
    await storeMove(firm, to, [elsewhere[0]!, two!, elsewhere[2]!]),
  ]
  await asOwner(
    databaseUrl(),
    `create or replace function wait_a_little() returns trigger language plpgsql as $$
     begin perform pg_advisory_xact_lock_shared(${LOCK}); return new; end $$;
     create trigger wait_a_little before insert on visits for each row when (new.firm_id = '${firm.firmId}')
       execute function wait_a_little()`,
  )
  const carried = await firm.system.maintenance.connection().execute(async (db) => {
    await sql`select pg_advisory_lock(${LOCK})`.execute(db)
    const carrying = acts.map((id) => firm.run((tx) => carryOnWithBulk(tx, id, () => claimItems(tx, id, 10))))
    const ended = Promise.allSettled(carrying)
    await until(async () => (await waiting(firm)) === acts.length)
    await sql`select pg_advisory_unlock(${LOCK})`.execute(db)
    return ended
  })
  expect(carried.map((it) => it.status)).toEqual(['fulfilled', 'fulfilled'])
})

/** The wish to move these jobs into a stage, left for later. */
async function storeMove(firm: TestFirm, to: TestPipeline, jobIds: JobId[]): Promise<string> {
  const body = { jobIds, pipelineId: to.id, stageId: to.named('Two').id, keepStatus: true }
  return (await firm.owner.call(jobsContract.moveJobs, { body })).id
}

/** How many connections of the app wait for a lock. */
async function waiting(firm: TestFirm): Promise<number> {
  const { rows } = await sql`select from pg_stat_activity
    where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`.execute(firm.system.maintenance)
  return rows.length
}
