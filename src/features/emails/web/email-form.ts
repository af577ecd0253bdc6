import { type UseFormReturnType, useForm } from '@mantine/form'
import { useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { FieldProblem } from '#kernel/refusal.ts'
import { useFormAct } from '#web/api/form.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { type EmailTemplate, emailsContract } from '../contract.ts'
import { type EmailText, emailProblems } from '../rules.ts'

export type EmailValues = { name: string; subject: string; body: string }

export type EmailForm = {
  form: UseFormReturnType<EmailValues>
  /** what is wrong with its shortcodes at the moment (D-7) */
  problems: FieldProblem[]
  /** what can be previewed; null while something is missing or wrong */
  readable: EmailText | null
  /** the template as the form knows it; null before it is saved for the first time */
  base: EmailTemplate | null
  /** what somebody else saved meanwhile */
  newer: EmailTemplate | null
  takeNewer: () => void
  save: (event: FormEvent<HTMLFormElement>) => void
  isSaving: boolean
  problem: ApiProblem | null
  isDirty: () => boolean
}

/**
 * The state of the editor. A refusal loses nothing: where somebody else was faster, `onAskAgain` fetches theirs, and both
 * stay. After the first saving the address names the new template.
 */
export function useEmailForm(template: EmailTemplate | null, onAskAgain: () => void): EmailForm {
  const t = useText()
  const toast = useToast()
  const { history } = useRouter()
  const [base, setBase] = useState(template)
  const form = useForm<EmailValues>({ mode: 'controlled', initialValues: valuesOf(template) })
  const saved = useRef(valuesOf(template))
  const keep = (known: EmailTemplate) => {
    saved.current = valuesOf(known)
    setBase(known)
  }
  const onDone = (answer: EmailTemplate) => {
    keep(answer)
    toast(t('emails.saved', { version: answer.version }))
    if (!base) history.replace(`/templates/emails/${answer.id}`)
  }
  const create = useFormAct(emailsContract.createEmailTemplate, form, {
    input: (body) => ({ body }),
    onDone,
    touches: ['templates'],
  })
  const change = useFormAct(emailsContract.changeEmailTemplate, form, {
    input: (body) => ({ body, params: { id: base?.id ?? '' }, ifMatch: base?.revision ?? 0 }),
    onDone,
    touches: ['templates'],
  })
  const act = base ? change : create
  const problems = emailProblems(form.values)
  const newer = template && base && template.revision > base.revision ? template : null
  const isStale = act.problem?.code === 'stale'
  useEffect(() => {
    if (isStale) onAskAgain()
  }, [isStale, onAskAgain])
  return {
    form,
    problems,
    readable: problems.length === 0 ? readableOf(form.values) : null,
    base,
    newer,
    takeNewer() {
      if (!newer) return
      keep(newer)
      form.setValues(valuesOf(newer))
    },
    save(event) {
      if (problems.length > 0) event.preventDefault()
      else act.submit(event)
    },
    isSaving: act.isRunning,
    problem: isStale && newer ? null : act.problem,
    isDirty: () => !isSame(form.getValues(), saved.current),
  }
}

function valuesOf(template: EmailTemplate | null): EmailValues {
  return { name: template?.name ?? '', subject: template?.subject ?? '', body: template?.body ?? '' }
}

function readableOf({ subject, body }: EmailValues): EmailText | null {
  return subject.trim() === '' || body.trim() === '' ? null : { subject, body }
}

function isSame(one: EmailValues, other: EmailValues): boolean {
  return one.name === other.name && one.subject === other.subject && one.body === other.body
}
