import { Input } from '@mantine/core'
import { useId } from 'react'
import type { Question } from '../../model.ts'
import { describedBy, FieldFrame } from './field-frame.tsx'
import { useFilling } from './filling.tsx'
import styles from './text-field.module.css'
import { useTyped } from './use-typed.ts'

/** A line or several lines of text. */
export function TextField({ question }: { question: Extract<Question, { type: 'text' }> }) {
  const id = useId()
  const { editable } = useFilling()
  const { typed, type, problem, leave } = useTyped<string>(question, {
    write: (value) => (typeof value === 'string' ? value : ''),
    read: (text) => ({ value: text === '' ? null : text }),
  })
  const shared = {
    id,
    value: typed,
    error: problem !== null,
    'aria-invalid': problem !== null,
    'aria-describedby': describedBy(id, question, { problem }),
    'aria-required': question.required,
    readOnly: !editable,
    onBlur: leave,
    className: styles.field,
  }
  return (
    <FieldFrame question={question} id={id} problem={problem} of="one">
      {question.multiline ? (
        <Input
          {...shared}
          component="textarea"
          multiline
          rows={4}
          classNames={{ input: styles.lines }}
          onChange={(event) => type(event.currentTarget.value)}
        />
      ) : (
        <Input {...shared} onChange={(event) => type(event.currentTarget.value)} />
      )}
    </FieldFrame>
  )
}
