import type { Pages } from '#web/api/pages.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { useText } from '#web/text.tsx'
import type { HistoryItem } from '../contract.ts'
import { agentName, theirClock, utcClock } from '../model.ts'
import { Because } from './because.tsx'
import styles from './event-table.module.css'
import { useActorName, useFactText } from './sentence.ts'
import { Why } from './why.tsx'

type EventPages = Pages<{ items: HistoryItem[]; next: string | null }>

/** What happened as an audit reads it: what, who, about which client, from where, on both clocks (AUD-1, X-6). */
export function EventTable({ label, pages }: { label: string; pages: EventPages }) {
  const t = useText()
  const columns = useColumns()
  return (
    <>
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
      <Table
        label={label}
        columns={columns}
        rows={pages.problem ? [] : pages.items}
        rowKey={(item) => item.id}
        rowName={(item) => item.type}
        more={pages.more}
        empty={pages.problem ? null : <EmptyState title={t('activity.none')} />}
      />
    </>
  )
}

function useColumns(): Column<HistoryItem>[] {
  const t = useText()
  return [
    { key: 'what', title: t('activity.what'), cell: (item) => <What item={item} /> },
    { key: 'who', title: t('activity.who'), width: '168px', cell: (item) => <Who item={item} /> },
    {
      key: 'about',
      title: t('activity.about'),
      width: '144px',
      cell: ({ accountId, accountName }) =>
        accountName && <TextLink to={`/clients/${accountId}`}>{accountName}</TextLink>,
    },
    {
      key: 'from',
      title: t('activity.from'),
      width: '152px',
      dim: true,
      hide: 'narrow',
      cell: (item) => <From item={item} />,
    },
    {
      key: 'their_time',
      title: t('activity.their_time'),
      width: '112px',
      dim: true,
      hide: 'narrow',
      cell: ({ at, origin }) => (origin?.offsetMinutes == null ? null : theirClock(at, origin.offsetMinutes)),
    },
    {
      key: 'time',
      title: t('activity.time'),
      width: '176px',
      align: 'end',
      cell: ({ at }) => <time dateTime={at}>{utcClock(at)}</time>,
    },
  ]
}

function What({ item }: { item: HistoryItem }) {
  const say = useFactText()
  return (
    <div className={styles.what}>
      {say(item)}
      <span className={styles.cause}>
        <Because item={item} />
      </span>
      {item.cause && <Why eventId={item.id} />}
    </div>
  )
}

function Who({ item: { actor, actorEmail } }: { item: HistoryItem }) {
  const nameOf = useActorName()
  return (
    <div>
      {nameOf(actor)}
      {actorEmail && actorEmail !== actor.name && <span className={styles.email}>{actorEmail}</span>}
    </div>
  )
}

function From({ item: { origin, actor } }: { item: HistoryItem }) {
  const t = useText()
  if (!origin) return actor.kind === 'automation' || actor.kind === 'system' ? t('activity.by_itself') : null
  const { ip, userAgent } = origin
  const agent = userAgent ? agentName(userAgent) : null
  return <span title={[ip, userAgent].filter(Boolean).join('\n')}>{[ip, agent].filter(Boolean).join(', ')}</span>
}
