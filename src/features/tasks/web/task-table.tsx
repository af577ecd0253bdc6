import type { ReactNode } from 'react'
import type { InputOf } from '#web/api/call.ts'
import { usePages } from '#web/api/pages.ts'
import { Avatars } from '#web/design/avatar.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useMenuColumn } from '#web/design/row-menu.tsx'
import { DateText } from '#web/design/said.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useMember } from '#web/session.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import type { Task } from '../schemas.ts'
import { TaskName } from './task-name.tsx'
import { TaskStatusPick } from './task-status.tsx'

export type TaskTableProps = {
  query: InputOf<typeof tasksContract.listTasks>['query'] & {}
  /** where a task opens */
  taskTo: (task: Task) => string
  /** what is done with a task besides opening it */
  menu?: ((task: Task) => ReactNode) | undefined
  /** instead of rows, where there are none */
  empty: ReactNode
}

/** Tasks by pages, open ones by due date; their status is changed in place (T-7, T-8). */
export function TaskTable({ query, taskTo, menu, empty }: TaskTableProps) {
  const t = useText()
  const menuColumn = useMenuColumn<Task>()
  const shown = useColumns(query.state === 'closed')
  const columns = menu ? [...shown, menuColumn((task) => task.name, menu)] : shown
  const { items, more, problem, retry } = usePages(tasksContract.listTasks, { query }, { hears: ['jobs', 'accounts'] })
  return (
    <>
      <ProblemNote problem={problem} onRetry={retry} />
      {!problem && (
        <Table
          label={t('tasks.title')}
          columns={query.accountId ? columns.filter(({ key }) => key !== 'client') : columns}
          rows={items}
          rowKey={(task) => task.id}
          rowName={(task) => task.name}
          rowTo={taskTo}
          more={more}
          empty={empty}
        />
      )}
    </>
  )
}

function useColumns(closed: boolean): Column<Task>[] {
  const t = useText()
  const { today } = useFormat()
  const { member } = useMember()
  return [
    {
      key: 'name',
      title: t('tasks.task'),
      cell: (task) => <TaskName task={task} />,
    },
    { key: 'status', title: t('tasks.status'), width: '128px', cell: (task) => <TaskStatusPick task={task} /> },
    { key: 'client', title: t('tasks.client'), width: '22%', cell: (task) => task.accountName },
    { key: 'job', title: t('tasks.job'), width: '16%', hide: 'narrow', dim: true, cell: (task) => task.jobName },
    {
      key: 'assignees',
      title: t('tasks.assignees'),
      width: '104px',
      cell: ({ assignees }) =>
        assignees.length > 0 && <Avatars people={assignees.map(({ id, name }) => ({ name, you: id === member.id }))} />,
    },
    {
      key: 'due',
      title: closed ? t('tasks.closed_on') : t('tasks.due'),
      width: '136px',
      align: 'end',
      cell: ({ completedAt, dueOn }) =>
        closed ? completedAt && <DateText on={today(new Date(completedAt))} /> : dueOn && <DateText on={dueOn} due />,
    },
  ]
}
