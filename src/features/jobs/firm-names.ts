import { together } from '#platform/db/together.ts'
import type { Tx } from '#platform/db/tx.ts'

/** What a firm calls what jobs, clients and automations name, by id and in the order of the names. */
export type FirmNames = {
  tags: ReadonlyMap<string, Colored>
  members: ReadonlyMap<string, Named>
  roles: ReadonlyMap<string, Named>
  clientStatuses: ReadonlyMap<string, Colored>
}

type Named = { id: string; name: string }
type Colored = Named & { color: string }

/** Read once: a page of cards names the same few tags and people again and again. */
export function firmNames(tx: Tx): Promise<FirmNames> {
  return tx.once('names of the firm', async () => {
    const of = (table: 'team_members' | 'account_roles') =>
      tx.db.selectFrom(table).select(['id', 'name']).where('firm_id', '=', tx.firmId).execute()
    const colored = (table: 'tags' | 'client_statuses') =>
      tx.db.selectFrom(table).select(['id', 'name', 'color']).where('firm_id', '=', tx.firmId).execute()
    const [tags, members, roles, clientStatuses] = await together([
      colored('tags'),
      of('team_members'),
      of('account_roles'),
      colored('client_statuses'),
    ])
    return {
      tags: inOrder(tags),
      members: inOrder(members),
      roles: inOrder(roles),
      clientStatuses: inOrder(clientStatuses),
    }
  })
}

/** Those with these ids, by name; what is gone has none. */
export function namedBy<It extends Named>(names: ReadonlyMap<string, It>, ids: readonly string[]): It[] {
  const found = ids.flatMap((id) => names.get(id) ?? [])
  return found.length < 2 ? found : found.sort(byName)
}

const { compare } = new Intl.Collator('en', { sensitivity: 'base' })

function byName(a: Named, b: Named): number {
  return compare(a.name, b.name) || (a.id < b.id ? -1 : 1)
}

function inOrder<It extends Named>(rows: It[]): Map<string, It> {
  return new Map(rows.sort(byName).map((row) => [row.id, row]))
}
