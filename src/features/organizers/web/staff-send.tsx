import { Button, Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { lazy, Suspense, useId, useState } from 'react'
import { templatesContract } from '#features/templates/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer, DrawerColumns } from '#web/design/drawer.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { AccountPicker, ChosenAccounts } from '#web/pick/account-picker.tsx'
import { useText } from '#web/text.tsx'
import { organizersContract } from '../contract.ts'
import { nameProblems } from '../rules.ts'
import { CodedName } from './edit/coded-name.tsx'
import { JobsToWait } from './send/jobs-to-wait.tsx'
import type { SendingPreviewProps } from './send/sending-preview.tsx'
import styles from './staff-send.module.css'

const SendingPreview = lazy(async () => ({ default: (await import('./send/sending-preview.tsx')).SendingPreview }))

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
  const [jobIds, setJobIds] = useState<string[]>(job ? [job.id] : [])
  const { submit, isRunning, problem } = useSending(form, chosen, jobIds, onClose)
  const { templateId, name } = form.values
  const ready = templateId !== '' && chosen.size > 0 && chosen.size <= MOST && nameProblems('name', name).length === 0
  const choose = (accounts: ReadonlySet<string>) => {
    setChosen(accounts)
    setJobIds([])
  }
  return (
    <Drawer
      title={t('organizers.send')}
      width="wide"
      summary={job && `${job.accountName} · ${job.name}`}
      onClose={onClose}
      isDirty={() => form.isDirty()}
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
      <DrawerColumns
        main={
          <form id={formId} onSubmit={submit} className={styles.form} noValidate>
            <ProblemNote problem={problem} />
            <WhatToSend form={form} templates={templates} isForJob={job !== undefined} />
            {!job && accountIds.length === 0 && <AccountPicker chosen={chosen} onChange={choose} />}
            {!job && accountIds.length > 0 && <ChosenAccounts chosen={chosen} onChange={choose} />}
            {!job && chosen.size === 1 && (
              <JobsToWait accountId={[...chosen][0]!} chosen={jobIds} onChange={setJobIds} />
            )}
            {chosen.size > MOST && <Note tone="wait">{t('organizers.send_many', { most: MOST })}</Note>}
          </form>
        }
        side={<WhatIsSent templateId={templateId} name={name} accountName={job?.accountName} />}
      />
    </Drawer>
  )
}

type Form = ReturnType<typeof useForm<{ templateId: string; name: string }>>
type WhatToSendProps = { form: Form; templates: FormProps['templates']; isForJob: boolean }

/** Which template, and under which name. */
function WhatToSend({ form, templates, isForJob }: WhatToSendProps) {
  const t = useText()
  const { name } = form.values
  return (
    <>
      <Select
        label={t('organizers.send_template')}
        description={isForJob && t('organizers.send_job')}
        data={templates}
        searchable
        {...form.getInputProps('templateId')}
      />
      <CodedName
        label={t('organizers.send_name')}
        description={t('organizers.send_name_help')}
        value={name}
        problem={nameProblems('name', name)[0]}
        onChange={(typed) => form.setFieldValue('name', typed)}
      />
    </>
  )
}

/** What the client gets, once a template is chosen. */
function WhatIsSent(shown: SendingPreviewProps) {
  const t = useText()
  if (shown.templateId === '') return <p className={styles.hint}>{t('orgsend.preview')}</p>
  return (
    <Suspense fallback={<SkeletonLines lines={8} />}>
      <SendingPreview {...shown} />
    </Suspense>
  )
}

function useSending(form: Form, chosen: ReadonlySet<string>, jobIds: string[], onClose: () => void) {
  const t = useText()
  const toast = useToast()
  return useFormAct(organizersContract.sendOrganizers, form, {
    input: ({ templateId, name }) => ({
      body: {
        templateId,
        accountIds: [...chosen],
        ...(name.trim() === '' ? {} : { name }),
        ...(jobIds.length > 0 ? { jobIds } : {}),
      },
    }),
    touches: ['jobs'],
    onDone: ({ items }) => {
      toast(t('organizers.sent_now', { count: items.length, mails: items.reduce((sum, { mails }) => sum + mails, 0) }))
      onClose()
    },
  })
}
