import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useId, useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { type AccountRole, rolesContract } from '../contract.ts'
import { DeleteRole } from './delete-role.tsx'

type Values = { name: string }

/** A role's name: a new one, or one that exists, which can be deleted too. */
export function RoleDrawer({ item, onClose }: { item: AccountRole | null; onClose: () => void }) {
  return item ? <RenameRole item={item} onClose={onClose} /> : <NewRole onClose={onClose} />
}

function NewRole({ onClose }: { onClose: () => void }) {
  const t = useText()
  const form = useForm<Values>({ initialValues: { name: '' } })
  const act = useFormAct(rolesContract.createAccountRole, form, {
    input: (body) => ({ body }),
    touches: ['accounts'],
    onDone: onClose,
  })
  return <RoleForm title={t('roles.add')} save={t('roles.add')} form={form} act={act} onClose={onClose} />
}

/** Works on the state it was opened with; whoever was faster is not overwritten. */
function RenameRole({ item, onClose }: { item: AccountRole; onClose: () => void }) {
  const t = useText()
  const say = useToast()
  const [{ id, name, revision }] = useState(item)
  const form = useForm<Values>({ initialValues: { name } })
  const act = useFormAct(rolesContract.renameAccountRole, form, {
    input: (body) => ({ params: { id: id as never }, body, ifMatch: revision }),
    touches: ['accounts', 'pipelines', 'jobs'],
    onDone: () => {
      say(t('ui.saved'))
      onClose()
    },
  })
  return (
    <RoleForm title={t('roles.rename')} save={t('ui.save')} form={form} act={act} onClose={onClose}>
      <DeleteRole item={item} onDeleted={onClose} />
    </RoleForm>
  )
}

type RoleFormProps = {
  title: string
  save: string
  form: ReturnType<typeof useForm<Values>>
  act: ReturnType<typeof useFormAct>
  onClose: () => void
  children?: ReactNode
}

function RoleForm({ title, save, form, act, onClose, children }: RoleFormProps) {
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
        <TextInput label={t('roles.name')} {...form.getInputProps('name')} />
        <ProblemNote problem={act.problem} />
      </Form>
    </Drawer>
  )
}
