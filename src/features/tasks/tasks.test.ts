import { describe, expect, it } from 'vitest'
import { freshFirm, signInClient } from '../../../test/support/firm.ts'
import { addJobs, asks, newAccount, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { finish, holding, jobOf } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { tasksContract } from './contract.ts'

describe('tasks of the team', () => {
  it('T-1, X-1: a task stands alone or belongs to one job of the same account, never of another', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
    const [one, other] = [await newAccount(firm, 'One'), await newAccount(firm, 'Other')]
    const [jobId] = await addJobs(firm, pipeline, [one])
    const alone = await firm.owner.call(tasksContract.createTask, { body: { accountId: one, name: 'Alone' } })
    expect(alone).toMatchObject({ jobId: null, accountName: 'One', status: 'planned', priority: 'medium' })
    const linked = await firm.owner.call(tasksContract.createTask, {
      body: { accountId: one, jobId: jobId!, name: 'Linked' },
    })
    expect(linked.jobId).toBe(jobId)
    const wrong = await firm.owner.send(tasksContract.createTask, {
      body: { accountId: other, jobId: jobId!, name: 'Wrong' },
    })
    expect(wrong.problem.fields).toEqual([{ path: 'jobId', code: 'other_account' }])
  })

  it('T-1, POR-8: no client sees a task, whatever he asks for', async () => {
    const firm = await freshFirm()
    const email = `tasks-${firm.slug}@example.com`
    const account = await newAccount(firm, 'Patel', { email })
    const task = await firm.owner.call(tasksContract.createTask, { body: { accountId: account, name: 'Secret' } })
    const client = await signInClient(firm, email)
    expect((await client.send(tasksContract.listTasks)).status).toBe(404)
    expect((await client.send(tasksContract.getTask, { params: { id: task.id } })).status).toBe(404)
  })

  it('T-2, X-5: who may see the account may make tasks for it; being assigned to the task is not enough', async () => {
    const firm = await freshFirm()
    const account = await newAccount(firm, 'Patel')
    const member = await firm.addMember('employee')
    const body = { accountId: account, name: 'Call', assigneeIds: [member.member.memberId] }
    expect((await member.send(tasksContract.createTask, { body })).problem.code).toBe('not_found')
    const { id } = await firm.owner.call(tasksContract.createTask, { body })
    expect((await member.send(tasksContract.getTask, { params: { id } })).status).toBe(404)
    await firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [account], add: [member.member.memberId], remove: [] },
    })
    expect(
      (await member.call(tasksContract.listTasks, { query: { assignee: 'me' } })).items.map((it) => it.id),
    ).toEqual([id])
    await member.call(tasksContract.createTask, { body })
  })

  it('T-3: name, assignees, priority, description and due date are kept; the loser of two edits loses nothing', async () => {
    const firm = await freshFirm()
    const account = await newAccount(firm, 'Patel')
    const member = await firm.addMember('employee', ['view_all_accounts'], 'Priya Nair')
    const { id, revision } = await firm.owner.call(tasksContract.createTask, {
      body: { accountId: account, name: 'Draft' },
    })
    const body = {
      name: 'Check payslips',
      description: 'All twelve',
      priority: 'urgent',
      dueOn: '2027-04-15',
      assigneeIds: [member.member.memberId],
    }
    const change = (headers: Record<string, string>) =>
      firm.owner.send(tasksContract.changeTask, { params: { id }, body, headers })
    const changed = await change({ 'if-match': `"${revision}"` })
    const { assigneeIds: _, ...kept } = body
    expect(changed.body).toMatchObject({
      ...kept,
      assignees: [{ name: 'Priya Nair' }],
      revision: revision + 1,
    })
    const late = await change({ 'if-match': `"${revision}"` })
    expect([late.status, late.problem.detail['current']]).toEqual([
      409,
      expect.objectContaining({ name: 'Check payslips' }),
    ])
    for (const dueOn of ['2027-02-30', 'soon', '15-04-2027']) {
      const refused = await firm.owner.send(tasksContract.createTask, {
        body: { accountId: account, name: 'X', dueOn },
      })
      expect([dueOn, refused.status, refused.problem.fields[0]?.path]).toEqual([dueOn, 422, 'dueOn'])
    }
  })

  it('AUT-5, A-7: an automation makes it from its template, due as many days later as it says, for those who are still here', async () => {
    const firm = await freshFirm()
    const [here, gone] = [await firm.addMember('employee', [], 'Here'), await firm.addMember('employee', [], 'Gone')]
    const template = await firm.owner.call(tasksContract.createTaskTemplate, {
      body: {
        name: 'Check',
        title: 'Check [ACCOUNT_NAME]',
        description: 'Papers',
        priority: 'high',
        dueInDays: 10,
        assigneeIds: [here.member.memberId, gone.member.memberId],
      },
    })
    await firm.run((tx) =>
      tx.db.updateTable('team_members').set({ state: 'deactivated' }).where('id', '=', gone.member.memberId).execute(),
    )
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.task(template.id as never)] },
      { name: 'End' },
    ])
    await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const [task] = (await firm.owner.call(tasksContract.listTasks)).items
    expect(task).toMatchObject({
      name: 'Check Patel',
      description: 'Papers',
      priority: 'high',
      createdBy: { kind: 'automation' },
      assignees: [{ name: 'Here' }],
    })
    const days = (new Date(task!.dueOn!).getTime() - new Date(task!.createdAt.slice(0, 10)).getTime()) / 86_400_000
    expect(Math.abs(days - 10)).toBeLessThanOrEqual(1)
  })

  it('D-7: an unknown code in a template’s title is refused with its place and the nearest name', async () => {
    const firm = await freshFirm()
    const refused = await firm.owner.send(tasksContract.createTaskTemplate, {
      body: { name: 'X', title: 'For [ACOUNT_NAME]' },
    })
    expect(refused.problem.fields[0]).toMatchObject({
      path: 'title',
      params: { token: 'ACOUNT_NAME', nearest: 'ACCOUNT_NAME' },
    })
  })

  it('T-12: completing it twice does nothing the second time', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'Next' },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const [task] = await holding(firm.owner, id!, 'task')
    await finish(firm.owner, task!)
    await finish(firm.owner, task!)
    const events = await firm.run((tx) =>
      tx.db.selectFrom('events').select('id').where('type', '=', 'task.statusChanged').execute(),
    )
    expect([events.length, (await jobOf(firm.owner, id!)).stageName]).toEqual([1, 'Next'])
  })
})
