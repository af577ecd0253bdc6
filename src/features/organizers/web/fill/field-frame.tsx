import type { ReactNode } from 'react'
import { useFieldText } from '#web/api/form.ts'
import { useText } from '#web/text.tsx'
import type { Question } from '../../model.ts'
import type { AnswerProblem } from '../../rules.ts'
import styles from './field-frame.module.css'

/** Why what stands in a field is no answer. */
export type TypedProblem = AnswerProblem | { code: 'date_incomplete' }

type FrameProps = {
  question: Question
  /** ids of label, help and problem start with it; the field itself has it */
  id: string
  /** said after the help: how to write a date */
  example?: string
  problem?: TypedProblem | null
  /** `one`: a single field; `group`: several that answer together */
  of: 'one' | 'group'
  children: ReactNode
}

/** Around the field of a question: what is asked, whether it may be left open, help, and what is wrong. */
export function FieldFrame({ question, id, example, problem, of, children }: FrameProps) {
  const t = useText()
  const fieldText = useFieldText()
  const label = (
    <>
      {question.label}
      {!question.required && <span className={styles.optional}> ({t('ui.optional')})</span>}
    </>
  )
  const words = (
    <>
      {question.help && (
        <p id={`${id}-help`} className={styles.help}>
          {question.help}
        </p>
      )}
      {example && (
        <p id={`${id}-example`} className={styles.help}>
          {example}
        </p>
      )}
    </>
  )
  const mistake = problem && (
    <p id={`${id}-problem`} className={styles.problem} role="alert">
      {fieldText({ path: '', ...problem })}. {t('fill.not_saved')}
    </p>
  )
  if (of === 'one') {
    return (
      <>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        {words}
        {children}
        {mistake}
      </>
    )
  }
  return (
    <fieldset aria-describedby={describedBy(id, question, { example, problem })}>
      <legend className={styles.label}>{label}</legend>
      {words}
      {children}
      {mistake}
    </fieldset>
  )
}

/** The ids of all that describes a field. */
export function describedBy(
  id: string,
  { help }: Question,
  { example, problem }: { example?: string | undefined; problem?: TypedProblem | null | undefined },
): string | undefined {
  const ids = [help && `${id}-help`, example && `${id}-example`, problem && `${id}-problem`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}
