import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useId, useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { ClientStatusFields, type ClientStatusValues, NEW_CLIENT_STATUS } from '#web/pick/client-status-fields.tsx'
import { useText } from '#web/text.tsx'
import { clientStatusesContract, type FirmClientStatus } from '../contract.ts'
import { DeleteStatus } from './delete-status.tsx'

/** A status that exists: its name, colour and text, or its end. */
export function StatusDrawer({ status, onClose }: { status: FirmClientStatus; onClose: () => void }) {
  const t = useText()
  const say = useToast()
  /** works on the state it was opened with; whoever was faster is not overwritten */
  const [{ id, name, color, description, revision }] = useState(status)
  const form = useForm({ initialValues: { name, color, description } })
  const act = useFormAct(clientStatusesContract.changeClientStatus, form, {
    input: (body) => ({ params: { id }, body, ifMatch: revision }),
    touches: ['pipelines', 'jobs'],
    onDone: () => {
      say(t('ui.saved'))
      onClose()
    },
  })
  return (
    <StatusForm title={t('client_statuses.edit')} save={t('ui.save')} form={form} act={act} onClose={onClose}>
      <DeleteStatus status={status} onDeleted={onClose} />
    </StatusForm>
  )
}

/** A new status, the last of the list. */
export function NewStatusDrawer({ onClose }: { onClose: () => void }) {
  const t = useText()
  const form = useForm({ initialValues: NEW_CLIENT_STATUS })
  const act = useFormAct(clientStatusesContract.createClientStatus, form, {
    input: (body) => ({ body }),
    onDone: onClose,
  })
  const add = t('client_statuses.add')
  return <StatusForm title={add} save={add} form={form} act={act} onClose={onClose} />
}

type StatusFormProps = {
  title: string
  save: string
  form: ReturnType<typeof useForm<ClientStatusValues>>
  act: ReturnType<typeof useFormAct>
  onClose: () => void
  children?: ReactNode
}

function StatusForm({ title, save, form, act, onClose, children }: StatusFormProps) {
  const t = useText()
  const formId = useId()
  return (
    <Drawer
      title={title}
      onClose={onClose}
      isDirty={() => form.isDirty()}
      footer={
        <>
          <div>{children}</div>
          <Button variant="subtle" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button variant="filled" type="submit" form={formId} loading={act.isRunning}>
            {save}
          </Button>
        </>
      }
    >
      <Form id={formId} onSubmit={act.submit}>
        <ClientStatusFields form={form} />
        <ProblemNote problem={act.problem} />
      </Form>
    </Drawer>
  )
}
