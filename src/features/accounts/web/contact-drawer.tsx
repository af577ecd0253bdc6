import { Button } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { useAct, useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { Buttons, Form } from '#web/design/form.tsx'
import { TextLink } from '#web/design/link.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { SkeletonLines } from '#web/design/skeleton.tsx'
import { useToast } from '#web/design/toast.tsx'
import { UnsavedGuard } from '#web/design/unsaved-guard.tsx'
import { useText } from '#web/text.tsx'
import { contactsContract } from '../contacts-contract.ts'
import type { Account, Contact } from '../schemas.ts'
import { ContactEmails } from './contact-emails.tsx'
import { NO_PERSON, PersonFields } from './person-fields.tsx'

type Props = { account: Account; contactId: string; onClose: () => void }

/** One person: names, addresses, and which clients he belongs to. */
export function ContactDrawer({ account, contactId, onClose }: Props) {
  const t = useText()
  const asked = useEndpoint(contactsContract.getContact, { params: { id: contactId } }, { hears: ['accounts'] })
  const contact = asked.data
  return (
    <Drawer title={contact?.name ?? t('ui.loading')} eyebrow={account.name} onClose={onClose}>
      <ProblemNote problem={asked.error} onRetry={() => void asked.refetch()} />
      {!contact && !asked.error && <SkeletonLines lines={6} />}
      {contact && (
        <>
          <Person contact={contact} />
          <ContactEmails contact={contact} />
          <Clients contact={contact} account={account} onClose={onClose} />
        </>
      )}
    </Drawer>
  )
}

function Person({ contact }: { contact: Contact }) {
  const [opened, setOpened] = useState(contact)
  return <PersonForm key={opened.revision} opened={opened} onNewer={setOpened} />
}

/** Works on the state it was opened with; what was saved, or is newer, becomes the state it goes on with. */
function PersonForm({ opened, onNewer }: { opened: Contact; onNewer: (contact: Contact) => void }) {
  const t = useText()
  const say = useToast()
  const { id, firstName, lastName, phone, locale, revision } = opened
  const values = { ...NO_PERSON, firstName, lastName, phone: phone ?? '', locale: locale ?? ('' as const) }
  const form = useForm({ initialValues: values })
  const act = useFormAct(contactsContract.changeContact, form, {
    input: (said) => ({
      params: { id },
      body: {
        firstName: said.firstName,
        lastName: said.lastName,
        phone: said.phone.trim() || null,
        locale: said.locale || null,
      },
      ifMatch: revision,
    }),
    touches: ['accounts'],
    onDone: (saved) => {
      say(t('ui.saved'))
      onNewer(saved)
    },
  })
  const newer = act.problem?.detail['current'] as Contact | undefined
  return (
    <Form onSubmit={act.submit}>
      <PersonFields inputProps={form.getInputProps} />
      <UnsavedGuard isDirty={() => form.isDirty()} />
      <ProblemNote problem={act.problem} />
      <Buttons>
        <Button type="submit" variant="filled" disabled={!form.isDirty()} loading={act.isRunning}>
          {t('ui.save')}
        </Button>
        {newer && <Button onClick={() => onNewer(newer)}>{t('clients.newer')}</Button>}
      </Buttons>
    </Form>
  )
}

function Clients({ contact, account, onClose }: { contact: Contact; account: Account; onClose: () => void }) {
  const t = useText()
  const say = useToast()
  const act = useAct(contactsContract.removeAccountContact, {
    touches: ['contacts'],
    onDone: () => {
      say(t('contacts.unlinked', { name: contact.name }))
      onClose()
    },
  })
  const isOnly = account.contacts.length === 1
  return (
    <Section title={t('contacts.clients')}>
      <ul>
        {contact.accounts.map(({ id, name, shortId }) => (
          <li key={id}>
            {id === account.id ? name : <TextLink to={`/clients/${id}`}>{name}</TextLink>} ({shortId})
          </li>
        ))}
      </ul>
      <Buttons>
        <Button
          variant="subtle"
          color="late"
          disabled={isOnly}
          loading={act.isRunning}
          onClick={() => void act.run({ params: { id: account.id, contactId: contact.id } })}
        >
          {t('contacts.unlink')}
        </Button>
        {isOnly && <span>{t('contacts.only_contact')}</span>}
      </Buttons>
      <ProblemNote problem={act.problem} />
    </Section>
  )
}
