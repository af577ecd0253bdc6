import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { usePages } from '#web/api/pages.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { TextLink } from '#web/design/link.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { SettingsTabs } from '#web/shell/settings-tabs.tsx'
import { useText } from '#web/text.tsx'
import { activityContract, type HistoryItem } from '../contract.ts'
import { agentName, theirClock, utcClock } from '../model.ts'
import styles from './activity-page.module.css'
import { KINDS, type Kind } from './activity-search.ts'
import { useFactText } from './sentence.ts'
import { Why } from './why.tsx'

/** Everything that happened in the firm, for owners and admins (AUD-2). */
export function ActivityPage() {
  const t = useText()
  const columns = useColumns()
  const { kind } = useSearch({ from: '/staff/settings/activity' })
  const navigate = useNavigate({ from: '/settings/activity' })
  const setKind = (chosen: Kind | undefined) =>
    void navigate({ to: '.', search: chosen ? { kind: chosen } : {}, replace: true })
  const pages = usePages(activityContract.listActivity, { query: { kind } })
  return (
    <Page title={t('nav.settings')} bare filters={<SettingsTabs />}>
      <Select
        size="xs"
        className={styles.kind}
        aria-label={t('activity.kind')}
        value={kind ?? ''}
        onChange={(value) => setKind(KINDS.find((each) => each === value))}
        data={[
          { value: '', label: t('activity.all') },
          ...KINDS.map((value) => ({ value, label: t(`activity.kind.${value}`) })),
        ]}
      />
      <ProblemNote problem={pages.problem} onRetry={pages.retry} />
      <Table
        label={t('activity.title')}
        columns={columns}
        rows={pages.problem ? [] : pages.items}
        rowKey={(item) => item.id}
        rowName={(item) => item.type}
        more={pages.more}
        empty={pages.problem ? null : <EmptyState title={t('activity.none')} />}
      />
    </Page>
  )
}

function useColumns(): Column<HistoryItem>[] {
  const t = useText()
  const say = useFactText()
  return [
    {
      key: 'what',
      title: t('activity.what'),
      cell: (item) => (
        <div className={styles.what}>
          {say(item)}
          {item.cause && <Why eventId={item.id} />}
        </div>
      ),
    },
    {
      key: 'about',
      title: t('activity.about'),
      width: '184px',
      cell: ({ accountId, accountName }) =>
        accountName && <TextLink to={`/clients/${accountId}`}>{accountName}</TextLink>,
    },
    {
      key: 'from',
      title: t('activity.from'),
      width: '168px',
      dim: true,
      hide: 'narrow',
      cell: ({ origin, actor }) => {
        if (origin) return <Origin origin={origin} />
        return isMachine(actor) ? t('activity.by_itself') : null
      },
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

function isMachine({ kind }: HistoryItem['actor']): boolean {
  return kind === 'automation' || kind === 'system'
}

function Origin({ origin: { ip, userAgent } }: { origin: NonNullable<HistoryItem['origin']> }) {
  const agent = userAgent ? agentName(userAgent) : null
  return <span title={[ip, userAgent].filter(Boolean).join('\n')}>{[ip, agent].filter(Boolean).join(', ')}</span>
}
