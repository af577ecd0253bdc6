import { beforeAll, describe, expect, it } from 'vitest'
import type { AccountId, JobId } from '#kernel/ids.ts'
import { type Caller, freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, makeAvailable, newAccount, publish, type TestPipeline } from '../../../test/support/pipeline.ts'
import { findBroken } from '../../verify.ts'
import { accountsContract } from '../accounts/contract.ts'
import { activityContract } from '../activity/contract.ts'
import { jobsContract } from './contract.ts'
import { jobFieldsContract } from './contract-fields.ts'
import { jobLinksContract } from './contract-links.ts'

let firm: TestFirm
let pipeline: TestPipeline
let patel: AccountId
let visser: AccountId
beforeAll(async () => {
  firm = await freshFirm()
  pipeline = await publish(firm, 'Returns', [{ name: 'Start', automove: true }, { name: 'End' }])
  patel = await newAccount(firm, 'Patel')
  visser = await newAccount(firm, 'Visser')
})

const newJob = async (accountId = patel) => (await addJobs(firm, pipeline, [accountId]))[0]!
const link = (who: Caller, id: JobId, itemId: string) =>
  who.send(jobLinksContract.linkItem, { params: { id }, body: { kind: 'job', itemId } })
const linkedOf = async (who: Caller, id: JobId) =>
  (await who.call(jobsContract.getJob, { params: { id } })).linkedJobs.map((job) => job.id)
const toldOf = async (id: JobId) => {
  const { items } = await firm.owner.call(activityContract.listEvents, { query: { jobId: id } })
  return items.map((event) => event.type).filter((type) => type.startsWith('job.item'))
}

describe('a job linked with a job', () => {
  it('J-30, J-33, DONE-11, AUD-3: both show it, neither waits for the other, both histories tell it, and unlinking deletes nothing', async () => {
    const [one, other] = [await newJob(), await newJob()]
    const linked = (await link(firm.owner, one, other)).body
    expect(linked.linkedJobs).toEqual([
      { id: other, name: 'Return', pipelineName: 'Returns', stageName: 'Start', lifecycle: 'active', turn: 'stuck' },
    ])
    expect([linked.stageName, linked.items, linked.pendingItems]).toEqual(['Start', [], 0])
    expect(await linkedOf(firm.owner, other)).toEqual([one])
    expect((await link(firm.owner, other, one)).problem.fields[0]!.code).toBe('linked_already')
    expect((await link(firm.owner, one, one)).problem.fields[0]!.code).toBe('same_job')
    await firm.owner.call(jobLinksContract.unlinkItem, { params: { id: other, itemId: one } })
    expect([await linkedOf(firm.owner, one), await linkedOf(firm.owner, other)]).toEqual([[], []])
    expect(await toldOf(one)).toEqual(['job.itemUnlinked', 'job.itemLinked'])
    expect(await toldOf(other)).toEqual(['job.itemUnlinked', 'job.itemLinked'])
    const again = await firm.owner.send(jobLinksContract.unlinkItem, { params: { id: other, itemId: one } })
    expect(again.status).toBe(404)
  })

  it('J-31: a job of another client or of another firm is refused, by whatever way it is named', async () => {
    const [mine, strangers, theirs] = [await newJob(), await newJob(visser), await foreignJob()]
    expect((await link(firm.owner, mine, strangers)).problem.fields).toEqual([
      { path: 'itemId', code: 'other_account' },
    ])
    expect((await link(firm.owner, mine, theirs)).status).toBe(404)
    const add = (linkedJobId: JobId, accountIds: AccountId[]) =>
      firm.owner.send(jobsContract.addJobs, { body: { pipelineId: pipeline.id, accountIds, name: 'R', linkedJobId } })
    expect((await add(strangers, [patel])).problem.fields).toEqual([{ path: 'linkedJobId', code: 'other_account' }])
    expect((await add(mine, [patel, visser])).problem.fields[0]!.code).toBe('other_account')
    expect((await add(theirs, [patel])).status).toBe(404)
    expect(await linkedOf(firm.owner, mine)).toEqual([])
  })

  it('J-30: an archived job keeps its links and takes no new ones by itself; a deleted one is not shown until it is back', async () => {
    const [now, before, gone] = [await newJob(), await newJob(), await newJob()]
    await firm.owner.call(jobsContract.archiveJob, { params: { id: before } })
    expect((await link(firm.owner, before, now)).problem.code).toBe('archived')
    expect((await link(firm.owner, now, before)).body.linkedJobs).toMatchObject([{ id: before, lifecycle: 'archived' }])
    await link(firm.owner, now, gone)
    await firm.owner.call(jobFieldsContract.deleteJob, { params: { id: gone } })
    expect(await linkedOf(firm.owner, now)).toEqual([before])
    await firm.owner.call(jobFieldsContract.undeleteJob, { params: { id: gone } })
    expect(new Set(await linkedOf(firm.owner, now))).toEqual(new Set([before, gone]))
  })

  it('J-34, P-6: whoever sees both jobs links them; a job in a pipeline that he does not see is not shown to him', async () => {
    const [one, other] = [await newJob(), await newJob()]
    const hidden = await publish(firm, 'Hidden', [{ name: 'Start' }])
    const [secret] = await addJobs(firm, hidden, [patel])
    const clerk = await firm.addMember('employee', [])
    await firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [patel], add: [clerk.member.memberId], remove: [] },
    })
    await makeAvailable(firm, pipeline.id, clerk)
    expect((await link(clerk, one, other)).status).toBe(201)
    expect((await link(clerk, one, secret!)).status).toBe(404)
    await link(firm.owner, one, secret!)
    expect(await linkedOf(clerk, one)).toEqual([other])
    const heard = await clerk.call(activityContract.listEvents, { query: { accountId: patel, limit: 100 } })
    expect(heard.items.length).toBeGreaterThan(2)
    expect(JSON.stringify(heard.items)).not.toContain(secret)
    expect((await clerk.call(activityContract.listEvents, { query: { jobId: secret! } })).items).toEqual([])
    const told = await firm.owner.call(activityContract.listEvents, { query: { jobId: one } })
    expect(JSON.stringify(told.items)).toContain(secret)
    expect(new Set(await linkedOf(firm.owner, one))).toEqual(new Set([other, secret]))
  })

  it('JC-1: a job added from another one is for the same client and linked with it, and both histories say so', async () => {
    const from = await newJob()
    const body = { pipelineId: pipeline.id, accountIds: [patel], name: 'Next [ACCOUNT_NAME]', linkedJobId: from }
    const act = await firm.owner.call(jobsContract.addJobs, { body })
    await firm.drain()
    const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id: act.id } })
    const made = items[0]!.jobId as JobId
    expect(await linkedOf(firm.owner, made)).toEqual([from])
    expect(await linkedOf(firm.owner, from)).toEqual([made])
    const { items: told } = await firm.owner.call(activityContract.listEvents, { query: { jobId: from } })
    expect(told[0]).toMatchObject({
      type: 'job.itemLinked',
      payload: { name: 'Next Patel' },
      actor: { kind: 'member' },
    })
    expect(await toldOf(made)).toEqual(['job.itemLinked'])
    expect(await findBroken(firm.system.maintenance)).toEqual([])
  })
})

async function foreignJob(): Promise<JobId> {
  const theirs = await freshFirm()
  const other = await publish(theirs, 'Returns', [{ name: 'Start' }])
  return (await addJobs(theirs, other, [await newAccount(theirs, 'Doe')]))[0]!
}
