import { Button, SegmentedControl, Select, Switch } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDebouncedValue } from '@mantine/hooks'
import { useId, useState } from 'react'
import { useFormAct } from '#web/api/form.ts'
import { useEndpoint } from '#web/api/hooks.ts'
import { Drawer } from '#web/design/drawer.tsx'
import { Form } from '#web/design/form.tsx'
import { ProblemNote } from '#web/design/problem-note.tsx'
import { UnsavedGuard } from '#web/design/unsaved-guard.tsx'
import { useText } from '#web/text.tsx'
import { contactsContract } from '../contacts-contract.ts'
import { accountsContract } from '../contract.ts'
import type { Account } from '../schemas.ts'
import styles from './add-contact-drawer.module.css'
import { NO_PERSON, PersonFields, personOf } from './person-fields.tsx'

type Props = { account: Account; onClose: () => void }

/** Adds a contact to a client: somebody new, or somebody who is a contact already (IMP-2, CON-1). */
export function AddContactDrawer({ account, onClose }: Props) {
  const t = useText()
  const [kind, setKind] = useState('new')
  return (
    <Drawer title={t('contacts.add')} eyebrow={account.name} onClose={onClose}>
      <SegmentedControl
        className={styles.kinds}
        aria-label={t('contacts.add')}
        value={kind}
        onChange={setKind}
        data={[
          { value: 'new', label: t('contacts.new') },
          { value: 'known', label: t('contacts.known') },
        ]}
      />
      {kind === 'new' ? (
        <NewPerson account={account} onClose={onClose} />
      ) : (
        <KnownPerson account={account} onClose={onClose} />
      )}
    </Drawer>
  )
}

function NewPerson({ account, onClose }: Props) {
  const form = useForm({ initialValues: NO_PERSON })
  const act = useFormAct(accountsContract.addAccountContact, form, {
    input: (values) => ({ params: { id: account.id }, body: personOf(values) }),
    pathOf: (path) => path.replace('emails.0.email', 'email'),
    touches: ['contacts'],
    onDone: onClose,
  })
  const formId = useId()
  return (
    <Form id={formId} onSubmit={act.submit}>
      <PersonFields inputProps={form.getInputProps} withEmail />
      <UnsavedGuard isDirty={() => form.isDirty()} />
      <ProblemNote problem={act.problem} />
      <AddButton isRunning={act.isRunning} />
    </Form>
  )
}

function KnownPerson({ account, onClose }: Props) {
  const t = useText()
  const form = useForm({ initialValues: { contactId: '', login: false, notify: true } })
  const act = useFormAct(accountsContract.addAccountContact, form, {
    input: (body) => ({ params: { id: account.id }, body }),
    touches: ['contacts'],
    onDone: onClose,
  })
  const [typed, setTyped] = useState('')
  const [search] = useDebouncedValue(typed.trim(), 200)
  const query = { limit: 20, ...(search === '' ? {} : { search }) }
  const { data } = useEndpoint(contactsContract.listContacts, { query }, { keepPrevious: true })
  const here = new Set(account.contacts.map((contact) => contact.id))
  const people = data?.items.filter((contact) => !here.has(contact.id)) ?? []
  return (
    <Form onSubmit={act.submit}>
      <Select
        searchable
        label={t('contacts.who')}
        description={t('contacts.who_help')}
        nothingFoundMessage={t(data ? 'contacts.none_found' : 'ui.loading')}
        data={people.map(({ id, name, emails }) => ({
          value: id,
          label: [name, ...emails.map((each) => each.email)].join(', '),
        }))}
        filter={({ options }) => options}
        onSearchChange={setTyped}
        {...form.getInputProps('contactId')}
      />
      <Switch label={t('contacts.portal_help')} {...form.getInputProps('login', { type: 'checkbox' })} />
      <Switch label={t('contacts.mails_help')} {...form.getInputProps('notify', { type: 'checkbox' })} />
      <ProblemNote problem={act.problem} />
      <AddButton isRunning={act.isRunning} disabled={form.values.contactId === ''} />
    </Form>
  )
}

function AddButton({ isRunning, disabled = false }: { isRunning: boolean; disabled?: boolean }) {
  const t = useText()
  return (
    <div>
      <Button type="submit" variant="filled" loading={isRunning} disabled={disabled}>
        {t('contacts.add')}
      </Button>
    </div>
  )
}
