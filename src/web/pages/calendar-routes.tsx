import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { checked } from '../checked-search.ts'
import { staffRoute } from '../root-routes.tsx'
import type { CalendarSearch } from './calendar/calendar.tsx'
import { parseMonth } from './calendar/month.ts'

const validateSearch = checked(({ month, mine }): CalendarSearch => {
  const shown = parseMonth(month)
  return { ...(shown ? { month: shown } : {}), ...(mine === true ? { mine } : {}) }
})

const jobs = createRoute({
  getParentRoute: () => staffRoute,
  path: '/calendar',
  validateSearch,
  component: lazyRouteComponent(() => import('./calendar/calendar.tsx'), 'JobsCalendar'),
})

const tasks = createRoute({
  getParentRoute: () => staffRoute,
  path: '/calendar/tasks',
  validateSearch,
  component: lazyRouteComponent(() => import('./calendar/calendar.tsx'), 'TasksCalendar'),
})

/** What is due when (VIEW-4). */
export const calendarPages = [jobs, tasks]
