import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { type ReactNode, useId, useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { ColorField } from '#web/design/color-name.tsx'
import { Drawer } from '#web/design/drawer.tsx'
import { Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
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
  return <TagForm title={t('tags.add')} save={t('tags.add')} form={form} act={act} onClose={onClose} />
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
  return (
    <TagForm title={t('tags.edit')} save={t('ui.save')} form={form} act={act} onClose={onClose}>
      <DeleteTag tag={tag} onDeleted={onClose} />
    </TagForm>
  )
}

type TagFormProps = {
  title: string
  save: string
  form: ReturnType<typeof useForm<Values>>
  act: ReturnType<typeof useFormAct>
  onClose: () => void
  children?: ReactNode
}

function TagForm({ title, save, form, act, onClose, children }: TagFormProps) {
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
        <TextInput label={t('tags.name')} {...form.getInputProps('name')} />
        <ColorField inputs={form.getInputProps('color')} />
        <ProblemNote problem={act.problem} />
      </Form>
    </Drawer>
  )
}
