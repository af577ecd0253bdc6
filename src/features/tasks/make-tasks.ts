import type { CalendarDate } from '#kernel/dates.ts'
import { datesOf } from '#kernel/planned-dates.ts'
import type { Tx } from '#platform/db/tx.ts'
import { renderNamesOn } from '../accounts/index.ts'
import { insertTasks, type TaskRow } from './insert-tasks.ts'
import { MOST, type TaskContent } from './model.ts'

/** A task about to be made: what it shall say, for whom, and the day its dates and codes are counted from. */
export type NewTask = Pick<TaskRow, 'id' | 'accountId' | 'jobId' | 'visitId' | 'recurrenceId' | 'createdBy'> & {
  madeOn: CalendarDate
  content: TaskContent
}

/** Makes tasks as their contents are now: codes rendered once (SHC-4), dates counted (JD-4). */
export async function makeTasks(tx: Tx, tasks: readonly NewTask[]): Promise<TaskRow[]> {
  const wordings = tasks.map(({ content }) => [content.title, content.description, ...content.subtasks])
  const texts = tasks.flatMap(({ accountId, madeOn: on }, index) =>
    wordings[index]!.map((text) => ({ accountId, on, text })),
  )
  const rendered = (await renderNamesOn(tx, texts)).values()
  const rows = tasks.map((task, index): TaskRow => {
    const [title, description, ...subtasks] = wordings[index]!.map(() => rendered.next().value!.text)
    return {
      ...rowOf(task),
      name: cut(title!),
      description: description!.slice(0, MOST.description),
      subtasks: subtasks.map(cut),
    }
  })
  await insertTasks(tx, rows)
  return rows
}

function rowOf({ content, madeOn, ...task }: NewTask): Omit<TaskRow, 'name' | 'description' | 'subtasks'> {
  const { status, priority, dates, assigneeIds } = content
  return { ...task, status, priority, ...datesOf(dates, madeOn), assigneeIds }
}

function cut(name: string): string {
  return name.slice(0, MOST.name)
}
