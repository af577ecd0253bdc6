import { Button } from '@mantine/core'
import { useState } from 'react'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { missingAnswers } from '../../rules.ts'
import { SENT, useFilling, useReviewName } from './filling.tsx'
import { useProgress } from './filling-shell.tsx'
import { Go } from './go.tsx'
import { AnswersOfSection } from './review-answers.tsx'
import styles from './review-screen.module.css'
import { useArrival } from './section-screen.tsx'

/** All answers once more, what is still missing with the way there, and the button that sends (ORG-12, ORG-43). */
export function ReviewScreen() {
  const t = useText()
  const { sections, submittedAt, editable } = useFilling()
  const isOpen = editable && !submittedAt
  const heading = useArrival()
  const { answered, total } = useProgress()
  const { count } = useMissing()
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {useReviewName()}
      </h1>
      <p className={styles.intro}>{t('fill.answered', { answered, total })}</p>
      {isOpen && count > 0 && <Missing />}
      {isOpen && <h2 className={styles.head}>{t('fill.look_through')}</h2>}
      <ul className={styles.sections}>
        {sections.map((section) => (
          <AnswersOfSection key={section.id} section={section} />
        ))}
      </ul>
      <Send />
    </>
  )
}

function Missing() {
  const t = useText()
  const { sections, uploads } = useFilling()
  const { bytes } = useFormat()
  const { missing, unfinished, count } = useMissing()
  const nameOf = (sectionId: string) => sections.find(({ id }) => id === sectionId)?.name ?? ''
  const sectionOf = (questionId: string) => sections.find(({ blocks }) => blocks.some(({ id }) => id === questionId))
  return (
    <section className={styles.needs} aria-labelledby="missing" id="missing-answers">
      <h2 id="missing">{t('fill.missing', { count })}</h2>
      <ul>
        {missing.map(({ questionId, sectionId, label }) => (
          <li key={questionId}>
            <Go to={sectionId} question={questionId} className={styles.need}>
              <span>{label}</span>
              <small>{nameOf(sectionId)}</small>
            </Go>
          </li>
        ))}
        {uploads
          .filter(({ key }) => unfinished.has(key))
          .map(({ key, file, questionId, state, share }) => (
            <li key={key}>
              <Go to={sectionOf(questionId)?.id ?? ''} question={questionId} className={styles.need}>
                <span>
                  {state === 'failed'
                    ? t('fill.upload_failed', { name: file.name })
                    : t('fill.still_uploading', { name: file.name })}
                </span>
                <small>
                  {sectionOf(questionId)?.name}
                  {state !== 'failed' &&
                    `, ${t('fill.uploading', { percent: Math.floor(share * 100), size: bytes(file.size) })}`}
                </small>
              </Go>
            </li>
          ))}
      </ul>
    </section>
  )
}

/** The one act of the page; while something is missing it says so rather than fail. */
function Send() {
  const t = useText()
  const { firmName, acts, ways, editable, submittedAt } = useFilling()
  const { date, time, today } = useFormat()
  const { count } = useMissing()
  const [sending, setSending] = useState<{ problem: unknown } | 'now' | null>(null)
  if (submittedAt) {
    const on = date(today(new Date(submittedAt)), 'weekday')
    return <p className={styles.why}>{t('fill.sent_already', { firm: firmName, on, at: time(submittedAt) })}</p>
  }
  const send = async () => {
    setSending('now')
    try {
      await acts.submit()
      ways.go(SENT)
    } catch (problem) {
      setSending({ problem })
    }
  }
  if (!editable) return null
  const canSend = count === 0
  return (
    <div className={styles.send}>
      <ProblemNote problem={typeof sending === 'object' ? sending?.problem : null} />
      <Button
        variant={canSend ? 'filled' : 'default'}
        aria-disabled={!canSend}
        data-disabled={!canSend || undefined}
        aria-describedby="why-send"
        loading={sending === 'now'}
        onClick={() => canSend && void send()}
      >
        {t('fill.send', { firm: firmName })}
      </Button>
      <p id="why-send" className={styles.why}>
        {count > 0 ? t('fill.send_not_yet', { count }) : t('fill.send_why', { firm: firmName })}
      </p>
    </div>
  )
}

function useMissing() {
  const { definition, answers, documents, uploads } = useFilling()
  const missing = missingAnswers(definition, answers, documents)
  const unfinished = new Set(uploads.map(({ key }) => key))
  return { missing, unfinished, count: missing.length + unfinished.size }
}
