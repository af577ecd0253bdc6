import { describe, expect, it } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, publish } from '../../../test/support/pipeline.ts'
import { tasksContract } from '../tasks/contract.ts'
import { jobFieldsContract } from './contract-fields.ts'
import { jobOverviewContract } from './contract-overview.ts'

const DAY = 86_400_000
const dayFrom = (firm: TestFirm, days: number) =>
  new Date(firm.system.clock.now().getTime() + days * DAY).toISOString().slice(0, 10)

/** Three jobs: one due last week, one this week, one without a date; the first two are the owner's. */
async function season() {
  const firm = await freshFirm()
  const pipeline = await publish(firm, 'Returns', [{ name: 'Gather' }, { name: 'Done' }])
  const accounts = [await newAccount(firm, 'Late'), await newAccount(firm, 'Soon'), await newAccount(firm, 'Never')]
  const ids = await addJobs(firm, pipeline, accounts)
  const due = async (id: JobId, days: number) => {
    const job = await firm.owner.send(jobFieldsContract.changeJob, {
      params: { id },
      body: { dueOn: dayFrom(firm, days), assigneeIds: [firm.owner.member.memberId] },
      headers: { 'if-match': '"1"' },
    })
    expect(job.status).toBe(200)
  }
  await due(ids[0]!, -7)
  await due(ids[1]!, 3)
  return { firm, pipeline, accounts, ids }
}

describe('where deadlines are', () => {
  it('VIEW-4: the calendar has the jobs due in its days, by day, and not those of others', async () => {
    const { firm } = await season()
    const query = { from: dayFrom(firm, -8), to: dayFrom(firm, 8) }
    const { items } = await firm.owner.call(jobOverviewContract.getJobCalendar, { query })
    expect(items.map((job) => job.accountName)).toEqual(['Late', 'Soon'])
    const stranger = await firm.addMember('employee')
    expect((await stranger.call(jobOverviewContract.getJobCalendar, { query })).items).toEqual([])
    const bad = await firm.owner.send(jobOverviewContract.getJobCalendar, { query: { ...query, to: 'soon' } })
    expect(bad.problem.fields[0]?.path).toBe('to')
  })

  it('REP-1, REP-2: overdue is active and past due; completed is not; what is nearly due and forgotten is counted', async () => {
    const { firm, ids } = await season()
    const count = () => firm.owner.call(jobOverviewContract.getJobDeadlines)
    expect(await count()).toEqual({ overdue: 1, approaching: 1, overdueInStage: 0, idle: 0, total: 3 })
    await firm.owner.call(jobFieldsContract.completeJob, { params: { id: ids[0]! } })
    expect(await count()).toMatchObject({ overdue: 0, total: 2 })
    firm.system.clock.advance(20 * DAY)
    expect(await count()).toMatchObject({ overdue: 1, approaching: 0, idle: 2 })
  })

  it('REP-1: the team’s load, for owner and admins only', async () => {
    const { firm, accounts } = await season()
    const memberId = firm.owner.member.memberId
    const body = { accountId: accounts[0]!, name: 'Call', dueOn: dayFrom(firm, -1), assigneeIds: [memberId] }
    await firm.owner.call(tasksContract.createTask, { body })
    const { items } = await firm.owner.call(jobOverviewContract.getTeamLoad)
    expect(items[0]).toMatchObject({ memberId, jobs: 2, overdueJobs: 1, tasks: 1, overdueTasks: 1 })
    expect((await (await firm.addMember('employee')).send(jobOverviewContract.getTeamLoad)).status).toBe(404)
  })
})
