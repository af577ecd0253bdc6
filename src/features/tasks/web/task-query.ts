import { addDays, type CalendarDate } from '#kernel/dates.ts'
import type { TaskSearch } from './task-search.ts'

/** What the list is asked for; `today` is the firm's. */
export function taskQuery({ who, due, priority, q, sort }: TaskSearch, today: string) {
  const day = (days: number) => addDays(today as CalendarDate, days)
  return {
    assignee: assigneeOf(who),
    dueFrom: due === 'week' ? day(0) : undefined,
    dueTo: due === 'week' ? day(6) : due === 'overdue' ? day(-1) : undefined,
    priority,
    search: q,
    sort,
  }
}

function assigneeOf(who: string | undefined): string | undefined {
  if (who === undefined) return 'me'
  if (who === 'nobody') return 'none'
  return who === 'everybody' ? undefined : who
}
