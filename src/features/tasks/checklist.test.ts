import { describe, expect, it } from 'vitest'
import type { Id } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, publish } from '../../../test/support/pipeline.ts'
import { finish, jobOf } from '../../../test/support/work.ts'
import { tasksContract } from './contract.ts'
import type { TaskDetail } from './schemas.ts'

async function checked(names: string[]) {
  const firm = await freshFirm()
  const accountId = await newAccount(firm, 'Patel')
  const task = await firm.owner.call(tasksContract.createTask, { body: { accountId, name: 'Check', subtasks: names } })
  return { firm, task }
}

const tick = (firm: TestFirm, task: TaskDetail, at: number, done = true) =>
  firm.owner.call(tasksContract.setSubtask, {
    params: { id: task.id, subtaskId: task.subtasks[at]!.id as Id<'subtask'> },
    body: { done },
  })

const save = (firm: TestFirm, task: TaskDetail, subtasks: { id: string | null; name: string }[]) =>
  firm.owner.send(tasksContract.changeTask, {
    params: { id: task.id },
    headers: { 'if-match': `"${task.revision}"` },
    body: { name: task.name, subtasks },
  })

describe('the checklist of a task', () => {
  it('T-5: progress is seen in the list, and unfinished lines do not keep the task from being completed', async () => {
    const { firm, task } = await checked(['Bank', 'Payroll', 'Sums'])
    await tick(firm, task, 0)
    const [listed] = (await firm.owner.call(tasksContract.listTasks)).items
    expect(listed).toMatchObject({ subtasksDone: 1, subtasksTotal: 3 })
    expect(await finish(firm.owner, task.id)).toMatchObject({ status: 'completed', subtasksDone: 1 })
  })

  it('T-5, T-12: the job that waits for it shows how far it is, and does not wait for its lines', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Patel')
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true },
      { name: 'Next' },
      { name: 'End' },
    ])
    const [jobId] = await addJobs(firm, pipeline, [accountId])
    const body = { accountId, jobId: jobId!, name: 'Check', subtasks: ['Bank', 'Payroll'] }
    const task = await firm.owner.call(tasksContract.createTask, { body })
    await tick(firm, task, 0)
    const { items } = await jobOf(firm.owner, jobId!)
    expect(items.map((item) => item.progress)).toEqual([{ answered: 1, total: 2 }])
    await finish(firm.owner, task.id)
    expect((await jobOf(firm.owner, jobId!)).stageName).toBe('Next')
  })

  it('T-5: ticking everything completes nothing by itself', async () => {
    const { firm, task } = await checked(['Bank', 'Payroll'])
    await tick(firm, task, 0)
    expect(await tick(firm, task, 1)).toMatchObject({ status: 'planned', subtasksDone: 2 })
  })

  it('a tick sent twice counts once; taken away it is a fact of its own', async () => {
    const { firm, task } = await checked(['Bank'])
    await tick(firm, task, 0)
    const twice = await tick(firm, task, 0)
    expect(twice.revision).toBe(task.revision + 1)
    await tick(firm, task, 0, false)
    const events = await firm.run((tx) =>
      tx.db
        .selectFrom('events')
        .select('payload')
        .where('type', '=', 'task.subtaskChanged')
        .orderBy('position')
        .execute(),
    )
    expect(events.map((it) => it.payload['done'])).toEqual(['yes', 'no'])
  })

  it('lines are renamed, ordered, added and taken out, and keep their ticks; one that is gone cannot be kept', async () => {
    const { firm, task } = await checked(['Bank', 'Payroll', 'Sums'])
    const [bank, payroll, sums] = task.subtasks
    const ticked = await tick(firm, task, 1)
    const saved = await save(firm, ticked, [
      { id: null, name: 'First' },
      { id: payroll!.id, name: 'Wages' },
      { id: bank!.id, name: 'Bank' },
    ])
    expect(saved.body.subtasks.map(({ name, done }) => [name, done])).toEqual([
      ['First', false],
      ['Wages', true],
      ['Bank', false],
    ])
    const late = await save(firm, saved.body, [{ id: sums!.id, name: 'Sums' }])
    expect(late.problem.fields).toEqual([{ path: 'subtasks.0.id', code: 'not_found' }])
    const twice = await save(
      firm,
      saved.body,
      [bank!, bank!].map(({ id, name }) => ({ id, name })),
    )
    expect(twice.problem.fields).toEqual([{ path: 'subtasks.1.id', code: 'not_found' }])
  })

  it('a line of another task is not found', async () => {
    const { firm, task } = await checked(['Bank'])
    const other = await firm.owner.call(tasksContract.createTask, {
      body: { accountId: task.accountId, name: 'Other', subtasks: ['Its own'] },
    })
    const params = { id: task.id, subtaskId: other.subtasks[0]!.id as Id<'subtask'> }
    expect((await firm.owner.send(tasksContract.setSubtask, { params, body: { done: true } })).status).toBe(404)
  })
})
