import { IconCheck, IconChevronLeft } from '@tabler/icons-react'
import { type ReactNode, useEffect } from 'react'
import { ICON, LARGE_ICON } from '#web/design/icon.ts'
import { AppLink } from '#web/design/link.tsx'
import { announce } from '#web/design/live-region.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { progress } from '../../rules.ts'
import { ClosedNote } from './closed-note.tsx'
import { ALL_SECTIONS, REVIEW, SENT, useFilling } from './filling.tsx'
import styles from './filling-shell.module.css'
import { Go } from './go.tsx'
import { Segments } from './segments.tsx'

/** Around every page of an organizer: the way back, its name, what is saved, how far one is. */
export function FillingShell({ children }: { children: ReactNode }) {
  const filling = useFilling()
  const { place } = filling.ways
  return (
    <div className={styles.filling} data-face="portal">
      <div className={styles.top}>
        <div className={styles.row}>
          <Back />
          <p className={styles.name}>{filling.name}</p>
          {place !== SENT && <SavedMark />}
        </div>
        {place !== REVIEW && place !== SENT && <Segments />}
      </div>
      {filling.saved.state === 'waiting' && <Offline />}
      {filling.ended && <ClosedNote ended={filling.ended} />}
      {children}
    </div>
  )
}

/** Home from a section, and from the pages around them to the questions. */
function Back() {
  const t = useText()
  const { ways, sections } = useFilling()
  const last = sections.at(-1)
  if (ways.place === REVIEW && last) {
    return (
      <Go to={last.id} className={styles.back} aria-label={t('fill.back_to_questions')}>
        <IconChevronLeft {...LARGE_ICON} />
      </Go>
    )
  }
  if (ways.place === ALL_SECTIONS && sections[0]) {
    return (
      <Go to={sections[0].id} className={styles.back} aria-label={t('fill.back_to_questions')}>
        <IconChevronLeft {...LARGE_ICON} />
      </Go>
    )
  }
  if (!ways.home) return <span className={styles.noBack} />
  return (
    <AppLink to={ways.home} className={styles.back} aria-label={t('fill.home')}>
      <IconChevronLeft {...LARGE_ICON} />
    </AppLink>
  )
}

/** What is safe, in the words of a clock. Only bad news and its end are read aloud: saving goes on all the time. */
function SavedMark() {
  const t = useText()
  const { time, date, today } = useFormat()
  const { saved, ended } = useFilling()
  const isWaiting = saved.state === 'waiting'
  useEffect(() => {
    if (!isWaiting) return
    announce(t('fill.waiting'), { urgent: true })
    return () => announce(t('fill.saved_again'))
  }, [isWaiting, t])
  if (ended || saved.state === 'calm') return null
  if (isWaiting) return <p className={`${styles.saved} ${styles.waiting}`}>{t('fill.waiting')}</p>
  if (saved.state === 'saving' || !saved.at)
    return <p className={`${styles.saved} ${styles.saving}`}>{t('fill.saving')}</p>
  const on = today(new Date(saved.at))
  const when = on === today() ? time(saved.at) : date(on)
  return (
    <p className={styles.saved}>
      <IconCheck {...ICON} />
      {t('fill.saved', { when })}
    </p>
  )
}

function Offline() {
  const t = useText()
  return (
    <div className={styles.offline}>
      <p className={styles.wide}>{t('fill.offline')}</p>
    </div>
  )
}

/** Whether every question that is asked now has an answer, and how many have. */
export function useProgress() {
  const { definition, answers, documents } = useFilling()
  return progress(definition, answers, documents)
}
