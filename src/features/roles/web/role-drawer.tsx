import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { FormDrawer } from '#web/design/form-drawer.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { type AccountRole, rolesContract } from '../contract.ts'
import { DeleteRole } from './delete-role.tsx'

/** A role's name: a new one, or one that exists, which can be deleted too. */
export function RoleDrawer({ item, onClose }: { item: AccountRole | null; onClose: () => void }) {
  return item ? <RenameRole item={item} onClose={onClose} /> : <NewRole onClose={onClose} />
}

function NewRole({ onClose }: { onClose: () => void }) {
  const t = useText()
  const form = useForm({ initialValues: { name: '' } })
  const act = useFormAct(rolesContract.createAccountRole, form, {
    input: (body) => ({ body }),
    touches: ['accounts'],
    onDone: onClose,
  })
  return (
    <FormDrawer title={t('roles.add')} save={t('roles.add')} form={form} act={act} onClose={onClose}>
      <TextInput label={t('roles.name')} {...form.getInputProps('name')} />
    </FormDrawer>
  )
}

/** Works on the state it was opened with; whoever was faster is not overwritten. */
function RenameRole({ item, onClose }: { item: AccountRole; onClose: () => void }) {
  const t = useText()
  const say = useToast()
  const [{ id, name, revision }] = useState(item)
  const form = useForm({ initialValues: { name } })
  const act = useFormAct(rolesContract.renameAccountRole, form, {
    input: (body) => ({ params: { id: id as never }, body, ifMatch: revision }),
    touches: ['accounts', 'pipelines', 'jobs'],
    onDone: () => {
      say(t('ui.saved'))
      onClose()
    },
  })
  const end = <DeleteRole item={item} onDeleted={onClose} />
  return (
    <FormDrawer title={t('roles.rename')} save={t('ui.save')} form={form} act={act} aside={end} onClose={onClose}>
      <TextInput label={t('roles.name')} {...form.getInputProps('name')} />
    </FormDrawer>
  )
}
