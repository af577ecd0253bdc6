import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { HistoryList } from '#features/activity/web/history-list.tsx'
import { ItemJobs } from '#features/jobs/web/item-jobs.tsx'
import { NewTask } from '#features/tasks/web/new-task.tsx'
import { TaskDrawer } from '#features/tasks/web/task-drawer.tsx'
import { TaskFilters } from '#features/tasks/web/task-filters.tsx'
import { taskQuery } from '#features/tasks/web/task-query.ts'
import type { TaskSearch } from '#features/tasks/web/task-search.ts'
import { TaskTable } from '#features/tasks/web/task-table.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { Page } from '../design/page.tsx'
import { suffixOf } from '../search-suffix.ts'
import { useFormat, useText } from '../text.tsx'
import { useLinkMenu } from './link-menu.tsx'
import { AddTask, TaskTabs } from './task-tabs.tsx'

/** The open tasks of the team: mine, nobody's, everybody's (T-8). */
export function TasksPage() {
  const search = useSearch({ from: '/staff/tasks' })
  return <TasksOf state="open" path="/tasks" search={search} />
}

/** Completed and canceled ones, the newest first. */
export function ClosedTasksPage() {
  const search = useSearch({ from: '/staff/tasks/closed' })
  return <TasksOf state="closed" path="/tasks/closed" search={search} />
}

type TasksOfProps = { state: 'open' | 'closed'; path: '/tasks' | '/tasks/closed'; search: TaskSearch }

function TasksOf({ state, path, search }: TasksOfProps) {
  const t = useText()
  const { today } = useFormat()
  const navigate = useNavigate()
  const links = useLinkMenu('task')
  const set = (changed: TaskSearch) => void navigate({ to: path, search: changed, replace: true })
  return (
    <Page
      title={t('tasks.title')}
      bare
      tabs={<TaskTabs />}
      filters={<TaskFilters state={state} search={search} onChange={set} />}
      actions={<AddTask />}
    >
      <TaskTable
        query={{ ...taskQuery(search, today()), state }}
        taskTo={(task) => `${path}/${task.id}${suffixOf(search)}`}
        menu={links.menu}
        empty={<None state={state} search={search} onClear={() => set({})} />}
      />
      <Outlet />
      {links.dialog}
    </Page>
  )
}

type NoneProps = { state: 'open' | 'closed'; search: TaskSearch; onClear: () => void }

/** Why there is nothing, and what can be done about it. */
function None({ state, search: { due, priority, q }, onClear }: NoneProps) {
  const t = useText()
  if (due || priority || q) {
    return <EmptyState title={t('tasks.none_found')} action={{ label: t('tasks.clear'), onPress: onClear }} />
  }
  if (state === 'closed') return <EmptyState title={t('tasks.none_closed')} />
  const action = { label: t('tasks.add'), to: '/tasks/new' }
  return <EmptyState title={t('tasks.none_open')} text={t('tasks.none_open_text')} action={action} />
}

/** One task, over the list it came from. */
export function TaskPanel() {
  const { taskId } = useParams({ from: '/staff/tasks/$taskId' })
  return <Opened taskId={taskId} onClose={useClose('/tasks')} />
}

export function ClosedTaskPanel() {
  const { taskId } = useParams({ from: '/staff/tasks/closed/$taskId' })
  return <Opened taskId={taskId} onClose={useClose('/tasks/closed')} />
}

function Opened({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const jobs = <ItemJobs kind="task" itemId={taskId} />
  return (
    <TaskDrawer taskId={taskId} jobs={jobs} history={<HistoryList thing="tasks" id={taskId} />} onClose={onClose} />
  )
}

export function NewTaskPanel() {
  return <NewTask onClose={useClose('/tasks')} />
}

function useClose(to: TasksOfProps['path']) {
  const navigate = useNavigate()
  return () => void navigate({ to, search: true })
}
