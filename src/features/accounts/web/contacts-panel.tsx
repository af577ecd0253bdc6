import { Button, Switch } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { queryKeyOf, useAct } from '#web/api/hooks.ts'
import { ICON } from '#web/design/icon.ts'
import { AppLink, TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { useRight } from '#web/session.tsx'
import { LANGUAGES } from '#web/shell/preferences.tsx'
import { useText } from '#web/text.tsx'
import { contactsContract } from '../contacts-contract.ts'
import { accountsContract } from '../contract.ts'
import type { Account } from '../schemas.ts'
import styles from './contacts-panel.module.css'

type Contact = Account['contacts'][number]
type Email = Contact['emails'][number]
type Switches = Pick<Email, 'login' | 'notify'>

/** The people of a client, with what stands on each of their addresses: portal and mails (CON-2 to CON-4). */
export function ContactsPanel({ account }: { account: Account }) {
  const t = useText()
  const mayManage = useRight('manage_contacts')
  const add = (
    <Button
      size="xs"
      component={AppLink}
      to={`/clients/${account.id}/contacts/new`}
      leftSection={<IconPlus {...ICON} />}
    >
      {t('contacts.add')}
    </Button>
  )
  return (
    <Section title={t('contacts.title')} count={account.contacts.length} aside={mayManage && add}>
      <ul className={styles.people}>
        {account.contacts.map((contact) => (
          <li key={contact.id} className={styles.person}>
            <Who account={account} contact={contact} mayManage={mayManage} />
            <ul className={styles.emails}>
              {contact.emails.map((email) => (
                <li key={email.id}>
                  <EmailLine account={account} contact={contact} email={email} mayManage={mayManage} />
                </li>
              ))}
            </ul>
            {contact.emails.length === 0 && <p className={styles.quiet}>{t('contacts.no_email')}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

type PartProps = { account: Account; contact: Contact; mayManage: boolean }

function Who({ account, contact, mayManage }: PartProps) {
  const facts = [contact.phone, contact.locale && LANGUAGES[contact.locale]].filter(Boolean)
  return (
    <p className={styles.who}>
      {mayManage ? (
        <TextLink to={`/clients/${account.id}/contacts/${contact.id}`}>{contact.name}</TextLink>
      ) : (
        <b>{contact.name}</b>
      )}
      {facts.length > 0 && <span className={styles.quiet}>{facts.join(', ')}</span>}
    </p>
  )
}

/** One address with its two switches; a switch shows what it is being set to while it is sent. */
function EmailLine({ account, contact, email, mayManage }: PartProps & { email: Email }) {
  const t = useText()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Switches | null>(null)
  const settled = () => setAsked(null)
  const act = useAct(contactsContract.setContactSettings, {
    touches: ['contacts'],
    onDone: (answer) => {
      queries.setQueryData(queryKeyOf(accountsContract.getAccount, { params: { id: account.id } }), answer)
      settled()
    },
    onProblem: settled,
  })
  const shown: Switches = asked ?? email
  const set = (changed: Partial<Switches>) => {
    const { login, notify } = { ...shown, ...changed }
    setAsked({ login, notify })
    const params = { id: account.id, contactId: contact.id, emailId: email.id }
    void act.run({ params, body: { login, notify } })
  }
  const switches = [
    { key: 'login', short: t('contacts.portal'), label: t('contacts.portal_of', { email: email.email }) },
    { key: 'notify', short: t('contacts.mails'), label: t('contacts.mails_of', { email: email.email }) },
  ] as const
  return (
    <>
      <div className={styles.email}>
        <span className={styles.address}>{email.email}</span>
        {switches.map(({ key, short, label }) =>
          mayManage ? (
            <Switch
              key={key}
              size="xs"
              label={short}
              aria-label={label}
              checked={shown[key]}
              onChange={(event) => set({ [key]: event.currentTarget.checked })}
            />
          ) : (
            <span key={key} className={styles.quiet}>
              {short}: {t(email[key] ? 'contacts.on' : 'contacts.off')}
            </span>
          ),
        )}
      </div>
      <ProblemNote problem={act.problem} />
    </>
  )
}
