import { MultiSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from '@tanstack/react-router'
import { useFormAct } from '#web/api/form.ts'
import { FormDrawer } from '#web/design/form-drawer.tsx'
import { Section } from '#web/design/section.tsx'
import { useToast } from '#web/design/toast.tsx'
import { useRight } from '#web/session.tsx'
import { useText } from '#web/text.tsx'
import { accountsContract } from '../contract.ts'
import { ACCOUNT_TYPES, type AccountType } from '../model.ts'
import { useTagChoices, useTeamChoices } from './choices.ts'
import { NO_PERSON, PersonFields, personOf } from './person-fields.tsx'

const EMPTY = {
  type: 'individual' as AccountType,
  name: '',
  externalId: '',
  contact: NO_PERSON,
  tagIds: [] as string[],
  memberIds: [] as string[],
}

/** Makes a client with its first contact (ACC-1, ACC-2). */
export function NewClientDrawer() {
  const t = useText()
  const say = useToast()
  const navigate = useNavigate()
  const close = () => void navigate({ to: '/clients', search: true })
  const form = useForm({ initialValues: EMPTY })
  const act = useFormAct(accountsContract.createAccount, form, {
    input: ({ name, externalId, contact, ...rest }) => ({
      body: {
        ...rest,
        ...(name.trim() === '' ? {} : { name }),
        externalId: externalId.trim() || null,
        contacts: [personOf(contact)],
      } as never,
    }),
    pathOf: (path) => path.replace('contacts.0.emails.0.email', 'contact.email').replace('contacts.0', 'contact'),
    onDone: ({ id, name }) => {
      say(t('clients.created', { name }))
      void navigate({ to: `/clients/${id}` })
    },
  })
  return (
    <FormDrawer title={t('clients.add_title')} save={t('clients.create')} form={form} act={act} onClose={close}>
      <TypeField value={form.values.type} onChange={(type) => form.setFieldValue('type', type)} />
      <TextInput
        label={t('clients.client_name')}
        description={form.values.type === 'individual' ? t('clients.client_name_help') : undefined}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('clients.external_id')}
        description={t('clients.external_id_help')}
        {...form.getInputProps('externalId')}
      />
      <Section title={t('contacts.first')}>
        <PersonFields path="contact" inputProps={form.getInputProps} withEmail />
      </Section>
      <Belonging inputProps={form.getInputProps} />
    </FormDrawer>
  )
}

export function TypeField({ value, onChange }: { value: AccountType; onChange: (type: AccountType) => void }) {
  const t = useText()
  return (
    <SegmentedControl
      aria-label={t('clients.type')}
      value={value}
      onChange={(type) => onChange(type as AccountType)}
      data={ACCOUNT_TYPES.map((type) => ({ value: type, label: t(`clients.type_${type}`) }))}
    />
  )
}

/** Tags and team, for those who may give them. */
function Belonging({ inputProps }: { inputProps: (path: string) => object }) {
  const t = useText()
  const [tags, team] = [useTagChoices(), useTeamChoices()]
  const [mayTag, mayAssign] = [useRight('manage_tags'), useRight('assign_team_members')]
  return (
    <>
      {mayTag && tags.length > 0 && (
        <MultiSelect searchable label={t('clients.tags')} data={tags} {...inputProps('tagIds')} />
      )}
      {mayAssign && <MultiSelect searchable label={t('clients.team')} data={team} {...inputProps('memberIds')} />}
    </>
  )
}
