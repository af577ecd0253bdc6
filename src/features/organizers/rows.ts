import { sql } from 'kysely'
import type { AccountId, OrganizerId } from '#kernel/ids.ts'
import type { PortalOrganizerRow } from './schemas.ts'

/** What every list of organizers reads, of `organizers o` and `accounts a`. */
export const columns = sql`o.id, o.name, o.account_id, a.name as account_name, o.status, o.sealed, o.archived, o.answered,
  o.questions, o.sent_at, o.updated_at, o.started_at, o.submitted_at`

export type OrganizerColumns = {
  id: OrganizerId
  name: string
  account_id: AccountId
  account_name: string
  status: 'pending' | 'submitted'
  sealed: boolean
  archived: boolean
  answered: number
  questions: number
  sent_at: Date
  updated_at: Date
  started_at: Date | null
  submitted_at: Date | null
}

export function rowOf(row: OrganizerColumns): PortalOrganizerRow {
  return {
    id: row.id,
    name: row.name,
    accountId: row.account_id,
    accountName: row.account_name,
    status: row.status,
    sealed: row.sealed,
    archived: row.archived,
    progress: { answered: row.answered, total: row.questions },
    sentAt: row.sent_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    startedAt: row.started_at?.toISOString() ?? null,
    submittedAt: row.submitted_at?.toISOString() ?? null,
  }
}
