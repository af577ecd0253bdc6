import { describe, expect, it } from 'vitest'
import { freshFirm } from '../../../test/support/firm.ts'
import { newAccount } from '../../../test/support/pipeline.ts'
import { activityContract } from '../activity/contract.ts'
import { tasksContract } from './contract.ts'

describe('T-4: what a firm calls the statuses of tasks', () => {
  it('is ours until it says its own, which everybody of the firm reads; what they mean stays', async () => {
    const [firm, other] = [await freshFirm(), await freshFirm()]
    const [admin, employee] = [await firm.addMember('admin'), await firm.addMember('employee')]
    const none = { planned: null, in_progress: null, completed: null, canceled: null }
    const before = await employee.call(tasksContract.getTaskStatusLabels)
    expect(before).toEqual({ labels: none, revision: 1 })
    const change = (labels: object, revision: number) => {
      const headers = { 'if-match': `"${revision}"` }
      return admin.send(tasksContract.changeTaskStatusLabels, { body: { labels }, headers })
    }
    const named = await change({ planned: ' Waiting for  the agency ', in_progress: 'On my desk', canceled: '' }, 1)
    const labels = { ...none, planned: 'Waiting for the agency', in_progress: 'On my desk' }
    expect(named.body).toEqual({ labels, revision: 2 })
    expect(await employee.call(tasksContract.getTaskStatusLabels)).toEqual({ labels, revision: 2 })
    expect((await other.owner.call(tasksContract.getTaskStatusLabels)).labels).toEqual(none)
    const stale = await change({ planned: 'Mine' }, 1)
    expect([stale.status, stale.problem.detail.current]).toEqual([409, { labels, revision: 2 }])
    const twice = await change({ planned: 'Same', completed: 'same' }, 2)
    expect(twice.problem.fields).toMatchObject([{ path: 'labels.completed', code: 'duplicate' }])
    expect((await change({ planned: 'x'.repeat(41) }, 2)).problem.fields?.[0]?.path).toBe('labels.planned')
    const back = await change({ in_progress: 'On my desk' }, 2)
    expect(back.body).toEqual({ labels: { ...none, in_progress: 'On my desk' }, revision: 3 })
    const { items } = await admin.call(activityContract.listActivity, { query: { kind: 'firm' } })
    expect(items.filter(({ type }) => type === 'task_status.named').map(({ payload }) => payload)).toEqual([
      { status: 'planned', label: '–', before: 'Waiting for the agency' },
      { status: 'in_progress', label: 'On my desk', before: '–' },
      { status: 'planned', label: 'Waiting for the agency', before: '–' },
    ])
    const body = { accountId: await newAccount(firm, 'Patel'), name: 'Call' }
    expect((await firm.owner.call(tasksContract.createTask, { body })).status).toBe('planned')
  })

  it('is for owner and admins to say', async () => {
    const firm = await freshFirm()
    const employee = await firm.addMember('employee', ['manage_templates'])
    const sent = { body: { labels: {} }, headers: { 'if-match': '"1"' } }
    expect((await employee.send(tasksContract.changeTaskStatusLabels, sent)).status).toBe(404)
  })
})
