import { Input } from '@mantine/core'
import { useId } from 'react'
import type { Question } from '../../model.ts'
import { describedBy, FieldFrame } from './field-frame.tsx'
import { useFilling } from './filling.tsx'
import { useRegion } from './said-answer.ts'
import styles from './text-field.module.css'
import { numberSigns, readNumber, writeNumber } from './typed-number.ts'
import { useTyped } from './use-typed.ts'

/** A number, written the way the reader writes numbers. */
export function NumberField({ question }: { question: Question }) {
  const id = useId()
  const { editable } = useFilling()
  const signs = numberSigns(useRegion())
  const { typed, type, problem, leave } = useTyped<string>(question, {
    write: (value) => (typeof value === 'string' ? writeNumber(value, signs) : ''),
    read(text) {
      if (text.trim() === '') return { value: null }
      const value = readNumber(text, signs)
      return value === null ? { problem: { code: 'not_a_number' } } : { value }
    },
  })
  return (
    <FieldFrame question={question} id={id} problem={problem} of="one">
      <Input
        id={id}
        className={`${styles.field} ${styles.number}`}
        inputMode="decimal"
        autoComplete="off"
        value={typed}
        error={problem !== null}
        aria-invalid={problem !== null}
        aria-describedby={describedBy(id, question, { problem })}
        aria-required={question.required}
        readOnly={!editable}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={leave}
      />
    </FieldFrame>
  )
}
