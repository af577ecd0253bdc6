import { sql } from 'kysely'
import { type AccountId, type ContactId, type MemberId, newId, type TagId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { holdsRight, type Right } from '#kernel/rights.ts'
import type { Tx } from '#platform/db/tx.ts'
import { changeAccountTags, tagIds } from '../tags/index.ts'
import type { ContactEmailId } from './contacts-contract.ts'
import { type AccountType, accountNameProblem, contactName } from './model.ts'
import { accountById, visibleContacts } from './queries.ts'
import type { Account, Contact, LinkedContact, NewContact } from './schemas.ts'
import { staffEmailsAmong } from './staff-emails.ts'
import { type ClientChanges, noChanges, writeClients } from './write-clients.ts'

export type AccountToCreate = {
  name?: string | undefined
  type: AccountType
  externalId: string | null
  contacts: (LinkedContact | NewContact)[]
  tagIds: TagId[]
  memberIds: MemberId[]
}

/** Makes one account with its contacts, tags and team. Nobody is mailed by that (ACC-2). */
export async function createAccount(tx: Tx, wanted: AccountToCreate): Promise<Account> {
  requireRight(tx, 'manage_tags', 'tagIds', wanted.tagIds)
  requireRight(tx, 'assign_team_members', 'memberIds', wanted.memberIds)
  await requireMembers(tx, wanted.memberIds, 'memberIds')
  await requireTags(tx, wanted.tagIds, 'tagIds')
  const changes = noChanges()
  const account = { id: newId<'account'>(tx.now.getTime()), name: wanted.name ?? '' }
  const names: string[] = []
  for (const [at, contact] of wanted.contacts.entries())
    names.push(await addContact(tx, changes, account, contact, `contacts.${at}`))
  if (wanted.name === undefined) account.name = wanted.type === 'individual' ? names[0]! : ''
  const problem = accountNameProblem(account.name)
  if (problem) throw invalid('name', problem)
  changes.newAccounts.push({ ...account, type: wanted.type, externalId: wanted.externalId, shortId: null })
  for (const link of changes.newLinks) link.account = account.name
  await writeClients(tx, changes, { memberIds: wanted.memberIds })
  await changeAccountTags(tx, [{ accountId: account.id, add: wanted.tagIds, remove: [] }])
  return accountById(tx, account.id)
}

/** Adds to `changes` what ties a contact to an account, and the person himself where he is new; returns his name. */
export async function addContact(
  tx: Tx,
  changes: ClientChanges,
  account: { id: AccountId; name: string },
  contact: LinkedContact | NewContact,
  path: string,
): Promise<string> {
  const { id, name, emails } =
    'contactId' in contact ? await existingPerson(tx, contact, path) : await newPerson(tx, changes, contact, path)
  const link = { accountId: account.id, account: account.name, contactId: id, contact: name }
  changes.newLinks.push(link)
  changes.newSettings.push(...emails.map((each) => ({ accountId: account.id, contactId: id, ...each })))
  return name
}

/** Adds a person and his addresses to `changes`. Refuses addresses of the firm's own people (CON-1). */
export async function newPerson(tx: Tx, changes: ClientChanges, contact: NewContact, path: string) {
  const staff = await staffEmailsAmong(
    tx,
    contact.emails.map((each) => each.email),
  )
  const at = contact.emails.findIndex((each) => staff.has(each.email.toLowerCase()))
  if (at >= 0) throw invalid(join(path, `emails.${at}.email`), 'staff_email')
  const { firstName, lastName, phone, locale } = contact
  const person = {
    id: newId<'contact'>(tx.now.getTime()),
    name: contactName(contact),
    firstName,
    lastName,
    phone,
    locale,
  }
  changes.newContacts.push(person)
  const emails = contact.emails.map(({ email, login, notify }) => {
    const contactEmailId = newId<'contact_email'>(tx.now.getTime())
    changes.newEmails.push({ id: contactEmailId, contactId: person.id, contact: person.name, email })
    return { contactEmailId, login, notify }
  })
  return { id: person.id, name: person.name, emails }
}

async function existingPerson(tx: Tx, { contactId, login, notify }: LinkedContact, path: string) {
  const person = await personById(tx, contactId)
  if (!person) throw invalid(join(path, 'contactId'), 'not_found')
  const emails = person.emails.map((each) => ({ contactEmailId: each.id as ContactEmailId, login, notify }))
  return { id: contactId, name: person.name, emails }
}

async function personById(tx: Tx, id: ContactId): Promise<Pick<Contact, 'name' | 'emails'> | undefined> {
  const { rows } = await sql<Pick<Contact, 'name' | 'emails'>>`
    select c.name, coalesce(jsonb_agg(jsonb_build_object('id', e.id)) filter (where e.id is not null), '[]') as emails
    from contacts c left join contact_emails e on e.firm_id = c.firm_id and e.contact_id = c.id
    where c.firm_id = ${tx.firmId} and c.id = ${id} and ${visibleContacts(tx, 'c.id')}
    group by c.firm_id, c.id`.execute(tx.db)
  return rows[0]
}

/** Refuses what takes a right of its own; a body without it passes. */
function requireRight(tx: Tx, right: Right, path: string, given: readonly unknown[]): void {
  if (given.length === 0) return
  if (tx.actor.kind === 'member' && !holdsRight(tx.actor, right)) throw invalid(path, 'not_allowed')
}

/** Refuses members who do not exist or no longer work here. */
export async function requireMembers(tx: Tx, ids: readonly MemberId[], path: string): Promise<void> {
  if (ids.length === 0) return
  const found = await tx.db
    .selectFrom('team_members')
    .select('id')
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('state', '<>', 'deactivated')
    .execute()
  if (found.length < new Set(ids).size) throw invalid(path, 'not_found')
}

export async function requireTags(tx: Tx, ids: readonly TagId[], path: string): Promise<void> {
  if (ids.length === 0) return
  const existing = await tagIds(tx)
  if (ids.some((id) => !existing.has(id))) throw invalid(path, 'not_found')
}

/** For commands on one account that is changed by its revision. */
export function stale(current: Account | Contact): Refusal {
  return new Refusal('stale', [], { current })
}

function join(path: string, rest: string): string {
  return path === '' ? rest : `${path}.${rest}`
}
