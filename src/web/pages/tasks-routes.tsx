import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { taskSearch } from '#features/tasks/web/task-search.ts'
import { isId } from '#kernel/ids.ts'
import { checked } from '../checked-search.ts'
import { staffRoute } from '../root-routes.tsx'

const open = createRoute({
  getParentRoute: () => staffRoute,
  path: '/tasks',
  validateSearch: checked(taskSearch),
  component: lazyRouteComponent(() => import('./tasks.tsx'), 'TasksPage'),
})

const newTask = createRoute({
  getParentRoute: () => open,
  path: 'new',
  component: lazyRouteComponent(() => import('./tasks.tsx'), 'NewTaskPanel'),
})

const task = createRoute({
  getParentRoute: () => open,
  path: '$taskId',
  component: lazyRouteComponent(() => import('./tasks.tsx'), 'TaskPanel'),
})

const closed = createRoute({
  getParentRoute: () => staffRoute,
  path: '/tasks/closed',
  validateSearch: checked(taskSearch),
  component: lazyRouteComponent(() => import('./tasks.tsx'), 'ClosedTasksPage'),
})

const closedTask = createRoute({
  getParentRoute: () => closed,
  path: '$taskId',
  component: lazyRouteComponent(() => import('./tasks.tsx'), 'ClosedTaskPanel'),
})

const recurring = createRoute({
  getParentRoute: () => staffRoute,
  path: '/tasks/recurring',
  validateSearch: ({ state }: Record<string, unknown>): { state?: 'ended' } => (state === 'ended' ? { state } : {}),
  component: lazyRouteComponent(() => import('./recurring-tasks.tsx'), 'RecurringTasksPage'),
})

const newRecurrence = createRoute({
  getParentRoute: () => recurring,
  path: 'new',
  validateSearch: ({ from }: Record<string, unknown>): { from?: string } =>
    typeof from === 'string' && isId(from) ? { from } : {},
  component: lazyRouteComponent(() => import('./recurring-tasks.tsx'), 'NewRecurrencePanel'),
})

const recurrence = createRoute({
  getParentRoute: () => recurring,
  path: '$recurrenceId',
  component: lazyRouteComponent(() => import('./recurring-tasks.tsx'), 'RecurrencePanel'),
})

/** Tasks, open, closed and recurring, each with its panels. */
export const tasksPages = [
  open.addChildren([newTask, task]),
  closed.addChildren([closedTask]),
  recurring.addChildren([newRecurrence, recurrence]),
]
