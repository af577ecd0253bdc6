import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { FormDrawer } from '#web/design/form-drawer.tsx'
import { useToast } from '#web/design/toast.tsx'
import { ClientStatusFields, NEW_CLIENT_STATUS } from '#web/pick/client-status-fields.tsx'
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
    <FormDrawer
      title={t('client_statuses.edit')}
      save={t('ui.save')}
      form={form}
      act={act}
      aside={<DeleteStatus status={status} onDeleted={onClose} />}
      onClose={onClose}
    >
      <ClientStatusFields form={form} />
    </FormDrawer>
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
  return (
    <FormDrawer title={add} save={add} form={form} act={act} onClose={onClose}>
      <ClientStatusFields form={form} />
    </FormDrawer>
  )
}
