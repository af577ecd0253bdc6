import { Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { StatusColor } from '#engine/core/pipeline.ts'
import { pipelinesContract } from '#features/pipelines/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { ColorField } from '#web/design/color-name.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { Form, SendOrCancel } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import type { Job } from '../schemas.ts'

export type NewJobStatusProps = { job: Job; onMade: (statusId: string) => void; onClose: () => void }

/** A custom status for the job's pipeline, made where it was missing; its automations are given to it in the editor (J-41). */
export function NewJobStatus({ job: { pipelineId, pipelineName }, onMade, onClose }: NewJobStatusProps) {
  const t = useText()
  const form = useForm({ initialValues: { name: '', color: 'gray' as StatusColor, automove: false } })
  const act = useFormAct(pipelinesContract.addJobStatus, form, {
    input: (body) => ({ params: { id: pipelineId }, body }),
    touches: ['jobs'],
    onDone: ({ id }) => {
      onMade(id)
      onClose()
    },
  })
  return (
    <Dialog opened title={t('job.new_status')} onClose={onClose}>
      <Form onSubmit={act.submit}>
        <TextInput
          label={t('job.status_name')}
          description={t('job.status_of', { pipeline: pipelineName })}
          maxLength={60}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <ColorField inputs={form.getInputProps('color')} />
        <Switch
          label={t('job.status_automove')}
          checked={form.values.automove}
          onChange={(event) => form.setFieldValue('automove', event.currentTarget.checked)}
        />
        <ProblemNote problem={act.problem} />
        <SendOrCancel isRunning={act.isRunning} onCancel={onClose}>
          {t('job.add_status')}
        </SendOrCancel>
      </Form>
    </Dialog>
  )
}
