import { Button } from '@mantine/core'
import { useState } from 'react'
import { useEndpoint } from '#web/api/hooks.ts'
import { ICON } from '#web/design/icon.ts'
import { TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { activityContract, type HistoryItem } from '../contract.ts'
import { type StoryLine, storyOf } from '../model.ts'
import { Because } from './because.tsx'
import { lookOf } from './fact-look.ts'
import styles from './history-list.module.css'
import { HEARS, historyOf, type Thing } from './history-of.ts'
import { useOutcomeTexts } from './outcomes.ts'
import { useFactText } from './sentence.ts'
import { Why } from './why.tsx'

const FIRST = 30
const MOST = 100

/**
 * What happened to one thing, newest first, by days, each with its cause; what automations did stands under the move
 * that asked for it (AUD-3, B-4). A Section: for the right column of a drawer, or a page.
 */
export function HistoryList({ thing, id }: { thing: Thing; id: string }) {
  const t = useText()
  const [limit, setLimit] = useState(FIRST)
  const asked = useEndpoint(
    activityContract.listEvents,
    { query: { ...historyOf(thing, id), limit } },
    { keepPrevious: true, hears: HEARS },
  )
  return (
    <Section
      title={t('activity.history')}
      aside={<TextLink to={`/history/${thing}/${id}`}>{t('activity.as_table')}</TextLink>}
    >
      <ProblemNote problem={asked.error} onRetry={() => void asked.refetch()} />
      {!asked.data && !asked.error && <SkeletonLines lines={6} />}
      {asked.data && <Days items={asked.data.items} />}
      {asked.data && asked.data.next !== null && limit < MOST && (
        <Button size="xs" variant="subtle" onClick={() => setLimit(MOST)}>
          {t('activity.earlier')}
        </Button>
      )}
    </Section>
  )
}

function Days({ items }: { items: HistoryItem[] }) {
  const t = useText()
  const { date, today } = useFormat()
  if (items.length === 0) return <p className={styles.nothing}>{t('activity.nothing')}</p>
  return storyOf(items, (at) => today(new Date(at))).map(({ day, lines }) => (
    <div key={day}>
      <h3 className={styles.day}>{date(day)}</h3>
      <ol className={styles.lines}>
        {lines.map((line) => (
          <Line key={line.item.id} line={line} />
        ))}
      </ol>
    </div>
  ))
}

function Line({ line: { item, followed } }: { line: StoryLine }) {
  const say = useFactText()
  const { time } = useFormat()
  const { icon: Icon, tone } = lookOf(item)
  return (
    <li className={styles.line}>
      <span className={styles.icon} data-tone={tone}>
        <Icon {...ICON} />
      </span>
      <div className={styles.words}>
        <p>{say(item)}</p>
        {(item.cause || item.causeHidden) && (
          <p className={styles.cause}>
            <Because item={item} />
          </p>
        )}
        {item.cause && <Why eventId={item.id} />}
        {followed.length > 0 && <Followed items={followed} />}
      </div>
      <time className={styles.time} dateTime={item.at}>
        {time(item.at)}
      </time>
    </li>
  )
}

/** What the automations did; those that did nothing say why. */
function Followed({ items }: { items: HistoryItem[] }) {
  const say = useFactText()
  const outcomesOf = useOutcomeTexts()
  const lines = items.flatMap((item) => {
    if (item.type !== 'job.automationsHeldBack') return [{ key: item.id as string, text: say(item), failed: false }]
    return outcomesOf(item)
  })
  if (lines.length === 0) return null
  return (
    <ul className={styles.followed}>
      {lines.map(({ key, text, failed }) => (
        <li key={key} data-failed={failed || undefined}>
          {text}
        </li>
      ))}
    </ul>
  )
}
