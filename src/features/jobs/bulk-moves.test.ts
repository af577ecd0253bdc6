import { describe, expect, it } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import {
  addJobs,
  asks,
  hasTag,
  newAccount,
  newOrganizerTemplate,
  newTag,
  newTaskTemplate,
  publish,
} from '../../../test/support/pipeline.ts'
import { statementsOf } from '../../../test/support/statements.ts'
import { holding, jobOf, moveTo } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { claimItems } from './bulk-store.ts'
import { carryOnWithBulk } from './carry-on.ts'
import { jobsContract } from './contract.ts'

/** Moves many and lets the worker do it: the act, and what came of each job in the order of the result list. */
async function moveMany(firm: TestFirm, body: Record<string, unknown>) {
  const { id } = await firm.owner.call(jobsContract.moveJobs, { body })
  await firm.drain()
  const params = { id }
  const act = await firm.owner.call(jobsContract.getBulkAct, { params })
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params, query: { limit: 100 } })
  return { act, results: items.map((it) => [it.accountName, it.state, it.reason?.code ?? null, it.stageName]) }
}

const accountsOf = (firm: TestFirm, ...names: string[]) => Promise.all(names.map((name) => newAccount(firm, name)))

describe('moving many jobs at once', () => {
  it('A-35, JM-1, A-11: each job by itself, failures first, each with its reason; history names who wanted it', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }])
    const ids = await addJobs(firm, pipeline, await accountsOf(firm, 'Adams', 'Baker', 'Chen', 'Diaz'))
    const [adams, baker, chen] = ids as [JobId, JobId, JobId]
    await moveTo(firm.owner, adams, pipeline.named('Two').id)
    await firm.owner.call(jobsContract.archiveJob, { params: { id: baker } })
    const { act, results } = await moveMany(firm, { jobIds: ids, stageId: pipeline.named('Two').id })
    expect(act).toMatchObject({ kind: 'move_jobs', state: 'finished', total: 4, succeeded: 3, failed: 1 })
    expect(results).toEqual([
      ['Baker', 'failed', 'job_archived', 'One'],
      ['Adams', 'succeeded', 'already_there', 'Two'],
      ['Chen', 'succeeded', null, 'Two'],
      ['Diaz', 'succeeded', null, 'Two'],
    ])
    const told = await firm.run((tx) =>
      tx.db.selectFrom('events').select(['type', 'actor_name']).where('job_id', '=', chen).execute(),
    )
    expect(told).toContainEqual({ type: 'job.movedByHand', actor_name: 'Mara Lindqvist' })
  })

  it('VIEW-2: a whole stage without a limit, as the filter leaves it, save those unticked', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'One' }, { name: 'Two' }])
    const ids = await addJobs(firm, pipeline, await accountsOf(firm, 'North A', 'North B', 'South'))
    const stage = { pipelineId: pipeline.id, stageId: pipeline.named('One').id, search: 'north', exceptIds: [ids[1]] }
    const { results } = await moveMany(firm, { stage, stageId: pipeline.named('Two').id })
    expect(results).toEqual([['North A', 'succeeded', null, 'Two']])
    const again = await firm.owner.send(jobsContract.moveJobs, { body: { stage, stageId: pipeline.named('Two').id } })
    expect([again.status, again.problem.fields]).toEqual([422, [{ path: 'stage', code: 'no_jobs' }]])
  })

  it('D-6, A-34: what is pending is carried over, left or ended as was chosen for its kind', async () => {
    const firm = await freshFirm()
    const automations = [
      asks.organizer(await newOrganizerTemplate(firm, 'Ask')),
      asks.task(await newTaskTemplate(firm, 'Do')),
    ]
    const pipeline = await publish(firm, 'Returns', [{ name: 'One', automations }, { name: 'Two' }, { name: 'Three' }])
    const ids = await addJobs(firm, pipeline, await accountsOf(firm, 'Adams', 'Baker'))
    const pendingByKind = { organizer: 'carry', task: 'complete' }
    await moveMany(firm, { jobIds: ids, stageId: pipeline.named('Two').id, pendingByKind })
    for (const id of ids) {
      expect(await holding(firm.owner, id, 'organizer')).toHaveLength(1)
      expect((await jobOf(firm.owner, id)).items.find((it) => it.kind === 'task')?.state).toBe('done')
    }
  })

  it('A-35: a job that moved on after it was chosen stays where it is now', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'One' }, { name: 'Two' }, { name: 'Three' }])
    const ids = await addJobs(firm, pipeline, await accountsOf(firm, 'Adams', 'Baker'))
    const { id } = await firm.owner.call(jobsContract.moveJobs, {
      body: { jobIds: ids, stageId: pipeline.named('Two').id },
    })
    await moveTo(firm.owner, ids[0]!, pipeline.named('Three').id)
    await firm.drain()
    const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id } })
    expect(items.map((it) => [it.accountName, it.reason?.code ?? null, it.stageName])).toEqual([
      ['Adams', 'moved_meanwhile', 'Three'],
      ['Baker', null, 'Two'],
    ])
  })

  it('A-35, D-15: a chunk of sixty takes as many statements as one of six', async () => {
    const firm = await freshFirm()
    const automations = [asks.task(await newTaskTemplate(firm, 'Do')), asks.tags({ add: [await newTag(firm, 'Done')] })]
    const pipeline = await publish(firm, 'Returns', [
      { name: 'One', automations: [asks.task(await newTaskTemplate(firm, 'First'))] },
      { name: 'Two', automove: true, automations },
      { name: 'Three' },
    ])
    const accounts = await accountsOf(firm, ...Array.from({ length: 67 }, (_, at) => `Client ${at}`))
    const ids = await addJobs(firm, pipeline, accounts)
    const { id } = await firm.owner.call(jobsContract.moveJobs, {
      body: { jobIds: ids, stageId: pipeline.named('Two').id },
    })
    const counts: number[] = []
    for (const size of [6, 60])
      counts.push(await statementsOf(firm, (tx) => carryOnWithBulk(tx, id, () => claimItems(tx, id, size))))
    expect(counts[1]).toBe(counts[0])
  })
})

