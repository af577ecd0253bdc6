import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { freshDatabase } from '../../../test/support/databases.ts'
import { firmIn } from '../../../test/support/firm-in.ts'
import { databaseUrl, systemOn } from '../../../test/support/system.ts'
import type { System } from '../../system.ts'
import { freeEntriesOfTheDead } from './take-over.ts'

let system: System
beforeAll(async () => {
  system = await systemOn(await freshDatabase(databaseUrl()), () => new Date())
})
afterAll(() => system.close())

it('what a dead process had taken is free again, save what has been tried as often as may be', async () => {
  const firm = await firmIn(system)
  await firm.run(async (tx) => {
    for (let n = 0; n < 4; n++) tx.enqueue({ id: newId(), kind: 'bulk', payload: { bulkId: newId() } })
  })
  await sql`
    with numbered as (select id, row_number() over (order by id) as n from pgboss.job_common where name = 'bulk')
    update pgboss.job_common j set state = 'active', started_on = now() - interval '1 minute',
      heartbeat_on = case n when 1 then now() end, retry_count = case n when 2 then retry_limit when 3 then 1 else 0 end
    from numbered where numbered.id = j.id`.execute(system.maintenance)
  await freeEntriesOfTheDead(system.maintenance)
  const { rows } = await sql<{ state: string; retry_count: number }>`
    select state, retry_count from pgboss.job_common where name = 'bulk' order by id`.execute(system.maintenance)
  expect(rows.map((row) => row.state)).toEqual(['active', 'active', 'retry', 'retry'])
})
