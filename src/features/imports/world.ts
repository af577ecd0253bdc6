import { sql } from 'kysely'
import type { MemberActor } from '#kernel/actor.ts'
import type { AccountId, ContactId, MemberId, TagId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { ContactEmailId } from '../accounts/contacts-contract.ts'
import { lockAccounts, staffEmailsAmong, visibleAccounts, visibleContacts } from '../accounts/index.ts'
import type { AccountType } from '../accounts/model.ts'
import type { ImportRow } from './read-row.ts'

/** What rows are matched with: every account and contact that any of them could mean, as they are now. */
export type World = {
  accounts: KnownAccount[]
  contacts: KnownContact[]
  tags: { id: TagId; name: string }[]
  /** addresses of the firm's own people, in lower case (CON-1) */
  staffEmails: ReadonlySet<string>
}
export type KnownAccount = {
  id: AccountId
  shortId: string
  externalId: string | null
  name: string
  type: AccountType
  tagIds: TagId[]
  memberIds: MemberId[]
  /** false: it exists, but the importer may not see it */
  isVisible: boolean
}
export type KnownContact = {
  id: ContactId
  firstName: string
  lastName: string
  name: string
  phone: string | null
  locale: Locale | null
  emails: { id: ContactEmailId; email: string }[]
  accountIds: AccountId[]
  isVisible: boolean
}

/** Locks and reads what these rows could mean. Locking and looking are statements of their own. */
export async function lockWorld(tx: Tx, importer: MemberActor, rows: readonly ImportRow[]): Promise<World> {
  const { accountIds, contactIds } = await idsMeant(tx, rows)
  await lockAccounts(tx, accountIds)
  await sql`select from contacts where firm_id = ${tx.firmId} and id = any(${contactIds}::uuid[])
    order by id for no key update`.execute(tx.db)
  return readWorld(tx, importer, rows)
}

/** The same without locks, for the dry run. */
export async function readWorld(tx: Tx, importer: MemberActor, rows: readonly ImportRow[]): Promise<World> {
  const { accountIds, contactIds } = await idsMeant(tx, rows)
  const asImporter = { ...tx, actor: importer }
  const accounts = await sql<KnownAccount>`
    select a.id, a.short_id as "shortId", a.external_id as "externalId", a.name, a.type,
      array(select t.tag_id::text from account_tags t where t.firm_id = a.firm_id and t.account_id = a.id) as "tagIds",
      array(select m.member_id::text from account_members m
        where m.firm_id = a.firm_id and m.account_id = a.id) as "memberIds",
      ${visibleAccounts(asImporter, 'a.id')} as "isVisible"
    from accounts a where a.firm_id = ${tx.firmId} and a.id = any(${accountIds}::uuid[])`.execute(tx.db)
  const contacts = await sql<KnownContact>`
    select c.id, c.first_name as "firstName", c.last_name as "lastName", c.name, c.phone, c.locale,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'email', e.email) order by e.id) from contact_emails e
        where e.firm_id = c.firm_id and e.contact_id = c.id), '[]') as emails,
      array(select x.account_id::text from account_contacts x
        where x.firm_id = c.firm_id and x.contact_id = c.id) as "accountIds",
      ${visibleContacts(asImporter, 'c.id')} as "isVisible"
    from contacts c where c.firm_id = ${tx.firmId} and c.id = any(${contactIds}::uuid[])`.execute(tx.db)
  const tags = await sql<World['tags'][number]>`select id, name from tags where firm_id = ${tx.firmId}`.execute(tx.db)
  return {
    accounts: accounts.rows,
    contacts: contacts.rows,
    tags: tags.rows,
    staffEmails: await staffEmailsAmong(tx, emailsIn(rows)),
  }
}

async function idsMeant(tx: Tx, rows: readonly ImportRow[]) {
  const keys = await keysIn(tx, rows)
  const accounts = await sql<{ id: AccountId }>`
    select id from accounts where firm_id = ${tx.firmId} and name_key = any(${keys.names}::text[])
    union
    select id from accounts where firm_id = ${tx.firmId} and short_id_key = any(${keys.shortIds}::text[])
    union
    select id from accounts where firm_id = ${tx.firmId} and external_id = any(${keys.externalIds}::text[])
  `.execute(tx.db)
  const accountIds = accounts.rows.map((row) => row.id)
  const contacts = await sql<{ id: ContactId }>`
    select contact_id as id from contact_emails where firm_id = ${tx.firmId} and email_key = any(${keys.emails}::text[])
    union
    select contact_id from account_contacts
    where firm_id = ${tx.firmId} and account_id = any(${accountIds}::uuid[])`.execute(tx.db)
  return { accountIds, contactIds: contacts.rows.map((row) => row.id) }
}

type Keys = { names: string[]; shortIds: string[]; emails: string[]; externalIds: string[] }

/** What rows name, in lower case as the database understands it, as plain lists: only those are searched quickly. */
async function keysIn(tx: Tx, rows: readonly ImportRow[]): Promise<Keys> {
  const said = (field: 'name' | 'shortId' | 'externalId') => [
    ...new Set(rows.flatMap((row) => row.account[field] ?? [])),
  ]
  const lowered = await sql<Omit<Keys, 'externalIds'>>`
    select array(select lower(t) from unnest(${said('name')}::text[]) as t) as names,
           array(select lower(t) from unnest(${said('shortId')}::text[]) as t) as "shortIds",
           array(select lower(t) from unnest(${emailsIn(rows)}::text[]) as t) as emails`.execute(tx.db)
  return { ...lowered.rows[0]!, externalIds: said('externalId') }
}

function emailsIn(rows: readonly ImportRow[]): string[] {
  return [...new Set(rows.flatMap((row) => row.contact?.emails ?? []))]
}
