import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { FormDrawer } from '#web/design/form-drawer.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { accountsContract } from '../contract.ts'
import type { Account } from '../schemas.ts'
import { TypeField } from './new-client-drawer.tsx'

/**
 * Name, type and client number. It works on the state it was opened with: if somebody changes the client meanwhile,
 * saving says so and shows the newer state; nothing is overwritten.
 */
export function EditClientDrawer({ account, onClose }: { account: Account; onClose: () => void }) {
  const [opened, setOpened] = useState(account)
  return <EditForm key={opened.revision} opened={opened} onNewer={setOpened} onClose={onClose} />
}

type EditFormProps = { opened: Account; onNewer: (account: Account) => void; onClose: () => void }

function EditForm({ opened, onNewer, onClose }: EditFormProps) {
  const t = useText()
  const say = useToast()
  const { id, name, type, externalId, revision } = opened
  const form = useForm({ initialValues: { name, type, externalId: externalId ?? '' } })
  const act = useFormAct(accountsContract.changeAccount, form, {
    input: (values) => ({
      params: { id },
      body: { ...values, externalId: values.externalId.trim() || null },
      ifMatch: revision,
    }),
    touches: ['contacts', 'jobs'],
    onDone: () => {
      say(t('ui.saved'))
      onClose()
    },
  })
  const newer = act.problem?.detail['current'] as Account | undefined
  return (
    <FormDrawer
      title={t('clients.edit_title')}
      save={t('ui.save')}
      form={form}
      act={act}
      aside={newer && <Button onClick={() => onNewer(newer)}>{t('clients.newer')}</Button>}
      onClose={onClose}
    >
      <TypeField value={form.values.type} onChange={(chosen) => form.setFieldValue('type', chosen)} />
      <TextInput label={t('clients.client_name')} {...form.getInputProps('name')} />
      <TextInput
        label={t('clients.external_id')}
        description={t('clients.external_id_help')}
        {...form.getInputProps('externalId')}
      />
    </FormDrawer>
  )
}
