import { addDays, today } from '#kernel/dates.ts'
import type { AccountId, MemberId, RoleId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { createTask, createTaskRecurrence } from '../features/tasks/index.ts'
import { type DemoMemberKey, demoFirm } from './names.ts'

/** Tasks that no stage asked for: some with a checklist, some that come again. */
export async function seedTasks(
  tx: Tx,
  bookkeeping: readonly AccountId[],
  members: ReadonlyMap<DemoMemberKey, MemberId>,
): Promise<void> {
  const preparer = await roleNamed(tx, 'Preparer')
  const day = today(tx.now, demoFirm.timeZone)
  const shared = { description: '', priority: 'medium' as const, subtasks: [], roleIds: [] }
  const by = (...keys: DemoMemberKey[]) => keys.map((key) => members.get(key)!)
  const every = { custom: null, weekdays: [], monthDay: null, startOn: day, endOn: null } as const
  const dates = { kind: 'relative' as const, startIn: null, dueIn: null }
  const again = { ...shared, status: 'planned' as const, dates }
  for (const accountId of bookkeeping) {
    await createTaskRecurrence(tx, {
      ...again,
      accountId,
      title: 'Send the [CURRENT_MONTH_NAME] figures to [ACCOUNT_NAME]',
      subtasks: ['Check the unusual items', 'Write three sentences about the month', 'Send'],
      dates: { ...dates, dueIn: { count: 5, unit: 'day' } },
      assigneeIds: [],
      roleIds: [preparer],
      schedule: { ...every, frequency: 'monthly', monthDay: 31, weekdays: [] },
    })
  }
  const [first] = bookkeeping
  if (!first) return
  await createTaskRecurrence(tx, {
    ...again,
    accountId: first,
    title: 'Payroll of [ACCOUNT_NAME]',
    priority: 'high',
    assigneeIds: by('tom', 'priya'),
    schedule: { ...every, frequency: 'biweekly', weekdays: [4], startOn: addDays(day, 7) },
  })
  await createTask(tx, {
    ...shared,
    accountId: first,
    name: 'Year-end talk with [ACCOUNT_NAME]',
    description: 'Where the year stands, and what can still be done before it ends.',
    priority: 'high',
    startOn: addDays(day, 3),
    dueOn: addDays(day, 12),
    subtasks: ['Draft figures', 'Questions about next year', 'Agree on a day'],
    assigneeIds: by('ellen'),
  })
}

export async function roleNamed(tx: Tx, name: string): Promise<RoleId> {
  const roles = tx.db.selectFrom('account_roles').select('id').where('firm_id', '=', tx.firmId).where('name', '=', name)
  return (await roles.executeTakeFirstOrThrow()).id as RoleId
}
