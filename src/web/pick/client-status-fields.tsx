import { Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import type { StatusColor } from '#features/client-statuses/model.ts'
import { ColorField } from '../design/color-name.tsx'
import { useText } from '../text.tsx'

export type ClientStatusValues = { name: string; color: StatusColor; description: string }

export const NEW_CLIENT_STATUS: ClientStatusValues = { name: '', color: 'gray', description: '' }

/** What a client-facing status is: its name, the text jobs begin with, and a colour (CFS-1). */
export function ClientStatusFields({ form }: { form: UseFormReturnType<ClientStatusValues> }) {
  const t = useText()
  return (
    <>
      <TextInput label={t('client_statuses.name')} {...form.getInputProps('name')} />
      <Textarea
        autosize
        minRows={3}
        label={t('client_statuses.description')}
        description={t('client_statuses.description_help')}
        {...form.getInputProps('description')}
      />
      <ColorField inputs={form.getInputProps('color')} />
    </>
  )
}
