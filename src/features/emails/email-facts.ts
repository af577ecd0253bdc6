import { sql } from 'kysely'
import type { AccountId, JobId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import type { Recipient } from '../accounts/index.ts'
import { currentFirm } from '../firms/index.ts'
import type { EmailFacts } from './rules.ts'

/** What e-mails to these accounts may speak of, read once for all of them. */
export type LoadedFacts = {
  /** its time zone decides what "today" is in a mail (SHC-4) */
  firm: Awaited<ReturnType<typeof currentFirm>>
  accountName(id: AccountId): string
  of(accountId: AccountId, jobId: JobId | null, to: Recipient): EmailFacts
}

/** Reads what shortcodes need, besides the recipients themselves: four short statements, whatever the number. */
export async function loadEmailFacts(
  tx: Tx,
  accountIds: readonly AccountId[],
  jobIds: readonly JobId[],
): Promise<LoadedFacts> {
  const firm = await currentFirm(tx)
  const accounts = await namesIn(tx, 'accounts', accountIds)
  const jobs = await namesIn(tx, 'jobs', jobIds)
  const phones = await phonesOf(tx, accountIds)
  const accountName = (id: AccountId) => accounts.get(id) ?? ''
  return {
    firm,
    accountName,
    of: (accountId, jobId, { contactId, name, firstName, lastName, locale }) => ({
      firmName: firm.name,
      accountName: accountName(accountId),
      jobName: jobId === null ? '' : (jobs.get(jobId) ?? ''),
      contact: { name, firstName, lastName, locale, phone: phones.get(contactId) ?? '' },
    }),
  }
}

async function namesIn(tx: Tx, table: 'accounts' | 'jobs', ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.db
    .selectFrom(table)
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

async function phonesOf(tx: Tx, accountIds: readonly AccountId[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('account_contacts as a')
    .innerJoin('contacts as c', (join) => join.onRef('c.firm_id', '=', 'a.firm_id').onRef('c.id', '=', 'a.contact_id'))
    .select(['c.id', 'c.phone'])
    .where('a.firm_id', '=', tx.firmId)
    .where('a.account_id', '=', sql<string>`any(${[...accountIds]}::uuid[])`)
    .where('c.phone', 'is not', null)
    .execute()
  return new Map(rows.map(({ id, phone }) => [id, phone ?? '']))
}
