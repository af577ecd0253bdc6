import { Textarea, type TextareaProps } from '@mantine/core'
import { useRef } from 'react'
import { useFormatting } from './use-formatting.tsx'

export type RichAreaProps = Pick<
  TextareaProps,
  'label' | 'description' | 'error' | 'minRows' | 'maxRows' | 'maxLength' | 'autoFocus'
> & {
  value?: string
  onChange?: (text: string) => void
}

/** A field for a formatted text; takes a field's props, `onChange` with the text itself. */
export function RichArea({ value = '', onChange = () => {}, ...shown }: RichAreaProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { container, onKey } = useFormatting(field, onChange)
  return (
    <Textarea
      autosize
      {...shown}
      ref={field}
      inputContainer={container}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onKeyDown={onKey}
    />
  )
}
