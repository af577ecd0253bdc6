import { expect, it } from 'vitest'
import { type AccountId, type JobId, newId } from '#kernel/ids.ts'
import { freshFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, newTag, publish } from '../../../test/support/pipeline.ts'
import { jobOf } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { activityContract } from '../activity/contract.ts'
import { clientStatusesContract } from '../client-statuses/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { rolesContract } from '../roles/contract.ts'
import { jobsContract } from './contract.ts'
import { jobFieldsContract } from './contract-fields.ts'

it('VIEW-3, AUD-3, J-40: many jobs are changed by one act, each told with what it was before; what cannot be has its reason', async () => {
  const firm = await freshFirm()
  const pipeline = await publish(firm, 'Returns', [{ name: 'One' }])
  const accounts = [await newAccount(firm, 'Adams'), await newAccount(firm, 'Baker'), await newAccount(firm, 'Chen')]
  const ids = (await addJobs(firm, pipeline, accounts)) as [JobId, JobId, JobId]
  const me = firm.owner.member.memberId
  await firm.owner.call(jobsContract.archiveJob, { params: { id: ids[1] } })
  const { revision } = await jobOf(firm.owner, ids[2])
  await firm.owner.call(jobFieldsContract.changeJob, {
    params: { id: ids[2] },
    body: { startOn: '2030-01-01', assigneeIds: [me] },
    headers: { 'if-match': `"${revision}"` },
  })
  const body = { jobIds: ids, priority: 'urgent', dueOn: '2029-04-15', addAssigneeIds: [me], lifecycle: 'completed' }
  const { id } = await firm.owner.call(jobsContract.editJobs, { body })
  await firm.drain()
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id } })
  expect(items.map((it) => [it.accountName, it.state, it.reason?.code ?? null])).toEqual([
    ['Baker', 'failed', 'job_archived'],
    ['Chen', 'failed', 'due_before_start'],
    ['Adams', 'succeeded', null],
  ])
  const adams = await jobOf(firm.owner, ids[0])
  expect(adams).toMatchObject({ priority: 'urgent', dueOn: '2029-04-15', lifecycle: 'completed' })
  expect(adams.people.map((it) => it.id)).toEqual([me])
  const told = await firm.run((tx) =>
    tx.db.selectFrom('events').select(['type', 'actor_id']).where('job_id', '=', ids[0]).execute(),
  )
  for (const type of ['job.priorityChanged', 'job.datesChanged', 'job.assigneesChangedByHand', 'job.completed']) {
    expect(told).toContainEqual({ type, actor_id: me })
  }
  const nothing = await firm.owner.send(jobsContract.editJobs, { body: { jobIds: ids } })
  expect(nothing.status).toBe(422)
})

it('CFS-11, CFS-2: what clients see is set for many jobs at once, with the text of the status or one of their own', async () => {
  const firm = await freshFirm()
  const pipeline = await publish(firm, 'Returns', [{ name: 'One' }])
  const ids = await addJobs(firm, pipeline, [await newAccount(firm, 'Adams'), await newAccount(firm, 'Baker')])
  const made = { name: 'Waiting for your papers', color: 'orange', description: 'We begin when they are here.' }
  const status = await firm.owner.call(clientStatusesContract.createClientStatus, { body: made })
  const edit = async (client: object) => {
    await firm.owner.call(jobsContract.editJobs, { body: { jobIds: ids, client } })
    await firm.drain()
    return (await Promise.all(ids.map((id) => jobOf(firm.owner, id)))).map((job) => job.client)
  }
  const own = { visible: true, statusId: status.id, status: made.name, description: made.description }
  expect(await edit({ visible: true, statusId: status.id })).toMatchObject([own, own])
  expect(await edit({ visible: false })).toMatchObject(ids.map(() => ({ ...own, visible: false })))
  const again = await edit({ visible: true, statusId: status.id, description: 'Till Friday.' })
  expect(again).toMatchObject(ids.map(() => ({ ...own, description: 'Till Friday.' })))
  const textAlone = await edit({ visible: true, description: 'Till Monday.' })
  expect(textAlone).toMatchObject(ids.map(() => ({ ...own, description: 'Till Monday.' })))
  const { items } = await firm.owner.call(activityContract.listEvents, { query: { jobId: ids[0] } })
  const told = items.filter(({ type }) => type === 'job.clientStatusSetByHand').map(({ payload }) => payload)
  expect(told).toMatchObject([
    { visible: true, visibleBefore: true, status: made.name, description: 'Till Monday.' },
    { visible: true, visibleBefore: false, description: 'Till Friday.' },
    { visible: false, visibleBefore: true, status: made.name },
    { visible: true, visibleBefore: false, status: made.name, statusBefore: '' },
  ])
  const body = { jobIds: ids, client: { visible: true, statusId: pipeline.id } }
  const unknown = await firm.owner.send(jobsContract.editJobs, { body })
  expect([unknown.status, unknown.problem.fields?.map(({ path }) => path)]).toEqual([422, ['client.statusId']])
})

