import { Button } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { LinkButton, TextLink } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { TimeAgo } from '#web/design/said.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import type { TaskDetail } from '../schemas.ts'
import { subtaskPath } from './subtask-draft.ts'
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

function Editor({ task, history, onClose }: Omit<TaskDrawerProps, 'taskId'> & { task: TaskDetail }) {
  const t = useText()
  const formId = useId()
  const toast = useToast()
  const [read, setBase] = useState(task)
  const base = saysTheSame(read, task) ? task : read
  const form = useTaskForm(base)
  const { submit, isRunning, problem } = useFormAct(tasksContract.changeTask, form, {
    input: (values) => ({ params: { id: task.id }, body: bodyOf(values), ifMatch: base.revision }),
    pathOf: (path) => subtaskPath(path, form.getValues().subtasks),
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
        <TaskFields form={form} ticks={ticks} />
        <Refused problem={problem} onTheirs={take} onMine={setBase} />
      </form>
      {history}
    </Drawer>
  )
}

/** Ticks count at once; what is typed beside them waits for its own saving. */
function useTicks({ id, subtasks }: TaskDetail) {
  const textOr = useTextOr()
  const toast = useToast()
  const { run } = useAct(tasksContract.setSubtask, {
    touches: ['jobs'],
    onProblem: ({ code }) => toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true }),
  })
  return {
    done: new Set(subtasks.filter((line) => line.done).map((line) => line.id)),
    onTick: (subtaskId: string, done: boolean) => void run({ params: { id, subtaskId }, body: { done } }),
  }
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
  const t = useText()
  const said = createdBy.kind === 'member' ? t('tasks.created_by', { name: createdBy.name }) : t('tasks.by_automation')
  return (
    <>
      {said}, <TimeAgo at={createdAt} />
    </>
  )
}

type RefusedProps = {
  problem: ApiProblem | null
  onTheirs: (task: TaskDetail) => void
  onMine: (task: TaskDetail) => void
}

/** Somebody else saved first: nothing typed is lost, and one chooses. */
function Refused({ problem, onTheirs, onMine }: RefusedProps) {
  const t = useText()
  const theirs = problem?.code === 'stale' ? (problem.detail.current as TaskDetail) : null
  const [settled, setSettled] = useState<TaskDetail | null>(null)
  if (!theirs) return <ProblemNote problem={problem} />
  if (settled === theirs) return null
  const choose = (act: (task: TaskDetail) => void) => {
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
