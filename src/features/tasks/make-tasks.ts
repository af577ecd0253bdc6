import { datesOf } from '#kernel/count-planned-dates.ts'
import type { CalendarDate } from '#kernel/dates.ts'
import type { MemberId, RoleId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { renderNamesOn } from '../accounts/index.ts'
import { roleHolders } from '../roles/index.ts'
import { goneMembers } from '../team/index.ts'
import { insertTasks, type TaskRow } from './insert-tasks.ts'
import { MOST, type TaskContent } from './model.ts'
import { whoDoes } from './rules.ts'

/** A task about to be made: what it shall say, for whom, and the day its dates and codes are counted from. */
export type NewTask = Pick<TaskRow, 'id' | 'accountId' | 'jobId' | 'visitId' | 'recurrenceId' | 'createdBy'> & {
  madeOn: CalendarDate
  content: TaskContent
}

/** A task that was made; `unheldRoleIds`: roles that nobody holds for its account (T-14), `goneIds`: people who have left. */
export type MadeTask = TaskRow & { unheldRoleIds: RoleId[]; goneIds: MemberId[] }

/** Makes tasks as their contents are now: codes rendered once (SHC-4), dates counted (JD-4), roles resolved (D-17). */
export async function makeTasks(tx: Tx, tasks: readonly NewTask[]): Promise<MadeTask[]> {
  const wordings = tasks.map(({ content }) => [content.title, content.description, ...content.subtasks])
  const texts = tasks.flatMap(({ accountId, madeOn: on }, index) =>
    wordings[index]!.map((text) => ({ accountId, on, text })),
  )
  const rendered = (await renderNamesOn(tx, texts)).values()
  const holders = await roleHolders(
    tx,
    tasks.map((task) => task.accountId),
    [...new Set(tasks.flatMap(({ content }) => content.roleIds))],
  )
  const gone = await goneMembers(
    tx,
    tasks.flatMap(({ content }) => content.assigneeIds),
  )
  const rows = tasks.map((task, index): MadeTask => {
    const [title, description, ...subtasks] = wordings[index]!.map(() => rendered.next().value!.text)
    return {
      ...rowOf(task),
      ...whoDoes(task.content, holders.get(task.accountId) ?? new Map(), gone),
      name: cut(title!),
      description: description!.slice(0, MOST.description),
      subtasks: subtasks.map(cut),
    }
  })
  await insertTasks(tx, rows)
  return rows
}

function rowOf({
  content,
  madeOn,
  ...task
}: NewTask): Omit<TaskRow, 'name' | 'description' | 'subtasks' | 'assigneeIds'> {
  const { status, priority, dates } = content
  return { ...task, status, priority, ...datesOf(dates, madeOn) }
}

function cut(name: string): string {
  return name.slice(0, MOST.name)
}
