import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { HistoryList } from '#features/activity/web/history-list.tsx'
import { NewTask } from '#features/tasks/web/new-task.tsx'
import { TaskDrawer } from '#features/tasks/web/task-drawer.tsx'
import type { TaskSearch } from '#features/tasks/web/task-search.ts'
import { TaskTable } from '#features/tasks/web/task-table.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { ChipRule, FilterChip } from '../design/filter-chip.tsx'
import { ICON } from '../design/icon.ts'
import { AppLink } from '../design/link.tsx'
import { Page } from '../design/page.tsx'
import { suffixOf } from '../search-suffix.ts'
import { useText } from '../text.tsx'

const ASSIGNEE = { nobody: 'none', everybody: undefined }

/** The tasks of the team: mine, nobody's, everybody's; open or closed. */
export function TasksPage() {
  const t = useText()
  const search = useSearch({ from: '/staff/tasks' })
  const assignee = search.who ? ASSIGNEE[search.who] : 'me'
  return (
    <Page
      title={t('tasks.title')}
      bare
      filters={<Filters search={search} />}
      actions={
        <Button variant="filled" component={AppLink} to="/tasks/new" leftSection={<IconPlus {...ICON} />}>
          {t('tasks.add')}
        </Button>
      }
    >
      <TaskTable
        query={{ assignee, state: search.state ?? 'open' }}
        taskTo={(task) => `/tasks/${task.id}${suffixOf(search)}`}
        empty={
          search.state === 'closed' ? (
            <EmptyState title={t('tasks.none_closed')} />
          ) : (
            <EmptyState
              title={t('tasks.none_open')}
              text={t('tasks.none_open_text')}
              action={{ label: t('tasks.add'), to: '/tasks/new' }}
            />
          )
        }
      />
      <Outlet />
    </Page>
  )
}

function Filters({ search }: { search: TaskSearch }) {
  const t = useText()
  const navigate = useNavigate()
  const set = (changed: TaskSearch) => void navigate({ to: '/tasks', search: changed, replace: true })
  const { who, state } = search
  const kept = { ...(who ? { who } : {}), ...(state ? { state } : {}) }
  const { who: _, ...withoutWho } = kept
  const { state: __, ...withoutState } = kept
  return (
    <>
      <FilterChip on={!who} onPress={() => set(withoutWho)}>
        {t('tasks.mine')}
      </FilterChip>
      <FilterChip on={who === 'nobody'} onPress={() => set({ ...kept, who: 'nobody' })}>
        {t('tasks.unassigned')}
      </FilterChip>
      <FilterChip on={who === 'everybody'} onPress={() => set({ ...kept, who: 'everybody' })}>
        {t('tasks.everybody')}
      </FilterChip>
      <ChipRule />
      <FilterChip on={!state} onPress={() => set(withoutState)}>
        {t('tasks.open')}
      </FilterChip>
      <FilterChip on={state === 'closed'} onPress={() => set({ ...kept, state: 'closed' })}>
        {t('tasks.closed')}
      </FilterChip>
    </>
  )
}

/** One task, over the list it came from. */
export function TaskPanel() {
  const { taskId } = useParams({ from: '/staff/tasks/$taskId' })
  const close = useClose()
  return <TaskDrawer taskId={taskId} history={<HistoryList of={{ subjectId: taskId }} />} onClose={close} />
}

export function NewTaskPanel() {
  return <NewTask onClose={useClose()} />
}

function useClose() {
  const navigate = useNavigate()
  return () => void navigate({ to: '/tasks', search: true })
}
