import { IconCheck, IconCornerDownRight } from '@tabler/icons-react'
import { ICON } from '#web/design/icon.ts'
import { LinkButton } from '#web/design/link.tsx'
import { useText } from '#web/text.tsx'
import type { Question } from '../../model.ts'
import { isAnswered } from '../../rules.ts'
import type { Clash } from './answer-keeper.ts'
import { ChoiceField } from './choice-field.tsx'
import { DateField } from './date-field.tsx'
import { FileField } from './file-field.tsx'
import { useFilling } from './filling.tsx'
import { NumberField } from './number-field.tsx'
import styles from './question-block.module.css'
import { useSaidAnswer } from './said-answer.ts'
import { TextField } from './text-field.tsx'

/** One question: why it appeared, its field, whether it is answered, and who changed the answer meanwhile. */
export function QuestionBlock({ question }: { question: Question }) {
  const t = useText()
  const { answers, documents, fresh, clashes } = useFilling()
  const clash = clashes.get(question.id)
  const isNew = fresh.has(question.id)
  return (
    <div className={styles.question} data-question={question.id} data-new={isNew || undefined}>
      {isNew && <Reason questionId={question.id} />}
      <Field question={question} />
      {isAnswered(question, answers, documents) && (
        <span className={styles.answered} role="img" aria-label={t('fill.is_answered')}>
          <IconCheck size={24} stroke={1.6} aria-hidden />
        </span>
      )}
      {clash && <ClashNote question={question} clash={clash} />}
    </div>
  )
}

function Field({ question }: { question: Question }) {
  switch (question.type) {
    case 'text':
      return <TextField question={question} />
    case 'number':
      return <NumberField question={question} />
    case 'date':
      return <DateField question={question} />
    case 'single_choice':
    case 'multiple_choice':
    case 'yes_no':
      return <ChoiceField question={question} />
    case 'file_upload':
      return <FileField question={question} />
  }
}

function Reason({ questionId }: { questionId: string }) {
  const t = useText()
  const said = useSaidAnswer()
  const because = useFilling().fresh.get(questionId)
  if (!because) return null
  const { question, value } = because
  const answer = question.type === 'yes_no' || 'options' in question ? said(question, value) : ''
  return (
    <p className={styles.reason}>
      <IconCornerDownRight {...ICON} />
      <span>
        {answer
          ? t('fill.because', { question: question.label, answer })
          : t('fill.because_changed', { question: question.label })}
      </span>
    </p>
  )
}

/** Somebody else answered meanwhile: his answer is in the field, one's own is not lost (ORG-37). */
function ClashNote({ question, clash: { theirs, mine } }: { question: Question; clash: Clash }) {
  const t = useText()
  const said = useSaidAnswer()
  const { acts } = useFilling()
  return (
    <div className={styles.clash} role="alert">
      <p className={styles.clashTitle}>{t('fill.clash', { name: theirs.answeredBy })}</p>
      {mine !== null && <p>{t('fill.clash_mine', { answer: said(question, mine) })}</p>}
      <p className={styles.clashActs}>
        {mine !== null && (
          <LinkButton onClick={() => acts.settle(question.id, 'mine')}>{t('fill.clash_take_mine')}</LinkButton>
        )}
        <LinkButton onClick={() => acts.settle(question.id, 'theirs')}>{t('fill.clash_leave')}</LinkButton>
      </p>
    </div>
  )
}
