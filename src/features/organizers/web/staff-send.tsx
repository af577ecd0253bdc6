import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useId, useState } from 'react'
import { templatesContract } from '#features/templates/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { AccountPicker, ChosenAccounts } from '#web/pick/account-picker.tsx'
import { useText } from '#web/text.tsx'
import { organizersContract } from '../contract.ts'
import styles from './staff-send.module.css'

/** As many as one call sends to. */
const MOST = 50

export type SendOrganizerProps = {
  /** chosen already: the clients ticked in a list; they can still be changed */
  accountIds?: readonly string[]
  /** the job that shall wait for it, with its client; then nobody else is asked for (ORG-31) */
  job?: { id: string; name: string; accountId: string; accountName: string }
  onClose: () => void
}

/** Sends an organizer by hand, to one client or several (ORG-30). */
export function SendOrganizer(props: SendOrganizerProps) {
  const t = useText()
  const query = { kind: 'organizer' as const, limit: 100 }
  const { data, error } = useEndpoint(templatesContract.listTemplates, { query })
  if (data && data.items.length > 0) {
    return <SendForm {...props} templates={data.items.map(({ id, name }) => ({ value: id, label: name }))} />
  }
  return (
    <Drawer title={t('organizers.send')} onClose={props.onClose}>
      <ProblemNote problem={error} />
      {data && (
        <EmptyState
          title={t('organizers.send_none')}
          text={t('organizers.send_none_text')}
          action={{ label: t('organizers.none_action'), to: '/templates/organizers' }}
        />
      )}
      {!data && !error && <SkeletonLines lines={5} />}
    </Drawer>
  )
}

type FormProps = SendOrganizerProps & { templates: { value: string; label: string }[] }

function SendForm({ accountIds = [], job, templates, onClose }: FormProps) {
  const t = useText()
  const formId = useId()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(job ? [job.accountId] : accountIds))
  const form = useForm({ initialValues: { templateId: templates.length === 1 ? templates[0]!.value : '', name: '' } })
  const { submit, isRunning, problem } = useSending(form, chosen, job, onClose)
  const ready = form.values.templateId !== '' && chosen.size > 0 && chosen.size <= MOST
  return (
    <Drawer
      title={t('organizers.send')}
      summary={job && `${job.accountName} · ${job.name}`}
      onClose={onClose}
      footer={
        <>
          <span>{t('organizers.send_at_once')}</span>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={isRunning} disabled={!ready}>
            {t('organizers.send_button', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className={styles.form} noValidate>
        <ProblemNote problem={problem} />
        <Select
          label={t('organizers.send_template')}
          description={job && t('organizers.send_job')}
          data={templates}
          searchable
          {...form.getInputProps('templateId')}
        />
        <TextInput
          label={t('organizers.send_name')}
          description={t('organizers.send_name_help')}
          maxLength={200}
          {...form.getInputProps('name')}
        />
        {!job && accountIds.length === 0 && <AccountPicker chosen={chosen} onChange={setChosen} />}
        {!job && accountIds.length > 0 && <ChosenAccounts chosen={chosen} onChange={setChosen} />}
        {chosen.size > MOST && <Note tone="wait">{t('organizers.send_many', { most: MOST })}</Note>}
      </form>
    </Drawer>
  )
}

function useSending(
  form: ReturnType<typeof useForm<{ templateId: string; name: string }>>,
  chosen: ReadonlySet<string>,
  job: SendOrganizerProps['job'],
  onClose: () => void,
) {
  const t = useText()
  const toast = useToast()
  return useFormAct(organizersContract.sendOrganizers, form, {
    input: ({ templateId, name }) => ({
      body: {
        templateId,
        accountIds: [...chosen],
        ...(name.trim() === '' ? {} : { name }),
        ...(job ? { jobIds: [job.id] } : {}),
      },
    }),
    touches: ['jobs'],
    onDone: ({ items }) => {
      toast(t('organizers.sent_now', { count: items.length, mails: items.reduce((sum, { mails }) => sum + mails, 0) }))
      onClose()
    },
  })
}
