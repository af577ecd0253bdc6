import { type AccountId, newId } from '#kernel/ids.ts'
import { contactName, MOST } from '../accounts/model.ts'
import type { Desk } from './desk.ts'
import { type Account, type Contact, key } from './matching.ts'
import type { ImportRow } from './read-row.ts'

/** A new account, so far without what `changeAccount` gives it. */
export function addAccount(desk: Desk, { account: said }: ImportRow, name: string): Account {
  const account: Account = {
    id: newId<'account'>(desk.at),
    shortId: said.shortId ?? '',
    externalId: said.externalId,
    name,
    type: said.type ?? desk.mapping.settings.type,
    tagIds: [],
    memberIds: [],
    isVisible: true,
    before: null,
    newTags: new Map(),
  }
  desk.lookup.indexAccount(account)
  desk.changed = true
  return account
}

/** A name found the account, so it is the same; an id found it, so the file's name is the newer one. */
export function changeAccount(desk: Desk, account: Account, { account: said }: ImportRow, byId: boolean): void {
  desk.accounts.add(account)
  const { tagIds, memberIds } = desk.mapping.settings
  assign(desk, account, 'name', byId ? said.name : null)
  assign(desk, account, 'type', said.type)
  assign(desk, account, 'externalId', said.externalId)
  const known = said.tags.flatMap((tag) => desk.tags.get(key(tag)) ?? [])
  for (const id of new Set([...tagIds, ...known])) addTo(desk, account.tagIds, id)
  for (const id of memberIds) addTo(desk, account.memberIds, id)
  for (const tag of said.tags.filter((name) => !desk.tags.has(key(name)))) {
    desk.newTags.set(key(tag), desk.newTags.get(key(tag)) ?? tag)
    desk.changed ||= !account.newTags.has(key(tag))
    account.newTags.set(key(tag), tag)
  }
  desk.lookup.indexAccount(account)
}

/** A new person; who has only an address is called after the client. */
export function addContact(desk: Desk, { contact: said }: ImportRow, account: Account | null): Contact {
  const isNamed = contactName(said!) !== ''
  const fallback = (account?.name ?? said!.emails[0]!).slice(0, MOST.personName)
  const names = isNamed
    ? { firstName: said!.firstName, lastName: said!.lastName }
    : { firstName: '', lastName: fallback }
  const { phone, locale } = said!
  const id = newId<'contact'>(desk.at)
  desk.changed = true
  return {
    id,
    ...names,
    name: contactName(names),
    phone,
    locale,
    emails: [],
    accountIds: [],
    isVisible: true,
    before: null,
  }
}

/**
 * Takes over what the row says of a person, and ties him to the account. Of addresses that are new there only the first
 * gets the switches of the settings; what stands there already keeps its own.
 */
export function applyContact(
  desk: Desk,
  contact: Contact,
  account: Account | null,
  { contact: said }: ImportRow,
): void {
  desk.contacts.add(contact)
  assign(desk, contact, 'firstName', said!.firstName || null)
  assign(desk, contact, 'lastName', said!.lastName || null)
  contact.name = contactName(contact)
  assign(desk, contact, 'phone', said!.phone)
  assign(desk, contact, 'locale', said!.locale)
  const hadEmails = contact.emails.length > 0
  const elsewhere = contact.accountIds.filter((id) => id !== account?.id)
  const isNewHere = account !== null && !contact.accountIds.includes(account.id)
  const added = said!.emails.filter((email) => contact.emails.every((each) => key(each.email) !== key(email)))
  const newEmails = added.map((email) => ({ id: newId<'contact_email'>(desk.at), email }))
  contact.emails.push(...newEmails)
  if (isNewHere) {
    contact.accountIds.push(account.id)
    const [accountId, contactId] = [account.id, contact.id]
    desk.changes.newLinks.push({ accountId, account: account.name, contactId, contact: contact.name })
  }
  if (isNewHere || newEmails.length > 0) desk.changed = true
  for (const { id, email } of newEmails)
    desk.changes.newEmails.push({ id, contactId: contact.id, contact: contact.name, email })
  const first = contact.emails.find((each) => key(each.email) === key(said!.emails[0] ?? '')) ?? contact.emails[0]
  const setting = (accountId: AccountId, email: Contact['emails'][number], isOn: boolean) => {
    const { login, notify } = desk.mapping.settings
    const switches = isOn ? { login, notify } : { login: false, notify: false }
    desk.changes.newSettings.push({ accountId, contactId: contact.id, contactEmailId: email.id, ...switches })
  }
  for (const email of isNewHere ? contact.emails : account ? newEmails : [])
    setting(account!.id, email, email === first && (isNewHere || !hadEmails))
  for (const accountId of elsewhere) for (const email of newEmails) setting(accountId, email, false)
  desk.lookup.indexContact(contact)
}

/** Takes over what the row says; an empty cell says nothing. */
function assign<Entity, Field extends keyof Entity>(
  desk: Desk,
  entity: Entity,
  field: Field,
  value: Entity[Field] | null,
): void {
  if (value === null || entity[field] === value) return
  entity[field] = value
  desk.changed = true
}

function addTo<Id>(desk: Desk, ids: Id[], id: Id): void {
  if (ids.includes(id)) return
  ids.push(id)
  desk.changed = true
}
