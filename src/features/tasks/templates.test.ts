import { describe, expect, it } from 'vitest'
import { addDays, today } from '#kernel/dates.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { freshFirm } from '../../../test/support/firm.ts'
import { addJobs, asks, newAccount, publish } from '../../../test/support/pipeline.ts'
import { tasksContract } from './contract.ts'

const span = (count: number, unit: string) => ({ count, unit })

describe('task templates', () => {
  it('T-11, AUT-5, A-7, JD-4: an automation makes the task from its template: worded, dated and begun as it says', async () => {
    const firm = await freshFirm()
    const [here, gone] = [await firm.addMember('employee', [], 'Here'), await firm.addMember('employee', [], 'Gone')]
    const template = await firm.owner.call(tasksContract.createTaskTemplate, {
      body: {
        name: 'Check',
        title: 'Check [ACCOUNT_NAME]',
        description: 'Papers of [ACCOUNT_NAME]',
        priority: 'high',
        status: 'in_progress',
        subtasks: ['Mail [ACCOUNT_NAME]', 'Sums'],
        dates: { kind: 'relative', startIn: span(1, 'week'), dueIn: span(3, 'day') },
        assigneeIds: [here.member.memberId, gone.member.memberId],
      },
    })
    await firm.run((tx) =>
      tx.db.updateTable('team_members').set({ state: 'deactivated' }).where('id', '=', gone.member.memberId).execute(),
    )
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.task(template.id as TemplateId)] },
      { name: 'End' },
    ])
    await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const [listed] = (await firm.owner.call(tasksContract.listTasks)).items
    const day = today(firm.system.clock.now(), 'Europe/Amsterdam')
    expect(await firm.owner.call(tasksContract.getTask, { params: { id: listed!.id } })).toMatchObject({
      name: 'Check Patel',
      description: 'Papers of Patel',
      priority: 'high',
      status: 'in_progress',
      startOn: addDays(day, 7),
      dueOn: addDays(day, 10),
      createdBy: { kind: 'automation' },
      assignees: [{ name: 'Here' }],
      subtasks: [
        { name: 'Mail Patel', done: false },
        { name: 'Sums', done: false },
      ],
    })
  })

  it('T-11: fixed days are kept as they are; without dates there are none', async () => {
    const firm = await freshFirm()
    const dates = { kind: 'absolute', startOn: '2027-03-01', dueOn: '2027-04-15' }
    const fixed = await firm.owner.call(tasksContract.createTaskTemplate, { body: { name: 'A', title: 'A', dates } })
    const none = await firm.owner.call(tasksContract.createTaskTemplate, { body: { name: 'B', title: 'B' } })
    expect([fixed.dates, none.dates, none.status, none.priority]).toEqual([
      dates,
      { kind: 'relative', startIn: null, dueIn: null },
      'planned',
      'medium',
    ])
  })

  it('D-7, JD-4: unknown codes, a task that begins closed, and due before start are refused at their fields', async () => {
    const firm = await freshFirm()
    const refused = async (more: object) =>
      (await firm.owner.send(tasksContract.createTaskTemplate, { body: { name: 'X', title: 'X', ...more } })).problem
        .fields
    expect((await refused({ title: 'For [ACOUNT_NAME]' }))[0]).toMatchObject({
      path: 'title',
      params: { token: 'ACOUNT_NAME', nearest: 'ACCOUNT_NAME', line: 1, column: 5 },
    })
    expect(await refused({ description: '[PIPELINE_NAME]', subtasks: ['', '[FIRST_NAME]'] })).toMatchObject([
      { path: 'subtasks.0', code: 'required' },
    ])
    expect(
      (await refused({ description: '[PIPELINE_NAME]', subtasks: ['[FIRST_NAME]'] })).map((it) => it.path),
    ).toEqual(['description', 'subtasks.0'])
    expect((await refused({ status: 'completed' })).map((it) => it.path)).toEqual(['status'])
    const dates = { kind: 'absolute', startOn: '2027-04-15', dueOn: '2027-04-14' }
    expect(await refused({ dates })).toEqual([{ path: 'dates.dueOn', code: 'before_start' }])
  })
})
