import { describe, expect, it } from 'vitest'
import type { AccountId, JobId } from '#kernel/ids.ts'
import { type Caller, freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, newAccount, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { finish, holding, jobOf, moveTo } from '../../../test/support/work.ts'
import { findBroken } from '../../verify.ts'
import { activityContract } from '../activity/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { rolesContract } from '../roles/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { jobsContract } from './contract.ts'
import { jobFieldsContract } from './contract-fields.ts'

async function oneJob(firm: TestFirm) {
  const check = await newTaskTemplate(firm, 'Check')
  const pipeline = await publish(firm, 'Returns', [
    { name: 'Start', automove: true, automations: [asks.task(check)] },
    { name: 'Middle' },
    { name: 'End' },
  ])
  const account = await newAccount(firm, 'Patel')
  const [id] = await addJobs(firm, pipeline, [account])
  return { pipeline, account, id: id! }
}

async function change(who: Caller, id: JobId, body: object) {
  const { revision } = await jobOf(who, id)
  return who.send(jobFieldsContract.changeJob, { params: { id }, headers: { 'if-match': `"${revision}"` }, body })
}

const factsOf = async (firm: TestFirm, jobId: JobId, type: string) =>
  (await firm.owner.call(activityContract.listEvents, { query: { jobId, limit: 100 } })).items.filter(
    (item) => item.type === type,
  )

describe('what a job says', () => {
  it('JOB-4 to JOB-10, AUD-3: everything can be changed, and each change is told with what was before', async () => {
    const firm = await freshFirm()
    const { id } = await oneJob(firm)
    const jonas = await firm.addMember('employee', [], 'Jonas Krüger')
    const mention = `See https://irs.gov, @{${jonas.member.memberId}}`
    const client = { visible: true, statusId: null, name: 'Your return', description: 'We have begun.' }
    const { body } = await change(firm.owner, id, {
      name: 'Return, amended',
      description: mention,
      priority: 'urgent',
      startOn: '2030-01-31',
      dueOn: '2030-04-15',
      timeBudget: 90,
      assigneeIds: [jonas.member.memberId],
      client,
    })
    expect(body).toMatchObject({ name: 'Return, amended', description: mention, priority: 'urgent', timeBudget: 90 })
    expect(body).toMatchObject({ startOn: '2030-01-31', dueOn: '2030-04-15', client: { ...client, status: null } })
    expect(body.people.map((person) => person.name)).toEqual(['Jonas Krüger'])
    const told = async (type: string) => (await factsOf(firm, id, type)).map((item) => item.payload)
    expect(await told('job.priorityChanged')).toEqual([{ priority: 'urgent', before: 'medium' }])
    expect(await told('job.datesChanged')).toEqual([
      { startOn: '2030-01-31', dueOn: '2030-04-15', startBefore: '–', dueBefore: '–' },
    ])
    expect(await told('job.timeBudgetChanged')).toEqual([{ minutes: 90, before: 0 }])
    expect(await told('job.assigneesChangedByHand')).toEqual([{ added: ['Jonas Krüger'], removed: [] }])
    expect(await told('job.renamed')).toHaveLength(1)
    expect(await told('job.descriptionChanged')).toMatchObject([{ before: '' }])
    expect(await told('job.clientStatusSetByHand')).toMatchObject([{ visible: true, visibleBefore: false }])
    await change(firm.owner, id, { priority: 'urgent' })
    expect(await told('job.priorityChanged')).toHaveLength(1)
  })

  it('JOB-8, JOB-5, JOB-6: what cannot be is refused at its field, and nothing is changed', async () => {
    const firm = await freshFirm()
    const { id } = await oneJob(firm)
    await change(firm.owner, id, { startOn: '2030-02-01' })
    const nobody = '01900000-0000-7000-8000-000000000001'
    const problems = async (body: object) =>
      (await change(firm.owner, id, body)).problem.fields.map(({ path, code }) => `${path} ${code}`)
    expect(await problems({ dueOn: '2030-01-31' })).toEqual(['dueOn before_start'])
    expect(await problems({ description: `@{${nobody}}` })).toEqual(['description unknown_member'])
    expect(await problems({ assigneeIds: [nobody] })).toEqual(['assigneeIds unknown_member'])
    expect(await problems({ client: { visible: true, statusId: nobody } })).toEqual([
      'client.statusId unknown_client_status',
    ])
    expect(await problems({ timeBudget: 0 })).toEqual(['timeBudget too_small_number'])
    expect((await jobOf(firm.owner, id)).dueOn).toBeNull()
  })

  it('JOB-6, D-17: a role given to a job becomes whoever holds it for the client now, beside those who do it', async () => {
    const firm = await freshFirm()
    const { id, account } = await oneJob(firm)
    const holder = await firm.addMember('employee', [], 'Jonas Krüger')
    const roleId = await roleHeldBy(firm, account, holder.member.memberId)
    await change(firm.owner, id, { assigneeIds: [firm.owner.member.memberId] })
    const { people } = (await change(firm.owner, id, { roleIds: [roleId] })).body
    expect(people.map((person) => person.name)).toEqual(['Jonas Krüger', 'Mara Lindqvist'])
    expect((await factsOf(firm, id, 'job.assigneesChangedByHand'))[0]!.payload).toEqual({
      added: ['Jonas Krüger'],
      removed: [],
    })
    const { items } = await firm.owner.call(rolesContract.listAccountRoles)
    const problemOf = async (role: string) => (await change(firm.owner, id, { roleIds: [role] })).problem.fields
    expect(await problemOf(items[0]!.id)).toEqual([{ path: 'roleIds', code: 'role_not_held' }])
    expect(await problemOf(crypto.randomUUID())).toEqual([{ path: 'roleIds', code: 'unknown_role' }])
  })

  it('JOB-9: only those with the right say how much time a job may take', async () => {
    const firm = await freshFirm()
    const { id } = await oneJob(firm)
    const [without, having] = [
      await firm.addMember('employee', ['view_all_accounts']),
      await firm.addMember('employee', ['view_all_accounts', 'manage_time_budget']),
    ]
    await availableTo(firm, id, [without.member.memberId, having.member.memberId])
    const refused = await change(without, id, { timeBudget: 60 })
    expect(refused.problem.fields).toEqual([{ path: 'timeBudget', code: 'right_missing' }])
    expect((await change(having, id, { timeBudget: 60 })).body.timeBudget).toBe(60)
    expect((await change(without, id, { timeBudget: 60, name: 'Same budget' })).status).toBe(200)
  })

  it('JOB-13, JOB-16: who made it, its visits, and other work for the client', async () => {
    const firm = await freshFirm()
    const { id, pipeline, account } = await oneJob(firm)
    const [later] = await addJobs(firm, pipeline, [account])
    await moveTo(firm.owner, id, pipeline.named('Middle').id)
    const job = await jobOf(firm.owner, id)
    expect([job.createdBy, job.visits]).toEqual([{ kind: 'member', name: 'Mara Lindqvist' }, 2])
    expect(job.recent.map((recent) => recent.id)).toEqual([later])
  })

  it('JOB-5 to JOB-8: given when jobs are added; roles become whoever holds them, dates are counted, codes filled in', async () => {
    const firm = await freshFirm()
    const { pipeline, account } = await oneJob(firm)
    const holder = await firm.addMember('employee', [], 'Holder')
    const roleId = await roleHeldBy(firm, account, holder.member.memberId)
    const body = {
      pipelineId: pipeline.id,
      accountIds: [account],
      name: 'Return',
      description: 'For [ACCOUNT_NAME]',
      roleIds: [roleId],
      priority: 'high',
      dates: { kind: 'relative', startIn: { count: 0, unit: 'day' }, dueIn: { count: 2, unit: 'week' } },
    }
    const act = await firm.owner.call(jobsContract.addJobs, { body })
    await firm.drain()
    const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id: act.id } })
    const job = await jobOf(firm.owner, items[0]!.jobId as JobId)
    expect(job).toMatchObject({ description: 'For Patel', priority: 'high' })
    expect(job.people.map((person) => person.name)).toEqual(['Holder'])
    expect(Date.parse(job.dueOn!) - Date.parse(job.startOn!)).toBe(14 * 86_400_000)
    const wrong = await firm.owner.send(jobsContract.addJobs, { body: { ...body, description: '[ACOUNT_NAME]' } })
    expect(wrong.problem.fields).toMatchObject([{ path: 'description', code: 'shortcode_unknown' }])
  })
})

