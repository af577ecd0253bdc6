import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { AppLink } from '#web/design/link.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { REVIEW, useFilling } from './filling.tsx'
import { Go } from './go.tsx'
import { useArrival } from './section-screen.tsx'
import styles from './sent-screen.module.css'

/** After sending: that it worked, what happens now, what still can be done. `next` is what waits beside it. */
export function SentScreen({ next }: { next?: ReactNode }) {
  const t = useText()
  const { date, time, today } = useFormat()
  const { firmName, submittedAt, ways, editable } = useFilling()
  const heading = useArrival()
  if (!submittedAt) return null
  const on = date(today(new Date(submittedAt)), 'weekday')
  return (
    <>
      <div className={styles.badge} aria-hidden="true">
        <IconCheck size={32} stroke={2.4} />
      </div>
      <h1 ref={heading} tabIndex={-1}>
        {t('fill.sent', { firm: firmName })}
      </h1>
      <p className={styles.intro}>{t('fill.sent_at', { on, at: time(submittedAt) })}</p>
      <h2 className={styles.head}>{t('fill.now')}</h2>
      <ol className={styles.steps}>
        <li>{t('fill.now_looks', { firm: firmName })}</li>
        <li>{t('fill.now_asks', { firm: firmName })}</li>
        {editable && <li>{t('fill.now_change', { firm: firmName })}</li>}
      </ol>
      {next}
      <div className={styles.links}>
        <Go to={REVIEW}>{editable ? t('fill.change_answer') : t('fill.read_answers')}</Go>
        {ways.home && <AppLink to={ways.home}>{t('fill.start_page')}</AppLink>}
      </div>
    </>
  )
}
