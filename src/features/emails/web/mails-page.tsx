import { Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import type { ReturnOf } from '#kernel/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { usePages } from '#web/api/pages.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { FilterChip } from '#web/design/filter-chip.tsx'
import { Note } from '#web/design/note.tsx'
import { Page } from '#web/design/page.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Instant } from '#web/design/said.tsx'
import { State } from '#web/design/state-dot.tsx'
import { type Column, Table } from '#web/design/table.tsx'
import { SettingsTabs } from '#web/shell/settings-tabs.tsx'
import { useText } from '#web/text.tsx'
import { emailsContract, type MailSummary } from '../contract.ts'
import { MAIL_STATES, type MailState } from '../model.ts'
import { DOTS } from './mail-states.ts'
import styles from './mails-page.module.css'

const PAUSE_MS = 2000

/** Mails that went out, wait, or are kept here because no SMTP server is set. */
export function MailsPage() {
  const t = useText()
  const columns = useColumns()
  const { state } = useSearch({ from: '/staff/settings/mail' })
  const navigate = useNavigate({ from: '/settings/mail' })
  const setState = (chosen: MailState | undefined) =>
    void navigate({ to: '.', search: chosen ? { state: chosen } : {}, replace: true })
  const everyMs = useSomethingWaits() ? PAUSE_MS : false
  const { items, first, more, problem, retry } = usePages(emailsContract.listMails, { query: { state } }, { everyMs })
  const empty = state ? { title: t('emails.none_state') } : { title: t('emails.none'), text: t('emails.none_text') }
  return (
    <Page title={t('nav.settings')} bare filters={<SettingsTabs />}>
      <div className={styles.filters}>
        <FilterChip on={!state} onPress={() => setState(undefined)}>
          {t('emails.all')}
        </FilterChip>
        {MAIL_STATES.map((each) => (
          <FilterChip
            key={each}
            state={DOTS[each]}
            on={state === each}
            onPress={() => setState(state === each ? undefined : each)}
          >
            {t(`emails.state.${each}`)}
          </FilterChip>
        ))}
      </div>
      {first?.sends === false && (
        <div className={styles.note}>
          <Note tone="wait">{t('emails.captured_note')}</Note>
        </div>
      )}
      <ProblemNote problem={problem} onRetry={retry} />
      <Table
        label={t('emails.mails')}
        columns={columns}
        rows={problem ? [] : items}
        rowKey={(mail) => mail.id}
        rowName={(mail) => mail.subject}
        rowTo={(mail) => `/settings/mail/${mail.id}`}
        more={more}
        empty={problem ? null : <EmptyState {...empty} />}
      />
      <Outlet />
    </Page>
  )
}

function useColumns(): Column<MailSummary>[] {
  const t = useText()
  return [
    { key: 'subject', title: t('emails.subject'), cell: (mail) => mail.subject },
    {
      key: 'to',
      title: t('emails.to'),
      width: '240px',
      cell: (mail) => <span title={mail.toEmail}>{mail.toName || mail.toEmail}</span>,
    },
    {
      key: 'about',
      title: t('emails.about'),
      width: '184px',
      hide: 'narrow',
      dim: true,
      cell: (mail) => mail.accountName,
    },
    {
      key: 'state',
      title: t('emails.state'),
      width: '136px',
      cell: (mail) => <State state={DOTS[mail.state]}>{t(`emails.state.${mail.state}`)}</State>,
    },
    {
      key: 'when',
      title: t('emails.when'),
      width: '160px',
      align: 'end',
      dim: true,
      cell: (mail) => <Instant at={mail.createdAt} />,
    },
  ]
}

/** Whether any mail waits its turn: then the list is asked again, as mails settle without anybody doing anything. */
function useSomethingWaits(): boolean {
  const query = { state: 'queued', limit: 1 } as const
  const waits = (answer: ReturnOf<typeof emailsContract.listMails> | undefined) => (answer?.items.length ?? 0) > 0
  const { data } = useEndpoint(emailsContract.listMails, { query }, { everyMs: (answer) => waits(answer) && PAUSE_MS })
  return waits(data)
}