describe('the end of a job', () => {
  it('J-40, AM-28, JX-1: a completed job stays on the board, nothing runs for it, and archiving keeps that it was completed', async () => {
    const firm = await freshFirm()
    const { id, pipeline } = await oneJob(firm)
    const [task] = await holding(firm.owner, id, 'task')
    const params = { id }
    expect((await firm.owner.call(jobFieldsContract.completeJob, { params })).lifecycle).toBe('completed')
    await finish(firm.owner, task!)
    expect((await jobOf(firm.owner, id)).stageName).toBe('Start')
    const board = await firm.owner.call(jobsContract.getBoard, { params: { id: pipeline.id } })
    expect(board.stages[0]!.cards.map((card) => [card.id, card.lifecycle, card.turn])).toEqual([
      [id, 'completed', 'ready'],
    ])
    expect((await firm.owner.call(jobsContract.archiveJob, { params })).lifecycle).toBe('archived')
    expect((await firm.owner.send(jobFieldsContract.reopenJob, { params })).problem.code).toBe('archived')
    expect((await firm.owner.call(jobsContract.restoreJob, { params })).lifecycle).toBe('completed')
    const reopened = await firm.owner.call(jobFieldsContract.reopenJob, { params })
    expect([reopened.lifecycle, reopened.completedAt, reopened.stageName]).toEqual(['active', null, 'Start'])
  })

  it('JX-2, J-33: a deleted job is nowhere but among the deleted ones; what was linked stays; taken back it is as it was', async () => {
    const firm = await freshFirm()
    const { id, pipeline, account } = await oneJob(firm)
    const [task] = await holding(firm.owner, id, 'task')
    const params = { id }
    await firm.owner.call(jobFieldsContract.deleteJob, { params })
    expect((await firm.owner.send(jobsContract.getJob, { params })).status).toBe(404)
    expect(await everywhere(firm, pipeline.id, account)).toEqual([0, 0, 0, 0])
    const seen = await firm.owner.call(tasksContract.getTask, { params: { id: task! } })
    expect([seen.name, seen.jobId]).toEqual(['Check', null])
    await finish(firm.owner, task!)
    const deleted = await firm.owner.call(jobFieldsContract.listDeletedJobs, { query: { pipelineId: pipeline.id } })
    expect(deleted.items.map((job) => job.id)).toEqual([id])
    const back = await firm.owner.call(jobFieldsContract.undeleteJob, { params })
    expect([back.stageName, back.doneItems, back.pendingItems]).toEqual(['Start', 1, 0])
    expect(await everywhere(firm, pipeline.id, account)).toEqual([1, 1, 1, 1])
    expect(await findBroken(firm.system.maintenance)).toEqual([])
  })

  it('JX-2, P-11: a stage that went while its job was deleted leaves the job in the first one; after 30 days it is gone', async () => {
    const firm = await freshFirm()
    const { id, pipeline } = await oneJob(firm)
    await moveTo(firm.owner, id, pipeline.named('Middle').id)
    await firm.owner.call(jobFieldsContract.deleteJob, { params: { id } })
    await dropStage(firm, pipeline.id, 'Middle')
    const back = await firm.owner.call(jobFieldsContract.undeleteJob, { params: { id } })
    expect([back.stageName, (await factsOf(firm, id, 'task.created')).length]).toEqual(['Start', 1])
    await firm.owner.call(jobFieldsContract.deleteJob, { params: { id } })
    await firm.run(async (tx) => {
      const before = new Date(tx.now.getTime() - 31 * 86_400_000)
      await tx.db.updateTable('jobs').set({ deleted_at: before }).where('firm_id', '=', tx.firmId).execute()
    })
    expect((await firm.owner.send(jobFieldsContract.undeleteJob, { params: { id } })).status).toBe(404)
    expect((await firm.owner.call(jobFieldsContract.listDeletedJobs)).items).toEqual([])
  })

  it('JX-2, X-5: who does not see the client neither deletes nor takes back nor lists', async () => {
    const firm = await freshFirm()
    const { id } = await oneJob(firm)
    const other = await firm.addMember('employee')
    expect((await other.send(jobFieldsContract.deleteJob, { params: { id } })).status).toBe(404)
    await firm.owner.call(jobFieldsContract.deleteJob, { params: { id } })
    expect((await other.call(jobFieldsContract.listDeletedJobs)).items).toEqual([])
    expect((await other.send(jobFieldsContract.undeleteJob, { params: { id } })).status).toBe(404)
  })
})

