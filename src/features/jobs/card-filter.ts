import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '#platform/db/tx.ts'
import type { CardFilter } from './filter-schemas.ts'
import type { Card } from './schemas.ts'

/** Whether a job `j` of an account `a` is what the filter asks for; `a` is looked at for words only (VIEW-7). */
export function matches(tx: Tx, filter: CardFilter, turn: RawBuilder<Card['turn']>): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`, ...aboutAccount(tx, filter), ...aboutPeople(tx, filter), ...aboutJob(tx, filter)]
  if (filter.turn) parts.push(sql<boolean>`${turn} = ${filter.turn}`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

function aboutAccount(tx: Tx, { search, accountId, tagId, memberId }: CardFilter): RawBuilder<boolean>[] {
  const parts: RawBuilder<boolean>[] = []
  if (search) {
    const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
    parts.push(sql`(a.name ilike ${like} or j.name ilike ${like} or a.short_id ilike ${like})`)
  }
  if (accountId) parts.push(sql`j.account_id = ${accountId}`)
  if (tagId) {
    parts.push(sql`exists (select from account_tags t where t.firm_id = ${tx.firmId}
      and t.account_id = j.account_id and t.tag_id = ${tagId})`)
  }
  if (memberId) {
    parts.push(sql`exists (select from account_members m where m.firm_id = ${tx.firmId}
      and m.account_id = j.account_id and m.member_id = ${memberId})`)
  }
  return parts
}

function aboutPeople(tx: Tx, { assigneeId, roleId }: CardFilter): RawBuilder<boolean>[] {
  const parts: RawBuilder<boolean>[] = []
  const assigned = sql`select from job_assignees x where x.firm_id = ${tx.firmId} and x.job_id = j.id`
  if (assigneeId === 'none') parts.push(sql`not exists (${assigned})`)
  else if (assigneeId) parts.push(sql`exists (${assigned} and x.member_id = ${assigneeId})`)
  if (roleId) {
    parts.push(sql`exists (select from job_assignees x
      join account_role_members r on r.firm_id = x.firm_id and r.member_id = x.member_id
      where x.firm_id = ${tx.firmId} and x.job_id = j.id and r.account_id = j.account_id and r.role_id = ${roleId})`)
  }
  return parts
}

function aboutJob(tx: Tx, filter: CardFilter): RawBuilder<boolean>[] {
  const { priority, statusId, clientStatusId, dueFrom, dueTo, startFrom, startTo, overdue, pending } = filter
  const parts: RawBuilder<boolean>[] = []
  if (priority) parts.push(sql`j.priority = ${priority}`)
  if (statusId === 'completed') parts.push(sql`j.lifecycle = 'completed'`)
  else if (statusId === 'none') parts.push(sql`(j.lifecycle = 'active' and j.status_id is null)`)
  else if (statusId) parts.push(sql`j.status_id = ${statusId}`)
  if (clientStatusId === 'none') parts.push(sql`not j.client_visible`)
  else if (clientStatusId) parts.push(sql`(j.client_visible and j.client_status_id = ${clientStatusId})`)
  if (dueFrom) parts.push(sql`j.due_on >= ${dueFrom}::date`)
  if (dueTo) parts.push(sql`j.due_on <= ${dueTo}::date`)
  if (startFrom) parts.push(sql`j.start_on >= ${startFrom}::date`)
  if (startTo) parts.push(sql`j.start_on <= ${startTo}::date`)
  if (overdue === 'job') parts.push(sql`(j.lifecycle = 'active' and j.due_on < ${todayOf(tx)})`)
  if (overdue === 'stage') parts.push(sql`(j.lifecycle = 'active' and j.stage_due_at < ${tx.now}::timestamptz)`)
  if (pending === 'yes') parts.push(sql`j.pending_items > 0`)
  if (pending === 'no') parts.push(sql`j.pending_items = 0`)
  return parts
}

/** The firm's day. */
export function todayOf(tx: Tx): RawBuilder<unknown> {
  return sql`(${tx.now}::timestamptz at time zone (select f.time_zone from firms f where f.firm_id = ${tx.firmId}))::date`
}
