import type { ReactNode } from 'react'
import { usePages } from '#web/api/pages.ts'
import { Avatars } from '#web/design/avatar.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { DateText } from '#web/design/said.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { ScheduleText } from '#web/schedule/schedule-text.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { type TaskRecurrence, tasksContract } from '../contract.ts'
import { Priority } from './priority.tsx'

export type RecurrenceTableProps = {
  state: 'active' | 'ended'
  /** where one opens */
  recurrenceTo: (recurrence: TaskRecurrence) => string
  /** instead of rows, where there are none */
  empty: ReactNode
}

/** Tasks that come again, the next one first (T-6). */
export function RecurrenceTable({ state, recurrenceTo, empty }: RecurrenceTableProps) {
  const t = useText()
  const columns = useColumns(state)
  const { items, more, problem, retry } = usePages(
    tasksContract.listTaskRecurrences,
    { query: { state } },
    { hears: ['accounts'] },
  )
  return (
    <>
      <ProblemNote problem={problem} onRetry={retry} />
      {!problem && (
        <Table
          label={t('tasks.recurring')}
          columns={columns}
          rows={items}
          rowKey={(recurrence) => recurrence.id}
          rowName={(recurrence) => recurrence.title}
          rowTo={recurrenceTo}
          more={more}
          empty={empty}
        />
      )}
    </>
  )
}

function useColumns(state: RecurrenceTableProps['state']): Column<TaskRecurrence>[] {
  const t = useText()
  const { member } = useMember()
  const next: Column<TaskRecurrence> = {
    key: 'next',
    title: t('tasks.next'),
    width: '136px',
    align: 'end',
    cell: ({ nextOn, paused }) => (paused ? t('tasks.paused_short') : nextOn && <DateText on={nextOn} />),
  }
  return [
    {
      key: 'title',
      title: t('tasks.task'),
      cell: ({ title, priority }) => (
        <>
          <Priority priority={priority} /> {title}
        </>
      ),
    },
    { key: 'client', title: t('tasks.client'), width: '20%', cell: ({ accountName }) => accountName },
    {
      key: 'schedule',
      title: t('schedule.repeats'),
      width: '30%',
      dim: true,
      cell: ({ schedule }) => <ScheduleText schedule={schedule} />,
    },
    {
      key: 'assignees',
      title: t('tasks.assignees'),
      width: '152px',
      cell: ({ assignees, roles }) => (
        <>
          {assignees.length > 0 && (
            <Avatars people={assignees.map(({ id, name }) => ({ name, you: id === member.id }))} />
          )}{' '}
          {roles.map(({ name }) => name).join(', ')}
        </>
      ),
    },
    ...(state === 'active' ? [next] : []),
  ]
}
