import { Input } from '@mantine/core'
import { type ClipboardEvent, type FocusEvent, useId } from 'react'
import { useFormat, useText } from '#web/text.tsx'
import type { Question } from '../../model.ts'
import styles from './date-field.module.css'
import { describedBy, FieldFrame } from './field-frame.tsx'
import { useFilling } from './filling.tsx'
import { useRegion } from './said-answer.ts'
import { dateOrder, NOTHING, pastedDate, readDate, type TypedDate, writeDate } from './typed-date.ts'
import { useTyped, type Writing } from './use-typed.ts'

/** A date in three fields, in the order in which the reader writes dates. */
export function DateField({ question }: { question: Question }) {
  const t = useText()
  const id = useId()
  const region = useRegion()
  const { editable } = useFilling()
  const thisYear = Number(useFormat().today().slice(0, 4))
  const order = dateOrder(region)
  const { typed, type, problem, leave } = useTyped(question, writingIn(region, thisYear))
  const example = t('fill.date_example', { date: order.map((part) => EXAMPLE[part]).join(' ') })
  const onPaste = (event: ClipboardEvent) => {
    const pasted = pastedDate(event.clipboardData.getData('text'), order)
    if (!pasted) return
    event.preventDefault()
    type(pasted)
  }
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (!currentTarget.closest('fieldset')?.contains(relatedTarget)) leave()
  }
  return (
    <FieldFrame question={question} id={id} example={example} problem={problem} of="group">
      <div className={styles.parts}>
        {order.map((part) => (
          <div key={part} className={styles.part}>
            <label htmlFor={`${id}-${part}`}>{t(`fill.${part}`)}</label>
            <Input
              id={`${id}-${part}`}
              className={styles[part]}
              inputMode={part === 'month' ? 'text' : 'numeric'}
              autoComplete="off"
              value={typed[part]}
              error={problem !== null}
              aria-invalid={problem !== null}
              aria-describedby={describedBy(id, { ...question, help: undefined }, { problem })}
              readOnly={!editable}
              onChange={(event) => type({ ...typed, [part]: event.currentTarget.value })}
              onPaste={onPaste}
              onBlur={onBlur}
            />
          </div>
        ))}
      </div>
    </FieldFrame>
  )
}

function writingIn(region: string, thisYear: number): Writing<TypedDate> {
  return {
    write: (value) => (typeof value === 'string' ? writeDate(value) : NOTHING),
    read(text) {
      const on = readDate(text, region, thisYear)
      if (on === 'nothing') return { value: null }
      if (on === 'incomplete') return { problem: { code: 'date_incomplete' } }
      return on === 'not_a_date' ? { problem: { code: 'not_a_date' } } : { value: on }
    },
  }
}

const EXAMPLE: TypedDate = { day: '27', month: '3', year: '2019' }
