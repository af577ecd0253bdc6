import { describe, expect, it } from 'vitest'
import type { Id } from '#kernel/ids.ts'
import { inFirm } from '#platform/db/tx.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { newAccount } from '../../../test/support/pipeline.ts'
import { anotherSystem, testSystem } from '../../../test/support/system.ts'
import { accountsContract } from '../accounts/contract.ts'
import { tasksContract } from './contract.ts'

/** Firms of tests stand in Amsterdam: 23:00 UTC of the day before is their midnight in winter. */
const at = (firm: TestFirm, instant: string) => firm.system.clock.set(instant)

async function firmAt(instant: string) {
  const { clock } = await testSystem()
  clock.set(instant)
  const firm = await freshFirm()
  return { firm, account: await newAccount(firm, 'Patel') }
}

const recur = (firm: TestFirm, accountId: string, schedule: object, more: object = {}) =>
  firm.owner.call(tasksContract.createTaskRecurrence, { body: { accountId, title: 'Books', schedule, ...more } })

const made = async (firm: TestFirm, recurrenceId: string) =>
  (await firm.owner.call(tasksContract.listTasks, { query: { recurrenceId, state: 'any', limit: 100 } })).items

describe('tasks that come again', () => {
  it('T-6: the next one is made at 0:00 of its day in the firm’s zone, not a moment before, and once', async () => {
    const { firm, account } = await firmAt('2031-01-10T12:00:00Z')
    const { id, nextOn } = await recur(firm, account, { frequency: 'monthly', startOn: '2031-01-31' })
    expect(nextOn).toBe('2031-01-31')
    at(firm, '2031-01-30T22:59:59Z')
    await firm.sweep()
    expect(await made(firm, id)).toEqual([])
    at(firm, '2031-01-30T23:00:00Z')
    await firm.sweep()
    await firm.sweep()
    expect(await made(firm, id)).toMatchObject([{ name: 'Books', createdBy: { kind: 'recurrence', name: 'Books' } }])
    const after = await firm.owner.call(tasksContract.getTaskRecurrence, { params: { id: id as Id<'recurrence'> } })
    expect(after.nextOn).toBe('2031-02-28')
  })

  it('T-6: each is independent: completing, renaming or leaving one open changes nothing for the next', async () => {
    const { firm, account } = await firmAt('2031-02-01T12:00:00Z')
    const subtasks = ['Bank', 'Payroll']
    const { id } = await recur(firm, account, { frequency: 'daily', startOn: '2031-02-02' }, { subtasks })
    at(firm, '2031-02-02T00:00:00Z')
    await firm.sweep()
    const [first] = await made(firm, id)
    await firm.owner.call(tasksContract.setTaskStatus, { params: { id: first!.id }, body: { status: 'completed' } })
    at(firm, '2031-02-03T00:00:00Z')
    await firm.sweep()
    const second = (await made(firm, id)).find((task) => task.id !== first!.id)
    expect(second).toMatchObject({ status: 'planned', subtasksDone: 0, subtasksTotal: 2 })
  })

  it('J-27, SHC-4, JD-4: what was missed is made up once each, in order, worded and dated as on its own day', async () => {
    const { firm, account } = await firmAt('2031-01-01T12:00:00Z')
    const { id } = await recur(
      firm,
      account,
      { frequency: 'monthly', monthDay: 31, startOn: '2031-01-31' },
      { title: 'Books [LAST_MONTH_NAME]', dates: { kind: 'relative', dueIn: { count: 1, unit: 'month' } } },
    )
    at(firm, '2031-05-10T12:00:00Z')
    await firm.sweep()
    expect((await made(firm, id)).map(({ name, dueOn }) => [name, dueOn])).toEqual([
      ['Books December', '2031-02-28'],
      ['Books January', '2031-03-28'],
      ['Books February', '2031-04-30'],
      ['Books March', '2031-05-30'],
    ])
    const { events } = await facts(firm, id)
    expect(events).toEqual(['taskRecurrence.created', 'taskRecurrence.ran'])
  })

  it('J-27: two processes that sweep at the same moment make one task', async () => {
    const { firm, account } = await firmAt('2031-03-01T12:00:00Z')
    const ids: string[] = []
    for (let n = 0; n < 8; n++) ids.push((await recur(firm, account, { frequency: 'daily', startOn: '2031-03-02' })).id)
    at(firm, '2031-03-03T12:00:00Z')
    const other = await anotherSystem()
    try {
      await Promise.all([firm.sweep(), other.sweeper.sweep(), firm.sweep(), other.sweeper.sweep()])
    } finally {
      await other.close()
    }
    for (const id of ids) {
      expect((await made(firm, id)).length).toBe(2)
      expect((await facts(firm, id)).events).toEqual(['taskRecurrence.created', 'taskRecurrence.ran'])
    }
  })

  it('T-6: a process looks as soon as it starts, and what it began is done before it stops', async () => {
    const { firm, account } = await firmAt('2031-03-10T12:00:00Z')
    const { id } = await recur(firm, account, { frequency: 'daily', startOn: '2031-03-11' })
    at(firm, '2031-03-11T12:00:00Z')
    firm.system.sweeper.start()
    await firm.system.sweeper.stop()
    expect((await made(firm, id)).length).toBe(1)
  })

  it('one that cannot be made keeps no other waiting, and is made once it can', async () => {
    const { firm, account } = await firmAt('2031-04-01T12:00:00Z')
    const schedule = { frequency: 'daily', startOn: '2031-04-02', endOn: '2031-04-02' }
    const [broken, sound] = [await recur(firm, account, schedule), await recur(firm, account, schedule)]
    const setContent = (content: object) =>
      firm.run((tx) =>
        tx.db
          .updateTable('task_recurrences')
          .set({ content: JSON.stringify(content) })
          .where('id', '=', broken.id)
          .execute(),
      )
    await setContent({ title: 'Books' })
    at(firm, '2031-04-02T12:00:00Z')
    await firm.sweep()
    expect([(await made(firm, broken.id)).length, (await made(firm, sound.id)).length]).toEqual([0, 1])
    const { title, description, priority, status, subtasks, dates, assigneeIds, roleIds } = sound
    await setContent({ title, description, priority, status, subtasks, dates, assigneeIds, roleIds })
    await firm.sweep()
    expect((await made(firm, broken.id)).length).toBe(1)
  })

  it('T-6: one that falls on today is made at once; days before today are not made up', async () => {
    const { firm, account } = await firmAt('2031-05-05T12:00:00Z')
    const { id, nextOn } = await recur(firm, account, { frequency: 'weekly', startOn: '2031-04-07' })
    expect([(await made(firm, id)).length, nextOn]).toEqual([1, '2031-05-12'])
  })

  it('J-26: a change counts from today on, leaves what was made, and makes no second one on a day that had its own', async () => {
    const { firm, account } = await firmAt('2031-06-01T12:00:00Z')
    const before = await recur(firm, account, { frequency: 'daily', startOn: '2031-06-01' })
    const params = { id: before.id as Id<'recurrence'> }
    const body = { title: 'Ledger', schedule: { frequency: 'weekly', startOn: '2031-06-01' } }
    const change = (revision: number) =>
      firm.owner.send(tasksContract.changeTaskRecurrence, { params, body, headers: { 'if-match': `"${revision}"` } })
    const changed = await change(before.revision)
    expect(changed.body).toMatchObject({ title: 'Ledger', nextOn: '2031-06-08' })
    expect((await made(firm, before.id)).map((task) => task.name)).toEqual(['Books'])
    const late = await change(before.revision)
    expect([late.status, late.problem.detail['current']]).toEqual([409, expect.objectContaining({ title: 'Ledger' })])
  })

  it('T-6: an ended one makes nothing any more, shows among the ended, and starts again when it is saved', async () => {
    const { firm, account } = await firmAt('2031-07-01T12:00:00Z')
    const schedule = { frequency: 'daily', startOn: '2031-07-02' }
    const { id } = await recur(firm, account, schedule)
    const params = { id: id as Id<'recurrence'> }
    const ended = await firm.owner.call(tasksContract.endTaskRecurrence, { params })
    expect(ended.nextOn).toBeNull()
    await firm.owner.call(tasksContract.endTaskRecurrence, { params })
    at(firm, '2031-07-05T12:00:00Z')
    await firm.sweep()
    expect(await made(firm, id)).toEqual([])
    const list = (state: string) => firm.owner.call(tasksContract.listTaskRecurrences, { query: { state } })
    expect([(await list('active')).items.length, (await list('ended')).items.length]).toEqual([0, 1])
    const headers = { 'if-match': `"${ended.revision}"` }
    const again = await firm.owner.call(tasksContract.changeTaskRecurrence, {
      params,
      headers,
      body: { title: 'Books', schedule },
    })
    expect([again.nextOn, (await made(firm, id)).length]).toEqual(['2031-07-06', 1])
    expect((await facts(firm, id)).events.filter((type) => type === 'taskRecurrence.ended').length).toBe(1)
  })

  it('J-27: nothing is made for an archived client, and nothing is made up when he comes back', async () => {
    const { firm, account } = await firmAt('2031-08-01T12:00:00Z')
    const { id } = await recur(firm, account, { frequency: 'daily', startOn: '2031-08-02' })
    await firm.owner.call(accountsContract.setAccountState, { params: { id: account }, body: { state: 'archived' } })
    at(firm, '2031-08-04T12:00:00Z')
    await firm.sweep()
    const params = { id: id as Id<'recurrence'> }
    expect(await firm.owner.call(tasksContract.getTaskRecurrence, { params })).toMatchObject({ paused: true })
    await firm.owner.call(accountsContract.setAccountState, { params: { id: account }, body: { state: 'active' } })
    at(firm, '2031-08-05T12:00:00Z')
    await firm.sweep()
    expect((await made(firm, id)).length).toBe(1)
  })

  it('J-22: an end is the last day on which one may come', async () => {
    const { firm, account } = await firmAt('2031-09-01T12:00:00Z')
    const { id } = await recur(firm, account, { frequency: 'daily', startOn: '2031-09-02', endOn: '2031-09-03' })
    at(firm, '2031-09-30T12:00:00Z')
    await firm.sweep()
    expect((await made(firm, id)).length).toBe(2)
    const { items } = await firm.owner.call(tasksContract.listTaskRecurrences, { query: { state: 'ended' } })
    expect(items.map((it) => it.id)).toEqual([id])
  })

  it('T-2, X-5: who may not see the client may not let tasks come for him, nor see those that do', async () => {
    const { firm, account } = await firmAt('2031-10-01T12:00:00Z')
    const { id } = await recur(firm, account, { frequency: 'daily', startOn: '2031-10-02' })
    const member = await firm.addMember('employee')
    const body = { accountId: account, title: 'X', schedule: { frequency: 'daily', startOn: '2031-10-02' } }
    expect((await member.send(tasksContract.createTaskRecurrence, { body })).status).toBe(404)
    const params = { id: id as Id<'recurrence'> }
    expect((await member.send(tasksContract.endTaskRecurrence, { params })).status).toBe(404)
    expect((await member.call(tasksContract.listTaskRecurrences)).items).toEqual([])
  })

  it('D-7, JD-4: unknown codes, fixed days and a senseless schedule are refused at their fields', async () => {
    const { firm, account } = await firmAt('2031-11-01T12:00:00Z')
    const refused = async (more: object) => {
      const body = { accountId: account, title: 'X', schedule: { frequency: 'daily', startOn: '2031-11-02' }, ...more }
      return (await firm.owner.send(tasksContract.createTaskRecurrence, { body })).problem.fields.map((it) => it.path)
    }
    expect(await refused({ title: '[ACOUNT_NAME]' })).toEqual(['title'])
    expect(await refused({ subtasks: ['Fine', '[YEAR]'] })).toEqual(['subtasks.1'])
    expect(await refused({ dates: { kind: 'absolute', dueOn: '2031-12-01' } })).toEqual(['dates.kind'])
    const schedule = { frequency: 'weekly', startOn: '2031-11-02', endOn: '2031-11-01' }
    expect(await refused({ schedule })).toEqual(['schedule.endOn'])
  })
})

/** What happened to a recurrence, oldest first. */
async function facts(firm: TestFirm, id: string): Promise<{ events: string[] }> {
  const rows = await inFirm(firm.system.source, firm.owner.member, (tx) =>
    tx.db.selectFrom('events').select('type').where('subject_id', '=', id).orderBy('position').execute(),
  )
  return { events: rows.map((row) => row.type) }
}
