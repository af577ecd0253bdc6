import { IconArrowRight, IconPencil } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { usePages } from '#web/api/pages.ts'
import { Avatars } from '#web/design/avatar.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { DateText, TimeAgo } from '#web/design/said.tsx'
import { SelectionBar } from '#web/design/selection-bar.tsx'
import { StateDot } from '#web/design/state-dot.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useMember } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import type { JobSort } from '../../pipelines/model-settings.ts'
import { jobsContract } from '../contract.ts'
import type { JobGroupBy } from '../filter-schemas.ts'
import { STATE_OF_TURN } from '../model-turn.ts'
import type { Card, ListedJob } from '../schemas.ts'
import { EditJobs } from './edit-jobs.tsx'
import type { JobListQuery } from './jobs-search.ts'
import { MovePanel } from './move-panel.tsx'
import { useJobGroups } from './use-job-groups.tsx'
import { useJobTicks } from './use-job-ticks.ts'

export type JobTableProps = {
  query: JobListQuery
  groupBy: JobGroupBy | undefined
  onSort: (sort: JobSort) => void
  /** instead of rows, where there are none */
  empty: ReactNode
}

const HEARS = ['accounts', 'pipelines', 'client-statuses']

/** Jobs of all pipelines by pages, to be sorted, ticked, moved and changed together (VIEW-3). */
export function JobTable({ query, groupBy, onSort, empty }: JobTableProps) {
  const t = useText()
  const [act, setAct] = useState<'move' | 'edit' | null>(null)
  const grouped = useJobGroups(query, groupBy, HEARS)
  const { items, more, problem, retry } = usePages(
    jobsContract.listJobs,
    { query: { ...query, ...grouped.query } },
    { hears: HEARS },
  )
  const columns = useColumns()
  const ticks = useJobTicks({ query, groupBy, groups: grouped.groups, items: items ?? [], hears: HEARS })
  const count = ticks.ids.size
  const jobs = { jobIds: [...ticks.ids] }
  return (
    <>
      <ProblemNote problem={problem ?? grouped.problem ?? ticks.problem} onRetry={retry} />
      {!problem && (
        <Table
          label={t('jobs.title')}
          columns={columns}
          rows={items}
          rowKey={(card) => card.id}
          rowName={(card) => card.accountName}
          rowTo={(card) => `/workflow/${card.pipelineId}/jobs/${card.id}`}
          sort={{ key: query.sort ?? 'account_name', down: false }}
          onSort={({ key }) => onSort(key as JobSort)}
          selection={{ ids: ticks.ids, onChange: ticks.setIds }}
          more={more}
          {...(ticks.groups ? { groups: ticks.groups } : {})}
          empty={empty}
        />
      )}
      <SelectionBar
        count={count}
        {...(ticks.total === undefined ? {} : { total: ticks.total, onSelectAll: ticks.takeAll })}
        onClear={ticks.clear}
        actions={[
          ...(query.lifecycle === 'archived'
            ? []
            : [{ label: t('board.move_to'), icon: IconArrowRight, keys: 'm', run: () => setAct('move') }]),
          { label: t('edit_jobs.open'), icon: IconPencil, keys: 'e', run: () => setAct('edit') },
        ]}
      />
      {act === 'move' && ticks.pipelineId && (
        <MovePanel
          what={{ jobs, count }}
          target={{ pipelineId: ticks.pipelineId, stageId: null }}
          onMoved={ticks.clear}
          onClose={() => setAct(null)}
        />
      )}
      {act === 'edit' && <EditJobs jobs={jobs} count={count} onDone={ticks.clear} onClose={() => setAct(null)} />}
    </>
  )
}

/** Keys of those that sort are those of the order that they ask for (SET-3). */
function useColumns(): Column<ListedJob>[] {
  const t = useText()
  const { member } = useMember()
  return [
    { key: 'account_name', title: t('filter.jobs.accountId'), sortable: true, cell: (card) => card.accountName },
    { key: 'name', title: t('jobs.job'), width: '16%', cell: (card) => card.name },
    {
      key: 'pipeline',
      title: t('add.pipeline'),
      width: '14%',
      hide: 'narrow',
      dim: true,
      cell: (it) => it.pipelineName,
    },
    { key: 'time_in_stage', title: t('move.stage'), width: '14%', sortable: true, cell: (it) => <Where card={it} /> },
    {
      key: 'entered',
      title: t('job.in_stage'),
      width: '128px',
      hide: 'narrow',
      dim: true,
      cell: (card) => <TimeAgo at={card.stageEnteredAt} />,
    },
    {
      key: 'priority',
      title: t('job.priority'),
      width: '88px',
      sortable: true,
      hide: 'narrow',
      cell: (card) => t(`job.priority_${card.priority}`),
    },
    {
      key: 'people',
      title: t('job.assignees'),
      width: '104px',
      cell: ({ people }) =>
        people.length > 0 && <Avatars people={people.map(({ id, name }) => ({ name, you: id === member.id }))} />,
    },
    {
      key: 'due_date',
      title: t('job.due'),
      width: '144px',
      align: 'end',
      sortable: true,
      cell: ({ dueOn, lifecycle }) => dueOn && <DateText on={dueOn} due={lifecycle === 'active'} />,
    },
  ]
}

function Where({ card }: { card: Card }) {
  const t = useText()
  const state = STATE_OF_TURN[card.turn]
  return (
    <>
      <StateDot state={state} label={t(`state.${state}`)} /> {card.status ?? card.stageName}
    </>
  )
}
