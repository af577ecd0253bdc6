import { type RawBuilder, sql } from 'kysely'
import type { AccountId } from '#kernel/ids.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { MOST } from './model.ts'
import type { AccountFilter, AccountRow } from './schemas.ts'
import { visibleAccounts } from './visible.ts'

type Page = { cursor?: string | undefined; limit: number }
type Row = AccountRow & { sort: string }

/** A page of the clients that a filter leaves, by name; the number of all of them comes with the first page. */
export async function listAccounts(tx: Tx, { cursor, limit, ...filter }: AccountFilter & Page) {
  const after = cursor ? decodeCursor(cursor, 2) : null
  const beyond = after ? sql`(a.name_key, a.id) > (${String(after[0])}, ${String(after[1])}::uuid)` : sql`true`
  const rows = await accountRows(tx, sql`${matches(tx, filter)} and ${beyond}`, limit + 1)
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const next = rows.length > limit && last ? encodeCursor([last.sort, last.id]) : null
  const total = after ? null : await countAccounts(tx, filter)
  return { items: items.map(({ sort: _, ...item }) => item), next, total }
}

/** The ids alone, for acts on all that a filter leaves; `complete` is false where there are more than one act takes. */
export async function listAccountIds(tx: Tx, filter: AccountFilter) {
  const { rows } = await sql<{ id: AccountId }>`
    select a.id from accounts a where ${matches(tx, filter)}
    order by a.name_key, a.id limit ${MOST.bulk + 1}`.execute(tx.db)
  return { ids: rows.slice(0, MOST.bulk).map((row) => row.id), complete: rows.length <= MOST.bulk }
}

/** Accounts as the list and the account's page show them; `where` speaks of `a`. */
export async function accountRows(tx: Tx, where: RawBuilder<unknown>, limit: number): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.id, a.short_id as "shortId", a.external_id as "externalId", a.name, a.type, a.state, a.revision,
      a.name_key as sort,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name, 'color', t.color) order by lower(t.name))
        from account_tags x join tags t on t.firm_id = x.firm_id and t.id = x.tag_id
        where x.firm_id = a.firm_id and x.account_id = a.id), '[]') as tags,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', m.id, 'name', m.name) order by lower(m.name), m.id)
        from account_members x join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
        where x.firm_id = a.firm_id and x.account_id = a.id), '[]') as members,
      (select count(*)::int from account_contacts x where x.firm_id = a.firm_id and x.account_id = a.id) as "contactCount",
      ${switchIsOn('login')} as login, ${switchIsOn('notify')} as notify
    from accounts a
    where ${where}
    order by a.name_key, a.id limit ${limit}`.execute(tx.db)
  return rows
}

async function countAccounts(tx: Tx, filter: AccountFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from accounts a where ${matches(tx, filter)}`.execute(tx.db)
  return rows[0]!.count
}

function matches(tx: Tx, { search, tagId, memberId, type, state, login }: AccountFilter): RawBuilder<unknown> {
  const parts = [sql`a.firm_id = ${tx.firmId}`, visibleAccounts(tx, 'a.id')]
  if (state !== 'all') parts.push(sql`a.state = ${state}`)
  if (type) parts.push(sql`a.type = ${type}`)
  if (tagId)
    parts.push(sql`exists (select from account_tags x
      where x.firm_id = a.firm_id and x.account_id = a.id and x.tag_id = ${tagId})`)
  if (memberId)
    parts.push(sql`exists (select from account_members x
      where x.firm_id = a.firm_id and x.account_id = a.id and x.member_id = ${memberId})`)
  if (login) parts.push(login === 'on' ? switchIsOn('login') : sql`not ${switchIsOn('login')}`)
  if (search) parts.push(isFound(search))
  return sql.join(parts, sql` and `)
}

/** In name, short id, external id, and names and addresses of contacts. */
function isFound(search: string): RawBuilder<unknown> {
  const pattern = containing(search)
  return sql`(a.name_key like ${pattern} or a.short_id_key like ${pattern} or lower(a.external_id) like ${pattern}
    or exists (
      select from account_contacts x
        join contacts c on c.firm_id = x.firm_id and c.id = x.contact_id
        left join contact_emails e on e.firm_id = c.firm_id and e.contact_id = c.id
      where x.firm_id = a.firm_id and x.account_id = a.id
        and (c.name_key like ${pattern} or e.email_key like ${pattern})))`
}

/** A LIKE pattern that takes what was typed literally. */
export function containing(search: string): string {
  return `%${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`
}

function switchIsOn(name: 'login' | 'notify'): RawBuilder<boolean> {
  return sql<boolean>`exists (select from contact_settings s
    where s.firm_id = a.firm_id and s.account_id = a.id and s.${sql.ref(name)})`
}
