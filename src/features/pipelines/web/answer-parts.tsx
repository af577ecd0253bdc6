import { Select, TextInput } from '@mantine/core'
import type { AnswerOperator, OrganizerAnswerLeaf } from '#conditions/model.ts'
import type { AskedQuestion } from '#features/trials/schemas.ts'
import { useText } from '#web/text.tsx'
import styles from './condition-tree.module.css'
import { useEditor } from './editor-context.tsx'
import { lineOn, operatorsOf, withOperator } from './new-line.ts'

type AnswerProps = { leaf: OrganizerAnswerLeaf; onChange: (leaf: OrganizerAnswerLeaf) => void }

const SHARED = { size: 'xs', className: styles.pick, allowDeselect: false } as const

/** An answer of an organizer: of which one, to which question, and what it has to be. */
export function AnswerParts({ leaf, onChange }: AnswerProps) {
  const t = useText()
  const { organizers } = useEditor().vocabulary
  const organizer = organizers.find(({ id }) => id === leaf.templateId)
  const question = organizer?.questions.find(({ id }) => id === leaf.questionId)
  const offered = organizers.filter(({ questions }) => questions.length > 0)
  return (
    <>
      <Select
        {...SHARED}
        aria-label={t('pipelines.line_organizer')}
        data={offered.map(({ id, name }) => ({ value: id, label: name }))}
        value={organizer ? leaf.templateId : null}
        placeholder={t('pipelines.template_gone')}
        searchable
        onChange={(id) => {
          const chosen = offered.find((it) => it.id === id)
          if (chosen) onChange(lineOn(chosen.id, chosen.questions[0]!))
        }}
      />
      {organizer && (
        <Select
          {...SHARED}
          aria-label={t('pipelines.line_question')}
          data={organizer.questions.map(({ id, name }) => ({ value: id, label: name }))}
          value={question ? leaf.questionId : null}
          placeholder={t('condition.question_gone')}
          searchable
          onChange={(id) => {
            const chosen = organizer.questions.find((it) => it.id === id)
            if (chosen) onChange(lineOn(organizer.id, chosen))
          }}
        />
      )}
      {question && <Wanted leaf={leaf} question={question} onChange={onChange} />}
    </>
  )
}

function Wanted({ leaf, question, onChange }: AnswerProps & { question: AskedQuestion }) {
  const t = useText()
  return (
    <>
      <Select
        {...SHARED}
        aria-label={t('pipelines.line_operator')}
        data={operatorsOf(question).map((value) => ({ value, label: t(`pipelines.operator_${value}`) }))}
        value={leaf.operator}
        onChange={(operator) => operator && onChange(withOperator(leaf, operator as AnswerOperator, question))}
      />
      {leaf.operator !== 'answered' && <Value leaf={leaf} question={question} onChange={onChange} />}
    </>
  )
}

function Value({ leaf, question, onChange }: AnswerProps & { question: AskedQuestion }) {
  const t = useText()
  const label = { 'aria-label': t('pipelines.line_value') }
  if (question.kind === 'yes_no') {
    return (
      <Select
        {...SHARED}
        {...label}
        data={[
          { value: 'yes', label: t('fill.yes') },
          { value: 'no', label: t('fill.no') },
        ]}
        value={leaf.value === false ? 'no' : 'yes'}
        onChange={(value) => onChange({ ...leaf, value: value === 'yes' })}
      />
    )
  }
  if (question.options.length > 0) {
    return (
      <Select
        {...SHARED}
        {...label}
        data={question.options.map(({ id, name }) => ({ value: id, label: name }))}
        value={String(leaf.value ?? '')}
        onChange={(value) => value && onChange({ ...leaf, value })}
      />
    )
  }
  return (
    <TextInput
      size="xs"
      className={styles.pick}
      {...label}
      type={question.kind === 'date' ? 'date' : 'text'}
      inputMode={question.kind === 'number' ? 'decimal' : undefined}
      maxLength={1000}
      value={String(leaf.value ?? '')}
      onChange={(event) => onChange({ ...leaf, value: event.currentTarget.value })}
    />
  )
}
