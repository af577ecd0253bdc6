import { describe, expect, it } from 'vitest'
import { type AccountId, type Id, type JobId, type MemberId, newId, type RoleId, type TemplateId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, newAccount, publish } from '../../../test/support/pipeline.ts'
import { jobOf } from '../../../test/support/work.ts'
import { jobsContract } from '../jobs/contract.ts'
import { jobTemplatesContract } from '../jobs/contract-templates.ts'
import { rolesContract } from '../roles/contract.ts'
import { teamContract } from '../team/contract.ts'
import { tasksContract } from './contract.ts'

const give = (firm: TestFirm, accountId: AccountId, roleId: RoleId, memberId: MemberId) =>
  firm.owner.call(rolesContract.changeRoleHolders, { body: { accountIds: [accountId], roleId, add: [memberId] } })

/** Two clients: for Patel, Priya is the preparer; for Visser, nobody is. */
async function twoClients() {
  const firm = await freshFirm()
  const { items } = await firm.owner.call(rolesContract.listAccountRoles)
  const preparer = items.find((role) => role.name === 'Preparer')!.id as RoleId
  const [patel, visser] = [await newAccount(firm, 'Patel'), await newAccount(firm, 'Visser')]
  const priya = await firm.addMember('employee', [], 'Priya Nair')
  await give(firm, patel, preparer, priya.member.memberId)
  return { firm, preparer, patel, visser, priya: priya.member.memberId }
}

const eventsOf = (firm: TestFirm, type: string) =>
  firm.run((tx) => tx.db.selectFrom('events').selectAll().where('type', '=', type).orderBy('position').execute())

