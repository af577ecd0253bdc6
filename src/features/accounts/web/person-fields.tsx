import { Select, Switch, TextInput } from '@mantine/core'
import { LOCALES, type Locale } from '#kernel/locale.ts'
import { LANGUAGES } from '#web/shell/preferences.tsx'
import { useText } from '#web/text.tsx'
import styles from './person-fields.module.css'

/** A person as a form holds him; '' as language is the firm's. */
export type PersonValues = {
  firstName: string
  lastName: string
  phone: string
  locale: Locale | ''
  email: string
  login: boolean
  notify: boolean
}

export const NO_PERSON: PersonValues = {
  firstName: '',
  lastName: '',
  phone: '',
  locale: '',
  email: '',
  login: false,
  notify: true,
}

type InputProps = (path: string, options?: { type: 'checkbox' }) => object

export type PersonFieldsProps = {
  /** where the person stands in the form's values; '' where he is all of them */
  path?: string
  /** `getInputProps` of the form */
  inputProps: InputProps
  /** with a first address and its switches */
  withEmail?: boolean
}

/** The fields of a contact. */
export function PersonFields({ path = '', inputProps, withEmail = false }: PersonFieldsProps) {
  const t = useText()
  const at = (field: keyof PersonValues) => (path === '' ? field : `${path}.${field}`)
  const languages = LOCALES.map((value) => ({ value, label: LANGUAGES[value] }))
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <TextInput label={t('contacts.first_name')} {...inputProps(at('firstName'))} />
        <TextInput label={t('contacts.last_name')} {...inputProps(at('lastName'))} />
      </div>
      {withEmail && (
        <>
          <TextInput label={t('contacts.email')} type="email" inputMode="email" {...inputProps(at('email'))} />
          <Switch label={t('contacts.portal_help')} {...inputProps(at('login'), { type: 'checkbox' })} />
          <Switch label={t('contacts.mails_help')} {...inputProps(at('notify'), { type: 'checkbox' })} />
        </>
      )}
      <div className={styles.pair}>
        <TextInput label={t('contacts.phone')} type="tel" {...inputProps(at('phone'))} />
        <Select
          label={t('contacts.language')}
          data={[{ value: '', label: t('contacts.language_firm') }, ...languages]}
          allowDeselect={false}
          {...inputProps(at('locale'))}
        />
      </div>
    </div>
  )
}

/** The same as the API takes a new person. */
export function personOf({ firstName, lastName, phone, locale, email, login, notify }: PersonValues) {
  const emails = email.trim() === '' ? [] : [{ email, login, notify }]
  return { firstName, lastName, phone: phone.trim() || null, locale: locale || null, emails }
}
