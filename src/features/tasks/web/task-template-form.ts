import { type UseFormReturnType, useForm } from '@mantine/form'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ReturnOf } from '#kernel/contract.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { NO_DATES } from '#kernel/planned-dates.ts'
import { useFormAct } from '#web/api/form.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { useToast } from '#web/design/toast.tsx'
import { type DatesDraft, datesDraft, plannedDatesOf } from '#web/schedule/dates-draft.ts'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import type { OpenStatus, TaskPriority } from '../model.ts'
import { type Assignees, assigneesOf, assigneesPath, whoOf } from './assignees-field.tsx'
import { type SubtaskDraft, subtaskDrafts, subtaskPath, writtenSubtasks } from './subtask-draft.ts'

export type TaskTemplate = ReturnOf<typeof tasksContract.getTaskTemplate>

type Values = {
  name: string
  title: string
  description: string
  priority: TaskPriority
  status: OpenStatus
  subtasks: SubtaskDraft[]
  dates: DatesDraft
  assignees: Assignees
}

export type TaskTemplateForm = {
  form: UseFormReturnType<Values>
  /** the template as the form knows it; null before it is saved for the first time */
  base: TaskTemplate | null
  /** what somebody else saved meanwhile; what was typed stays until it is taken */
  newer: TaskTemplate | null
  takeNewer: () => void
  save: (event?: FormEvent<HTMLFormElement>) => void
  isSaving: boolean
  problem: ApiProblem | null
  isDirty: () => boolean
}

/** The state of the editor; where somebody else was faster, `onAskAgain` fetches theirs and nothing typed is lost. */
export function useTaskTemplateForm(template: TaskTemplate | null, onAskAgain: () => void): TaskTemplateForm {
  const t = useText()
  const toast = useToast()
  const { history } = useRouter()
  const [base, setBase] = useState(template)
  const saved = useRef(template)
  const keep = (known: TaskTemplate | null) => {
    saved.current = known
    setBase(known)
  }
  const form = useForm<Values>({ mode: 'controlled', initialValues: valuesOf(template) })
  const pathOf = (path: string) => subtaskPath(assigneesPath(path), form.getValues().subtasks)
  const onDone = (answer: TaskTemplate) => {
    keep(answer)
    form.setValues(valuesOf(answer))
    toast(t('tasks.template_saved'))
    if (!base) history.replace(`/templates/tasks/${answer.id}`)
  }
  const create = useFormAct(tasksContract.createTaskTemplate, form, {
    input: (values) => ({ body: bodyOf(values) }),
    pathOf,
    onDone,
    touches: ['templates'],
  })
  const change = useFormAct(tasksContract.changeTaskTemplate, form, {
    input: (values) => ({
      params: { id: base?.id as TemplateId },
      body: bodyOf(values),
      ifMatch: base?.revision ?? 0,
    }),
    pathOf,
    onDone,
    touches: ['templates'],
  })
  const act = base ? change : create
  const newer = template && base && template.revision > base.revision ? template : null
  const isStale = useStale(act.problem, onAskAgain)
  return {
    form,
    base,
    newer,
    takeNewer() {
      keep(newer)
      form.setValues(valuesOf(newer))
    },
    save: act.submit,
    isSaving: act.isRunning,
    problem: isStale && newer ? null : act.problem,
    isDirty: () => JSON.stringify(bodyOf(form.getValues())) !== JSON.stringify(bodyOf(valuesOf(saved.current))),
  }
}

/** Whether somebody else was faster; then theirs is asked for. */
function useStale(problem: ApiProblem | null, onAskAgain: () => void): boolean {
  const isStale = problem?.code === 'stale'
  useEffect(() => {
    if (isStale) onAskAgain()
  }, [isStale, onAskAgain])
  return isStale
}

function bodyOf({ subtasks, dates, assignees, ...values }: Values) {
  return {
    ...values,
    ...whoOf(assignees),
    subtasks: writtenSubtasks(subtasks).map(({ name }) => name),
    dates: plannedDatesOf(dates),
  }
}

function valuesOf(template: TaskTemplate | null): Values {
  const { name = '', title = '', description = '', priority = 'medium', status = 'planned' } = template ?? {}
  const { subtasks = [], dates = NO_DATES, assigneeIds = [], roleIds = [] } = template ?? {}
  const drafts = { subtasks: subtaskDrafts(subtasks), dates: datesDraft(dates) }
  const assignees = assigneesOf(assigneeIds, roleIds)
  return { name, title, description, priority, status, ...drafts, assignees }
}
