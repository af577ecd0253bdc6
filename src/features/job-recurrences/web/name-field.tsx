import { TextInput, type TextInputProps } from '@mantine/core'
import { useText } from '#web/text.tsx'

/** What the jobs are called that come of a recurrence; may hold codes for their day (J-23). */
export function NameField(inputs: TextInputProps) {
  const t = useText()
  return (
    <TextInput label={t('recurrences.name')} description={t('recurrences.name_help')} maxLength={255} {...inputs} />
  )
}
