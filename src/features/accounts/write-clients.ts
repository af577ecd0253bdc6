import { sql } from 'kysely'
import type { AccountId, ContactId, EventId, MemberId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { holdsRight } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ContactEmailId } from './contacts-contract.ts'
import type { Changes } from './events.ts'
import type { AccountType } from './model.ts'
import { giveShortIds } from './short-ids.ts'

/** What is to be written of clients and people, one or thousands; ids are made by the caller, names come checked. */
export type ClientChanges = {
  newAccounts: NewAccount[]
  changedAccounts: (AccountDraft & { changes: Changes })[]
  newContacts: ContactDraft[]
  changedContacts: (ContactDraft & { changes: Changes })[]
  newEmails: { id: ContactEmailId; contactId: ContactId; contact: string; email: string }[]
  newLinks: { accountId: AccountId; account: string; contactId: ContactId; contact: string }[]
  newSettings: ContactSetting[]
}
export type AccountDraft = { id: AccountId; externalId: string | null; name: string; type: AccountType }
/** `shortId` null: the next free one is given. */
export type NewAccount = AccountDraft & { shortId: string | null }
export type ContactDraft = {
  id: ContactId
  firstName: string
  lastName: string
  name: string
  phone: string | null
  locale: Locale | null
}
export type ContactSetting = {
  accountId: AccountId
  contactId: ContactId
  contactEmailId: ContactEmailId
  login: boolean
  notify: boolean
}

export function noChanges(): ClientChanges {
  return {
    newAccounts: [],
    changedAccounts: [],
    newContacts: [],
    changedContacts: [],
    newEmails: [],
    newLinks: [],
    newSettings: [],
  }
}

/**
 * Writes clients, people and what ties them, one statement per table whatever their number, and records each. New
 * accounts get the members with default access (USR-4), `memberIds`, and their maker where he would not see them.
 */
export async function writeClients(
  tx: Tx,
  changes: ClientChanges,
  { memberIds = [], causeId = null }: { memberIds?: readonly MemberId[]; causeId?: EventId | null } = {},
): Promise<void> {
  const newAccounts = await giveShortIds(tx, changes.newAccounts)
  await insert(tx, newAccounts, NEW_ACCOUNTS)
  await assignTeam(tx, newAccounts, memberIds)
  await insert(tx, changes.changedAccounts, CHANGED_ACCOUNTS)
  await insert(tx, changes.newContacts, NEW_CONTACTS)
  await insert(tx, changes.changedContacts, CHANGED_CONTACTS)
  await insert(tx, changes.newEmails, NEW_EMAILS)
  await insert(tx, changes.newLinks, NEW_LINKS)
  await insert(tx, changes.newSettings, NEW_SETTINGS)
  recordAccounts(tx, newAccounts, changes, causeId)
  recordContacts(tx, changes, causeId)
}

type Write = (tx: Tx, rows: string) => ReturnType<typeof sql>

const NEW_ACCOUNTS: Write = (tx, rows) => sql`
  insert into accounts (firm_id, id, short_id, external_id, name, type, created_at)
  select ${tx.firmId}::uuid, id, "shortId", "externalId", name, type, ${tx.now}::timestamptz
  from jsonb_to_recordset(${rows}::jsonb) as row(id uuid, "shortId" text, "externalId" text, name text, type text)`

const CHANGED_ACCOUNTS: Write = (tx, rows) => sql`
  update accounts a set name = row.name, type = row.type, external_id = row."externalId", revision = a.revision + 1
  from jsonb_to_recordset(${rows}::jsonb) as row(id uuid, "externalId" text, name text, type text)
  where a.firm_id = ${tx.firmId} and a.id = row.id`

const NEW_CONTACTS: Write = (tx, rows) => sql`
  insert into contacts (firm_id, id, first_name, last_name, name, phone, locale, created_at)
  select ${tx.firmId}::uuid, id, "firstName", "lastName", name, phone, locale, ${tx.now}::timestamptz
  from jsonb_to_recordset(${rows}::jsonb)
    as row(id uuid, "firstName" text, "lastName" text, name text, phone text, locale text)`