describe('where jobs may be moved', () => {
  it('TAG-3: into a stage that changes tags only with the right to manage tags, one job or many', async () => {
    const firm = await freshFirm()
    const tagging = asks.tags({ add: [await newTag(firm, 'Filed')] })
    const pipeline = await publish(firm, 'Returns', [{ name: 'One' }, { name: 'Two', automations: [tagging] }])
    const [id] = await addJobs(firm, pipeline, await accountsOf(firm, 'Adams'))
    const without = await colleague(firm, pipeline.id, [])
    const body = { jobIds: [id], stageId: pipeline.named('Two').id }
    const refusal = [422, [{ path: 'stageId', code: 'needs_manage_tags' }]]
    const many = await without.send(jobsContract.moveJobs, { body })
    expect([many.status, many.problem.fields]).toEqual(refusal)
    const { revision } = await jobOf(without, id!)
    const one = await without.send(jobsContract.moveJob, {
      params: { id: id! },
      body: { stageId: body.stageId },
      headers: { 'if-match': `"${revision}"` },
    })
    expect([one.status, one.problem.fields]).toEqual(refusal)
    expect((await without.call(jobsContract.previewStage, { body })).refusal).toBe('needs_manage_tags')
    const again = await without.send(jobsContract.retryAutomations, {
      params: { id: id! },
      body: { automationIds: pipeline.named('Two').automations.map((automation) => automation.id) },
    })
    expect([again.status, again.problem.fields]).toEqual([422, [{ path: 'automationIds', code: 'needs_manage_tags' }]])
    const allowed = await colleague(firm, pipeline.id, ['manage_tags'])
    expect((await moveTo(allowed, id!, body.stageId)).stageName).toBe('Two')
  })

  it('JM-2, P-12: into another pipeline, but not into one that takes no jobs', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Leads', [{ name: 'Lead' }])
    const other = await publish(firm, 'Bookkeeping', [{ name: 'Start' }, { name: 'End' }])
    const ids = await addJobs(firm, pipeline, await accountsOf(firm, 'Adams', 'Baker'))
    const body = { jobIds: ids, pipelineId: other.id, stageId: other.named('Start').id }
    expect((await moveMany(firm, body)).results).toEqual([
      ['Adams', 'succeeded', null, 'Start'],
      ['Baker', 'succeeded', null, 'Start'],
    ])
    const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
    await firm.owner.call(pipelinesContract.setPipelineState, {
      params: { id: pipeline.id },
      body: { state: 'archived' },
      headers: { 'if-match': `"${revision}"` },
    })
    const back = { jobIds: ids, pipelineId: pipeline.id, stageId: pipeline.named('Lead').id }
    expect((await firm.owner.send(jobsContract.moveJobs, { body: back })).problem.code).toBe('archived')
  })
})

describe('what a move would do', () => {
  it('A-30, A-31, A-35: for how many each automation runs, why not for others, what waits, and what clients get; nothing changes', async () => {
    const firm = await freshFirm()
    const rental = await newTag(firm, 'Rental')
    const organizer = asks.organizer(await newOrganizerTemplate(firm, 'Rent'), hasTag(rental))
    const pipeline = await publish(firm, 'Returns', [
      { name: 'One', automations: [asks.task(await newTaskTemplate(firm, 'First'))] },
      { name: 'Two', automove: true, automations: [organizer] },
      { name: 'Three' },
    ])
    const [adams, baker] = (await accountsOf(firm, 'Adams', 'Baker')) as [never, never]
    await firm.owner.call(accountsContract.changeAccountTags, { body: { accountIds: [baker], add: [rental] } })
    const ids = await addJobs(firm, pipeline, [adams, baker])
    const body = { jobIds: ids, stageId: pipeline.named('Two').id }
    const before = await jobOf(firm.owner, ids[0]!)
    const preview = await firm.owner.call(jobsContract.previewStage, { body })
    expect(preview).toMatchObject({ moving: 2, alreadyThere: 0, refused: [], refusal: null, onward: 0 })
    expect(preview.automations.map(({ runs, others }) => [runs, others])).toEqual([
      [1, [{ code: 'condition_not_met', count: 1, names: ['Adams'] }]],
    ])
    expect(preview.pending).toMatchObject({ total: 2, otherwise: 'carry', kinds: [{ kind: 'task', count: 2 }] })
    expect(preview.clients).toMatchObject({
      mails: 1,
      accounts: 1,
      first: [{ name: 'Baker', organizers: 1, mails: 1 }],
    })
    expect(await jobOf(firm.owner, ids[0]!)).toEqual(before)
    const unticked = { ...body, deselectedAutomationIds: [organizer.id] }
    expect((await firm.owner.call(jobsContract.previewStage, { body: unticked })).clients.mails).toBe(0)
  })
})

/** An employee who sees all accounts and this pipeline. */
async function colleague(firm: TestFirm, pipelineId: string, rights: 'manage_tags'[]) {
  const member = await firm.addMember('employee', ['view_all_accounts', ...rights])
  const pipeline = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipelineId } })
  await firm.owner.call(pipelinesContract.setAvailability, {
    params: { id: pipelineId },
    body: { memberIds: [member.member.memberId] },
    headers: { 'if-match': `"${pipeline.revision}"` },
  })
  return member
}
