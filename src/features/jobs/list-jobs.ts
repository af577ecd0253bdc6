import { type RawBuilder, sql } from 'kysely'
import type { QueryOf } from '#kernel/contract.ts'
import type { Tx } from '#platform/db/tx.ts'
import { listCards, listGroupedCards } from './cards.ts'
import type { jobsContract } from './contract.ts'
import { type Grouping, groupingOf } from './job-groups.ts'
import { listed, seenVersions } from './listed-jobs.ts'
import type { ListedJob } from './schemas.ts'

type ListedJobs = { items: ListedJob[]; next: string | null }

/** Jobs of an account, of a pipeline or of all, active or archived, such as those that are stuck (VIEW-3, VIEW-5). */
export async function listJobs(tx: Tx, query: QueryOf<typeof jobsContract.listJobs>): Promise<ListedJobs> {
  const { groupBy, closedGroups, ...wish } = query
  const versions = await seenVersions(tx)
  if (groupBy === undefined) {
    const { items, next } = await listCards(tx, listed(tx, wish, versions), versions, wish)
    return { items: items.map((card) => ({ ...card, group: null })), next }
  }
  const grouping = await groupingOf(tx, groupBy, versions)
  const where = sql<boolean>`${listed(tx, wish, versions)} and ${isOpen(grouping, closedGroups)}`
  return listGroupedCards(tx, where, versions, { ...wish, grouping })
}

/** Whether the group of a job is not one of those that are shut. */
function isOpen({ rank, groups }: Grouping, closed: readonly string[]): RawBuilder<boolean> {
  const ranks = groups.flatMap(({ key }, at) => (closed.includes(key) ? at + 1 : []))
  return sql<boolean>`${rank} <> all(${ranks}::int[])`
}
