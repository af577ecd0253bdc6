import { type UseFormReturnType, useForm } from '@mantine/form'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { ReturnOf } from '#kernel/contract.ts'
import type { MemberId, TemplateId } from '#kernel/ids.ts'
import { useFormAct } from '#web/api/form.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { tasksContract } from '../contract.ts'
import type { TaskPriority } from '../model.ts'

export type TaskTemplate = ReturnOf<typeof tasksContract.getTaskTemplate>

type Values = {
  name: string
  title: string
  description: string
  priority: TaskPriority
  /** '' where the task has no due date */
  dueInDays: number | ''
  assigneeIds: MemberId[]
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
  const onDone = (answer: TaskTemplate) => {
    keep(answer)
    form.setValues(valuesOf(answer))
    toast(t('tasks.template_saved'))
    if (!base) history.replace(`/templates/tasks/${answer.id}`)
  }
  const create = useFormAct(tasksContract.createTaskTemplate, form, {
    input: (values) => ({ body: bodyOf(values) }),
    onDone,
    touches: ['templates'],
  })
  const change = useFormAct(tasksContract.changeTaskTemplate, form, {
    input: (values) => ({
      params: { id: base?.id as TemplateId },
      body: bodyOf(values),
      ifMatch: base?.revision ?? 0,
    }),
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
    isDirty: () => JSON.stringify(form.getValues()) !== JSON.stringify(valuesOf(saved.current)),
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

function bodyOf({ dueInDays, ...values }: Values) {
  return { ...values, dueInDays: dueInDays === '' ? null : dueInDays }
}

function valuesOf(template: TaskTemplate | null): Values {
  if (!template) return { name: '', title: '', description: '', priority: 'medium', dueInDays: '', assigneeIds: [] }
  const { name, title, description, priority, dueInDays, assigneeIds } = template
  return { name, title, description, priority, dueInDays: dueInDays ?? '', assigneeIds }
}
