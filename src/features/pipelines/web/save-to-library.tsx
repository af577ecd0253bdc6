import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { libraryContract } from '#features/library/contract.ts'
import { useFormAct } from '#web/api/form.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Form, SendOrCancel } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { useOpenPipeline } from './open-pipeline.tsx'

/** Puts the newest version with everything it uses into the firm's own library (D-21). */
export function SaveToLibrary({ onClose }: { onClose: () => void }) {
  const t = useText()
  const toast = useToast()
  const { view } = useOpenPipeline().kept
  const form = useForm({ initialValues: { name: view.name, summary: '' } })
  const act = useFormAct(libraryContract.saveOwnPack, form, {
    input: (values) => ({ body: { ...values, pipelineId: view.id } }),
    onDone: ({ name }) => {
      toast(t('library.saved', { name }))
      onClose()
    },
  })
  return (
    <Dialog opened title={t('library.save')} onClose={onClose}>
      <Form onSubmit={act.submit}>
        <p>{t('library.save_text', { version: view.version ?? 1 })}</p>
        <TextInput label={t('pipelines.name')} maxLength={120} {...form.getInputProps('name')} />
        <Textarea
          label={t('library.summary')}
          description={t('ui.optional')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          maxLength={500}
          autosize
          minRows={2}
          {...form.getInputProps('summary')}
        />
        <ProblemNote problem={act.problem} />
        <SendOrCancel isRunning={act.isRunning} onCancel={onClose}>
          {t('library.save')}
        </SendOrCancel>
      </Form>
    </Dialog>
  )
}
