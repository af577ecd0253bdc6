import { sql } from 'kysely'
import type { ClientActor } from '#kernel/actor.ts'
import type { QueryOf, ReturnOf } from '#kernel/contract.ts'
import type { AccountId, OrganizerId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { currentFirm } from '../firms/index.ts'
import type { portalContract, Todo } from './contract.ts'

type Home = typeof portalContract.getPortalHome
type Account = ReturnOf<Home>['account']
type AccountRow = Account & { newest: Date | null }

/** A to-do is an organizer that still can be submitted: sealed and archived ones are not in the list (POR-2, POR-4). */
const OPEN = sql`o.status = 'pending' and not o.sealed and not o.archived`

/** What waits for the client in one of his accounts, and how much in the others (POR-1, POR-6). */
export async function portalHome(tx: Tx, client: ClientActor, query: QueryOf<Home>): Promise<ReturnOf<Home>> {
  const accounts = await accountsOf(tx, client)
  const shown = query.accountId ? accounts.find(({ id }) => id === query.accountId) : newestFirst(accounts)[0]
  if (!shown) throw new Refusal('not_found')
  const { name, color, replyTo } = await currentFirm(tx)
  return {
    client: { name: client.name, email: client.email },
    account: accountOf(shown),
    todos: await todosOf(tx, shown.id),
    otherAccounts: newestFirst(accounts.filter((account) => account !== shown)).map(accountOf),
    firm: { name, color, email: replyTo },
  }
}

/** The client's accounts by name. */
export async function portalAccounts(
  tx: Tx,
  client: ClientActor,
): Promise<ReturnOf<typeof portalContract.listPortalAccounts>> {
  return { items: (await accountsOf(tx, client)).map(accountOf) }
}

async function accountsOf(tx: Tx, { accountIds }: ClientActor): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select a.id, a.name, count(o.id)::int as todos, max(coalesce(o.bumped_at, o.sent_at)) as newest
    from accounts a left join organizers o on o.firm_id = a.firm_id and o.account_id = a.id and ${OPEN}
    where a.firm_id = ${tx.firmId} and a.id = any(${[...accountIds]}::uuid[]) and a.state = 'active'
    group by a.id, a.name
    order by lower(a.name), a.id`.execute(tx.db)
  return rows
}

type TodoRow = {
  id: OrganizerId
  name: string
  answered: number
  questions: number
  started_at: Date | null
  updated_at: Date
  sent_at: Date
}

/** One list, newest or bumped first (POR-3). */
async function todosOf(tx: Tx, accountId: AccountId): Promise<Todo[]> {
  const { rows } = await sql<TodoRow>`
    select o.id, o.name, o.answered, o.questions, o.started_at, o.updated_at, o.sent_at
    from organizers o where o.firm_id = ${tx.firmId} and o.account_id = ${accountId} and ${OPEN}
    order by coalesce(o.bumped_at, o.sent_at) desc, o.id desc`.execute(tx.db)
  return rows.map((row) => ({
    kind: 'organizer',
    id: row.id,
    name: row.name,
    progress: { answered: row.answered, total: row.questions },
    startedAt: row.started_at?.toISOString() ?? null,
    savedAt: row.started_at ? row.updated_at.toISOString() : null,
    sentAt: row.sent_at.toISOString(),
  }))
}

/** Accounts with to-dos first, the one with the newest on top; the rest by name, as they came. */
function newestFirst(accounts: readonly AccountRow[]): AccountRow[] {
  return accounts.toSorted((one, other) => (other.newest?.getTime() ?? 0) - (one.newest?.getTime() ?? 0))
}

function accountOf({ id, name, todos }: AccountRow): Account {
  return { id, name, todos }
}
