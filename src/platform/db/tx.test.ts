import { setImmediate as aMoment } from 'node:timers/promises'
import { sql } from 'kysely'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { lockJobs } from '#engine/shell/lock-jobs.ts'
import { type JobId, newId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, publish } from '../../../test/support/pipeline.ts'
import { databaseUrl } from '../../../test/support/system.ts'
import { together } from './together.ts'
import type { Tx } from './tx.ts'

let firm: TestFirm
let jobId: JobId
beforeAll(async () => {
  firm = await freshFirm()
  const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }])
  const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
  jobId = id!
})

const count = (tx: Tx, name: string) =>
  tx.db.insertInto('counters').values({ firm_id: tx.firmId, name, next: 1 }).execute()
const counted = (tx: Tx) =>
  tx.db.selectFrom('counters').select('name').where('firm_id', '=', tx.firmId).where('name', 'like', 'test %').execute()
const fail = (tx: Tx) => sql`select 1 / 0`.execute(tx.db)

describe('a part of a transaction that fails', () => {
  it('leaves nothing of what it asked at once, not even of what would be asked after its failure', async () => {
    const left = await firm.run(async (tx) => {
      const slowly = async () => {
        await count(tx, 'test at once')
        await aMoment()
        await aMoment()
        await count(tx, 'test after')
      }
      await expect(tx.attempt(() => together([slowly(), fail(tx)]))).rejects.toThrow('division by zero')
      return counted(tx)
    })
    expect(left).toEqual([])
  })

  it('takes nothing back but itself: one within another, one after another, and one that is never begun', async () => {
    const left = await firm.run(async (tx) => {
      await tx.attempt(async () => {
        await count(tx, 'test outer')
        await expect(tx.attempt(() => count(tx, 'test inner').then(() => fail(tx)))).rejects.toThrow('by zero')
        await tx.attempt(() => count(tx, 'test sibling'))
      })
      const unseen = tx.attempt(async () => {
        await count(tx, 'test unseen')
        await fail(tx).catch(() => {})
        await tx.attempt(() => count(tx, 'test never begun')).catch(() => {})
        await count(tx, 'test behind')
      })
      await expect(unseen).rejects.toThrow('transaction is aborted')
      const names = await counted(tx)
      await tx.db.deleteFrom('counters').where('name', 'like', 'test %').execute()
      return names
    })
    expect(left.map((row) => row.name).sort()).toEqual(['test outer', 'test sibling'])
  })

  it('AM-17: lets go of the jobs that it locked, and the next part locks them again', async () => {
    const other = new pg.Client({ connectionString: databaseUrl() })
    await other.connect()
    const isFree = () =>
      other.query('select from jobs where id = $1 for no key update nowait', [jobId]).then(
        () => true,
        () => false,
      )
    try {
      await firm.run(async (tx) => {
        const lockAndFail = () => lockJobs(tx, [jobId]).then(() => fail(tx))
        await expect(tx.attempt(lockAndFail)).rejects.toThrow('by zero')
        expect([tx.held.size, await isFree()]).toEqual([0, true])
        expect((await lockJobs(tx, [jobId, newId<'job'>()])).map((job) => job.id)).toEqual([jobId])
        await expect(tx.attempt(lockAndFail)).rejects.toThrow('by zero')
        expect([[...tx.held], await isFree()]).toEqual([[jobId], false])
      })
      expect(await isFree()).toBe(true)
    } finally {
      await other.end()
    }
  })
})

describe('what a transaction sets for itself', () => {
  it('ends with it: the connection names no firm, writes, and plans as it did', async () => {
    const asked = sql<Record<string, string>>`
      select current_setting('app.firm_id', true) as firm, current_setting('transaction_read_only') as reads,
        current_setting('plan_cache_mode') as plans, current_setting('enable_hashjoin') as hashes,
        pg_backend_pid()::text as pid`
    const { db } = firm.system.source
    const ofPool = () => Promise.all(Array.from({ length: 10 }, async () => (await asked.execute(db)).rows[0]!))
    const inside = await firm.run(async (tx) => (await asked.execute(tx.db)).rows[0]!)
    expect(inside).toMatchObject({ firm: firm.firmId, reads: 'off', plans: 'force_generic_plan' })
    const after = (await ofPool()).find((row) => row['pid'] === inside['pid'])
    expect(after).toMatchObject({ firm: '', reads: 'off', plans: 'auto', hashes: 'on' })
  })
})
