import { describe, expect, it } from 'vitest'
import type { AccountId } from '#kernel/ids.ts'
import { freshFirm, type MemberCaller, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, publish } from '../../../test/support/pipeline.ts'
import { finish, jobOf } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { tasksContract } from './contract.ts'

const newTask = (firm: TestFirm, accountId: AccountId, name: string, more: object = {}) =>
  firm.owner.call(tasksContract.createTask, { body: { accountId, name, ...more } })

const list = async (who: MemberCaller, query: object = {}) => {
  const { items } = await who.call(tasksContract.listTasks, { query: { ...query } })
  return items.map((task) => task.name)
}

describe('lists of tasks', () => {
  it('T-8, X-5: mine, unassigned and everybody’s, of clients I may see; my counter counts the open ones of those', async () => {
    const firm = await freshFirm()
    const member = await firm.addMember('employee', [], 'Priya Nair')
    const me = member.member.memberId
    const [mine, hidden] = [await newAccount(firm, 'Mine'), await newAccount(firm, 'Hidden')]
    await firm.owner.call(accountsContract.changeAccountTeam, { body: { accountIds: [mine], add: [me], remove: [] } })
    await newTask(firm, mine, 'My own', { assigneeIds: [me] })
    const done = await newTask(firm, mine, 'My done', { assigneeIds: [me] })
    await finish(firm.owner, done.id)
    await newTask(firm, mine, 'Nobody’s')
    await newTask(firm, mine, 'Hers', { assigneeIds: [firm.owner.member.memberId] })
    await newTask(firm, hidden, 'Out of sight', { assigneeIds: [me] })
    expect(await list(member, { assignee: 'me' })).toEqual(['My own'])
    expect(await list(member, { assignee: 'none' })).toEqual(['Nobody’s'])
    expect((await list(member)).sort()).toEqual(['Hers', 'My own', 'Nobody’s'])
    expect(await list(member, { assignee: firm.owner.member.memberId })).toEqual(['Hers'])
    expect(await list(member, { state: 'closed' })).toEqual(['My done'])
    expect((await member.call(tasksContract.listTasks, { query: { limit: 1 } })).myOpen).toBe(1)
    expect((await list(firm.owner)).length).toBe(4)
  })

  it('T-8: by due date or by priority, page by page without a gap', async () => {
    const firm = await freshFirm()
    const account = await newAccount(firm, 'Patel')
    const late = { dueOn: '2027-05-01' }
    await newTask(firm, account, 'no date, urgent', { priority: 'urgent' })
    await newTask(firm, account, 'late, low', { ...late, priority: 'low' })
    await newTask(firm, account, 'late, high', { ...late, priority: 'high' })
    await newTask(firm, account, 'soon', { dueOn: '2027-04-01' })
    const paged = async (sort: string) => {
      const names: string[] = []
      let cursor: string | undefined
      do {
        const query = { sort, limit: 2, ...(cursor ? { cursor } : {}) }
        const page = await firm.owner.call(tasksContract.listTasks, { query })
        names.push(...page.items.map((task) => task.name))
        cursor = page.next ?? undefined
      } while (cursor)
      return names
    }
    expect(await paged('due')).toEqual(['soon', 'late, high', 'late, low', 'no date, urgent'])
    expect(await paged('priority')).toEqual(['no date, urgent', 'late, high', 'soon', 'late, low'])
  })

  it('P-6: a task of a client I see tells nothing of a job in a pipeline that I do not, and none can be put there', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Patel')
    const hidden = await publish(firm, 'Hidden', [{ name: 'Start' }])
    const [jobId] = await addJobs(firm, hidden, [accountId])
    const body = { accountId, jobId: jobId!, name: 'Check' }
    const { id } = await firm.owner.call(tasksContract.createTask, { body })
    const clerk = await firm.addMember('employee')
    const team = { accountIds: [accountId], add: [clerk.member.memberId], remove: [] }
    await firm.owner.call(accountsContract.changeAccountTeam, { body: team })
    const listed = await clerk.call(tasksContract.listTasks, { query: {} })
    expect(listed.items.map((task) => [task.id, task.jobId, task.jobName])).toEqual([[id, null, null]])
    expect(await list(clerk, { jobId: jobId! })).toEqual([])
    const refused = await clerk.send(tasksContract.createTask, { body })
    expect([refused.status, refused.problem.fields?.[0]?.path]).toEqual([422, 'jobId'])
    await finish(clerk, id)
    const job = await jobOf(firm.owner, jobId!)
    expect([job.pendingItems, job.doneItems]).toEqual([0, 1])
  })

  it('T-8, VIEW-4: filters narrow by days, priority, status and words, open and closed alike', async () => {
    const firm = await freshFirm()
    const [patel, visser] = [await newAccount(firm, 'Patel'), await newAccount(firm, 'Visser')]
    const first = await newTask(firm, patel, 'March', { dueOn: '2027-03-31', priority: 'high' })
    await newTask(firm, visser, 'April', { dueOn: '2027-04-01' })
    await newTask(firm, visser, 'Undated')
    await finish(firm.owner, first.id)
    const march = { dueFrom: '2027-03-01', dueTo: '2027-03-31' }
    expect(await list(firm.owner, march)).toEqual([])
    expect(await list(firm.owner, { ...march, state: 'any' })).toEqual(['March'])
    expect(await list(firm.owner, { dueTo: '2027-04-01', state: 'any' })).toEqual(['March', 'April'])
    expect(await list(firm.owner, { dueFrom: '2027-04-01' })).toEqual(['April'])
    expect(await list(firm.owner, { priority: 'high', state: 'any' })).toEqual(['March'])
    expect(await list(firm.owner, { status: 'completed', state: 'closed' })).toEqual(['March'])
    expect(await list(firm.owner, { search: 'visS' })).toEqual(['April', 'Undated'])
    expect(await list(firm.owner, { search: 'dated' })).toEqual(['Undated'])
    const wrong = await firm.owner.send(tasksContract.listTasks, { query: { dueFrom: '2027-02-30' } })
    expect([wrong.status, wrong.problem.fields[0]?.path]).toEqual([422, 'dueFrom'])
  })

  it('T-4, T-7: planned and in progress are open, completed and canceled closed; one taken up again is open again', async () => {
    const firm = await freshFirm()
    const { id } = await newTask(firm, await newAccount(firm, 'Patel'), 'Call')
    const set = (status: string) => firm.owner.send(tasksContract.setTaskStatus, { params: { id }, body: { status } })
    const shown = async () => [await list(firm.owner), await list(firm.owner, { state: 'closed' })]
    for (const status of ['in_progress', 'planned']) {
      await set(status)
      expect([status, await shown()]).toEqual([status, [['Call'], []]])
    }
    for (const status of ['completed', 'canceled']) {
      const { completedAt } = (await set(status)).body
      expect([status, completedAt !== null, await shown()]).toEqual([status, true, [[], ['Call']]])
    }
    expect((await set('planned')).body).toMatchObject({ status: 'planned', completedAt: null })
    expect(await shown()).toEqual([['Call'], []])
    expect((await set('waiting_for_client')).problem.fields[0]?.path).toBe('status')
  })

  it('T-2: one task for many clients at once, each with its own words; none where one client is not mine', async () => {
    const firm = await freshFirm()
    const accountIds = [await newAccount(firm, 'Patel'), await newAccount(firm, 'Visser')]
    const body = { accountIds: [...accountIds, accountIds[0]!], name: 'Call [ACCOUNT_NAME]', subtasks: ['Ring'] }
    expect(await firm.owner.call(tasksContract.createTasks, { body })).toEqual({ created: 2, unheldRoles: [] })
    expect((await list(firm.owner)).sort()).toEqual(['Call Patel', 'Call Visser'])
    const member = await firm.addMember('employee')
    await firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [accountIds[0]!], add: [member.member.memberId], remove: [] },
    })
    expect((await member.send(tasksContract.createTasks, { body })).status).toBe(404)
    expect((await list(firm.owner)).length).toBe(2)
    const unknown = await firm.owner.send(tasksContract.createTasks, { body: { ...body, name: '[ACOUNT_NAME]' } })
    expect(unknown.problem.fields).toMatchObject([{ path: 'name', code: 'shortcode_unknown' }])
  })
})
