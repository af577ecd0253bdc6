import { beforeAll, expect, it } from 'vitest'
import type { AccountId, JobId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, makeAvailable, newAccount, publish, type TestPipeline } from '../../../test/support/pipeline.ts'
import { jobOf, moveTo } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { activityContract } from '../activity/contract.ts'
import { rolesContract } from '../roles/contract.ts'
import { jobsContract } from './contract.ts'

let firm: TestFirm
let pipeline: TestPipeline
beforeAll(async () => {
  firm = await freshFirm()
  pipeline = await publish(firm, 'Returns', [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }])
})

const actOf = (id: string, who = firm.owner) => who.call(jobsContract.getBulkAct, { params: { id } })
const retry = (id: string, who = firm.owner) => who.send(jobsContract.retryBulkAct, { params: { id } })
const accountsOf = (...names: string[]) => Promise.all(names.map((name) => newAccount(firm, name)))

async function resultsOf(id: string) {
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id } })
  return items.map((it) => [it.accountName, it.state, it.reason?.code ?? null])
}

async function setState(account: AccountId, state: 'active' | 'archived') {
  const { revision } = await firm.owner.call(accountsContract.getAccount, { params: { id: account } })
  const headers = { 'if-match': `"${revision}"` }
  await firm.owner.call(accountsContract.setAccountState, { params: { id: account }, body: { state }, headers })
}

it('A-35, A-11: of a move, exactly what failed and could succeed now is tried again, once, from where it stands now; both acts say so', async () => {
  const ids = await addJobs(firm, pipeline, await accountsOf('Adams', 'Baker', 'Chen', 'Diaz'))
  const [adams, baker, chen, diaz] = ids as [JobId, JobId, JobId, JobId]
  const { id } = await firm.owner.call(jobsContract.moveJobs, {
    body: { jobIds: ids, stageId: pipeline.named('Two').id },
  })
  const early = await retry(id)
  expect([early.status, early.problem.fields]).toEqual([409, [{ path: '', code: 'act_running' }]])
  await moveTo(firm.owner, adams, pipeline.named('Three').id)
  for (const job of [baker, chen]) await firm.owner.call(jobsContract.archiveJob, { params: { id: job } })
  await firm.drain()
  await firm.owner.call(jobsContract.restoreJob, { params: { id: chen } })
  expect(await actOf(id)).toMatchObject({ state: 'finished', failed: 3, mayRetry: true, retryId: null })
  const [first, second] = await Promise.all([retry(id), retry(id)])
  const [won, lost] = first.status === 202 ? [first, second] : [second, first]
  expect([won.status, lost.status, lost.problem.fields]).toEqual([202, 409, [{ path: '', code: 'act_retried' }]])
  const again = (won.body as { id: string }).id
  await firm.drain()
  expect(await resultsOf(again)).toEqual([
    ['Adams', 'succeeded', null],
    ['Chen', 'succeeded', null],
  ])
  expect((await jobOf(firm.owner, diaz)).stageName).toBe('Two')
  expect(await actOf(id)).toMatchObject({ failed: 3, mayRetry: false, retryId: again })
  const none = await retry(again)
  expect([none.status, none.problem.fields]).toEqual([409, [{ path: '', code: 'nothing_to_retry' }]])
  const { items } = await firm.owner.call(activityContract.listActivity, { query: { kinds: ['job'] } })
  expect(items.find((event) => event.type === 'bulk_act.startedAgain')).toMatchObject({
    actor: { name: 'Mara Lindqvist' },
    payload: { kind: 'move_jobs', total: 2 },
  })
})

it('JC-4, VIEW-3: jobs that could not be added or changed are, once what kept them from it is mended', async () => {
  const [erik, fay] = (await accountsOf('Erik', 'Fay')) as [AccountId, AccountId]
  await setState(erik, 'archived')
  const body = { pipelineId: pipeline.id, accountIds: [erik, fay], name: 'Books of [ACCOUNT_NAME]', priority: 'high' }
  const added = await firm.owner.call(jobsContract.addJobs, { body })
  await firm.drain()
  expect(await actOf(added.id)).toMatchObject({ succeeded: 1, failed: 1, mayRetry: false })
  await setState(erik, 'active')
  expect(await actOf(added.id)).toMatchObject({ mayRetry: true })
  const { id } = (await retry(added.id)).body as { id: string }
  await firm.drain()
  const [made] = (await firm.owner.call(jobsContract.listBulkItems, { params: { id } })).items
  expect(made).toMatchObject({ state: 'succeeded', jobName: 'Books of Erik' })
  const job = await jobOf(firm.owner, made!.jobId as JobId)
  expect(job.priority).toBe('high')

  const role = await firm.owner.call(rolesContract.createAccountRole, { body: { name: 'Payroll' } })
  const edit = { jobIds: [job.id], addRoleIds: [role.id], priority: 'low' }
  const act = await firm.owner.call(jobsContract.editJobs, { body: edit })
  await firm.drain()
  expect(await resultsOf(act.id)).toEqual([['Erik', 'failed', 'role_not_held']])
  const { memberId } = firm.owner.member
  const held = { accountIds: [erik], roleId: role.id, add: [memberId] }
  await firm.owner.call(rolesContract.changeRoleHolders, { body: held })
  await retry(act.id)
  await firm.drain()
  expect(await jobOf(firm.owner, job.id as JobId)).toMatchObject({ priority: 'low', people: [{ id: memberId }] })
})

it('JM-1, P-6: only whoever started an act tries it again, and only for what he may see now', async () => {
  const member = await firm.addMember('employee', ['view_all_accounts'])
  await makeAvailable(firm, pipeline.id, member)
  const [job] = (await addJobs(firm, pipeline, await accountsOf('Gala'))) as [JobId]
  const { id } = await member.call(jobsContract.moveJobs, {
    body: { jobIds: [job], stageId: pipeline.named('Two').id },
  })
  await moveTo(firm.owner, job, pipeline.named('Three').id)
  await firm.drain()
  expect((await retry(id)).status).toBe(404)
  expect(await actOf(id, member)).toMatchObject({ failed: 1, mayRetry: true })
  await makeAvailable(firm, pipeline.id)
  expect(await actOf(id, member)).toMatchObject({ failed: 1, mayRetry: false })
  const refused = await retry(id, member)
  expect([refused.status, refused.problem.fields]).toEqual([409, [{ path: '', code: 'nothing_to_retry' }]])
})
