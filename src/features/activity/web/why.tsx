import { useId, useState } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { ICON } from '#web/design/icon.ts'
import { LinkButton } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Instant } from '#web/design/said.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useText } from '#web/text.tsx'
import { activityContract, type HistoryItem } from '../contract.ts'
import { lookOf } from './fact-look.ts'
import { useFactText } from './sentence.ts'
import styles from './why.module.css'

/** Asks why something happened, and tells it below as a story that begins with its first cause (B-4). */
export function Why({ eventId }: { eventId: string }) {
  const t = useText()
  const id = useId()
  const [asked, setAsked] = useState(false)
  return (
    <div className={styles.why}>
      <LinkButton aria-expanded={asked} aria-controls={asked ? id : undefined} onClick={() => setAsked(!asked)}>
        {t('activity.why')}
      </LinkButton>
      {asked && (
        <div id={id} className={styles.answer}>
          <Story eventId={eventId} />
        </div>
      )}
    </div>
  )
}

function Story({ eventId }: { eventId: string }) {
  const t = useText()
  const { data, error, refetch } = useEndpoint(activityContract.listCauses, { params: { id: eventId } })
  if (error) return <ProblemNote problem={error} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={3} />
  return (
    <>
      {data.hidden > 0 && <p className={styles.hidden}>{t('activity.why_hidden', { count: data.hidden })}</p>}
      <ol className={styles.chain} aria-label={t('activity.why_title')}>
        {data.items.map((item) => (
          <Step key={item.id} item={item} />
        ))}
      </ol>
    </>
  )
}

function Step({ item }: { item: HistoryItem }) {
  const say = useFactText()
  const { icon: Icon, tone } = lookOf(item)
  return (
    <li className={styles.step}>
      <span className={styles.icon} data-tone={tone}>
        <Icon {...ICON} />
      </span>
      <div className={styles.words}>
        <p>{say(item)}</p>
        <Instant at={item.at} />
      </div>
    </li>
  )
}
