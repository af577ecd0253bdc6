import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { accountsContract } from '#features/accounts/contract.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Note } from '#web/design/note.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useFormat, useText } from '#web/text.tsx'
import { emailsContract, type EmailPreview as Preview } from '../contract.ts'
import type { EmailText } from '../rules.ts'
import styles from './email-preview.module.css'
import { MailFrame } from './mail-frame.tsx'

const PAUSE_MS = 600
const PICKED = 20

/** What each contact of a client would read, while it is being written; `text` is null while there is nothing to read. */
export function EmailPreview({ text }: { text: EmailText | null }) {
  const t = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  const first = useEndpoint(accountsContract.listAccounts, { query: { limit: PICKED } }).data?.items[0]
  const accountId = chosen ?? first?.id ?? null
  return (
    <Section title={t('emails.preview')}>
      <div className={styles.preview}>
        <AccountPick value={accountId} onChange={setChosen} />
        {accountId !== null && text === null && <p className={styles.hint}>{t('emails.preview_wait')}</p>}
        {accountId !== null && text !== null && <Letters accountId={accountId} text={text} />}
      </div>
    </Section>
  )
}

function AccountPick({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const t = useText()
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const query = search === '' ? { limit: PICKED } : { limit: PICKED, search }
  const accounts = useEndpoint(accountsContract.listAccounts, { query }, { keepPrevious: true })
  const data = (accounts.data?.items ?? []).map(({ id, name, shortId }) => ({
    value: id,
    label: `${name} (${shortId})`,
  }))
  return (
    <Select
      label={t('emails.preview_client')}
      placeholder={t('emails.preview_pick')}
      searchable
      filter={({ options }) => options}
      onSearchChange={setTyped}
      data={data}
      value={value}
      onChange={onChange}
    />
  )
}

function Letters({ accountId, text }: { accountId: string; text: EmailText }) {
  const t = useText()
  const [written] = useDebouncedValue(text, PAUSE_MS)
  const preview = useEndpoint(emailsContract.previewEmail, { body: { ...written, accountId } }, { keepPrevious: true })
  const [chosen, setChosen] = useState<string | null>(null)
  if (preview.error) return <ProblemNote problem={preview.error} onRetry={() => void preview.refetch()} />
  if (!preview.data) return <SkeletonLines lines={8} />
  const { recipients } = preview.data
  const letter =
    recipients.find((each) => each.email === chosen) ?? recipients.find((each) => each.notify) ?? recipients[0]
  if (!letter) return <Note tone="wait">{t('emails.preview_nobody')}</Note>
  return (
    <>
      {recipients.length > 1 && (
        <Select
          label={t('emails.preview_for')}
          data={[
            ...new Map(
              recipients.map(({ name, email }) => [email, { value: email, label: `${name} <${email}>` }]),
            ).values(),
          ]}
          value={letter.email}
          onChange={setChosen}
        />
      )}
      <Remarks letter={letter} />
      <p className={styles.subject} lang={letter.locale}>
        {letter.subject}
      </p>
      <MailFrame html={letter.html} title={t('emails.frame', { name: letter.name })} />
    </>
  )
}

function Remarks({ letter: { name, notify, empty } }: { letter: Preview['recipients'][number] }) {
  const t = useText()
  const { list } = useFormat()
  return (
    <>
      {!notify && <Note tone="wait">{t('emails.preview_off', { name })}</Note>}
      {empty.length > 0 && (
        <Note tone="wait">{t('emails.preview_empty', { codes: list(empty.map((code) => `[${code}]`)) })}</Note>
      )}
    </>
  )
}
