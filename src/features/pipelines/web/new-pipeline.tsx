import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useFormAct } from '#web/api/form.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Form, SendOrCancel } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useText } from '#web/text.tsx'
import { pipelinesContract } from '../contract.ts'

/** Asks how a new pipeline is called, and opens it. */
export function NewPipeline({ onClose }: { onClose: () => void }) {
  const t = useText()
  const navigate = useNavigate()
  const form = useForm({ initialValues: { name: '' } })
  const act = useFormAct(pipelinesContract.createPipeline, form, {
    input: (body) => ({ body }),
    onDone: ({ id }) => void navigate({ to: `/templates/pipelines/${id}` }),
  })
  return (
    <Dialog opened title={t('pipelines.new')} onClose={onClose}>
      <Form onSubmit={act.submit}>
        <TextInput
          label={t('pipelines.name')}
          description={t('pipelines.name_help')}
          maxLength={120}
          {...form.getInputProps('name')}
        />
        <ProblemNote problem={act.problem} />
        <SendOrCancel isRunning={act.isRunning} onCancel={onClose}>
          {t('pipelines.make')}
        </SendOrCancel>
      </Form>
    </Dialog>
  )
}
