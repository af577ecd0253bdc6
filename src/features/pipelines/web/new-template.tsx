import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import type { ReactNode } from 'react'
import type { TemplateKind } from '#engine/core/pipeline.ts'
import { emailsContract } from '#features/emails/contract.ts'
import { organizersContract } from '#features/organizers/contract.ts'
import { tasksContract } from '#features/tasks/contract.ts'
import type { TemplateId } from '#kernel/ids.ts'
import { type FormAct, useFormAct } from '#web/api/form.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Form, SendOrCancel } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useReturnedFocus } from '#web/design/returned-focus.ts'
import { useText } from '#web/text.tsx'

type Made = { id: TemplateId; name: string }
type FormProps = { onMade: (made: Made) => void; onClose: () => void }

/** Makes a template without leaving the pipeline (A-7, ORG-5): the least that makes it work; the rest in its own editor. */
export function NewTemplate({ kind, ...rest }: FormProps & { kind: TemplateKind }) {
  switch (kind) {
    case 'organizer':
      return <NewOrganizer {...rest} />
    case 'task':
      return <NewTask {...rest} />
    case 'email':
      return <NewEmail {...rest} />
  }
}

function NewEmail({ onMade, onClose }: FormProps) {
  const t = useText()
  const form = useForm({ initialValues: { name: '', subject: '', body: '' } })
  const act = useFormAct(emailsContract.createEmailTemplate, form, {
    input: (body) => ({ body }),
    onDone: onMade,
    touches: ['templates'],
  })
  return (
    <Frame title={t('pipelines.new_email')} form={form} act={act} onClose={onClose}>
      <TextInput label={t('pipelines.email_subject')} maxLength={200} {...form.getInputProps('subject')} />
      <Textarea label={t('pipelines.email_body')} autosize minRows={6} maxRows={16} {...form.getInputProps('body')} />
    </Frame>
  )
}

function NewTask({ onMade, onClose }: FormProps) {
  const t = useText()
  const form = useForm({ initialValues: { name: '', title: '', dueInDays: '' as number | '' } })
  const act = useFormAct(tasksContract.createTaskTemplate, form, {
    input: ({ dueInDays, ...values }) => ({ body: { ...values, dates: dueIn(dueInDays) } }),
    pathOf: (path) => (path.startsWith('dates') ? 'dueInDays' : path),
    onDone: ({ id, name }) => onMade({ id: id as TemplateId, name }),
    touches: ['templates'],
  })
  return (
    <Frame title={t('pipelines.new_task')} form={form} act={act} onClose={onClose}>
      <TextInput label={t('pipelines.task_title')} maxLength={255} {...form.getInputProps('title')} />
      <NumberInput
        label={t('pipelines.task_due')}
        min={0}
        max={999}
        allowDecimal={false}
        {...form.getInputProps('dueInDays')}
      />
    </Frame>
  )
}

/** Counted from the day the task is made (JD-4). */
function dueIn(days: number | '') {
  const span = days === '' ? null : { count: days, unit: 'day' as const }
  return { kind: 'relative' as const, startIn: null, dueIn: span }
}

function NewOrganizer({ onMade, onClose }: FormProps) {
  const t = useText()
  const form = useForm({ initialValues: { name: '', organizerName: '', questions: '' } })
  const act = useFormAct(organizersContract.createOrganizerTemplate, form, {
    input: ({ name, organizerName, questions }) => ({
      body: { name, organizerName, definition: asked(questions, t('pipelines.first_section')) },
    }),
    pathOf: (path) => (path.startsWith('definition') ? 'questions' : path),
    onDone: onMade,
    touches: ['templates'],
  })
  return (
    <Frame title={t('pipelines.new_organizer')} form={form} act={act} onClose={onClose}>
      <TextInput label={t('pipelines.client_name')} maxLength={200} {...form.getInputProps('organizerName')} />
      <Textarea
        label={t('pipelines.questions')}
        description={t('pipelines.questions_help')}
        autosize
        minRows={4}
        maxRows={16}
        {...form.getInputProps('questions')}
      />
    </Frame>
  )
}

/** One text question per line. */
function asked(lines: string, name: string) {
  const labels = lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const blocks = labels.map((label, at) => ({
    type: 'text' as const,
    id: `question_${at + 1}`,
    label,
    required: true,
    condition: null,
  }))
  return { sections: [{ id: 'section_1', name, condition: null, blocks }] }
}

type FrameProps<Values extends { name: string }> = {
  title: string
  form: UseFormReturnType<Values>
  act: FormAct
  onClose: () => void
  children: ReactNode
}

function Frame<Values extends { name: string }>({ title, form, act, onClose, children }: FrameProps<Values>) {
  const t = useText()
  useReturnedFocus()
  return (
    <Dialog opened title={title} onClose={onClose}>
      <Form onSubmit={act.submit}>
        <TextInput
          label={t('pipelines.template_name')}
          description={t('pipelines.template_name_help')}
          maxLength={120}
          {...form.getInputProps('name')}
        />
        {children}
        <ProblemNote problem={act.problem} />
        <SendOrCancel isRunning={act.isRunning} onCancel={onClose}>
          {t('pipelines.make_template')}
        </SendOrCancel>
      </Form>
    </Dialog>
  )
}
