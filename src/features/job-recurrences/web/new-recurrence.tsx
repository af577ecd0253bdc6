import { Select } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { pipelinesContract } from '#features/pipelines/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { FormDrawer } from '#web/design/form-drawer.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { AccountPicker } from '#web/pick/account-picker.tsx'
import { scheduleDraft, scheduleOf } from '#web/schedule/schedule-draft.ts'
import { ScheduleFields } from '#web/schedule/schedule-fields.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { jobRecurrencesContract } from '../contract.ts'
import { NameField } from './name-field.tsx'

export type NewRecurrenceProps = {
  /** chosen already; both can still be changed */
  pipelineId: string | undefined
  accountId: string | undefined
  onClose: () => void
}

/** Lets a job come again for some clients: pipeline, clients, name and schedule (J-20, J-23). */
export function NewRecurrence({ pipelineId, accountId, onClose }: NewRecurrenceProps) {
  const t = useText()
  const { data, error } = useEndpoint(pipelinesContract.listPipelines, {})
  const published = data?.items.filter((pipeline) => pipeline.version !== null)
  if (published && published.length > 0) {
    const pipelines = published.map(({ id, name }) => ({ value: id as string, label: name }))
    const first = pipelineId ?? (pipelines.length === 1 ? pipelines[0]!.value : null)
    return <NewForm pipelines={pipelines} first={first} accountId={accountId} onClose={onClose} />
  }
  return (
    <Drawer title={t('recurrences.new')} onClose={onClose}>
      <ProblemNote problem={error} />
      {published && <EmptyState title={t('recurrences.no_pipeline')} />}
      {!published && !error && <SkeletonLines lines={8} />}
    </Drawer>
  )
}

type FormProps = Pick<NewRecurrenceProps, 'accountId' | 'onClose'> & {
  pipelines: { value: string; label: string }[]
  first: string | null
}

function NewForm({ pipelines, first, accountId, onClose }: FormProps) {
  const t = useText()
  const { today } = useFormat()
  const toast = useToast()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(accountId ? [accountId] : []))
  const form = useForm({
    initialValues: { pipelineId: first, name: '', schedule: scheduleDraft(null, today()) },
  })
  useDefaultSchedule(form.values.pipelineId, (schedule) => form.setFieldValue('schedule', schedule))
  const act = useFormAct(jobRecurrencesContract.createJobRecurrences, form, {
    input: ({ pipelineId, name, schedule }) => ({
      body: { pipelineId: pipelineId ?? '', accountIds: [...chosen], name, schedule: scheduleOf(schedule) },
    }),
    touches: ['job-recurrences', 'jobs'],
    onDone: ({ created }) => {
      toast(t('recurrences.added', { count: created }))
      onClose()
    },
  })
  return (
    <FormDrawer
      title={t('recurrences.new')}
      save={t('recurrences.add')}
      disabled={chosen.size === 0}
      form={form}
      act={act}
      onClose={onClose}
    >
      <Select label={t('recurrences.pipeline')} data={pipelines} {...form.getInputProps('pipelineId')} />
      <NameField {...form.getInputProps('name')} />
      <ScheduleFields form={form} />
      <AccountPicker chosen={chosen} onChange={setChosen} />
    </FormDrawer>
  )
}

/** What the pipeline's recurrences begin with (SET-6), each time another pipeline is chosen. */
function useDefaultSchedule(
  pipelineId: string | null,
  set: (schedule: ReturnType<typeof scheduleDraft>) => void,
): void {
  const { today } = useFormat()
  const [taken, setTaken] = useState<string | null>(null)
  const params = { id: pipelineId ?? '' }
  const { data } = useEndpoint(pipelinesContract.getPipeline, { params }, { enabled: pipelineId !== null })
  if (!data || data.id !== pipelineId || taken === data.id) return
  setTaken(data.id)
  if (data.settings.recurrence) set(scheduleDraft(data.settings.recurrence, today()))
}
