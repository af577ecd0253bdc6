import { describe, expect, it } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { type Caller, freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, newOrganizerTemplate, publish } from '../../../test/support/pipeline.ts'
import { finish, jobOf } from '../../../test/support/work.ts'
import { findBroken } from '../../verify.ts'
import { activityContract } from '../activity/contract.ts'
import { organizersContract } from '../organizers/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { jobLinksContract } from './contract-links.ts'

async function waiting(firm: TestFirm) {
  const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automove: true }, { name: 'End' }])
  const account = await newAccount(firm, 'Patel')
  const [id, other] = await addJobs(firm, pipeline, [account]).then(async ([one]) => [
    one!,
    (await addJobs(firm, pipeline, [account]))[0]!,
  ])
  const task = async (name: string) =>
    (await firm.owner.call(tasksContract.createTask, { body: { accountId: account, name } })).id
  return { account, id: id!, other: other!, task }
}

const link = (who: Caller, id: JobId, kind: 'task' | 'organizer', itemId: string) =>
  who.send(jobLinksContract.linkItem, { params: { id }, body: { kind, itemId } })
const unlink = (who: Caller, id: JobId, itemId: string) =>
  who.send(jobLinksContract.unlinkItem, { params: { id, itemId } })

describe('linking by hand', () => {
  it('J-30, J-33, J-36, JOB-12: a linked task holds the stage and moves the job; it has one job only, and unlinking never deletes it', async () => {
    const firm = await freshFirm()
    const { id, other, task } = await waiting(firm)
    const itemId = await task('Check')
    expect((await link(firm.owner, id, 'task', itemId)).body.items.map((it) => [it.name, it.holds])).toEqual([
      ['Check', true],
    ])
    expect((await link(firm.owner, other, 'task', itemId)).problem.fields).toEqual([
      { path: 'itemId', code: 'task_of_another_job' },
    ])
    expect((await link(firm.owner, id, 'task', itemId)).problem.fields[0]!.code).toBe('linked_already')
    expect((await unlink(firm.owner, id, itemId)).body.items).toEqual([])
    expect((await firm.owner.call(tasksContract.getTask, { params: { id: itemId } })).jobId).toBeNull()
    await link(firm.owner, other, 'task', itemId)
    await finish(firm.owner, itemId)
    expect((await jobOf(firm.owner, other)).stageName).toBe('End')
    expect((await jobOf(firm.owner, id)).stageName).toBe('Start')
    expect(await findBroken(firm.system.maintenance)).toEqual([])
  })

  it('AUD-3: that something was linked with a job or taken off it stands once in the histories of both, with both names', async () => {
    const firm = await freshFirm()
    const { account, id, task } = await waiting(firm)
    const templateId = await newOrganizerTemplate(firm, 'Questions')
    await firm.owner.call(organizersContract.sendOrganizers, { body: { templateId, accountIds: [account] } })
    const { items: sent } = await firm.owner.call(organizersContract.listOrganizers, { query: { accountId: account } })
    const told = async (query: Record<string, string>) =>
      (await firm.owner.call(activityContract.listEvents, { query })).items
        .filter(({ type }) => type.startsWith('job.item'))
        .map(({ type, payload, jobId }) => [type, payload.name, payload.job, jobId])
    for (const [kind, itemId] of [
      ['task', await task('Check')],
      ['organizer', sent[0]!.id],
    ] as const) {
      await link(firm.owner, id, kind, itemId)
      await unlink(firm.owner, id, itemId)
      const name = kind === 'task' ? 'Check' : 'Questions'
      const both = ['job.itemUnlinked', 'job.itemLinked'].map((type) => [type, name, 'Return', id])
      expect(await told({ subjectId: itemId })).toEqual(both)
      expect((await told({ jobId: id })).slice(0, 2)).toEqual(both)
      expect((await told({ accountId: account })).slice(0, 2)).toEqual(both)
    }
  })

  it('AM-15: linking what is finished fires nothing; the job goes on when somebody says so', async () => {
    const firm = await freshFirm()
    const { id, task } = await waiting(firm)
    const itemId = await task('Done before')
    await finish(firm.owner, itemId)
    const linked = (await link(firm.owner, id, 'task', itemId)).body
    expect([linked.stageName, linked.explanation.moves, linked.doneItems]).toEqual(['Start', true, 1])
    expect(linked.explanation.reasons.map(({ code }) => code)).toEqual(['move_earned'])
    expect((await firm.owner.call(jobLinksContract.moveOnJob, { params: { id } })).stageName).toBe('End')
    expect((await firm.owner.call(jobLinksContract.moveOnJob, { params: { id } })).stageName).toBe('End')
  })

  it('AM-22: unlinking what still held the stage lets the job go on by what is done', async () => {
    const firm = await freshFirm()
    const { id, task } = await waiting(firm)
    const [done, open] = [await task('Done'), await task('Open')]
    await link(firm.owner, id, 'task', open)
    await link(firm.owner, id, 'task', done)
    await finish(firm.owner, done)
    expect((await jobOf(firm.owner, id)).stageName).toBe('Start')
    expect((await unlink(firm.owner, id, open)).body.stageName).toBe('End')
  })

  it('J-30, J-31, J-34: an organizer may have many jobs, of its client only; linking needs the right for its kind', async () => {
    const firm = await freshFirm()
    const { account, id, other, task } = await waiting(firm)
    const templateId = await newOrganizerTemplate(firm, 'Questions')
    await firm.owner.call(organizersContract.sendOrganizers, { body: { templateId, accountIds: [account] } })
    const { items } = await firm.owner.call(organizersContract.listOrganizers, { query: { accountId: account } })
    const organizer = items[0]!.id
    expect((await link(firm.owner, id, 'organizer', organizer)).status).toBe(201)
    expect((await link(firm.owner, other, 'organizer', organizer)).body.pendingItems).toBe(1)
    const stranger = await newAccount(firm, 'Other')
    const foreign = await firm.owner.call(tasksContract.createTask, { body: { accountId: stranger, name: 'Not his' } })
    expect((await link(firm.owner, id, 'task', foreign.id)).problem.fields[0]!.code).toBe('other_account')
    const clerk = await firm.addMember('employee', ['manage_organizers'])
    expect((await link(clerk, id, 'task', await task('Mine'))).status).toBe(404)
    await unlink(firm.owner, id, organizer)
    expect((await jobOf(firm.owner, other)).items).toHaveLength(1)
  })
})
