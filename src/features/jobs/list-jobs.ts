import { type RawBuilder, sql } from 'kysely'
import type { QueryOf } from '#kernel/contract.ts'
import type { JobId, PipelineId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { MOST_JOBS } from './bulk-schemas.ts'
import { jobIsVisible, listCards, listGroupedCards } from './cards.ts'
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

/** All that the list would show, or one group of it, by the client's name; as many as an act takes. */
export async function listJobIds(tx: Tx, query: QueryOf<typeof jobsContract.listJobIds>) {
  const { groupBy, group, ...wish } = query
  if ((groupBy === undefined) !== (group === undefined)) throw invalid(groupBy ? 'group' : 'groupBy', 'required')
  const versions = await seenVersions(tx)
  const grouping = groupBy ? await groupingOf(tx, groupBy, versions) : null
  const at = grouping ? sql`and ${grouping.rank} = ${grouping.groups.findIndex(({ key }) => key === group) + 1}` : sql``
  const { rows } = await sql<{ id: JobId; pipelineId: PipelineId }>`
    select j.id, j.pipeline_id as "pipelineId"
    from jobs j join accounts a on a.firm_id = j.firm_id and a.id = j.account_id ${grouping?.join ?? sql``}
    where j.firm_id = ${tx.firmId} and ${listed(tx, { ...wish, sort: 'account_name' }, versions)} ${at}
      and j.deleted_at is null and ${jobIsVisible(tx)}
    order by a.name_key, j.id limit ${MOST_JOBS + 1}`.execute(tx.db)
  const ids = rows.slice(0, MOST_JOBS).map(({ id }) => id)
  return { ids, complete: rows.length <= MOST_JOBS, pipelineId: rows[0]?.pipelineId ?? null }
}

/** Whether the group of a job is not one of those that are shut. */
function isOpen({ rank, groups }: Grouping, closed: readonly string[]): RawBuilder<boolean> {
  const ranks = groups.flatMap(({ key }, at) => (closed.includes(key) ? at + 1 : []))
  return sql<boolean>`${rank} <> all(${ranks}::int[])`
}
