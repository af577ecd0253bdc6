import { IconDownload } from '@tabler/icons-react'
import { documentsContract } from '#features/documents/contract.ts'
import { urlOf } from '#web/api/call.ts'
import { ICON } from '#web/design/icon.ts'
import { Section } from '#web/design/section.tsx'
import { Tag } from '#web/design/tag.tsx'
import { useFormat, useText } from '#web/text.tsx'
import type { Question } from '../model.ts'
import { isAnswered, visibleQuestions } from '../rules.ts'
import type { AnswerView, FileView, OrganizerView } from '../schemas.ts'
import { useSaidAnswer } from './fill/said-answer.ts'
import { documentsOf, valuesOf } from './fill/shown-answers.ts'
import styles from './staff-answers.module.css'

export type StaffAnswersProps = { organizer: OrganizerView; showUnanswered: boolean; showHidden: boolean }

/** Questions and answers, section by section; what the client was never asked is left out unless it is wanted. */
export function StaffAnswers({ organizer, showUnanswered, showHidden }: StaffAnswersProps) {
  const t = useText()
  const { definition } = organizer
  const [values, files] = [valuesOf(organizer.answers), documentsOf(organizer.files)]
  const asked = new Set(visibleQuestions(definition, values, files).map((question) => question.id))
  const isShown = (question: Question) =>
    (showHidden || asked.has(question.id)) && (showUnanswered || isAnswered(question, values, files))
  const sections = definition.sections.flatMap(({ id, name, blocks }) => {
    const questions = blocks.filter((block) => block.type !== 'text_block').filter(isShown)
    return questions.length > 0 ? [{ id, name, questions }] : []
  })
  if (sections.length === 0) return <p className={styles.none}>{t('organizers.nothing_answered')}</p>
  return sections.map(({ id, name, questions }) => (
    <Section key={id} title={name}>
      <dl>
        {questions.map((question) => (
          <Answer
            key={question.id}
            question={question}
            hidden={!asked.has(question.id)}
            answer={organizer.answers.find((answer) => answer.questionId === question.id)}
            files={organizer.files.filter((file) => file.questionId === question.id)}
          />
        ))}
      </dl>
    </Section>
  ))
}

type AnswerProps = { question: Question; hidden: boolean; answer: AnswerView | undefined; files: FileView[] }

function Answer({ question, hidden, answer, files }: AnswerProps) {
  const t = useText()
  const { instant } = useFormat()
  const said = useSaidAnswer()(question, answer?.value ?? null)
  const isEmpty = question.type === 'file_upload' ? files.length === 0 : said.trim() === ''
  return (
    <div className={styles.answer} data-hidden={hidden || undefined}>
      <dt>
        {question.label} {hidden && <Tag>{t('organizers.hidden_mark')}</Tag>}
      </dt>
      <dd
        data-empty={isEmpty || undefined}
        title={
          answer && !isEmpty
            ? t('organizers.by', { name: answer.answeredBy, at: instant(answer.answeredAt) })
            : undefined
        }
      >
        {isEmpty ? t('organizers.no_answer') : said}
        {files.length > 0 && <Files files={files} />}
      </dd>
    </div>
  )
}

function Files({ files }: { files: FileView[] }) {
  const t = useText()
  const { bytes } = useFormat()
  return (
    <ul>
      {files.map(({ documentId, name, bytes: size }) => (
        <li key={documentId} className={styles.file}>
          <a
            href={urlOf(documentsContract.getDocumentContent, { params: { id: documentId } })}
            download={name}
            aria-label={t('organizers.download', { name })}
          >
            <IconDownload {...ICON} />
            <span>{name}</span>
          </a>
          <span className={styles.size}>{bytes(size)}</span>
        </li>
      ))}
    </ul>
  )
}
