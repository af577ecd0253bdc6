import { type RawBuilder, sql } from 'kysely'
import type { AccountId, ContactId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { holdsRight } from '#kernel/rights.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { accountRows, containing } from './list-accounts.ts'
import type { Account, Contact } from './schemas.ts'
import { visibleAccounts } from './visible.ts'

/** One account as its page shows it; `not_found` where it does not exist or is not for the actor to see. */
export async function accountById(tx: Tx, id: AccountId): Promise<Account> {
  const where = sql`a.firm_id = ${tx.firmId} and a.id = ${id} and ${visibleAccounts(tx, 'a.id')}`
  const [row] = await accountRows(tx, where, 1)
  if (!row) throw new Refusal('not_found')
  const { sort: _, ...account } = row
  const { rows: times } = await sql<{ created_at: Date }>`
    select created_at from accounts where firm_id = ${tx.firmId} and id = ${id}`.execute(tx.db)
  return { ...account, createdAt: times[0]!.created_at.toISOString(), contacts: await contactsOf(tx, id) }
}

/** People of an account with their addresses and switches, by name. */
async function contactsOf(tx: Tx, id: AccountId): Promise<Account['contacts']> {
  const { rows } = await sql<Account['contacts'][number]>`
    select c.id, c.name, c.first_name as "firstName", c.last_name as "lastName", c.phone, c.locale, c.revision,
      coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'email', e.email, 'login', s.login, 'notify', s.notify)
        order by e.email_key) filter (where e.id is not null), '[]') as emails
    from account_contacts x
      join contacts c on c.firm_id = x.firm_id and c.id = x.contact_id
      left join contact_settings s on s.firm_id = x.firm_id and s.account_id = x.account_id and s.contact_id = c.id
      left join contact_emails e on e.firm_id = s.firm_id and e.id = s.contact_email_id
    where x.firm_id = ${tx.firmId} and x.account_id = ${id}
    group by c.firm_id, c.id
    order by c.name_key, c.id`.execute(tx.db)
  return rows
}

/** A person; `not_found` where he does not exist or belongs only to accounts that are not for the actor to see. */
export async function contactById(tx: Tx, id: ContactId): Promise<Contact> {
  const [row] = await contactRows(tx, sql`c.id = ${id}`, 1)
  if (!row) throw new Refusal('not_found')
  return row.contact
}

type ContactQuery = { search?: string | undefined; cursor?: string | undefined; limit: number }

export async function listContacts(tx: Tx, { search, cursor, limit }: ContactQuery) {
  const after = cursor ? decodeCursor(cursor, 2) : null
  const parts = [sql`true`]
  if (after) parts.push(sql`(c.name_key, c.id) > (${String(after[0])}, ${String(after[1])}::uuid)`)
  if (search) {
    parts.push(sql`(c.name_key like ${containing(search)} or exists (select from contact_emails e
      where e.firm_id = c.firm_id and e.contact_id = c.id and e.email_key like ${containing(search)}))`)
  }
  const rows = await contactRows(tx, sql.join(parts, sql` and `), limit + 1)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? encodeCursor([last.sort, last.contact.id]) : null
  return { items: items.map((row) => row.contact), next }
}

/**
 * People that the actor may see: those of accounts he sees, and those who belong to no account yet. A predicate on
 * a column that holds a contact's id.
 */
export function visibleContacts(tx: Tx, column: string): RawBuilder<boolean> {
  const { actor } = tx
  if (actor.kind !== 'member' || holdsRight(actor, 'view_all_accounts')) return sql<boolean>`true`
  const links = sql`account_contacts tie where tie.firm_id = ${tx.firmId} and tie.contact_id = ${sql.ref(column)}`
  return sql<boolean>`(exists (select from ${links} and ${visibleAccounts(tx, 'tie.account_id')})
    or not exists (select from ${links}))`
}

async function contactRows(
  tx: Tx,
  where: RawBuilder<unknown>,
  limit: number,
): Promise<{ sort: string; contact: Contact }[]> {
  const { rows } = await sql<Contact & { sort: string }>`
    select c.id, c.name, c.first_name as "firstName", c.last_name as "lastName", c.phone, c.locale, c.revision,
      c.name_key as sort,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', e.id, 'email', e.email) order by e.email_key)
        from contact_emails e where e.firm_id = c.firm_id and e.contact_id = c.id), '[]') as emails,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', a.id, 'name', a.name, 'shortId', a.short_id) order by a.name_key)
        from account_contacts x join accounts a on a.firm_id = x.firm_id and a.id = x.account_id
        where x.firm_id = c.firm_id and x.contact_id = c.id and ${visibleAccounts(tx, 'a.id')}), '[]') as accounts
    from contacts c
    where c.firm_id = ${tx.firmId} and ${visibleContacts(tx, 'c.id')} and ${where}
    order by c.name_key, c.id limit ${limit}`.execute(tx.db)
  return rows.map(({ sort, ...contact }) => ({ sort, contact }))
}
