import { sql } from 'kysely'
import { type AccountId, type ContactId, newId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { lockAccounts } from './account-states.ts'
import { changesBetween } from './changes.ts'
import type { ContactEmailId } from './contacts-contract.ts'
import { newPerson, stale } from './create-account.ts'
import { contactName, MOST } from './model.ts'
import { accountById, contactById } from './queries.ts'
import type { Account, Contact, NewContact } from './schemas.ts'
import { staffEmailsAmong } from './staff-emails.ts'
import { noChanges, writeClients } from './write-clients.ts'

type PersonFields = {
  firstName?: string | undefined
  lastName?: string | undefined
  phone?: string | null | undefined
  locale?: Locale | null | undefined
}
type EmailKey = { id: ContactId; emailId: ContactEmailId }
type SettingKey = { id: AccountId; contactId: ContactId; emailId: ContactEmailId }

/** Makes a person who belongs to no account yet (CON-1). */
export async function createContact(tx: Tx, contact: NewContact): Promise<Contact> {
  const changes = noChanges()
  const { id } = await newPerson(tx, changes, contact, '')
  await writeClients(tx, changes)
  return contactById(tx, id)
}

/** Changes a person's own fields; `stale` with the contact as he is where somebody was faster. */
export async function changeContact(tx: Tx, id: ContactId, fields: PersonFields, revision: number): Promise<Contact> {
  await lockContact(tx, id)
  const before = await contactById(tx, id)
  if (before.revision !== revision) throw stale(before)
  const { firstName = before.firstName, lastName = before.lastName } = fields
  const { phone = before.phone, locale = before.locale } = fields
  if (firstName === '' && lastName === '') throw invalid('firstName', 'required')
  const after = { firstName, lastName, phone, locale }
  const changes = changesBetween(before, after)
  if (Object.keys(changes).length === 0) return before
  const changedContacts = [{ id, ...after, name: contactName(after), changes }]
  await writeClients(tx, { ...noChanges(), changedContacts })
  return contactById(tx, id)
}

/** Adds an address. On the contact's accounts its switches start off; a first address gets Notify. */
export async function addContactEmail(tx: Tx, id: ContactId, email: string): Promise<Contact> {
  await lockContact(tx, id)
  const contact = await contactById(tx, id)
  await requireFreeEmail(tx, contact, email, null)
  if (contact.emails.length >= MOST.emails) throw invalid('email', 'too_big_list', { maximum: MOST.emails })
  const isFirst = contact.emails.length === 0
  const contactEmailId = newId<'contact_email'>(tx.now.getTime())
  const links = await tx.db
    .selectFrom('account_contacts')
    .select('account_id')
    .where('firm_id', '=', tx.firmId)
    .where('contact_id', '=', id)
    .execute()
  await writeClients(tx, {
    ...noChanges(),
    newEmails: [{ id: contactEmailId, contactId: id, contact: contact.name, email }],
    newSettings: links.map((link) => {
      return { accountId: link.account_id as AccountId, contactId: id, contactEmailId, login: false, notify: isFirst }
    }),
  })
  await touch(tx, id)
  return contactById(tx, id)
}

/**
 * Replaces an address under a new id: the switches go with it, but links mailed to the old one, which may have been
 * somebody else's, die with the old id (CON-8).
 */
export async function changeContactEmail(tx: Tx, { id, emailId }: EmailKey, email: string): Promise<Contact> {
  await lockContact(tx, id)
  const contact = await contactById(tx, id)
  const before = contact.emails.find((each) => each.id === emailId)?.email
  if (before === undefined) throw new Refusal('not_found')
  if (before === email) return contact
  await requireFreeEmail(tx, contact, email, emailId)
  const newEmailId = newId<'contact_email'>(tx.now.getTime())
  const key = { firm_id: tx.firmId, contact_id: id }
  // an address of one contact is unique: the old one gives way before the new one comes
  await tx.db
    .updateTable('contact_emails')
    .set({ email: '' })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', emailId)
    .execute()
  await tx.db
    .insertInto('contact_emails')
    .values({ ...key, id: newEmailId, email })
    .execute()
  await sql`
    insert into contact_settings (firm_id, account_id, contact_id, contact_email_id, login, notify)
    select firm_id, account_id, contact_id, ${newEmailId}, login, notify from contact_settings
    where firm_id = ${tx.firmId} and contact_email_id = ${emailId}`.execute(tx.db)
  await deleteEmail(tx, emailId)
  await touch(tx, id)
  const payload = { name: contact.name, email, before }
  tx.record({ type: 'contact.emailChanged', subject: { kind: 'contact', id }, payload })
  return contactById(tx, id)
}

/** Removes an address with its switches and links. */
export async function removeContactEmail(tx: Tx, { id, emailId }: EmailKey): Promise<void> {
  await lockContact(tx, id)
  const contact = await contactById(tx, id)
  const email = contact.emails.find((each) => each.id === emailId)?.email
  if (email === undefined) throw new Refusal('not_found')
  await deleteEmail(tx, emailId)
  await touch(tx, id)
  tx.record({ type: 'contact.emailRemoved', subject: { kind: 'contact', id }, payload: { name: contact.name, email } })
}

/** Switches Login and Notify of one address on one account (CON-2 to CON-4). */
export async function setContactSettings(
  tx: Tx,
  { id, contactId, emailId }: SettingKey,
  { login, notify }: { login: boolean; notify: boolean },
): Promise<Account> {
  await lockAccounts(tx, [id])
  const account = await accountById(tx, id)
  const setting = account.contacts.find((each) => each.id === contactId)?.emails.find((each) => each.id === emailId)
  if (!setting) throw new Refusal('not_found')
  if (setting.login === login && setting.notify === notify) return account
  await tx.db
    .updateTable('contact_settings')
    .set({ login, notify })
    .where('firm_id', '=', tx.firmId)
    .where('account_id', '=', id)
    .where('contact_email_id', '=', emailId)
    .execute()
  tx.record({
    type: 'contact.settingsChanged',
    subject: { kind: 'account', id },
    accountId: id,
    payload: {
      email: setting.email,
      account: account.name,
      login: login ? 'on' : 'off',
      notify: notify ? 'on' : 'off',
    },
  })
  return accountById(tx, id)
}

/** Takes a contact off an account; an account keeps at least one (ACC-2). */
export async function removeAccountContact(tx: Tx, id: AccountId, contactId: ContactId): Promise<void> {
  await lockAccounts(tx, [id])
  const account = await accountById(tx, id)
  const contact = account.contacts.find((each) => each.id === contactId)
  if (!contact) throw new Refusal('not_found')
  if (account.contacts.length === 1) throw new Refusal('conflict', [{ path: 'contactId', code: 'last_contact' }])
  await tx.db
    .deleteFrom('account_contacts')
    .where('firm_id', '=', tx.firmId)
    .where('account_id', '=', id)
    .where('contact_id', '=', contactId)
    .execute()
  const payload = { name: contact.name, account: account.name }
  tx.record({ type: 'contact.unlinked', subject: { kind: 'contact', id: contactId }, accountId: id, payload })
}

async function requireFreeEmail(tx: Tx, contact: Contact, email: string, but: ContactEmailId | null): Promise<void> {
  const same = contact.emails.some((each) => each.id !== but && each.email.toLowerCase() === email.toLowerCase())
  if (same) throw invalid('email', 'duplicate')
  if ((await staffEmailsAmong(tx, [email])).size > 0) throw invalid('email', 'staff_email')
}

async function lockContact(tx: Tx, id: ContactId): Promise<void> {
  await sql`select from contacts where firm_id = ${tx.firmId} and id = ${id} for no key update`.execute(tx.db)
}

async function deleteEmail(tx: Tx, emailId: ContactEmailId): Promise<void> {
  await tx.db.deleteFrom('contact_emails').where('firm_id', '=', tx.firmId).where('id', '=', emailId).execute()
}

/** A contact's answer holds his addresses, so a change of them is a new revision. */
async function touch(tx: Tx, id: ContactId): Promise<void> {
  await tx.db
    .updateTable('contacts')
    .set((eb) => ({ revision: eb('revision', '+', 1) }))
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', id)
    .execute()
}
