import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { HistoryList } from '#features/activity/web/history-list.tsx'
import { NewRecurrence } from '#features/tasks/web/new-recurrence.tsx'
import { RecurrenceDrawer } from '#features/tasks/web/recurrence-drawer.tsx'
import { RecurrenceTable } from '#features/tasks/web/recurrence-table.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { FilterChip } from '../design/filter-chip.tsx'
import { ICON } from '../design/icon.ts'
import { AppLink } from '../design/link.tsx'
import { Page } from '../design/page.tsx'
import { suffixOf } from '../search-suffix.ts'
import { useText } from '../text.tsx'
import { TaskTabs } from './task-tabs.tsx'

const NEW = '/tasks/recurring/new'

/** Tasks that come again, and those that have ended (T-6). */
export function RecurringTasksPage() {
  const t = useText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/staff/tasks/recurring' })
  const state = search.state ?? 'active'
  const show = (ended: boolean) =>
    void navigate({ to: '/tasks/recurring', search: ended ? { state: 'ended' } : {}, replace: true })
  return (
    <Page
      title={t('tasks.title')}
      bare
      tabs={<TaskTabs />}
      filters={
        <>
          <FilterChip on={state === 'active'} onPress={() => show(false)}>
            {t('tasks.active')}
          </FilterChip>
          <FilterChip on={state === 'ended'} onPress={() => show(true)}>
            {t('tasks.ended')}
          </FilterChip>
        </>
      }
      actions={
        <Button variant="filled" component={AppLink} to={NEW} leftSection={<IconPlus {...ICON} />}>
          {t('tasks.add_recurrence')}
        </Button>
      }
    >
      <RecurrenceTable
        state={state}
        recurrenceTo={({ id }) => `/tasks/recurring/${id}${suffixOf(search)}`}
        empty={
          state === 'ended' ? (
            <EmptyState title={t('tasks.none_ended')} />
          ) : (
            <EmptyState
              title={t('tasks.none_recurring')}
              text={t('tasks.none_recurring_text')}
              action={{ label: t('tasks.add_recurrence'), to: NEW }}
            />
          )
        }
      />
      <Outlet />
    </Page>
  )
}

export function RecurrencePanel() {
  const { recurrenceId } = useParams({ from: '/staff/tasks/recurring/$recurrenceId' })
  return (
    <RecurrenceDrawer
      recurrenceId={recurrenceId}
      history={<HistoryList thing="recurring" id={recurrenceId} />}
      onClose={useClose()}
    />
  )
}

export function NewRecurrencePanel() {
  const { from } = useSearch({ from: '/staff/tasks/recurring/new' })
  return <NewRecurrence fromTaskId={from} onClose={useClose()} />
}

function useClose() {
  const navigate = useNavigate()
  return () => void navigate({ to: '/tasks/recurring', search: ({ state }) => (state === 'ended' ? { state } : {}) })
}
