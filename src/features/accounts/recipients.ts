import { sql } from 'kysely'
import type { AccountId, ContactId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import type { Tx } from '#platform/db/tx.ts'

/** One e-mail address of one contact of an account, with what stands on that combination (CON-2). */
export type Recipient = {
  contactId: ContactId
  contactEmailId: string
  email: string
  name: string
  firstName: string
  lastName: string
  /** the contact's language, else the firm's (D-11) */
  locale: Locale
  login: boolean
  notify: boolean
  /** the same address also reads another active account: mails then name the account (POR-6) */
  hasOtherAccounts: boolean
}

/**
 * Every contact e-mail of these accounts, Notify on or off, by name; each account asked for has an entry, which may be
 * empty. Read right before a mail goes out, never kept.
 */
export async function recipientsOf(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<AccountId, Recipient[]>> {
  const { rows } = await sql<Omit<Recipient, 'hasOtherAccounts'> & { accountId: AccountId }>`
    select s.account_id as "accountId", s.contact_id as "contactId", s.contact_email_id as "contactEmailId", e.email,
           c.name, c.first_name as "firstName", c.last_name as "lastName", coalesce(c.locale, f.locale) as locale,
           s.login, s.notify
    from contact_settings s
      join contact_emails e on e.firm_id = s.firm_id and e.id = s.contact_email_id
      join contacts c on c.firm_id = s.firm_id and c.id = s.contact_id
      join firms f on f.firm_id = s.firm_id
    where s.firm_id = ${tx.firmId} and s.account_id = any(${[...accountIds]}::uuid[])
    order by s.account_id, c.name_key, c.id, e.email_key`.execute(tx.db)
  const several = await addressesOfSeveral(tx, new Set(rows.map((row) => row.email.toLowerCase())))
  const found = new Map<AccountId, Recipient[]>(accountIds.map((id) => [id, []]))
  for (const { accountId, ...recipient } of rows) {
    found.get(accountId)?.push({ ...recipient, hasOtherAccounts: several.has(recipient.email.toLowerCase()) })
  }
  return found
}

/**
 * Those addresses that read more than one active account. Step by step from the few addresses, so that the indexes
 * answer also before the database has counted its rows: right after the first import it has not.
 */
async function addressesOfSeveral(tx: Tx, emails: ReadonlySet<string>): Promise<Set<string>> {
  const { rows } = await sql<{ email: string }>`
    with address as materialized (
      select id, email_key from contact_emails where firm_id = ${tx.firmId} and email_key = any(${[...emails]}::text[])
    ), reads as materialized (
      select address.email_key, s.account_id
      from address join contact_settings s on s.firm_id = ${tx.firmId} and s.contact_email_id = address.id
    )
    select reads.email_key as email
    from reads join accounts a on a.firm_id = ${tx.firmId} and a.id = reads.account_id and a.state = 'active'
    group by 1 having count(distinct reads.account_id) > 1`.execute(tx.db)
  return new Set(rows.map((row) => row.email))
}
