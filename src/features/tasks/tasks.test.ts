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
    const nobodys = await firm.owner.send(tasksContract.createTask, { body: { accountId: '' as never, name: '' } })
    expect(nobodys.problem.fields).toEqual([
      { path: 'name', code: 'required' },
      { path: 'accountId', code: 'required' },
    ])
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

  it('T-3: name, assignees, priority, description, start and due date are kept; the loser of two edits loses nothing', async () => {
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
      startOn: '2027-04-01',
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

  it('JD-4: what would be due before it starts is refused, when it is made and when it is changed', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Patel')
    const dates = { startOn: '2027-04-15', dueOn: '2027-04-14' }
    const made = await firm.owner.send(tasksContract.createTask, { body: { accountId, name: 'X', ...dates } })
    expect(made.problem.fields).toEqual([{ path: 'dueOn', code: 'before_start' }])
    const { id, revision } = await firm.owner.call(tasksContract.createTask, { body: { accountId, name: 'X' } })
    const headers = { 'if-match': `"${revision}"` }
    const changed = await firm.owner.send(tasksContract.changeTask, {
      params: { id },
      headers,
      body: { name: 'X', ...dates },
    })
    expect(changed.problem.fields).toEqual([{ path: 'dueOn', code: 'before_start' }])
  })

  it('SHC-4: codes in what is typed are rendered once, as the task is made', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Patel')
    const body = {
      accountId,
      name: 'Call [ACCOUNT_NAME]',
      description: 'For [FIRM_NAME]',
      subtasks: ['[ACCOUNT_NAME]'],
    }
    const task = await firm.owner.call(tasksContract.createTask, { body })
    expect(task).toMatchObject({
      name: 'Call Patel',
      description: 'For Hollis & Vane',
      subtasks: [{ name: 'Patel', done: false }],
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
