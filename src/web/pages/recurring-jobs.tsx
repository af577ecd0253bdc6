import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { HistoryList } from '#features/activity/web/history-list.tsx'
import { NewRecurrence } from '#features/job-recurrences/web/new-recurrence.tsx'
import { RecurrenceDrawer } from '#features/job-recurrences/web/recurrence-drawer.tsx'
import { RecurrenceTable } from '#features/job-recurrences/web/recurrence-table.tsx'
import { EmptyState } from '../design/empty-state.tsx'
import { FilterChip } from '../design/filter-chip.tsx'
import { ICON } from '../design/icon.ts'
import { AppLink } from '../design/link.tsx'
import { Page } from '../design/page.tsx'
import { suffixOf } from '../search-suffix.ts'
import { useRight } from '../session.tsx'
import { useText } from '../text.tsx'

const PATH = '/workflow/recurring'

export type RecurringSearch = { state?: 'ended'; pipeline?: string; account?: string }

/** Jobs that come again, and those that have ended (J-20). */
export function RecurringJobsPage() {
  const t = useText()
  const navigate = useNavigate()
  const search = useSearch({ from: '/staff/workflow/recurring' })
  const mayAdd = useRight('manage_job_recurrences')
  const state = search.state ?? 'active'
  const toNew = `${PATH}/new${suffixOf(search)}`
  const show = (ended: boolean) => {
    const { state: _, ...rest } = search
    void navigate({ to: PATH, search: ended ? { ...rest, state: 'ended' } : rest, replace: true })
  }
  return (
    <Page
      title={t('recurrences.title')}
      bare
      filters={
        <>
          <FilterChip on={state === 'active'} onPress={() => show(false)}>
            {t('recurrences.active')}
          </FilterChip>
          <FilterChip on={state === 'ended'} onPress={() => show(true)}>
            {t('recurrences.ended')}
          </FilterChip>
        </>
      }
      actions={
        mayAdd && (
          <Button variant="filled" component={AppLink} to={toNew} leftSection={<IconPlus {...ICON} />}>
            {t('recurrences.add')}
          </Button>
        )
      }
    >
      <RecurrenceTable
        state={state}
        pipelineId={search.pipeline}
        accountId={search.account}
        recurrenceTo={({ id }) => `${PATH}/${id}${suffixOf(search)}`}
        empty={
          state === 'ended' ? (
            <EmptyState title={t('recurrences.none_ended')} />
          ) : (
            <EmptyState
              title={t('recurrences.none')}
              text={t('recurrences.none_text')}
              {...(mayAdd ? { action: { label: t('recurrences.add'), to: toNew } } : {})}
            />
          )
        }
      />
      <Outlet />
    </Page>
  )
}

export function JobRecurrencePanel() {
  const { recurrenceId } = useParams({ from: '/staff/workflow/recurring/$recurrenceId' })
  const history = <HistoryList thing="recurring" id={recurrenceId} />
  return <RecurrenceDrawer recurrenceId={recurrenceId} history={history} onClose={useClose()} />
}

export function NewJobRecurrencePanel() {
  const { pipeline, account } = useSearch({ from: '/staff/workflow/recurring/new' })
  return <NewRecurrence pipelineId={pipeline} accountId={account} onClose={useClose()} />
}

function useClose() {
  const navigate = useNavigate()
  return () => void navigate({ to: PATH, search: true })
}
