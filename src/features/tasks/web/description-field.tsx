import { Button, Input } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { SMALL_ICON } from '#web/design/icon.ts'
import { RichArea, type RichAreaProps } from '#web/rich/rich-area.tsx'
import { RichText } from '#web/rich/rich-text.tsx'
import { useText } from '#web/text.tsx'

/** The description of a task that is there: read as it was formatted, written once somebody wants to. */
export function DescriptionField(field: RichAreaProps & { value?: string }) {
  const t = useText()
  const [writing, setWriting] = useState(field.value === '' || field.error !== undefined)
  if (writing || field.error) return <RichArea {...field} autoFocus={writing && field.value !== ''} />
  return (
    <Input.Wrapper label={field.label} labelElement="div">
      <RichText text={field.value ?? ''} />
      <Button size="xs" variant="subtle" leftSection={<IconPencil {...SMALL_ICON} />} onClick={() => setWriting(true)}>
        {t('tasks.write_description')}
      </Button>
    </Input.Wrapper>
  )
}
