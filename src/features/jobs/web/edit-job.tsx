import { Button, MultiSelect, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { PRIORITIES, type Priority } from '#conditions/model.ts'
import { useFormAct } from '#web/api/form.ts'
import { queryKeyOf } from '#web/api/hooks.ts'
import type { ApiProblem } from '#web/api/problem.ts'
import { LinkButton } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useGuardedClose } from '#web/design/unsaved-guard.tsx'
import { useEscape } from '#web/design/use-escape.ts'
import { ClientStatusPick } from '#web/pick/client-status-pick.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import { jobFieldsContract } from '../contract-fields.ts'
import { storedFrom, typedFrom } from '../rules-mentions.ts'
import type { Job } from '../schemas.ts'
import styles from './edit-job.module.css'
import { MentionField } from './mention-field.tsx'
import { HeldRolesField } from './roles-field.tsx'
import { useMentionable } from './use-mentionable.ts'

/** What a job says, to be changed where it is read (JOB-4 to JOB-10). Escape leaves it as it was. */
export function EditJob({ job, onDone }: { job: Job; onDone: () => void }) {
  const t = useText()
  const members = useMentionable()
  const queries = useQueryClient()
  const [base, setBase] = useState(job)
  const mayBudget = useRight('manage_time_budget')
  const form = useForm({ initialValues: valuesOf(job, members) })
  type Values = typeof form.values
  const bodyOf = ({ hours, description, startOn, dueOn, ...values }: Values) => ({
    ...values,
    description: storedFrom(description, members),
    startOn: startOn === '' ? null : startOn,
    dueOn: dueOn === '' ? null : dueOn,
    ...(mayBudget ? { timeBudget: hours === '' ? null : Math.round(hours * 60) } : {}),
  })
  const { submit, isRunning, problem } = useFormAct(jobFieldsContract.changeJob, form, {
    input: (values) => ({ params: { id: job.id }, body: bodyOf(values), ifMatch: base.revision }),
    pathOf: (path) => (path === 'timeBudget' ? 'hours' : path),
    touches: ['pipelines'],
    onDone: (saved) => {
      queries.setQueryData(queryKeyOf(jobsContract.getJob, { params: { id: job.id } }), saved)
      onDone()
    },
  })
  const { close, guard } = useGuardedClose(onDone, () => form.isDirty())
  useEscape(close)
  const take = (theirs: Job) => {
    setBase(theirs)
    form.setValues(valuesOf(theirs, members))
  }
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      <TextInput label={t('job.name')} maxLength={255} data-autofocus {...form.getInputProps('name')} />
      <MentionField
        tools
        label={t('job.description')}
        description={t('job.mention_help')}
        value={form.values.description}
        onChange={(typed) => form.setFieldValue('description', typed)}
        error={form.errors['description']}
      />
      <div className={styles.people}>
        <MultiSelect
          label={t('job.assignees')}
          searchable
          data={members
            .filter(({ id, works }) => works || form.values.assigneeIds.includes(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('assigneeIds')}
        />
        <HeldRolesField accountId={job.accountId} {...form.getInputProps('roleIds')} />
      </div>
      <div className={styles.grid}>
        <Select
          label={t('job.priority')}
          allowDeselect={false}
          data={PRIORITIES.map((value) => ({ value, label: t(`job.priority_${value}`) }))}
          {...form.getInputProps('priority')}
        />
        <TextInput type="date" label={t('job.start')} {...form.getInputProps('startOn')} />
        <TextInput type="date" label={t('job.due')} {...form.getInputProps('dueOn')} />
        {mayBudget && (
          <NumberInput
            label={t('job.budget')}
            description={t('job.budget_help')}
            min={0}
            max={10_000}
            decimalScale={2}
            {...form.getInputProps('hours')}
          />
        )}
      </div>
      <Switch
        label={t('job.client_shown')}
        checked={form.values.client.visible}
        onChange={(event) => form.setFieldValue('client.visible', event.currentTarget.checked)}
      />
      {form.values.client.visible && (
        <>
          <ClientStatusPick
            clearable
            placeholder={t('template.no_status')}
            value={form.values.client.statusId}
            error={form.errors['client.statusId']}
            onChange={(statusId, description) =>
              form.setFieldValue('client', { ...form.values.client, statusId, ...(statusId ? { description } : {}) })
            }
          />
          <TextInput
            label={t('job.client_name')}
            placeholder={form.values.name}
            maxLength={255}
            {...form.getInputProps('client.name')}
          />
          <Textarea
            label={t('job.client_text')}
            autosize
            minRows={2}
            maxRows={8}
            maxLength={10_000}
            {...form.getInputProps('client.description')}
          />
        </>
      )}
      <Refused problem={problem} onTheirs={take} onMine={setBase} />
      {guard}
      <div className={styles.buttons}>
        <Button variant="subtle" onClick={onDone}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" variant="filled" loading={isRunning} disabled={!form.isDirty()}>
          {t('ui.save')}
        </Button>
      </div>
    </form>
  )
}

function valuesOf(job: Job, members: ReturnType<typeof useMentionable>) {
  const { visible, statusId, name, description } = job.client
  return {
    name: job.name,
    description: typedFrom(job.description, members),
    assigneeIds: job.people.map((person) => person.id),
    roleIds: [] as string[],
    priority: job.priority as Priority,
    startOn: job.startOn ?? '',
    dueOn: job.dueOn ?? '',
    hours: (job.timeBudget === null ? '' : job.timeBudget / 60) as number | '',
    client: { visible, statusId, name, description },
  }
}

type RefusedProps = { problem: ApiProblem | null; onTheirs: (job: Job) => void; onMine: (job: Job) => void }

/** Somebody else saved first: nothing typed is lost, and one chooses. */
function Refused({ problem, onTheirs, onMine }: RefusedProps) {
  const t = useText()
  const theirs = problem?.code === 'stale' ? (problem.detail.current as Job) : null
  const [settled, setSettled] = useState<Job | null>(null)
  if (!theirs) return <ProblemNote problem={problem} />
  if (settled === theirs) return null
  const choose = (act: (job: Job) => void) => {
    setSettled(theirs)
    act(theirs)
  }
  return (
    <div role="alert">
      <Note
        tone="wait"
        title={t('job.stale')}
        actions={
          <>
            <LinkButton onClick={() => choose(onTheirs)}>{t('job.take_theirs')}</LinkButton>
            <LinkButton onClick={() => choose(onMine)}>{t('job.keep_mine')}</LinkButton>
          </>
        }
      />
    </div>
  )
}
