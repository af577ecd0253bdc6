import { IconChevronDown } from '@tabler/icons-react'
import { ICON } from '#web/design/icon.ts'
import { useFormat, useText } from '#web/text.tsx'
import type { Question, Section } from '../../model.ts'
import { isAnswered } from '../../rules.ts'
import { useFilling } from './filling.tsx'
import { Go } from './go.tsx'
import styles from './review-screen.module.css'
import { useSaidAnswer } from './said-answer.ts'
import { questionsIn, sectionProgress } from './section-progress.ts'

/** A section's answers behind its name, with the way to change them. */
export function AnswersOfSection({ section }: { section: Section }) {
  const t = useText()
  const { answers, documents, editable } = useFilling()
  const { answered, total, missing } = sectionProgress(section, answers, documents)
  if (total === 0) return null
  return (
    <li>
      <details className={styles.section}>
        <summary>
          <span>
            <b className={styles.sectionName}>{section.name}</b>
            <small>
              {t('fill.of_answered', { answered, total })}
              {missing > 0 && (
                <>
                  , <b className={styles.lacking}>{t('fill.of_missing', { count: missing })}</b>
                </>
              )}
            </small>
          </span>
          <IconChevronDown {...ICON} />
        </summary>
        <dl>
          {questionsIn(section).map((question) => (
            <AnswerOf key={question.id} question={question} />
          ))}
        </dl>
        {editable && (
          <Go to={section.id} className={styles.change}>
            {t('fill.change', { section: section.name })}
          </Go>
        )}
      </details>
    </li>
  )
}

function AnswerOf({ question }: { question: Question }) {
  const t = useText()
  const said = useSaidAnswer()
  const { list } = useFormat()
  const { answers, documents, files } = useFilling()
  const names = files.filter(({ questionId }) => questionId === question.id).map(({ name }) => name)
  const words = question.type === 'file_upload' ? list(names) : said(question, answers.get(question.id) ?? null)
  const isGiven = isAnswered(question, answers, documents)
  const open = question.required ? t('fill.missing_answer') : t('fill.left_open')
  return (
    <div>
      <dt>{question.label}</dt>
      <dd data-missing={(!isGiven && question.required) || undefined} data-open={!isGiven || undefined}>
        {isGiven ? words : open}
      </dd>
    </div>
  )
}
