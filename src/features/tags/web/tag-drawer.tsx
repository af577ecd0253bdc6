import { TextInput } from '@mantine/core'
import { type UseFormReturnType, useForm } from '@mantine/form'
import { useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { ColorField } from '#web/design/color-name.tsx'
import { FormDrawer } from '#web/design/form-drawer.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useText } from '#web/text.tsx'
import { type Tag, tagsContract } from '../contract.ts'
import type { TagColor } from '../model.ts'
import { DeleteTag } from './delete-tag.tsx'

type Values = { name: string; color: TagColor }

/** A tag's name and colour: a new one, or one that exists, which can be deleted too. */
export function TagDrawer({ tag, onClose }: { tag: Tag | null; onClose: () => void }) {
  return tag ? <ChangeTag tag={tag} onClose={onClose} /> : <NewTag onClose={onClose} />
}

function NewTag({ onClose }: { onClose: () => void }) {
  const t = useText()
  const form = useForm<Values>({ initialValues: { name: '', color: 'gray' } })
  const act = useFormAct(tagsContract.createTag, form, { input: (body) => ({ body }), onDone: onClose })
  return (
    <FormDrawer title={t('tags.add')} save={t('tags.add')} form={form} act={act} onClose={onClose}>
      <TagFields form={form} />
    </FormDrawer>
  )
}

/** Works on the state it was opened with; whoever was faster is not overwritten. */
function ChangeTag({ tag, onClose }: { tag: Tag; onClose: () => void }) {
  const t = useText()
  const say = useToast()
  const [{ id, name, color, revision }] = useState(tag)
  const form = useForm<Values>({ initialValues: { name, color } })
  const act = useFormAct(tagsContract.changeTag, form, {
    input: (body) => ({ params: { id }, body, ifMatch: revision }),
    touches: ['accounts', 'pipelines', 'jobs'],
    onDone: () => {
      say(t('ui.saved'))
      onClose()
    },
  })
  const end = <DeleteTag tag={tag} onDeleted={onClose} />
  return (
    <FormDrawer title={t('tags.edit')} save={t('ui.save')} form={form} act={act} aside={end} onClose={onClose}>
      <TagFields form={form} />
    </FormDrawer>
  )
}

function TagFields({ form }: { form: UseFormReturnType<Values> }) {
  const t = useText()
  return (
    <>
      <TextInput label={t('tags.name')} {...form.getInputProps('name')} />
      <ColorField inputs={form.getInputProps('color')} />
    </>
  )
}
