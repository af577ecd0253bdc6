import { useSyncExternalStore } from 'react'
import type { DateStyle } from '../format.ts'
import { daysBetween } from '../format.ts'
import { useFormat, useText } from '../text.tsx'
import styles from './said.module.css'

/** An amount; red where it is overdue. */
export function Money({ cents, currency, late = false }: { cents: number; currency: string; late?: boolean }) {
  const { money } = useFormat()
  return (
    <span className={styles.amount} data-late={late || undefined}>
      {money(cents, currency)}
    </span>
  )
}

/** A calendar date. As a due date (`due`) it turns red when it is past and says by how many days. */
export function DateText({ on, due = false, style = 'short' }: { on: string; due?: boolean; style?: DateStyle }) {
  const t = useText()
  const { date, today } = useFormat()
  const days = due ? daysBetween(on, today()) : 0
  const said = date(on, style)
  return (
    <time className={styles.date} dateTime={on} data-late={days > 0 || undefined}>
      {days > 0 ? t('ui.days_late', { date: said, days }) : said}
    </time>
  )
}

/** How long ago an instant was; the exact time is in its tooltip. Keeps up with the clock. */
export function TimeAgo({ at }: { at: string }) {
  const { ago, instant } = useFormat()
  const minute = useSyncExternalStore(everyMinute, currentMinute)
  return (
    <time className={styles.date} dateTime={at} title={instant(at)}>
      {ago(at, new Date(Math.max(minute * 60_000, Date.parse(at))))}
    </time>
  )
}

/** An instant as date and time: "Apr 2, 14:20". */
export function Instant({ at }: { at: string }) {
  const { instant } = useFormat()
  return (
    <time className={styles.date} dateTime={at}>
      {instant(at)}
    </time>
  )
}

function everyMinute(tick: () => void): () => void {
  const timer = setInterval(tick, 15_000)
  return () => clearInterval(timer)
}

function currentMinute(): number {
  return Math.floor(Date.now() / 60_000)
}
