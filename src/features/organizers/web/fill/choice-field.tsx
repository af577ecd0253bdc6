import { Checkbox, Radio } from '@mantine/core'
import { useId } from 'react'
import { LinkButton } from '#web/design/link.tsx'
import { useText } from '#web/text.tsx'
import type { AnswerValue, Question } from '../../model.ts'
import styles from './choice-field.module.css'
import { FieldFrame } from './field-frame.tsx'
import { useAnswer, useFilling } from './filling.tsx'

type Choice = Extract<Question, { type: 'single_choice' | 'multiple_choice' | 'yes_no' }>
type Option = { key: string; label: string; isChosen: boolean; chosen: AnswerValue | null }

/** One of several, several of several, or yes and no. */
export function ChoiceField({ question }: { question: Choice }) {
  const t = useText()
  const id = useId()
  const { acts, editable } = useFilling()
  const value = useAnswer(question.id)
  const choose = (chosen: AnswerValue | null) => acts.answer(question, chosen, 'chosen')
  const Tick = question.type === 'multiple_choice' ? Checkbox : Radio
  const options = useOptions(question, value)
  const mayClear = !question.required && question.type !== 'multiple_choice' && value !== null && editable
  return (
    <FieldFrame question={question} id={id} of="group">
      <div className={question.type === 'yes_no' ? styles.yesNo : styles.options}>
        {options.map(({ key, label, isChosen, chosen }) => (
          <Tick
            key={key}
            name={id}
            value={key}
            label={label}
            checked={isChosen}
            disabled={!editable}
            onChange={() => choose(chosen)}
          />
        ))}
      </div>
      {mayClear && (
        <p className={styles.clear}>
          <LinkButton onClick={() => choose(null)}>{t('fill.clear')}</LinkButton>
        </p>
      )}
    </FieldFrame>
  )
}

/** The options with the answer that pressing each one gives. */
function useOptions(question: Choice, value: AnswerValue | null): Option[] {
  const t = useText()
  switch (question.type) {
    case 'yes_no':
      return [
        { key: 'yes', label: t('fill.yes'), isChosen: value === true, chosen: true },
        { key: 'no', label: t('fill.no'), isChosen: value === false, chosen: false },
      ]
    case 'single_choice':
      return question.options.map(({ id, label }) => ({ key: id, label, isChosen: value === id, chosen: id }))
    case 'multiple_choice': {
      const ticked = new Set(Array.isArray(value) ? value : [])
      return question.options.map(({ id, label }) => {
        const isChosen = ticked.has(id)
        const chosen = question.options
          .map((option) => option.id)
          .filter((it) => (it === id ? !isChosen : ticked.has(it)))
        return { key: id, label, isChosen, chosen: chosen.length > 0 ? chosen : null }
      })
    }
  }
}
