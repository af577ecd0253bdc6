import { Button, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useId, useState } from 'react'
import { pipelinesContract } from '#features/pipelines/contract.ts'
import type { JobId, TemplateId } from '#kernel/ids.ts'
import { useFormAct } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { AccountPicker, ChosenAccounts } from '#web/pick/account-picker.tsx'
import { useText } from '#web/text.tsx'
import { jobsContract } from '../contract.ts'
import type { Job } from '../schemas.ts'
import styles from './add-jobs-dialog.module.css'
import { followBulkAct } from './bulk-acts.ts'
import { FirstStage, useMails } from './first-stage.tsx'
import { Details, NOTHING_SAID, saidOtherwise, TemplatePick, useTemplates } from './template-pick.tsx'
import { useMoveChoices } from './use-move-choices.ts'

export type AddJobsDialogProps = {
  /** chosen already: the clients ticked in a list; they can still be changed */
  accountIds?: readonly string[]
  pipelineId?: string
  /** the job that the new one is linked with, and whose client it is for (JC-1) */
  from?: Pick<Job, 'id' | 'name' | 'accountId' | 'accountName'>
  onClose: () => void
}

/** Adds a job for each of some clients: pipeline, stage, name, and which of the stage's automations run (JC-1, A-38). */
export function AddJobsDialog({ accountIds = [], pipelineId, from, onClose }: AddJobsDialogProps) {
  const t = useText()
  const { data, error } = useEndpoint(pipelinesContract.listPipelines, {})
  const published = data?.items.filter((pipeline) => pipeline.version !== null)
  const only = published?.length === 1 ? published[0]!.id : undefined
  if (published && published.length > 0) {
    const pipelines = published.map(({ id, name }) => ({ value: id as string, label: name }))
    const given = from ? [from.accountId] : accountIds
    return <Form pipelines={pipelines} first={pipelineId ?? only} accountIds={given} from={from} onClose={onClose} />
  }
  return (
    <Drawer title={t('add.title')} onClose={onClose}>
      <ProblemNote problem={error} />
      {published && (
        <EmptyState
          title={t('add.no_pipeline')}
          text={t('add.no_pipeline_text')}
          action={{ label: t('add.to_workflow'), to: '/workflow' }}
        />
      )}
      {!published && !error && <SkeletonLines lines={6} />}
    </Drawer>
  )
}

type Choice = { value: string; label: string }
type FormProps = Required<Pick<AddJobsDialogProps, 'accountIds' | 'onClose'>> & {
  pipelines: Choice[]
  first: string | undefined
  from: AddJobsDialogProps['from']
}

function Form({ pipelines, first, accountIds, from, onClose }: FormProps) {
  const t = useText()
  const formId = useId()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(accountIds))
  const choices = useMoveChoices()
  const nameOf = (id: string | null) => {
    const name = pipelines.find(({ value }) => value === id)?.label
    return name ? `${name.replaceAll(/[[\]]/g, '')} [TAX_YEAR]` : ''
  }
  const start = { pipelineId: first ?? null, stageId: null as string | null, name: '' }
  const form = useForm({ initialValues: start })
  const { pipelineId, stageId, name } = form.values
  const [typed, setTyped] = useState(false)
  const [templateId, setTemplateId] = useState<string | null | undefined>(undefined)
  const [said, setSaid] = useState(NOTHING_SAID)
  const ofPipeline = useTemplates(pipelineId, null).ofPipeline
  const begun = templateId === undefined ? ofPipeline : templateId
  const { templates, title } = useTemplates(pipelineId, begun)
  const proposed = title ?? nameOf(pipelineId)
  const shownName = typed ? name : proposed
  const mails = useMails(pipelineId, stageId, choices)
  const { submit, isRunning, problem } = useFormAct(jobsContract.addJobs, form, {
    input: (values) => ({
      body: {
        pipelineId: values.pipelineId ?? '',
        name: shownName,
        templateId: begun as TemplateId | null,
        ...saidOtherwise(said),
        accountIds: [...chosen],
        ...choices.automations,
        ...(from ? { linkedJobId: from.id as JobId } : {}),
        ...(values.stageId ? { stageId: values.stageId } : {}),
      },
    }),
    onDone: (act) => {
      followBulkAct(act.id)
      onClose()
    },
  })
  const choosePipeline = (id: string | null) => {
    form.setValues({ pipelineId: id, stageId: null })
    setTemplateId(undefined)
    choices.forget()
  }
  const ready = pipelineId !== null && chosen.size > 0
  const isDirty = () =>
    typed ||
    templateId !== undefined ||
    said !== NOTHING_SAID ||
    chosen.symmetricDifference(new Set(accountIds)).size > 0
  return (
    <Drawer
      title={t('add.title')}
      summary={from && `${from.accountName} · ${t('add.linked_to', { name: from.name })}`}
      isDirty={isDirty}
      onClose={onClose}
      footer={
        <>
          <span>{mails > 0 && t('add.mails', { mails })}</span>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button type="submit" form={formId} variant="filled" loading={isRunning} disabled={!ready}>
            {t('add.button', { count: chosen.size })}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className={styles.form}>
        <ProblemNote problem={problem} />
        <Select
          label={t('add.pipeline')}
          data={pipelines}
          searchable
          {...form.getInputProps('pipelineId')}
          onChange={choosePipeline}
        />
        {pipelineId && (
          <FirstStage
            pipelineId={pipelineId}
            stageId={stageId}
            onStage={(id) => {
              form.setFieldValue('stageId', id)
              choices.forget()
            }}
            choices={choices}
          />
        )}
        <TemplatePick templates={templates} value={begun} onChange={setTemplateId} />
        <TextInput
          label={t('add.name')}
          description={t('add.name_help')}
          {...form.getInputProps('name')}
          value={shownName}
          onChange={(event) => {
            setTyped(true)
            form.setFieldValue('name', event.currentTarget.value)
          }}
        />
        <Details said={said} withTemplate={begun !== null} onSay={setSaid} />
        {!from && accountIds.length > 0 && <ChosenAccounts chosen={chosen} onChange={setChosen} />}
        {!from && accountIds.length === 0 && <AccountPicker chosen={chosen} onChange={setChosen} />}
      </form>
    </Drawer>
  )
}
