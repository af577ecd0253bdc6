import { ActionIcon, Select, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { AnswerLeaf, AnswerOperator, Leaf } from '#conditions/model.ts'
import { SMALL_ICON } from '#web/design/icon.ts'
import { useText } from '#web/text.tsx'
import { type Question, questionsOf } from '../../model.ts'
import { useRegion } from '../fill/said-answer.ts'
import { numberSigns, readNumber, writeNumber } from '../fill/typed-number.ts'
import { lineOn, operatorsOf, withOperator } from './condition-edits.ts'
import styles from './condition-form.module.css'
import type { Sources } from './condition-form.tsx'
import { useQuestionName } from './condition-words.ts'
import { useEditor } from './editor-context.tsx'

export type ConditionLineProps = {
  leaf: Leaf
  sources: Sources
  onChange: ((leaf: AnswerLeaf) => void) | null
  onRemove: (() => void) | null
  /** how it comes out in the preview */
  children: ReactNode
}

/** One line of a condition: a question, what its answer has to do, and the answer meant. */
export function ConditionLine({ leaf, sources, onChange, onRemove, children }: ConditionLineProps) {
  const t = useText()
  return (
    <div className={styles.line}>
      {leaf.kind === 'answer' ? (
        <AnswerParts leaf={leaf} sources={sources} onChange={onChange} />
      ) : (
        <span>{t('orgedit.not_an_answer')}</span>
      )}
      <span className={styles.end}>
        {children}
        {onRemove && (
          <ActionIcon size="sm" aria-label={t('orgedit.remove_line')} onClick={onRemove}>
            <IconX {...SMALL_ICON} />
          </ActionIcon>
        )}
      </span>
    </div>
  )
}

type AnswerPartsProps = { leaf: AnswerLeaf; sources: Sources; onChange: ((leaf: AnswerLeaf) => void) | null }

function AnswerParts({ leaf, sources, onChange }: AnswerPartsProps) {
  const t = useText()
  const nameOf = useQuestionName()
  const { definition } = useEditor()
  const offered = sources.flatMap(({ questions }) => questions)
  const question = questionsOf(definition).find(({ id }) => id === leaf.questionId)
  const groups = sources.map(({ section, questions }) => ({
    group: section.trim() || t('orgedit.unnamed'),
    items: questions.map((each) => ({ value: each.id, label: nameOf(each) })),
  }))
  // one that is gone, or stands further down by now, is still named
  const isOffered = offered.some(({ id }) => id === leaf.questionId)
  const lost = { value: leaf.questionId, label: question ? nameOf(question) : t('orgedit.question_gone') }
  return (
    <>
      <Select
        size="xs"
        className={styles.question}
        aria-label={t('orgedit.question')}
        data={isOffered ? groups : [...groups, lost]}
        value={leaf.questionId}
        readOnly={!onChange}
        searchable
        error={!isOffered}
        onChange={(id) => {
          const chosen = offered.find((each) => each.id === id)
          if (chosen) onChange?.(lineOn(chosen))
        }}
      />
      {question && (
        <Select
          size="xs"
          className={styles.operator}
          aria-label={t('orgedit.operator')}
          data={operatorsOf(question).map((value) => ({ value, label: t(`orgedit.operator.${value}`) }))}
          value={leaf.operator}
          readOnly={!onChange}
          onChange={(operator) => operator && onChange?.(withOperator(leaf, operator as AnswerOperator, question))}
        />
      )}
      {question && leaf.operator !== 'answered' && <ValuePick leaf={leaf} question={question} onChange={onChange} />}
    </>
  )
}

function ValuePick({
  leaf,
  question,
  onChange,
}: {
  leaf: AnswerLeaf
  question: Question
  onChange: AnswerPartsProps['onChange']
}) {
  const t = useText()
  const set = (value: string | boolean) => onChange?.({ ...leaf, value })
  const shared = { size: 'xs', className: styles.value, 'aria-label': t('orgedit.value'), readOnly: !onChange } as const
  if (question.type === 'yes_no') {
    const data = [
      { value: 'yes', label: t('fill.yes') },
      { value: 'no', label: t('fill.no') },
    ]
    return (
      <Select {...shared} data={data} value={leaf.value === true ? 'yes' : 'no'} onChange={(it) => set(it === 'yes')} />
    )
  }
  if ('options' in question) {
    const data = question.options.map(({ id, label }) => ({ value: id, label: label.trim() || t('orgedit.unnamed') }))
    return <Select {...shared} data={data} value={String(leaf.value ?? '')} onChange={(id) => id && set(id)} />
  }
  if (question.type === 'number') return <NumberValue shared={shared} value={String(leaf.value ?? '')} onChange={set} />
  return (
    <TextInput
      {...shared}
      type={question.type === 'date' ? 'date' : 'text'}
      maxLength={1000}
      value={String(leaf.value ?? '')}
      onChange={(event) => set(event.currentTarget.value)}
    />
  )
}

type Shared = { size: 'xs'; className: string | undefined; 'aria-label': string; readOnly: boolean }

/** A number as the reader writes it; what is none yet is kept as typed, and flagged. */
function NumberValue({
  shared,
  value,
  onChange,
}: {
  shared: Shared
  value: string
  onChange: (value: string) => void
}) {
  const signs = numberSigns(useRegion())
  const [typed, setTyped] = useState(() => writeNumber(value, signs))
  return (
    <TextInput
      {...shared}
      inputMode="decimal"
      value={typed}
      onChange={(event) => {
        const text = event.currentTarget.value
        setTyped(text)
        onChange(readNumber(text, signs) ?? text)
      }}
    />
  )
}
