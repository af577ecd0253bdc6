import { sql } from 'kysely'
import type { Effect } from '#engine/core/effect.ts'
import type { AccountState, JobState } from '#engine/core/model.ts'
import type { AccountId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { recipientsOf } from '../accounts/index.ts'
import type { StagePreview } from './bulk-schemas.ts'

const NAMES = 3
const CLIENTS = 20

/** What the engine would decide for one job, and what it was decided on. */
export type Foreseen = {
  job: JobState
  account: AccountState
  effects: readonly Effect[]
  refused: string | null
}

export type Namer = (accountId: AccountId) => string
type Group = StagePreview['refused'][number]

/** Names of accounts, read once. */
export async function namerOf(tx: Tx, ids: readonly AccountId[]): Promise<Namer> {
  const rows = await tx.db
    .selectFrom('accounts')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', sql<string>`any(${[...new Set(ids)]}::uuid[])`)
    .execute()
  const names = new Map(rows.map((row) => [row.id, row.name]))
  return (id) => names.get(id) ?? ''
}

/** How many have the same reason, and who are the first of them. */
export function groupsOf(all: readonly { code: string; account: AccountState }[], name: Namer): Group[] {
  return [...Map.groupBy(all, (it) => it.code)].map(([code, group]) => ({
    code,
    count: group.length,
    names: group.slice(0, NAMES).map(({ account }) => name(account.id)),
  }))
}

/** A mail of its own, or the news of what clients see now (CFS-14). */
function isMailed(effect: Effect): boolean {
  return effect.kind === 'send_email' || (effect.kind === 'update_client_status' && effect.notify)
}

type Gets = { accountId: AccountId; organizers: number; mails: number }

/** What clients get, in numbers: organizers to answer, and mails, one per address with Notify on (A-30, XC-7). */
export async function clientsOf(tx: Tx, moving: readonly Foreseen[], name: Namer): Promise<StagePreview['clients']> {
  const gets = new Map<AccountId, Gets>()
  for (const { account, effects } of moving) {
    const got = gets.get(account.id) ?? { accountId: account.id, organizers: 0, mails: 0 }
    const organizers = effects.filter((effect) => effect.kind === 'create_organizer').length
    got.organizers += organizers
    got.mails += (organizers + effects.filter(isMailed).length) * account.contactsToNotify
    if (got.organizers + got.mails > 0) gets.set(account.id, got)
  }
  const all = [...gets.values()]
  const first = all.slice(0, CLIENTS)
  const people = await recipientsOf(
    tx,
    first.map((it) => it.accountId),
  )
  return {
    mails: all.reduce((sum, it) => sum + it.mails, 0),
    accounts: all.length,
    first: first.map((it) => {
      const told = (people.get(it.accountId) ?? []).filter((person) => person.notify)
      return { ...it, name: name(it.accountId), people: told.map((person) => `${person.name} <${person.email}>`) }
    }),
  }
}
