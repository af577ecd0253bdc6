import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { rolesContract } from '../../src/features/roles/contract.ts'
import { until } from '../support/app-process.ts'
import { freshFirm } from '../support/firm.ts'
import { newAccount } from '../support/pipeline.ts'

it('a role that is deleted while somebody gives it away: he is told that it is gone, never that we failed', async () => {
  const firm = await freshFirm()
  const accountIds = [await newAccount(firm, 'Adams')]
  const { id } = await firm.owner.call(rolesContract.createAccountRole, { body: { name: 'Checker' } })
  const body = { roleId: id, accountIds, add: [firm.owner.member.memberId], remove: [] }
  const { maintenance } = firm.system
  // the role is as good as deleted when it is looked for, and gone when it is written
  const given = await maintenance.transaction().execute(async (deleting) => {
    await sql`delete from account_roles where id = ${id}`.execute(deleting)
    const giving = firm.owner.send(rolesContract.changeRoleHolders, { body })
    await until(async () => {
      const { rows } = await sql`select from pg_stat_activity
        where pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(deleting)
      return rows.length > 0
    })
    return { giving }
  })
  expect(await given.giving).toMatchObject({
    status: 422,
    problem: { fields: [{ path: 'roleId', code: 'not_found' }] },
  })
})
