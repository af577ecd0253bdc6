import { Button } from '@mantine/core'
import { IconRepeat } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useFormAct, useNewer } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { ICON } from '#web/design/icon.ts'
import { TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import type { TaskDetail } from '../schemas.ts'
import { PeopleField } from './assignees-field.tsx'
import { Refused } from './refused.tsx'
import styles from './task-drawer.module.css'
import { bodyOf, TaskFields, taskPath, useTaskForm, valuesOf } from './task-form.tsx'
import { TaskStatusPick } from './task-status.tsx'
import { useTicks } from './use-ticks.ts'

export type TaskDrawerProps = {
  taskId: string
  /** the job it is linked to, and what happened to it; both belong to other slices */
  jobs: ReactNode
  history: ReactNode
  onClose: () => void
}

/** One task: where it stands, what it says, who does it; saved as a whole, with both versions kept where two save. */
export function TaskDrawer({ taskId, ...rest }: TaskDrawerProps) {
  const t = useText()
  const { data: task, error } = useEndpoint(tasksContract.getTask, { params: { id: taskId } })
  if (task) return <Editor key={task.id} task={task} {...rest} />
  return (
    <Drawer title={error ? t('refusal.not_found') : t('ui.loading')} onClose={rest.onClose}>
      <ProblemNote problem={error} />
      {!error && <SkeletonLines lines={6} />}
    </Drawer>
  )
}

function Editor({ task, jobs, history, onClose }: Omit<TaskDrawerProps, 'taskId'> & { task: TaskDetail }) {
  const t = useText()
  const formId = useId()
  const toast = useToast()
  const [read, setBase] = useState(task)
  const base = saysTheSame(read, task) ? task : read
  const form = useTaskForm(base)
  const { submit, isRunning, problem } = useFormAct(tasksContract.changeTask, form, {
    input: (values) => ({ params: { id: task.id }, body: bodyOf(values), ifMatch: base.revision }),
    pathOf: (path) => taskPath(path, form.getValues()),
    touches: ['jobs'],
    onDone: () => {
      toast(t('tasks.saved'))
      onClose()
    },
  })
  const ticks = useTicks(task)
  const take = (theirs: TaskDetail) => {
    setBase(theirs)
    form.setInitialValues(valuesOf(theirs))
    form.setValues(valuesOf(theirs))
  }
  useNewer(task.revision > base.revision, form, () => take(task))
  return (
    <Drawer
      title={task.name}
      eyebrow={<Where task={task} />}
      summary={<TaskStatusPick task={task} />}
      onClose={onClose}
      isDirty={() => form.isDirty()}
      footer={
        <>
          <span>
            <Origin task={task} />
          </span>
          <Button type="submit" form={formId} variant="filled" loading={isRunning} disabled={!form.isDirty()}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <TaskFields isMade form={form} who={<PeopleField {...form.getInputProps('assignees')} />} ticks={ticks} />
        <Refused<TaskDetail> said="tasks.stale" problem={problem} onTheirs={take} onMine={setBase} />
      </form>
      {jobs}
      <ComesAgain task={task} />
      {history}
    </Drawer>
  )
}

/** Whether a task reads as before: then a newer revision, of a changed status for instance, overwrites nothing. */
function saysTheSame(a: TaskDetail, b: TaskDetail): boolean {
  return JSON.stringify(bodyOf(valuesOf(a))) === JSON.stringify(bodyOf(valuesOf(b)))
}

function Where({ task }: { task: TaskDetail }) {
  return (
    <>
      <TextLink to={`/clients/${task.accountId}`}>{task.accountName}</TextLink>
      {task.jobId && <TextLink to={`/jobs/${task.jobId}`}>{task.jobName}</TextLink>}
    </>
  )
}

function Origin({ task: { createdBy, createdAt } }: { task: TaskDetail }) {
  return (
    <>
      <CreatedBy {...createdBy} />, <TimeAgo at={createdAt} />
    </>
  )
}

function CreatedBy({ kind, name }: TaskDetail['createdBy']) {
  const t = useText()
  if (kind === 'member') return t('tasks.created_by', { name })
  return kind === 'recurrence' ? t('tasks.by_recurrence', { name }) : t('tasks.by_automation')
}

/** Leads to what makes it again, or to letting it come again (T-6). */
function ComesAgain({ task: { id, recurrenceId } }: { task: TaskDetail }) {
  const t = useText()
  const [to, said] = recurrenceId
    ? [`/tasks/recurring/${recurrenceId}`, t('tasks.comes_again')]
    : [`/tasks/recurring/new?from=${id}`, t('tasks.let_come_again')]
  return (
    <p className={styles.again}>
      <IconRepeat {...ICON} /> <TextLink to={to}>{said}</TextLink>
    </p>
  )
}
