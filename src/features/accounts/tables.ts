import type { GeneratedAlways } from 'kysely'
import type { Locale } from '#kernel/locale.ts'
import type { Defaulted } from '#platform/db/tables.ts'

declare module '#platform/db/tables.ts' {
  interface Tables {
    accounts: AccountsTable
    account_members: { firm_id: string; account_id: string; member_id: string }
    contacts: ContactsTable
    contact_emails: ContactEmailsTable
    account_contacts: { firm_id: string; account_id: string; contact_id: string }
    contact_settings: ContactSettingsTable
  }
}

/** The *_key columns are what rows are found and sorted by: lower case, made by the database. */
export interface AccountsTable {
  firm_id: string
  id: string
  short_id: string
  short_id_key: GeneratedAlways<string>
  external_id: string | null
  name: string
  name_key: GeneratedAlways<string>
  type: 'individual' | 'company' | 'other'
  state: Defaulted<'active' | 'archived'>
  revision: Defaulted<number>
  created_at: Date
}

export interface ContactsTable {
  firm_id: string
  id: string
  first_name: Defaulted<string>
  last_name: Defaulted<string>
  name: string
  name_key: GeneratedAlways<string>
  phone: string | null
  locale: Locale | null
  revision: Defaulted<number>
  created_at: Date
}

export interface ContactEmailsTable {
  firm_id: string
  id: string
  contact_id: string
  email: string
  email_key: GeneratedAlways<string>
}

/** Login and Notify stand per (account, contact, e-mail) (CON-2). */
export interface ContactSettingsTable {
  firm_id: string
  account_id: string
  contact_id: string
  contact_email_id: string
  login: boolean
  notify: boolean
}
