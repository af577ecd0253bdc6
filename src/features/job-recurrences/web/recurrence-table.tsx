import type { ReactNode } from 'react'
import { usePages } from '#web/api/pages.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { DateText } from '#web/design/said.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { ScheduleText } from '#web/schedule/schedule-text.tsx'
import { useText } from '#web/text.tsx'
import { type JobRecurrence, jobRecurrencesContract } from '../contract.ts'

export type RecurrenceTableProps = {
  state: 'active' | 'ended'
  /** only those of one pipeline */
  pipelineId: string | undefined
  /** only those of one client */
  accountId: string | undefined
  /** where one opens */
  recurrenceTo: (recurrence: JobRecurrence) => string
  /** instead of rows, where there are none */
  empty: ReactNode
}

/** Jobs that come again, the next one first (J-20, J-27). */
export function RecurrenceTable({ state, pipelineId, accountId, recurrenceTo, empty }: RecurrenceTableProps) {
  const t = useText()
  const columns = useColumns(state)
  const { items, more, problem, retry } = usePages(
    jobRecurrencesContract.listJobRecurrences,
    { query: { state, pipelineId, accountId } },
    { hears: ['accounts', 'pipelines'] },
  )
  return (
    <>
      <ProblemNote problem={problem} onRetry={retry} />
      {!problem && (
        <Table
          label={t('recurrences.title')}
          columns={columns}
          rows={items}
          rowKey={(recurrence) => recurrence.id}
          rowName={(recurrence) => `${recurrence.accountName}, ${recurrence.name}`}
          rowTo={recurrenceTo}
          more={more}
          empty={empty}
        />
      )}
    </>
  )
}

function useColumns(state: RecurrenceTableProps['state']): Column<JobRecurrence>[] {
  const t = useText()
  const next: Column<JobRecurrence> = {
    key: 'next',
    title: t('recurrences.next'),
    width: '136px',
    align: 'end',
    cell: ({ nextOn, paused }) => (paused ? t('recurrences.paused_short') : nextOn && <DateText on={nextOn} />),
  }
  return [
    { key: 'client', title: t('recurrences.client'), cell: ({ accountName }) => accountName },
    { key: 'name', title: t('recurrences.job'), width: '24%', cell: ({ name }) => name },
    { key: 'pipeline', title: t('recurrences.pipeline'), width: '20%', dim: true, cell: (it) => it.pipelineName },
    {
      key: 'schedule',
      title: t('schedule.repeats'),
      width: '26%',
      dim: true,
      cell: ({ schedule }) => <ScheduleText schedule={schedule} />,
    },
    ...(state === 'active' ? [next] : []),
  ]
}
