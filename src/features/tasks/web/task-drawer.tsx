import { Button } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { LinkButton, TextLink } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { type Task, tasksContract } from '../contract.ts'
import styles from './task-drawer.module.css'
import { bodyOf, TaskFields, useTaskForm, valuesOf } from './task-form.tsx'
import { TaskStatusPick } from './task-status.tsx'

export type TaskDrawerProps = {
  taskId: string
  /** what happened to the task; belongs to another slice */
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

function Editor({ task, history, onClose }: Omit<TaskDrawerProps, 'taskId'> & { task: Task }) {
  const t = useText()
  const formId = useId()
  const toast = useToast()
  const [read, setBase] = useState(task)
  const base = saysTheSame(read, task) ? task : read
  const form = useTaskForm(base)
  const { submit, isRunning, problem } = useFormAct(tasksContract.changeTask, form, {
    input: (values) => ({ params: { id: task.id }, body: bodyOf(values), ifMatch: base.revision }),
    touches: ['jobs'],
    onDone: () => {
      toast(t('tasks.saved'))
      onClose()
    },
  })
  const take = (theirs: Task) => {
    setBase(theirs)
    form.setInitialValues(valuesOf(theirs))
    form.setValues(valuesOf(theirs))
  }
  return (
    <Drawer
      title={task.name}
      eyebrow={<Where task={task} />}
      summary={<TaskStatusPick task={task} />}
      onClose={onClose}
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
        <TaskFields form={form} />
        <Refused problem={problem} onTheirs={take} onMine={setBase} />
      </form>
      {history}
    </Drawer>
  )
}

/** Whether a task reads as before: then a newer revision, of a changed status for instance, overwrites nothing. */
function saysTheSame(a: Task, b: Task): boolean {
  return JSON.stringify(bodyOf(valuesOf(a))) === JSON.stringify(bodyOf(valuesOf(b)))
}

function Where({ task }: { task: Task }) {
  return (
    <>
      <TextLink to={`/clients/${task.accountId}`}>{task.accountName}</TextLink>
      {task.jobId && <TextLink to={`/jobs/${task.jobId}`}>{task.jobName}</TextLink>}
    </>
  )
}

function Origin({ task: { createdBy, createdAt } }: { task: Task }) {
  const t = useText()
  const said = createdBy.kind === 'member' ? t('tasks.created_by', { name: createdBy.name }) : t('tasks.by_automation')
  return (
    <>
      {said}, <TimeAgo at={createdAt} />
    </>
  )
}

type RefusedProps = { problem: ApiProblem | null; onTheirs: (task: Task) => void; onMine: (task: Task) => void }

/** Somebody else saved first: nothing typed is lost, and one chooses. */
function Refused({ problem, onTheirs, onMine }: RefusedProps) {
  const t = useText()
  const theirs = problem?.code === 'stale' ? (problem.detail.current as Task) : null
  const [settled, setSettled] = useState<Task | null>(null)
  if (!theirs) return <ProblemNote problem={problem} />
  if (settled === theirs) return null
  const choose = (act: (task: Task) => void) => {
    setSettled(theirs)
    act(theirs)
  }
  return (
    <div role="alert" className={styles.refused}>
      <Note
        tone="wait"
        title={t('tasks.stale')}
        actions={
          <>
            <LinkButton onClick={() => choose(onTheirs)}>{t('tasks.take_theirs')}</LinkButton>
            <LinkButton onClick={() => choose(onMine)}>{t('tasks.keep_mine')}</LinkButton>
          </>
        }
      />
    </div>
  )
}
