import { sql } from 'kysely'
import type { Applier } from '#engine/shell/ports.ts'
import type { AccountId, MemberId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import './events.ts'

/** Carries out *update account access* (AUT-9): in the order decided, so that jobs of one account add up. */
export const updateAccountAccess: Applier<'update_account_access'> = async (tx, effects, carrying) => {
  const words = lastWords(effects)
  await takeOff(
    tx,
    words.filter((word) => !word.on),
  )
  await putOn(
    tx,
    words.filter((word) => word.on),
  )
  const names = await memberNames(tx, [...new Set(words.map((word) => word.m))])
  const say = (sign: string, ids: readonly MemberId[]) => ids.map((id) => `${sign}${names.get(id) ?? ''}`)
  for (const { accountId, jobId, visitId, add, remove } of effects) {
    tx.record({
      type: 'account.teamChanged',
      subject: { kind: 'account', id: accountId },
      accountId,
      jobId,
      payload: { members: [...say('+', add), ...say('−', remove)].join(', '), add, remove },
      causeId: carrying.entered.get(visitId) ?? carrying.causeId,
      by: 'automation',
    })
  }
}

/** Account, member, and whether he ends up with access; short names, because there may be tens of thousands. */
type Word = { a: AccountId; m: MemberId; on: boolean }

function lastWords(changes: readonly { accountId: AccountId; add: MemberId[]; remove: MemberId[] }[]): Word[] {
  const words = new Map<string, Word>()
  for (const { accountId, add, remove } of changes) {
    for (const id of remove) words.set(accountId + id, { a: accountId, m: id, on: false })
    for (const id of add) words.set(accountId + id, { a: accountId, m: id, on: true })
  }
  return [...words.values()]
}

async function takeOff(tx: Tx, words: readonly Word[]): Promise<void> {
  if (words.length === 0) return
  await sql`
    delete from account_members t using jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as gone(a uuid, m uuid)
    where t.firm_id = ${tx.firmId} and t.account_id = gone.a and t.member_id = gone.m`.execute(tx.db)
}

async function putOn(tx: Tx, words: readonly Word[]): Promise<void> {
  if (words.length === 0) return
  await sql`
    insert into account_members (firm_id, account_id, member_id)
    select ${tx.firmId}::uuid, a, m from jsonb_to_recordset(${JSON.stringify(words)}::jsonb) as row(a uuid, m uuid)
    order by 2, 3 on conflict do nothing`.execute(tx.db)
}

async function memberNames(tx: Tx, ids: readonly MemberId[]): Promise<Map<MemberId, string>> {
  const rows = await tx.db
    .selectFrom('team_members')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id as MemberId, row.name]))
}
