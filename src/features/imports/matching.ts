import { contactName } from '../accounts/model.ts'
import type { ImportMode, RowProblem } from './model.ts'
import type { ImportRow } from './read-row.ts'
import type { KnownAccount, KnownContact, World } from './world.ts'

/** An account or contact while rows are decided on: as the rows before left it, and as it stands in the database. */
export type Deciding<Known> = Known & { before: Known | null }
export type Account = Deciding<KnownAccount> & { newTags: Map<string, string> }
export type Contact = Deciding<KnownContact>

export type Mismatch = Pick<RowProblem, 'field' | 'code' | 'params'>

/** Accounts and contacts by what rows name them with; what a row makes is found by the rows after it. */
export type Lookup = {
  /** makes it be found, also again: under what it got meanwhile */
  indexAccount(account: Account): void
  indexContact(contact: Contact): void
  account: (by: 'name' | 'shortId' | 'externalId', value: string) => Account[]
  contactsByEmail: (email: string) => Contact[]
  contactsOf: (account: Account) => Contact[]
}

export function lookupIn(world: World): Lookup {
  const accounts = {
    name: new Map<string, Account[]>(),
    shortId: new Map<string, Account[]>(),
    externalId: new Map<string, Account[]>(),
  }
  const [byEmail, byAccount] = [new Map<string, Contact[]>(), new Map<string, Contact[]>()]
  const lookup: Lookup = {
    indexAccount(account) {
      put(accounts.name, key(account.name), account)
      put(accounts.shortId, key(account.shortId), account)
      if (account.externalId) put(accounts.externalId, account.externalId, account)
    },
    indexContact(contact) {
      for (const { email } of contact.emails) put(byEmail, key(email), contact)
      for (const id of contact.accountIds) put(byAccount, id, contact)
    },
    account: (by, value) => accounts[by].get(by === 'externalId' ? value : key(value)) ?? [],
    contactsByEmail: (email) => byEmail.get(key(email)) ?? [],
    contactsOf: (account) => byAccount.get(account.id) ?? [],
  }
  for (const known of world.accounts) lookup.indexAccount(accountFrom(known))
  for (const known of world.contacts) lookup.indexContact(contactFrom(known))
  return lookup
}

function accountFrom(known: KnownAccount): Account {
  const { tagIds, memberIds } = known
  return { ...known, tagIds: [...tagIds], memberIds: [...memberIds], before: known, newTags: new Map() }
}

function contactFrom(known: KnownContact): Contact {
  return { ...known, emails: [...known.emails], accountIds: [...known.accountIds], before: known }
}

/**
 * The account a row means (IMP-5): by short or external id, else by exact name, trimmed, whatever the case. A name
 * never overrules an id: an account with another id is another account. Null: there is none.
 */
export function findAccount(
  { account: said }: ImportRow,
  lookup: Lookup,
): { found: Account; by: 'id' | 'name' } | null | Mismatch {
  const byShortId = said.shortId ? lookup.account('shortId', said.shortId)[0] : undefined
  if (byShortId && !byShortId.isVisible) return mismatch('account.shortId', 'short_id_taken', { value: said.shortId! })
  const byExternalId = said.externalId ? lookup.account('externalId', said.externalId).filter(isVisible) : []
  if (byExternalId.length > 1) return mismatch('account.externalId', 'ambiguous_id', { value: said.externalId! })
  if (byShortId && byExternalId[0] && byShortId !== byExternalId[0])
    return mismatch('account.externalId', 'ids_disagree', {})
  const byId = byShortId ?? byExternalId[0]
  if (byId) return { found: byId, by: 'id' }
  if (!said.name || said.shortId) return null
  const named = lookup
    .account('name', said.name)
    .filter((account) => isVisible(account) && !(said.externalId && account.externalId))
  if (named.length > 1) return mismatch('account.name', 'ambiguous_name', { value: said.name, count: named.length })
  return named[0] ? { found: named[0], by: 'name' } : null
}

/**
 * The contact a row means (IMP-5): by address, else by name within the same account only. An address that the file
 * gives to several people (`sharedEmails`) finds the one of that name: couples often share one.
 */
export function findContact(
  row: ImportRow,
  account: Account | null,
  lookup: Lookup,
  sharedEmails: ReadonlySet<string>,
): Contact | null | Mismatch {
  const said = row.contact!
  const name = contactName(said)
  const isNamesake = (contact: Contact) => name !== '' && key(contact.name) === key(name)
  let found = [...new Set(said.emails.flatMap((email) => lookup.contactsByEmail(email)))].filter(isVisible)
  if (name !== '' && said.emails.some((email) => sharedEmails.has(key(email)))) found = found.filter(isNamesake)
  if (found.length > 1)
    found = preferring(found, (contact) => account !== null && contact.accountIds.includes(account.id))
  if (found.length > 1) found = preferring(found, isNamesake)
  if (found.length > 1)
    return mismatch('contact.email', 'ambiguous_email', { value: said.emails.join(', '), count: found.length })
  if (found[0]) return found[0]
  const namesakes = account
    ? lookup.contactsOf(account).filter((contact) => isVisible(contact) && isNamesake(contact))
    : []
  if (namesakes.length > 1)
    return mismatch('contact.name', 'ambiguous_contact', { value: name, count: namesakes.length })
  return namesakes[0] ?? null
}

export function isMismatch(answer: object | null): answer is Mismatch {
  return answer !== null && 'code' in answer
}

export function mismatch(field: Mismatch['field'], code: string, params: Mismatch['params'] = {}): Mismatch {
  return { field, code, params }
}

/** Modes in which a row may make and change accounts. */
export function writesAccounts(mode: ImportMode): boolean {
  return mode !== 'contacts'
}

/** As names and addresses are compared: trimmed, whatever the case. */
export function key(text: string): string {
  return text.trim().toLowerCase()
}

function put<Value>(map: Map<string, Value[]>, at: string, value: Value): void {
  const there = map.get(at)
  if (!there) map.set(at, [value])
  else if (!there.includes(value)) there.push(value)
}

function preferring<Value>(values: Value[], test: (value: Value) => boolean): Value[] {
  const preferred = values.filter(test)
  return preferred.length > 0 ? preferred : values
}

function isVisible(known: { isVisible: boolean }): boolean {
  return known.isVisible
}
