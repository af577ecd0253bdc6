import type { Person } from './browser.ts'
import type { Screen } from './journey-screens.ts'
import { tickAll } from './journey-steps.ts'

/** Tasks, open, closed and recurring, and what is opened over their lists. */
export const taskScreens: Screen[] = [
  { name: 'tasks', who: ['owner', 'employee'], path: () => '/tasks' },
  { name: 'tasks-everybody', who: ['owner'], path: () => '/tasks?who=everybody' },
  { name: 'tasks-none-found', who: ['owner'], path: () => '/tasks?q=zzzz' },
  { name: 'tasks-closed', who: ['owner'], path: () => '/tasks/closed' },
  { name: 'tasks-recurring', who: ['owner', 'employee'], path: () => '/tasks/recurring' },
  { name: 'tasks-recurring-ended', who: ['owner'], path: () => '/tasks/recurring?state=ended' },
  { name: 'task-recurrence-new', who: ['owner'], path: () => '/tasks/recurring/new' },
  {
    name: 'task-recurrence',
    who: ['owner'],
    path: ({ taskRecurrence }) => `/tasks/recurring/${taskRecurrence}`,
    full: true,
  },
  { name: 'tasks-bulk', who: ['owner'], path: () => '/clients', open: newTasks, full: true },
  { name: 'task-new', who: ['owner'], path: () => '/tasks/new' },
  { name: 'task', who: ['owner'], path: ({ task }) => `/tasks/${task}`, full: true },
  { name: 'task-over-closed', who: ['owner'], path: ({ task }) => `/tasks/closed/${task}`, full: true },
]

async function newTasks(person: Person): Promise<void> {
  const { page, t } = person
  await tickAll(person)
  await page.getByRole('button', { name: t('tasks.new') }).click()
  await page.getByRole('dialog').waitFor()
}
