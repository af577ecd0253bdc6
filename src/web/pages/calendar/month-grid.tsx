import { useState } from 'react'
import { AppLink, LinkButton } from '../../design/link.tsx'
import { useFormat, useText } from '../../text.tsx'
import { type Month, monthOf } from './month.ts'
import styles from './month-grid.module.css'
import { weeksOf } from './weeks.ts'

/** Something that falls on a day. */
export type Entry = { id: string; on: string; name: string; about: string; to: string; late: boolean; done: boolean }

const SHOWN = 4

/** A month, week by week from Monday on; on a narrow screen the days that have something, one below the other. */
export function MonthGrid({ month, entries }: { month: Month; entries: readonly Entry[] }) {
  const t = useText()
  const byDay = Map.groupBy(entries, (entry) => entry.on)
  const weeks = weeksOf(month)
  return (
    <table className={styles.month} aria-label={t('calendar.month')}>
      <thead>
        <tr>
          {weeks[0]!.map((day) => (
            <Weekday key={day} day={day} />
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((days) => (
          <tr key={days[0]}>
            {days.map((day) => (
              <Day key={day} day={day} other={monthOf(day) !== month} entries={byDay.get(day) ?? []} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Weekday({ day }: { day: string }) {
  const { weekday } = useFormat()
  return <th scope="col">{weekday(day)}</th>
}

function Day({ day, other, entries }: { day: string; other: boolean; entries: readonly Entry[] }) {
  const t = useText()
  const { date, today } = useFormat()
  const [all, setAll] = useState(false)
  const shown = all ? entries : entries.slice(0, SHOWN)
  const isToday = day === today()
  return (
    <td
      data-other={other || undefined}
      data-today={isToday || undefined}
      data-empty={entries.length === 0 || undefined}
    >
      <p className={styles.day}>
        <time dateTime={day} aria-current={isToday ? 'date' : undefined}>
          <span className={styles.long}>{date(day, 'weekday')}</span>
          <span className={styles.short} aria-hidden="true">
            {Number(day.slice(8))}
          </span>
        </time>
      </p>
      <ul>
        {shown.map((entry) => (
          <li key={entry.id} data-late={entry.late || undefined} data-done={entry.done || undefined}>
            <AppLink to={entry.to} title={`${entry.name} · ${entry.about}`}>
              {entry.name} <span>{entry.about}</span>
            </AppLink>
          </li>
        ))}
      </ul>
      {entries.length > shown.length && (
        <p className={styles.rest}>
          <LinkButton onClick={() => setAll(true)}>
            {t('calendar.more', { count: entries.length - shown.length })}
          </LinkButton>
        </p>
      )}
    </td>
  )
}
