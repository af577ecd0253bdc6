import { useForm } from '@mantine/form'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import type { Priority } from '#conditions/model.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { NO_DATES } from '#kernel/planned-dates.ts'
import { useFormAct } from '#web/api/form.ts'
import { useToast } from '#web/design/toast.tsx'
import { datesDraft, plannedDatesOf } from '#web/schedule/dates-draft.ts'
import { useText } from '#web/text.tsx'
import { type JobTemplate, jobTemplatesContract } from '../contract-templates.ts'
import { EMPTY_CONTENT } from '../model.ts'
import { type Named, storedFrom, typedFrom } from '../rules-mentions.ts'

/** The state of the editor; where somebody else was faster, nothing typed is lost and one chooses. */
export function useJobTemplateForm(template: JobTemplate | null, members: readonly Named[]) {
  const t = useText()
  const toast = useToast()
  const { history } = useRouter()
  const [base, setBase] = useState(template)
  const form = useForm({ initialValues: valuesOf(template, members) })
  const keep = (known: JobTemplate) => {
    setBase(known)
    form.setInitialValues(valuesOf(known, members))
  }
  const onDone = (answer: JobTemplate) => {
    keep(answer)
    form.setValues(valuesOf(answer, members))
    toast(t('template.saved'))
    if (!base) history.replace(`/templates/jobs/${answer.id}`)
  }
  const pathOf = (path: string) => (path === 'timeBudget' ? 'hours' : path)
  const bodyOf = (values: JobTemplateValues) => stored(values, members)
  const create = useFormAct(jobTemplatesContract.createJobTemplate, form, {
    ...{ pathOf, onDone, touches: ['templates'] },
    input: (values) => ({ body: bodyOf(values) }),
  })
  const change = useFormAct(jobTemplatesContract.changeJobTemplate, form, {
    ...{ pathOf, onDone, touches: ['templates'] },
    input: (values) => ({
      params: { id: (base?.id ?? '') as TemplateId },
      body: bodyOf(values),
      ifMatch: base?.revision ?? 0,
    }),
  })
  const act = base ? change : create
  const theirs = act.problem?.code === 'stale' ? (act.problem.detail['current'] as Stale) : null
  return {
    form,
    base,
    save: act.submit,
    isSaving: act.isRunning,
    problem: theirs ? null : act.problem,
    /** what somebody else saved meanwhile, until one of the two is chosen */
    newer: theirs && base && theirs.revision > base.revision ? asTemplate(theirs) : null,
    take(newer: JobTemplate) {
      keep(newer)
      form.setValues(valuesOf(newer, members))
    },
    keepMine: setBase,
  }
}

export type JobTemplateForm = ReturnType<typeof useJobTemplateForm>
export type JobTemplateValues = ReturnType<typeof valuesOf>

/** The current state that a refusal carries: the template as it is stored. */
type Stale = { id: string; name: string; content: Omit<JobTemplate, 'id' | 'name' | 'revision'>; revision: number }

function asTemplate({ id, name, content, revision }: Stale): JobTemplate {
  return { id, name, ...content, revision }
}

function valuesOf(template: JobTemplate | null, members: readonly Named[]) {
  const { dates = NO_DATES, timeBudget = null, ...said } = template ?? { name: '', ...EMPTY_CONTENT }
  const { name, title, assigneeIds, roleIds, client } = said
  return {
    name,
    title,
    assigneeIds: assigneeIds as string[],
    roleIds: roleIds as string[],
    client: { ...client, statusId: client.statusId as string | null },
    priority: said.priority as Priority,
    description: typedFrom(said.description, members),
    comments: said.comments.map((text) => typedFrom(text, members)),
    dates: datesDraft(dates),
    hours: (timeBudget === null ? '' : timeBudget / 60) as number | '',
  }
}

function stored({ dates, hours, description, comments, ...values }: JobTemplateValues, members: readonly Named[]) {
  return {
    ...values,
    description: storedFrom(description, members),
    comments: comments.filter((text) => text.trim() !== '').map((text) => storedFrom(text, members)),
    dates: plannedDatesOf(dates),
    timeBudget: hours === '' ? null : Math.round(hours * 60),
  }
}
