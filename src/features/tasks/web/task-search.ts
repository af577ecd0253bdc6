import { isId } from '#kernel/ids.ts'
import { TASK_PRIORITIES, type TaskPriority } from '../model.ts'

const DUE = ['overdue', 'week'] as const

/** What narrows a list of tasks and orders it: it stands in the address. */
export type TaskSearch = {
  /** nobody's, everybody's, a colleague's by his id; left out: one's own */
  who?: string
  due?: (typeof DUE)[number]
  priority?: TaskPriority
  q?: string
  sort?: 'priority'
}

export function taskSearch({ who, due, priority, q, sort }: Record<string, unknown>): TaskSearch {
  const known = {
    who: typeof who === 'string' && (who === 'nobody' || who === 'everybody' || isId(who)) ? who : undefined,
    due: DUE.find((each) => each === due),
    priority: TASK_PRIORITIES.find((each) => each === priority),
    q: typeof q === 'string' && q !== '' ? q.slice(0, 200) : undefined,
    sort: sort === 'priority' ? sort : undefined,
  }
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined))
}
