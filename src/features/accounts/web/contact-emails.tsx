import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { useAct } from '#web/api/hooks.ts'
import { Form } from '#web/design/form.tsx'
import { ICON } from '#web/design/icon.ts'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { Section } from '#web/design/section.tsx'
import { useText } from '#web/text.tsx'
import { contactsContract } from '../contacts-contract.ts'
import type { Contact } from '../schemas.ts'
import styles from './contact-emails.module.css'

/** The addresses of a person: added, replaced, removed (CON-8). */
export function ContactEmails({ contact }: { contact: Contact }) {
  const t = useText()
  const [open, setOpen] = useState<string | null>(null)
  const remove = useAct(contactsContract.removeContactEmail, { touches: ['accounts'] })
  const close = () => setOpen(null)
  return (
    <Section title={t('contacts.emails')}>
      <ul className={styles.list}>
        {contact.emails.map(({ id, email }) => (
          <li key={id}>
            {open === id ? (
              <Replace contact={contact} emailId={id} email={email} onClose={close} />
            ) : (
              <div className={styles.line}>
                <span className={styles.address}>{email}</span>
                <ActionIcon size="sm" aria-label={t('contacts.change_email_of', { email })} onClick={() => setOpen(id)}>
                  <IconPencil {...ICON} />
                </ActionIcon>
                <ActionIcon
                  size="sm"
                  aria-label={t('contacts.remove_email_of', { email })}
                  onClick={() => void remove.run({ params: { id: contact.id, emailId: id } })}
                >
                  <IconTrash {...ICON} />
                </ActionIcon>
              </div>
            )}
          </li>
        ))}
      </ul>
      <ProblemNote problem={remove.problem} />
      {open === 'new' ? (
        <Add contact={contact} onClose={close} />
      ) : (
        <Button size="xs" onClick={() => setOpen('new')}>
          {t('contacts.add_email')}
        </Button>
      )}
      <p className={styles.help}>{t('contacts.email_help')}</p>
    </Section>
  )
}

function Add({ contact, onClose }: { contact: Contact; onClose: () => void }) {
  const form = useForm({ initialValues: { email: '' } })
  const act = useFormAct(contactsContract.addContactEmail, form, {
    input: (body) => ({ params: { id: contact.id }, body }),
    touches: ['accounts'],
    onDone: onClose,
  })
  return <EmailForm form={form} act={act} onClose={onClose} />
}

type ReplaceProps = { contact: Contact; emailId: string; email: string; onClose: () => void }

function Replace({ contact, emailId, email, onClose }: ReplaceProps) {
  const form = useForm({ initialValues: { email } })
  const act = useFormAct(contactsContract.changeContactEmail, form, {
    input: (body) => ({ params: { id: contact.id, emailId }, body }),
    touches: ['accounts'],
    onDone: onClose,
  })
  return <EmailForm form={form} act={act} onClose={onClose} />
}

type EmailFormProps = {
  form: ReturnType<typeof useForm<{ email: string }>>
  act: ReturnType<typeof useFormAct>
  onClose: () => void
}

function EmailForm({ form, act, onClose }: EmailFormProps) {
  const t = useText()
  return (
    <Form onSubmit={act.submit}>
      <div className={styles.form}>
        <TextInput
          type="email"
          inputMode="email"
          aria-label={t('contacts.new_email')}
          data-autofocus
          className={styles.address}
          {...form.getInputProps('email')}
        />
        <Button type="submit" loading={act.isRunning}>
          {t('ui.save')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
      <ProblemNote problem={act.problem} />
    </Form>
  )
}
