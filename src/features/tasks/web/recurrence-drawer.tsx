import { Button } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import type { Id } from '#kernel/ids.ts'
import { useFormAct, useNewer } from '#web/api/form.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { usePages } from '#web/api/pages.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { Line, Lines } from '#web/design/lines.tsx'
import { AppLink, LinkButton, TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { DateText } from '#web/design/said.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useTaskStatusText } from '#web/task-status-text.ts'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import { type TaskRecurrence, tasksContract } from '../contract.ts'
import {
  RecurrenceFields,
  recurrenceBody,
  recurrencePath,
  recurrenceValues,
  useRecurrenceForm,
} from './recurrence-form.tsx'
import { Refused } from './refused.tsx'

export type RecurrenceDrawerProps = {
  recurrenceId: string
  /** what happened to it; belongs to another slice */
  history: ReactNode
  onClose: () => void
}

/** One task that comes again: what comes, when, what came of it; it can be changed and ended (T-6, J-26). */
export function RecurrenceDrawer({ recurrenceId, ...rest }: RecurrenceDrawerProps) {
  const t = useText()
  const params = { id: recurrenceId as Id<'recurrence'> }
  const { data, error } = useEndpoint(tasksContract.getTaskRecurrence, { params }, { hears: ['accounts'] })
  if (data) return <Editor key={data.id} recurrence={data} {...rest} />
  return (
    <Drawer title={error ? t('refusal.not_found') : t('ui.loading')} onClose={rest.onClose}>
      <ProblemNote problem={error} />
      {!error && <SkeletonLines lines={8} />}
    </Drawer>
  )
}

type EditorProps = Omit<RecurrenceDrawerProps, 'recurrenceId'> & { recurrence: TaskRecurrence }

function Editor({ recurrence, history, onClose }: EditorProps) {
  const t = useText()
  const { today } = useFormat()
  const formId = useId()
  const toast = useToast()
  const [read, setBase] = useState(recurrence)
  const base = saysTheSame(read, recurrence) ? recurrence : read
  const form = useRecurrenceForm(base, today())
  const hasEnded = recurrence.nextOn === null
  const { submit, isRunning, problem } = useFormAct(tasksContract.changeTaskRecurrence, form, {
    input: (values) => ({
      params: { id: recurrence.id as Id<'recurrence'> },
      body: recurrenceBody(values),
      ifMatch: base.revision,
    }),
    pathOf: (path) => recurrencePath(path, form.getValues()),
    touches: ['tasks'],
    onDone: () => {
      toast(t('tasks.saved'))
      onClose()
    },
  })
  const take = (theirs: TaskRecurrence) => {
    setBase(theirs)
    form.setInitialValues(recurrenceValues(theirs, today()))
    form.setValues(recurrenceValues(theirs, today()))
  }
  useNewer(recurrence.revision > base.revision, form, () => take(recurrence))
  return (
    <Drawer
      title={recurrence.title}
      eyebrow={<TextLink to={`/clients/${recurrence.accountId}`}>{recurrence.accountName}</TextLink>}
      summary={<Next recurrence={recurrence} />}
      onClose={onClose}
      isDirty={() => form.isDirty()}
      footer={
        <>
          <span>{!hasEnded && <End recurrence={recurrence} onDone={onClose} />}</span>
          <Button
            type="submit"
            form={formId}
            variant="filled"
            loading={isRunning}
            disabled={!hasEnded && !form.isDirty()}
          >
            {hasEnded ? t('tasks.start_again') : t('ui.save')}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        <RecurrenceFields form={form} />
        <Refused<TaskRecurrence> said="tasks.stale" problem={problem} onTheirs={take} onMine={setBase} />
      </form>
      <Made recurrenceId={recurrence.id} />
      {history}
    </Drawer>
  )
}

/** Whether it reads as before: then a newer revision, of one that was ended for instance, overwrites nothing. */
function saysTheSame(a: TaskRecurrence, b: TaskRecurrence): boolean {
  const said = (it: TaskRecurrence) => JSON.stringify(recurrenceBody(recurrenceValues(it, '')))
  return said(a) === said(b)
}

/** When it comes next, or why it doesn't. */
function Next({ recurrence: { nextOn, paused } }: { recurrence: TaskRecurrence }) {
  const t = useText()
  const { date } = useFormat()
  if (nextOn === null) return t('tasks.ended')
  return paused ? t('tasks.paused') : t('tasks.next_on', { date: date(nextOn, 'weekday') })
}

function End({ recurrence: { id, title }, onDone }: { recurrence: TaskRecurrence; onDone: () => void }) {
  const t = useText()
  const textOr = useTextOr()
  const toast = useToast()
  const { run, isRunning } = useAct(tasksContract.endTaskRecurrence, {
    onDone: () => {
      toast(t('tasks.ended_now', { name: title }))
      onDone()
    },
    onProblem: ({ code }) => toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true }),
  })
  return (
    <LinkButton danger disabled={isRunning} onClick={() => void run({ params: { id: id as Id<'recurrence'> } })}>
      {t('tasks.end')}
    </LinkButton>
  )
}

/** The tasks that came of it. */
function Made({ recurrenceId }: { recurrenceId: string }) {
  const t = useText()
  const statusText = useTaskStatusText()
  const pages = usePages(tasksContract.listTasks, {
    query: { recurrenceId: recurrenceId as Id<'recurrence'>, state: 'any', limit: 5 },
  })
  return (
    <Lines title={t('tasks.made')} empty={t('tasks.made_none')} pages={pages}>
      {pages.items?.map((task) => (
        <Line key={task.id} icon={IconChecklist} name={<AppLink to={`/tasks/${task.id}`}>{task.name}</AppLink>}>
          <span>{statusText(task.status)}</span>
          {task.dueOn && <DateText on={task.dueOn} />}
        </Line>
      ))}
    </Lines>
  )
}