describe('tasks for roles', () => {
  it('D-17, T-14: a role is whoever holds it for the client as the task is made; where nobody does, one is told', async () => {
    const { firm, preparer, patel, visser } = await twoClients()
    const make = (accountId: AccountId) =>
      firm.owner.call(tasksContract.createTask, { body: { accountId, name: 'Check', roleIds: [preparer] } })
    expect(await make(patel)).toMatchObject({ assignees: [{ name: 'Priya Nair' }], unheldRoles: [] })
    expect(await make(visser)).toMatchObject({ assignees: [], unheldRoles: ['Preparer'] })
    const [told, ...more] = await eventsOf(firm, 'task.roleUnheld')
    expect([told!.account_id, told!.payload, more]).toEqual([
      visser,
      { name: 'Check', roles: 'Preparer', gone: 'no' },
      [],
    ])
  })

  it('T-2, D-17: made for many clients, each goes to its own', async () => {
    const { firm, preparer, patel, visser, priya } = await twoClients()
    await give(firm, visser, preparer, firm.owner.member.memberId)
    const body = { accountIds: [patel, visser], name: 'Call', roleIds: [preparer], assigneeIds: [priya] }
    expect(await firm.owner.call(tasksContract.createTasks, { body })).toEqual({ created: 2, unheldRoles: [] })
    const { items } = await firm.owner.call(tasksContract.listTasks)
    const doing = Object.fromEntries(items.map((it) => [it.accountName, it.assignees.map(({ name }) => name)]))
    expect(doing).toEqual({ Patel: ['Priya Nair'], Visser: ['Mara Lindqvist', 'Priya Nair'] })
  })

  it('T-11, T-14, A-12: an automation’s task waits unassigned where nobody holds its role, and the job says so', async () => {
    const { firm, preparer, patel, visser } = await twoClients()
    const template = await firm.owner.call(tasksContract.createTaskTemplate, {
      body: { name: 'Check', title: 'Check', roleIds: [preparer] },
    })
    expect(template.roleIds).toEqual([preparer])
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.task(template.id as TemplateId)] },
      { name: 'End' },
    ])
    const [held, unheld] = await addJobs(firm, pipeline, [patel, visser])
    const warnings = async (id: typeof held) => (await jobOf(firm.owner, id!)).outcomes.flatMap((it) => it.warnings)
    expect([await warnings(held), await warnings(unheld)]).toEqual([
      [],
      [expect.objectContaining({ code: 'role_empty' })],
    ])
    const { items } = await firm.owner.call(tasksContract.listTasks, { query: { assignee: 'none' } })
    expect(items.map((it) => it.accountName)).toEqual(['Visser'])
  })

  it('T-6, D-17: what comes again goes to whoever holds the role by then', async () => {
    const { firm, preparer, patel, visser, priya } = await twoClients()
    const body = { title: 'Books', roleIds: [preparer], schedule: { frequency: 'daily', startOn: '2026-01-01' } }
    const recur = (accountId: AccountId) =>
      firm.owner.call(tasksContract.createTaskRecurrence, { body: { ...body, accountId } })
    const [held, unheld] = [await recur(patel), await recur(visser)]
    await give(firm, visser, preparer, priya)
    firm.system.clock.advance(86_400_000)
    await firm.sweep()
    const doing = async ({ id }: { id: string }) => {
      const query = { recurrenceId: id as Id<'recurrence'> }
      return (await firm.owner.call(tasksContract.listTasks, { query })).items.map((it) => it.assignees.length)
    }
    expect([await doing(held), (await doing(unheld)).sort()]).toEqual([
      [1, 1],
      [0, 1],
    ])
  })

  it('AUT-5, JOB-6: whoever has left gets nothing that a template still names him for, and the job says so', async () => {
    const { firm, patel, priya } = await twoClients()
    const owner = firm.owner.member.memberId
    const template = await firm.owner.call(tasksContract.createTaskTemplate, {
      body: { name: 'Check', title: 'Check', assigneeIds: [priya, owner] },
    })
    const jobTemplate = await firm.owner.call(jobTemplatesContract.createJobTemplate, {
      body: { name: 'Return', title: 'Return', assigneeIds: [priya] },
    })
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.task(template.id as TemplateId)] },
      { name: 'End' },
    ])
    const gone = { params: { id: priya }, body: { state: 'deactivated' as const } }
    await firm.owner.call(teamContract.changeMemberState, gone)
    const body = { pipelineId: pipeline.id, accountIds: [patel], templateId: jobTemplate.id }
    await firm.owner.call(jobsContract.addJobs, { body })
    await firm.drain()
    const { items } = await firm.owner.call(jobsContract.listJobs)
    const job = await jobOf(firm.owner, items[0]!.id as JobId)
    expect([job.people, job.items.map(({ who }) => who)]).toEqual([[], [['Mara Lindqvist']]])
    expect(job.outcomes[0]).toMatchObject({
      result: 'done',
      warnings: [{ code: 'member_inactive', memberIds: [priya] }],
    })
  })

  it('T-14: a role that was deleted leaves what comes again unassigned, and the history of each says why', async () => {
    const { firm, preparer, patel } = await twoClients()
    const body = { accountId: patel, title: 'Books', roleIds: [preparer] }
    await firm.owner.call(tasksContract.createTaskRecurrence, {
      body: { ...body, schedule: { frequency: 'daily', startOn: '2026-01-01' } },
    })
    const params = { id: preparer }
    await firm.owner.call(rolesContract.deleteAccountRole, { params, query: { accounts: 'release' } })
    firm.system.clock.advance(86_400_000)
    await firm.sweep()
    const [told, ...more] = await eventsOf(firm, 'task.roleUnheld')
    expect([told!.payload, more]).toEqual([{ name: 'Books', roles: '', gone: 'yes' }, []])
  })

  it('a role that is none of the firm’s is refused at its field', async () => {
    const { firm, patel } = await twoClients()
    const roleIds = [newId<'role'>()]
    const refused = [
      await firm.owner.send(tasksContract.createTask, { body: { accountId: patel, name: 'X', roleIds } }),
      await firm.owner.send(tasksContract.createTasks, { body: { accountIds: [patel], name: 'X', roleIds } }),
      await firm.owner.send(tasksContract.createTaskTemplate, { body: { name: 'X', title: 'X', roleIds } }),
      await firm.owner.send(tasksContract.createTaskRecurrence, {
        body: { accountId: patel, title: 'X', roleIds, schedule: { frequency: 'daily', startOn: '2100-01-01' } },
      }),
    ]
    for (const it of refused) expect(it.problem.fields).toEqual([{ path: 'roleIds', code: 'unknown_role' }])
  })
})
