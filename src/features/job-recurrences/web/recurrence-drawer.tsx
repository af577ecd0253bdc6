import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useId, useState } from 'react'
import type { Id } from '#kernel/ids.ts'
import { useFormAct, useNewer, useTold } from '#web/api/form.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { LinkButton, TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { scheduleDraft, scheduleOf } from '#web/schedule/schedule-draft.ts'
import { ScheduleFields } from '#web/schedule/schedule-fields.tsx'
import { useRight } from '#web/session.tsx'
import { useFormat, useText, useTextOr } from '#web/text.tsx'
import { type JobRecurrence, jobRecurrencesContract } from '../contract.ts'
import { NameField } from './name-field.tsx'
import styles from './recurrence-form.module.css'

export type RecurrenceDrawerProps = {
  recurrenceId: string
  /** what happened to it; belongs to another slice */
  history: ReactNode
  onClose: () => void
}

/** One job that comes again: what comes, when; it can be changed and ended (J-23, J-26). */
export function RecurrenceDrawer({ recurrenceId, ...rest }: RecurrenceDrawerProps) {
  const t = useText()
  const params = { id: recurrenceId as Id<'recurrence'> }
  const { data, error } = useEndpoint(jobRecurrencesContract.getJobRecurrence, { params }, { hears: ['accounts'] })
  if (data) return <Editor key={data.id} recurrence={data} {...rest} />
  return (
    <Drawer title={error ? t('refusal.not_found') : t('ui.loading')} onClose={rest.onClose}>
      <ProblemNote problem={error} />
      {!error && <SkeletonLines lines={8} />}
    </Drawer>
  )
}

type EditorProps = Omit<RecurrenceDrawerProps, 'recurrenceId'> & { recurrence: JobRecurrence }

function Editor({ recurrence, history, onClose }: EditorProps) {
  const t = useText()
  const { today } = useFormat()
  const formId = useId()
  const toast = useToast()
  const mayChange = useRight('manage_job_recurrences')
  const [revision, setRevision] = useState(recurrence.revision)
  const read = { name: recurrence.name, schedule: scheduleDraft(recurrence.schedule, today()) }
  const form = useForm({ initialValues: read })
  useNewer(recurrence.revision > revision, form, () => {
    setRevision(recurrence.revision)
    form.setInitialValues(read)
    form.setValues(read)
  })
  const hasEnded = recurrence.nextOn === null
  const { submit, isRunning, problem } = useFormAct(jobRecurrencesContract.changeJobRecurrence, form, {
    input: ({ name, schedule }) => ({
      params: { id: recurrence.id as Id<'recurrence'> },
      body: { name, schedule: scheduleOf(schedule) },
      ifMatch: revision,
    }),
    touches: ['job-recurrences', 'jobs'],
    onDone: () => {
      toast(t('recurrences.saved'))
      onClose()
    },
  })
  useTold<JobRecurrence>(problem, (current) => setRevision(current.revision))
  const save = (
    <Button type="submit" form={formId} variant="filled" loading={isRunning} disabled={!hasEnded && !form.isDirty()}>
      {hasEnded ? t('recurrences.start_again') : t('ui.save')}
    </Button>
  )
  return (
    <Drawer
      title={recurrence.name}
      eyebrow={<TextLink to={`/clients/${recurrence.accountId}`}>{recurrence.accountName}</TextLink>}
      summary={<Next recurrence={recurrence} />}
      onClose={onClose}
      isDirty={() => form.isDirty()}
      footer={
        mayChange && (
          <>
            <span>{!hasEnded && <End recurrence={recurrence} onDone={onClose} />}</span>
            {save}
          </>
        )
      }
    >
      <p className={styles.where}>
        <TextLink to={`/workflow/${recurrence.pipelineId}`}>{recurrence.pipelineName}</TextLink>
      </p>
      <form id={formId} onSubmit={submit} noValidate>
        <fieldset className={styles.fields} disabled={!mayChange}>
          <NameField {...form.getInputProps('name')} />
          <ScheduleFields form={form} />
        </fieldset>
        <ProblemNote problem={problem} />
      </form>
      {history}
    </Drawer>
  )
}

/** When it comes next, or why it doesn't. */
function Next({ recurrence: { nextOn, paused } }: { recurrence: JobRecurrence }) {
  const t = useText()
  const { date } = useFormat()
  if (nextOn === null) return t('recurrences.ended')
  return paused ? t('recurrences.paused') : t('recurrences.next_on', { date: date(nextOn, 'weekday') })
}

function End({ recurrence: { id, name }, onDone }: { recurrence: JobRecurrence; onDone: () => void }) {
  const t = useText()
  const textOr = useTextOr()
  const toast = useToast()
  const { run, isRunning } = useAct(jobRecurrencesContract.endJobRecurrence, {
    onDone: () => {
      toast(t('recurrences.ended_now', { name }))
      onDone()
    },
    onProblem: ({ code }) => toast(textOr(`refusal.${code}`, 'refusal.bug'), { failed: true }),
  })
  return (
    <LinkButton danger disabled={isRunning} onClick={() => void run({ params: { id: id as Id<'recurrence'> } })}>
      {t('recurrences.end')}
    </LinkButton>
  )
}
