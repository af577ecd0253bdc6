import type { BodyOf } from '#kernel/contract.ts'
import { addDays, type CalendarDate } from '#kernel/dates.ts'
import { derivedId, type EventId, type Id, newId } from '#kernel/ids.ts'
import { nextOccurrence, occurrencesBetween } from '#kernel/recurrence/occurrences.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Sweep } from '#platform/sweeps/sweep.ts'
import { requireVisibleAccounts } from '../accounts/index.ts'
import { firmsToday } from '../firms/index.ts'
import { by } from './commands.ts'
import type { TaskRecurrence, tasksContract } from './contract.ts'
import { makeTasks } from './make-tasks.ts'
import { recordMade } from './record-made.ts'
import { findDueRecurrences, type Running, takeRecurrence, taskRecurrenceById } from './recurrence-queries.ts'
import { requireContent } from './templates.ts'

type Body = BodyOf<typeof tasksContract.createTaskRecurrence>

/** Lets a task come again from its first day on that is not past; one that falls on today is made at once (T-6). */
export async function createTaskRecurrence(tx: Tx, { accountId, schedule, ...content }: Body): Promise<TaskRecurrence> {
  await requireVisibleAccounts(tx, [accountId])
  await requireContent(tx, content)
  const id = newId<'recurrence'>(tx.now.getTime())
  await tx.db
    .insertInto('task_recurrences')
    .values({
      firm_id: tx.firmId,
      id,
      account_id: accountId,
      content: JSON.stringify(content),
      schedule: JSON.stringify(schedule),
      next_on: nextOccurrence(schedule, await firmsToday(tx)),
      created_by: JSON.stringify(by(tx)),
      created_at: tx.now,
    })
    .execute()
  const subject = { kind: 'task_recurrence', id }
  const causeId = tx.record({ type: 'taskRecurrence.created', subject, payload: { name: content.title }, accountId })
  await runRecurrence(tx, id, causeId)
  return taskRecurrenceById(tx, id)
}

/** Changes what comes and when, from today on; what was made stays (J-26). One that has ended starts again. */
export async function changeTaskRecurrence(
  tx: Tx,
  id: Id<'recurrence'>,
  { schedule, ...content }: Omit<Body, 'accountId'>,
  revision: number,
): Promise<TaskRecurrence> {
  const before = await taskRecurrenceById(tx, id)
  await requireContent(tx, content)
  const day = await firmsToday(tx)
  const { lastOn } = await running(tx, id)
  const from = lastOn !== null && lastOn >= day ? addDays(lastOn, 1) : day
  const changed = await tx.db
    .updateTable('task_recurrences')
    .set({
      content: JSON.stringify(content),
      schedule: JSON.stringify(schedule),
      next_on: nextOccurrence(schedule, from),
      revision: revision + 1,
    })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('revision', '=', revision)
    .returning('id')
    .executeTakeFirst()
  if (!changed) throw new Refusal('stale', [], { current: await taskRecurrenceById(tx, id) })
  const subject = { kind: 'task_recurrence', id }
  const accountId = before.accountId as Body['accountId']
  const causeId = tx.record({ type: 'taskRecurrence.changed', subject, payload: { name: content.title }, accountId })
  await runRecurrence(tx, id, causeId)
  return taskRecurrenceById(tx, id)
}

/** Nothing comes any more; ending it again does nothing. */
export async function endTaskRecurrence(tx: Tx, id: Id<'recurrence'>): Promise<TaskRecurrence> {
  const before = await taskRecurrenceById(tx, id)
  const ended = await tx.db
    .updateTable('task_recurrences')
    .set((eb) => ({ next_on: null, revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .where('next_on', 'is not', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) return before
  const subject = { kind: 'task_recurrence', id }
  const accountId = before.accountId as Body['accountId']
  tx.record({ type: 'taskRecurrence.ended', subject, payload: { name: before.title }, accountId })
  return taskRecurrenceById(tx, id)
}

/** Makes, at 0:00 in each firm's zone, the tasks whose day has come, missed days once each and in order (T-6, J-27). */
export const taskRecurrencesSweep: Sweep = {
  name: 'task recurrences',
  find: findDueRecurrences,
  carryOut: (tx, id) => runRecurrence(tx, id, null),
}

async function runRecurrence(tx: Tx, id: string, causeId: EventId | null): Promise<void> {
  const recurrence = await takeRecurrence(tx, id)
  const day = await firmsToday(tx)
  if (!recurrence?.nextOn || recurrence.nextOn > day) return
  const days = recurrence.paused ? [] : occurrencesBetween(recurrence.schedule, recurrence.nextOn, day)
  if (days.length > 0) await makeDue(tx, recurrence, days, causeId)
  await tx.db
    .updateTable('task_recurrences')
    .set({ next_on: nextOccurrence(recurrence.schedule, addDays(day, 1)), last_on: days.at(-1) ?? recurrence.lastOn })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}

/** One task per day; its id follows from recurrence and day, so that a day makes one whatever happens. */
async function makeDue(
  tx: Tx,
  { id, accountId, content }: Running,
  days: readonly CalendarDate[],
  createdBy: EventId | null,
): Promise<void> {
  const subject = { kind: 'task_recurrence', id }
  const payload = { name: content.title, on: days[0]!, days: days.length }
  const causeId = tx.record({ type: 'taskRecurrence.ran', subject, payload, accountId, causeId: createdBy })
  const rows = await makeTasks(
    tx,
    days.map((madeOn) => ({
      id: derivedId<'task'>('task_recurrence', id, madeOn),
      ...{ accountId, jobId: null, visitId: null, recurrenceId: id },
      createdBy: { kind: 'recurrence', id, name: content.title },
      madeOn,
      content,
    })),
  )
  await recordMade(tx, rows, { by: 'actor', causeOf: () => causeId })
}

/** The recurrence as it is, waiting for whoever has it. */
async function running(tx: Tx, id: Id<'recurrence'>): Promise<Pick<Running, 'lastOn'>> {
  const row = await tx.db
    .selectFrom('task_recurrences')
    .select('last_on')
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()
  return { lastOn: row.last_on as CalendarDate | null }
}
