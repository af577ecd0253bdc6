import { ActionIcon, Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { jobOverviewContract } from '#features/jobs/contract-overview.ts'
import { tasksContract } from '#features/tasks/contract.ts'
import { useEndpoint } from '../../api/hooks.ts'
import { usePages } from '../../api/pages.ts'
import { FilterChip } from '../../design/filter-chip.tsx'
import { ICON } from '../../design/icon.ts'
import { Page } from '../../design/page.tsx'
import { ProblemNote } from '../../design/problem-note.tsx'
import { TabLinks } from '../../design/tab-links.tsx'
import { useMember } from '../../session.tsx'
import { useFormat, useText } from '../../text.tsx'
import { type Month, monthOf } from './month.ts'
import { type Entry, MonthGrid } from './month-grid.tsx'
import { monthFrom, weeksOf } from './weeks.ts'

export type CalendarSearch = { month?: Month; mine?: true }

type Path = '/calendar' | '/calendar/tasks'

/** Jobs on the days they are due (VIEW-4). */
export function JobsCalendar() {
  const { today } = useFormat()
  const { member } = useMember()
  const { month, mine } = useShown('/staff/calendar')
  const query = { ...stretchOf(month), memberId: mine ? member.id : undefined }
  const { data, error } = useEndpoint(
    jobOverviewContract.getJobCalendar,
    { query },
    { keepPrevious: true, hears: ['jobs', 'pipelines'] },
  )
  const entries = data?.items.map(({ id, name, accountName, pipelineId, dueOn, lifecycle }): Entry => {
    const isDone = lifecycle === 'completed'
    const to = `/workflow/${pipelineId}/jobs/${id}`
    return { id, on: dueOn, name: accountName, about: name, to, late: !isDone && dueOn < today(), done: isDone }
  })
  return (
    <CalendarPage path="/calendar" month={month} mine={mine} entries={entries ?? []} leftOut={data?.leftOut ?? 0}>
      <ProblemNote problem={error} />
    </CalendarPage>
  )
}

/** Tasks on the days they are due (VIEW-4, T-8). */
export function TasksCalendar() {
  const { today } = useFormat()
  const { month, mine } = useShown('/staff/calendar/tasks')
  const { from, to } = stretchOf(month)
  const { items, problem, more } = usePages(
    tasksContract.listTasks,
    { query: { state: 'any', dueFrom: from, dueTo: to, assignee: mine ? 'me' : undefined, limit: 100 } },
    { hears: ['jobs'] },
  )
  const entries = (items ?? []).flatMap(({ id, name, accountName, dueOn, status }): Entry[] => {
    if (dueOn === null) return []
    const isDone = status === 'completed' || status === 'canceled'
    const late = !isDone && dueOn < today()
    return [{ id, on: dueOn, name, about: accountName, to: `/tasks/${id}`, late, done: isDone }]
  })
  const t = useText()
  return (
    <CalendarPage path="/calendar/tasks" month={month} mine={mine} entries={entries} leftOut={0}>
      <ProblemNote problem={problem} />
      {more && (
        <Button size="xs" variant="subtle" onClick={more}>
          {t('calendar.load_more')}
        </Button>
      )}
    </CalendarPage>
  )
}

type CalendarPageProps = {
  path: Path
  month: Month
  mine: boolean
  entries: readonly Entry[]
  leftOut: number
  /** what stands below the month */
  children: ReactNode
}

function CalendarPage({ path, month, mine, entries, leftOut, children }: CalendarPageProps) {
  const t = useText()
  const tabs = [
    { to: '/calendar', label: t('calendar.jobs') },
    { to: '/calendar/tasks', label: t('nav.tasks') },
  ]
  return (
    <Page
      title={t('calendar.title')}
      tabs={<TabLinks label={t('calendar.title')} tabs={tabs} />}
      filters={<Steps path={path} month={month} mine={mine} />}
    >
      {entries.length === 0 && <p>{t('calendar.none')}</p>}
      <MonthGrid month={month} entries={entries} />
      {leftOut > 0 && <p>{t('calendar.left_out', { count: leftOut })}</p>}
      {children}
    </Page>
  )
}

function Steps({ path, month, mine }: Pick<CalendarPageProps, 'path' | 'month' | 'mine'>) {
  const t = useText()
  const { month: said, today } = useFormat()
  const navigate = useNavigate()
  const show = (next: CalendarSearch) => void navigate({ to: path, search: next, replace: true })
  const keep = mine ? { mine: true as const } : {}
  const step = (months: number) => show({ ...keep, month: monthFrom(month, months) })
  return (
    <>
      <ActionIcon variant="subtle" aria-label={t('calendar.earlier')} onClick={() => step(-1)}>
        <IconChevronLeft {...ICON} />
      </ActionIcon>
      <b aria-live="polite">{said(`${month}-01`)}</b>
      <ActionIcon variant="subtle" aria-label={t('calendar.later')} onClick={() => step(1)}>
        <IconChevronRight {...ICON} />
      </ActionIcon>
      <FilterChip on={month === monthOf(today())} onPress={() => show(keep)}>
        {t('calendar.this_month')}
      </FilterChip>
      <FilterChip on={mine} onPress={() => show({ ...(mine ? {} : { mine: true }), month })}>
        {t('calendar.mine')}
      </FilterChip>
    </>
  )
}

function useShown(from: '/staff/calendar' | '/staff/calendar/tasks'): { month: Month; mine: boolean } {
  const { today } = useFormat()
  const search = useSearch({ from })
  return { month: search.month ?? monthOf(today()), mine: search.mine ?? false }
}

function stretchOf(month: Month): { from: string; to: string } {
  const days = weeksOf(month).flat()
  return { from: days[0]!, to: days.at(-1)! }
}