const CHANGED_CONTACTS: Write = (tx, rows) => sql`
  update contacts c set first_name = row."firstName", last_name = row."lastName", name = row.name, phone = row.phone,
    locale = row.locale, revision = c.revision + 1
  from jsonb_to_recordset(${rows}::jsonb)
    as row(id uuid, "firstName" text, "lastName" text, name text, phone text, locale text)
  where c.firm_id = ${tx.firmId} and c.id = row.id`

const NEW_EMAILS: Write = (tx, rows) => sql`
  insert into contact_emails (firm_id, id, contact_id, email)
  select ${tx.firmId}::uuid, id, "contactId", email
  from jsonb_to_recordset(${rows}::jsonb) as row(id uuid, "contactId" uuid, email text)`

const NEW_LINKS: Write = (tx, rows) => sql`
  insert into account_contacts (firm_id, account_id, contact_id)
  select ${tx.firmId}::uuid, "accountId", "contactId"
  from jsonb_to_recordset(${rows}::jsonb) as row("accountId" uuid, "contactId" uuid)
  on conflict do nothing`

const NEW_SETTINGS: Write = (tx, rows) => sql`
  insert into contact_settings (firm_id, account_id, contact_id, contact_email_id, login, notify)
  select ${tx.firmId}::uuid, "accountId", "contactId", "contactEmailId", login, notify
  from jsonb_to_recordset(${rows}::jsonb)
    as row("accountId" uuid, "contactId" uuid, "contactEmailId" uuid, login boolean, notify boolean)
  on conflict do nothing`

async function insert(tx: Tx, rows: readonly object[], write: Write): Promise<void> {
  if (rows.length > 0) await write(tx, JSON.stringify(rows)).execute(tx.db)
}

async function assignTeam(tx: Tx, accounts: readonly { id: AccountId }[], memberIds: readonly MemberId[]) {
  if (accounts.length === 0) return
  const { actor } = tx
  const maker = actor.kind === 'member' && !holdsRight(actor, 'view_all_accounts') ? [actor.memberId] : []
  await sql`
    insert into account_members (firm_id, account_id, member_id)
    select ${tx.firmId}::uuid, made.id, m.id
    from unnest(${accounts.map((account) => account.id)}::uuid[]) as made(id) cross join team_members m
    where m.firm_id = ${tx.firmId} and m.state <> 'deactivated'
      and (m.default_access or m.id = any(${[...memberIds, ...maker]}::uuid[]))`.execute(tx.db)
}

type NamedAccount = NewAccount & { shortId: string }

function recordAccounts(tx: Tx, made: readonly NamedAccount[], changes: ClientChanges, causeId: EventId | null): void {
  const subject = (id: AccountId) => ({ subject: { kind: 'account', id }, accountId: id, causeId })
  for (const { id, name, shortId } of made)
    tx.record({ type: 'account.created', ...subject(id), payload: { name, shortId } })
  for (const { id, name, changes: changed } of changes.changedAccounts)
    tx.record({ type: 'account.changed', ...subject(id), payload: { name, changes: changed } })
}

/** A new person's first client stands in the event that says he was made; further ties are facts of their own. */
function recordContacts(tx: Tx, changes: ClientChanges, causeId: EventId | null): void {
  const firstLink = new Map(changes.newLinks.toReversed().map((link) => [link.contactId, link]))
  const made = new Set(changes.newContacts.map((contact) => contact.id))
  const subject = (id: ContactId) => ({ subject: { kind: 'contact', id }, causeId })
  for (const { id, name } of changes.newContacts)
    tx.record({
      type: 'contact.created',
      ...subject(id),
      accountId: firstLink.get(id)?.accountId ?? null,
      payload: { name },
    })
  for (const { id, name, changes: changed } of changes.changedContacts)
    tx.record({ type: 'contact.changed', ...subject(id), payload: { name, changes: changed } })
  for (const { contactId, contact, email } of changes.newEmails)
    if (!made.has(contactId))
      tx.record({ type: 'contact.emailAdded', ...subject(contactId), payload: { name: contact, email } })
  for (const link of changes.newLinks) {
    if (made.has(link.contactId) && firstLink.get(link.contactId) === link) continue
    const { accountId, account, contactId, contact } = link
    tx.record({ type: 'contact.linked', ...subject(contactId), accountId, payload: { name: contact, account } })
  }
}