it('VIEW-3, TAGS-2: tags of the clients are put on and taken off, and dates taken away, for many jobs at once', async () => {
  const firm = await freshFirm()
  const pipeline = await publish(firm, 'Returns', [{ name: 'One' }])
  const [adams, baker] = [await newAccount(firm, 'Adams'), await newAccount(firm, 'Baker')]
  const jobs = [...(await addJobs(firm, pipeline, [adams, baker])), ...(await addJobs(firm, pipeline, [adams]))] as [
    JobId,
    JobId,
    JobId,
  ]
  const [vip, old] = [await newTag(firm, 'VIP'), await newTag(firm, 'Old')]
  await firm.owner.call(accountsContract.changeAccountTags, { body: { accountIds: [adams], add: [old] } })
  const edit = (body: object, who = firm.owner) => who.send(jobsContract.editJobs, { body: { jobIds: jobs, ...body } })
  await edit({ startOn: '2030-01-01', dueOn: '2030-04-15' })
  await firm.drain()
  await firm.owner.call(jobsContract.archiveJob, { params: { id: jobs[1] } })
  const { body: act } = await edit({ dueOn: null, addTagIds: [vip], removeTagIds: [old] })
  await firm.drain()
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id: act.id } })
  expect(items.map((it) => [it.accountName, it.reason?.code ?? null])).toEqual([
    ['Baker', 'job_archived'],
    ['Adams', null],
    ['Adams', null],
  ])
  const job = await jobOf(firm.owner, jobs[0])
  expect([job.startOn, job.dueOn, job.tags.map((tag) => tag.name)]).toEqual(['2030-01-01', null, ['VIP']])
  expect((await jobOf(firm.owner, jobs[1])).tags).toEqual([])
  const { items: history } = await firm.owner.call(activityContract.listEvents, { query: { accountId: adams } })
  const told = history
    .filter(({ type }) => type === 'account.tagsChanged')
    .map(({ payload, actor }) => [payload, actor.id])
  expect(told[0]).toEqual([expect.objectContaining({ tags: '+VIP, −Old' }), firm.owner.member.memberId])
  expect(told.length).toBe(2)
  const helper = await firm.addMember('employee', ['view_all_accounts'])
  const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
  await firm.owner.call(pipelinesContract.setAvailability, {
    params: { id: pipeline.id },
    body: { memberIds: [helper.member.memberId] },
    headers: { 'if-match': `"${revision}"` },
  })
  const refused = [await edit({ removeTagIds: [old] }, helper), await edit({ addTagIds: [pipeline.id] })]
  expect(refused.map(({ status, problem }) => [status, problem.fields?.[0]?.path, problem.fields?.[0]?.code])).toEqual([
    [422, 'removeTagIds', 'right_missing'],
    [422, 'addTagIds', 'not_found'],
  ])
})

it('D-17, VIEW-3: many jobs go to whoever holds a role for each client; where nobody does, the job stays and says so', async () => {
  const firm = await freshFirm()
  const pipeline = await publish(firm, 'Returns', [{ name: 'One' }])
  const accounts = [await newAccount(firm, 'Adams'), await newAccount(firm, 'Baker'), await newAccount(firm, 'Chen')]
  const ids = await addJobs(firm, pipeline, accounts)
  const { items: roles } = await firm.owner.call(rolesContract.listAccountRoles)
  const roleId = roles.find(({ name }) => name === 'Preparer')!.id
  const priya = (await firm.addMember('employee', [], 'Priya')).member.memberId
  const give = (accountId: AccountId, memberId: string) =>
    firm.owner.call(rolesContract.changeRoleHolders, { body: { accountIds: [accountId], roleId, add: [memberId] } })
  await give(accounts[0]!, priya)
  await give(accounts[1]!, firm.owner.member.memberId)
  const body = { jobIds: ids, addRoleIds: [roleId], priority: 'high' }
  const { id } = await firm.owner.call(jobsContract.editJobs, { body })
  await firm.drain()
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id } })
  expect(items.map((it) => [it.accountName, it.state, it.reason?.code ?? null])).toEqual([
    ['Chen', 'failed', 'role_not_held'],
    ['Adams', 'succeeded', null],
    ['Baker', 'succeeded', null],
  ])
  const jobs = await Promise.all(ids.map((each) => jobOf(firm.owner, each)))
  expect(jobs.map((job) => [job.priority, job.people.map(({ name }) => name)])).toEqual([
    ['high', ['Priya']],
    ['high', ['Mara Lindqvist']],
    ['medium', []],
  ])
  const { items: told } = await firm.owner.call(activityContract.listEvents, { query: { jobId: ids[0] } })
  expect(told.find(({ type }) => type === 'job.assigneesChangedByHand')?.payload).toEqual({
    added: ['Priya'],
    removed: [],
  })
  const unknown = await firm.owner.send(jobsContract.editJobs, { body: { ...body, addRoleIds: [newId()] } })
  expect(unknown.problem.fields).toMatchObject([{ path: 'addRoleIds', code: 'unknown_role' }])
})

it('VIEW-3: a job that was deleted after it was ticked keeps no other from being changed', async () => {
  const firm = await freshFirm()
  const pipeline = await publish(firm, 'Returns', [{ name: 'One' }])
  const [gone, kept] = await addJobs(firm, pipeline, [await newAccount(firm, 'Adams'), await newAccount(firm, 'Baker')])
  await firm.owner.call(jobFieldsContract.deleteJob, { params: { id: gone! } })
  const edit = (jobIds: string[]) => firm.owner.send(jobsContract.editJobs, { body: { jobIds, priority: 'high' } })
  expect((await edit([gone!, kept!])).body.total).toBe(1)
  await firm.drain()
  expect((await jobOf(firm.owner, kept!)).priority).toBe('high')
  expect((await edit([gone!])).problem.fields).toEqual([{ path: 'jobIds', code: 'no_jobs' }])
  expect((await edit([kept!, newId()])).status).toBe(404)
})