/** How many jobs the list, the board, the distribution and the list of pipelines speak of. */
async function everywhere({ owner }: TestFirm, pipelineId: string, accountId: AccountId) {
  const list = await owner.call(jobsContract.listJobs, { query: { accountId } })
  const board = await owner.call(jobsContract.getBoard, { params: { id: pipelineId } })
  const { pipelines } = await owner.call(jobsContract.getDistribution)
  const ages = pipelines.flatMap((pipeline) => pipeline.stages.flatMap((stage) => stage.ages))
  const listed = (await owner.call(pipelinesContract.listPipelines)).items.find((it) => it.id === pipelineId)
  return [
    list.items.length,
    board.stages.reduce((sum, stage) => sum + stage.count, 0),
    ages.reduce((sum, age) => sum + age.count, 0),
    listed!.jobs,
  ]
}

async function availableTo(firm: TestFirm, id: JobId, memberIds: string[]): Promise<void> {
  const params = { id: (await jobOf(firm.owner, id)).pipelineId }
  const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params })
  const headers = { 'if-match': `"${revision}"` }
  await firm.owner.call(pipelinesContract.setAvailability, { params, headers, body: { memberIds } })
}

async function roleHeldBy(firm: TestFirm, accountId: AccountId, memberId: string): Promise<string> {
  const id = crypto.randomUUID()
  await firm.run(async (tx) => {
    const role = { firm_id: tx.firmId, id, name: 'Second reader', ordinal: 100, created_at: tx.now }
    await tx.db.insertInto('account_roles').values(role).execute()
    const held = { firm_id: tx.firmId, account_id: accountId, role_id: id, member_id: memberId }
    await tx.db.insertInto('account_role_members').values(held).execute()
  })
  return id
}

async function dropStage(firm: TestFirm, pipelineId: string, name: string): Promise<void> {
  const params = { id: pipelineId }
  const { draft, revision } = await firm.owner.call(pipelinesContract.getPipeline, { params })
  const body = { ...draft, stages: draft.stages.filter((stage) => stage.name !== name) }
  const saved = await firm.owner.call(pipelinesContract.saveDraft, {
    params,
    body,
    headers: { 'if-match': `"${revision}"` },
  })
  const headers = { 'if-match': `"${saved.revision}"` }
  await firm.owner.call(pipelinesContract.publishPipeline, { params, body: {}, headers })
}
