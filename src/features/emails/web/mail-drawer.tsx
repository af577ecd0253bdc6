import { SegmentedControl } from '@mantine/core'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { EventId } from '#kernel/ids.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { type Fact, Facts } from '#web/design/field-row.tsx'
import { TextLink } from '#web/design/link.tsx'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Instant } from '#web/design/said.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { State } from '#web/design/state-dot.tsx'
import { useText, useTextOr } from '#web/text.tsx'
import { emailsContract, type Mail } from '../contract.ts'
import { DROP_REASONS } from '../model.ts'
import styles from './mail-drawer.module.css'
import { MailFrame } from './mail-frame.tsx'
import { DOTS } from './mail-states.ts'

const PAUSE_MS = 2000

export type MailDrawerProps = {
  /** how the event that a mail tells of came about; belongs to another slice */
  why: (causeId: EventId) => ReactNode
}

/** One mail as its reader sees it, beside the list of mails. */
export function MailDrawer({ why }: MailDrawerProps) {
  const t = useText()
  const navigate = useNavigate()
  const { mailId = '' } = useParams({ strict: false }) as { mailId?: string }
  const {
    data: mail,
    error,
    refetch,
  } = useEndpoint(
    emailsContract.getMail,
    { params: { id: mailId } },
    { everyMs: (shown) => shown?.state === 'queued' && PAUSE_MS },
  )
  return (
    <Drawer
      width="wide"
      title={mail?.subject ?? t('emails.mail')}
      summary={mail && <MailFacts mail={mail} />}
      onClose={() => void navigate({ to: '..', search: true })}
    >
      <div className={styles.mail}>
        <ProblemNote problem={error} onRetry={() => void refetch()} />
        {mail?.causeId && why(mail.causeId)}
        {mail && <Reading mail={mail} />}
        {!mail && !error && <SkeletonLines lines={8} />}
      </div>
    </Drawer>
  )
}

function MailFacts({ mail }: { mail: Mail }) {
  const t = useText()
  const facts: Fact[] = [
    { label: t('emails.to'), value: mail.toName === '' ? mail.toEmail : `${mail.toName} <${mail.toEmail}>` },
    { label: t('emails.state'), value: <State state={DOTS[mail.state]}>{t(`emails.state.${mail.state}`)}</State> },
    { label: t('emails.when'), value: <Instant at={mail.createdAt} /> },
    { label: t('emails.message_id'), value: <span className={styles.messageId}>{mail.messageId}</span> },
  ]
  const { accountId, accountName } = mail
  if (accountName) {
    facts.splice(1, 0, {
      label: t('emails.about'),
      value: <TextLink to={`/clients/${accountId}`}>{accountName}</TextLink>,
    })
  }
  return <Facts facts={facts} />
}

function Reading({ mail }: { mail: Mail }) {
  const t = useText()
  const [part, setPart] = useState('html')
  return (
    <>
      <WhyNot mail={mail} />
      {!mail.complete && <Note>{t('emails.incomplete')}</Note>}
      <SegmentedControl
        className={styles.parts}
        value={part}
        onChange={setPart}
        data={[
          { value: 'html', label: t('emails.as_html') },
          { value: 'text', label: t('emails.as_text') },
        ]}
      />
      {part === 'html' ? (
        <MailFrame html={mail.html} title={t('emails.frame', { name: mail.toName || mail.toEmail })} />
      ) : (
        <pre className={styles.text}>{mail.text}</pre>
      )}
    </>
  )
}

/** Why it did not go out: our reason, or what the mail server said. */
function WhyNot({ mail: { reason } }: { mail: Mail }) {
  const t = useText()
  const textOr = useTextOr()
  if (reason === null) return null
  const ours = DROP_REASONS.some((each) => each === reason)
  return (
    <Note tone={ours ? 'note' : 'late'}>
      {ours ? textOr(`emails.reason.${reason}`, 'emails.state.dropped') : t('emails.reason_server', { reason })}
    </Note>
  )
}
