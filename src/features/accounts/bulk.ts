import { sql } from 'kysely'
import type { AccountId, EventId, MemberId, TagId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { changeAccountTags, tagSpeaker } from '../tags/index.ts'
import { lockAccounts } from './account-states.ts'
import { requireMembers, requireTags } from './create-account.ts'
import { requireVisibleAccounts } from './visible.ts'

/** Account by account, what really changes: what is there already is not added, what is missing is not removed. */
type RealChange<Id> = { accountId: AccountId; add: Id[]; remove: Id[] }
type Wish<Id> = { accountIds: readonly AccountId[]; add: readonly Id[]; remove: readonly Id[] }

/** Puts tags on accounts and takes tags off, once each however often it is sent; tells how many accounts changed. */
export async function tagAccounts(tx: Tx, wish: Wish<TagId>): Promise<number> {
  await requireTags(tx, wish.add, 'add')
  await requireVisibleAccounts(tx, wish.accountIds)
  await lockAccounts(tx, wish.accountIds)
  return putTags(tx, wish)
}

/** As `tagAccounts`, for callers that have checked and locked. */
export async function putTags(tx: Tx, wish: Wish<TagId>): Promise<number> {
  const changes = await realChanges(tx, wish, sql`account_tags`, sql`tag_id`)
  await changeAccountTags(tx, changes)
  const say = await tagSpeaker(tx, changes)
  for (const { accountId, add, remove } of changes) {
    const payload = { tags: say({ add, remove }), add, remove }
    tx.record({ type: 'account.tagsChanged', subject: { kind: 'account', id: accountId }, accountId, payload })
  }
  return changes.length
}

/** Assigns members to accounts and takes them off (USR-4); tells how many accounts changed. */
export async function changeAccountTeam(tx: Tx, wish: Wish<MemberId>): Promise<number> {
  await requireMembers(tx, wish.add, 'add')
  await requireVisibleAccounts(tx, wish.accountIds)
  await lockAccounts(tx, wish.accountIds)
  return assignMembers(tx, wish)
}

/** As `changeAccountTeam`, for callers that have checked and locked; `causeId` where an act before it asked for it. */
export async function assignMembers(tx: Tx, wish: Wish<MemberId>, causeId: EventId | null = null): Promise<number> {
  const changes = await realChanges(tx, wish, sql`account_members`, sql`member_id`)
  const rows = JSON.stringify(changes)
  await sql`
    delete from account_members m using jsonb_to_recordset(${rows}::jsonb) as row("accountId" uuid, remove uuid[])
    where m.firm_id = ${tx.firmId} and m.account_id = row."accountId" and m.member_id = any(row.remove)`.execute(tx.db)
  await sql`
    insert into account_members (firm_id, account_id, member_id)
    select ${tx.firmId}::uuid, row."accountId", unnest(row.add)
    from jsonb_to_recordset(${rows}::jsonb) as row("accountId" uuid, add uuid[])
    on conflict do nothing`.execute(tx.db)
  const names = await memberNames(tx, [...wish.add, ...wish.remove])
  const say = (sign: string, ids: MemberId[]) => ids.map((id) => `${sign}${names.get(id) ?? ''}`)
  for (const { accountId, add, remove } of changes) {
    const payload = { members: [...say('+', add), ...say('−', remove)].join(', '), add, remove }
    const subject = { kind: 'account', id: accountId }
    tx.record({ type: 'account.teamChanged', subject, accountId, payload, causeId })
  }
  return changes.length
}

async function realChanges<Id extends string>(
  tx: Tx,
  { accountIds, add, remove }: Wish<Id>,
  table: ReturnType<typeof sql>,
  column: ReturnType<typeof sql>,
): Promise<RealChange<Id>[]> {
  const wanted = [...new Set([...add, ...remove])]
  const { rows } = await sql<{ accountId: AccountId; had: Id[] }>`
    select wanted.id as "accountId", coalesce(array_agg(t.${column}::text) filter (where t.${column} is not null), '{}') as had
    from unnest(${[...new Set(accountIds)]}::uuid[]) as wanted(id)
      left join ${table} t on t.firm_id = ${tx.firmId} and t.account_id = wanted.id and t.${column} = any(${wanted}::uuid[])
    group by wanted.id order by wanted.id`.execute(tx.db)
  return rows
    .map(({ accountId, had }) => {
      const has = new Set(had)
      const added = [...new Set(add)].filter((id) => !has.has(id))
      return { accountId, add: added, remove: remove.filter((id) => has.has(id) && !add.includes(id)) }
    })
    .filter((change) => change.add.length + change.remove.length > 0)
}

async function memberNames(tx: Tx, ids: readonly MemberId[]): Promise<Map<string, string>> {
  const rows = await tx.db
    .selectFrom('team_members')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.name]))
}
