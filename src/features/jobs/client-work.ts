import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { AccountId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts } from '../accounts/index.ts'
import { jobIsVisible } from './cards.ts'
import type { ClientWork } from './contract-client.ts'

const MOST = 200

/** An account's work in progress, for its client (CFS-12). */
export async function portalWork(tx: Tx, accountId: AccountId): Promise<ClientWork[]> {
  return workOf(tx, accountId, sql<SqlBool>`a.state = 'active'`)
}

/** The same for staff, as far as they see the jobs (P-6). */
export async function clientWork(tx: Tx, accountId: AccountId): Promise<ClientWork[]> {
  return workOf(tx, accountId, jobIsVisible(tx))
}

/**
 * Only jobs that are shown and not archived; a completed one stays until it is archived (CFS-13, CFS-16). Name and
 * colour of the status are those it has now, deleted or not; the text is the job's own copy (CFS-2, CFS-15).
 */
async function workOf(tx: Tx, accountId: AccountId, where: RawBuilder<SqlBool>): Promise<ClientWork[]> {
  await requireVisibleAccounts(tx, [accountId])
  const { rows } = await sql<Omit<ClientWork, 'updatedAt'> & { updatedAt: Date }>`
    select j.id, coalesce(nullif(j.client_name, ''), j.name) as name,
      case when s.id is not null then json_build_object('name', s.name, 'color', s.color) end as status,
      j.client_description as description, coalesce(j.client_changed_at, j.created_at) as "updatedAt"
    from jobs j
      join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
      left join client_statuses s on s.firm_id = j.firm_id and s.id = j.client_status_id
    where j.firm_id = ${tx.firmId} and j.account_id = ${accountId} and j.client_visible
      and j.lifecycle <> 'archived' and j.deleted_at is null and ${where}
    order by "updatedAt" desc, j.id desc limit ${MOST}`.execute(tx.db)
  return rows.map((row) => ({ ...row, updatedAt: row.updatedAt.toISOString() }))
}
