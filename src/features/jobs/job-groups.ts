import { type RawBuilder, sql } from 'kysely'
import { PRIORITIES } from '#conditions/model.ts'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { Tx } from '#platform/db/tx.ts'
import { todayOf } from './card-filter.ts'
import { jobIsVisible } from './cards.ts'
import { DUE_GROUPS, type JobGroup, type JobGroupBy, type JobListWish } from './filter-schemas.ts'
import { listed, seenVersions } from './listed-jobs.ts'

/** How jobs `j` are put into groups: what is joined for it, and which of the groups each is in, counted from 1. */
export type Grouping = { join: RawBuilder<unknown>; rank: RawBuilder<number>; groups: Omit<JobGroup, 'count'>[] }

/** The groups that hold any of the listed jobs, in their order; who has two assignees is in two of them. */
export async function countGroups(
  tx: Tx,
  { groupBy, ...wish }: JobListWish & { groupBy: JobGroupBy },
): Promise<JobGroup[]> {
  const versions = await seenVersions(tx)
  const { join, rank, groups } = await groupingOf(tx, groupBy, versions)
  const { rows } = await sql<{ rank: number; count: number }>`
    select rank, count(*)::int as count from (
      select ${rank} as rank from jobs j join accounts a on a.firm_id = j.firm_id and a.id = j.account_id ${join}
      where j.firm_id = ${tx.firmId} and ${listed(tx, wish, versions)} and j.deleted_at is null and ${jobIsVisible(tx)}
    ) ranked group by rank order by rank`.execute(tx.db)
  return rows.map(({ rank: at, count }) => ({ ...groups[at - 1]!, count }))
}

/** The last of the groups takes what is in no other: no assignee, no date, nothing shown, a stage that is gone. */
export async function groupingOf(tx: Tx, by: JobGroupBy, versions: readonly PipelineVersion[]): Promise<Grouping> {
  const { join = sql``, key, groups } = await groupsBy(tx, by, versions)
  const all = [...groups, { key: 'none', name: null, within: null, color: null }]
  const keys = all.map((group) => group.key)
  return { join, rank: sql`coalesce(array_position(${keys}::text[], ${key}), ${keys.length}::int)`, groups: all }
}

type Groups = Pick<Grouping, 'groups'> & { join?: RawBuilder<unknown>; key: RawBuilder<string | null> }

async function groupsBy(tx: Tx, by: JobGroupBy, versions: readonly PipelineVersion[]): Promise<Groups> {
  switch (by) {
    case 'stage':
      return { key: sql`j.stage_id::text`, groups: versions.flatMap(stagesOf) }
    case 'pipeline':
      return {
        key: sql`j.pipeline_id::text`,
        groups: versions.map(({ pipelineId, name }) => named(pipelineId, name)),
      }
    case 'assignee':
      return {
        join: sql`left join job_assignees g on g.firm_id = j.firm_id and g.job_id = j.id`,
        key: sql`g.member_id::text`,
        groups: await members(tx),
      }
    case 'client_status':
      return {
        key: sql`case when j.client_visible then coalesce(j.client_status_id::text, 'shown') end`,
        groups: [...(await clientStatuses(tx)), unnamed('shown')],
      }
    case 'priority':
      return { key: sql`j.priority`, groups: PRIORITIES.toReversed().map(unnamed) }
    case 'due':
      return { key: dueGroup(tx), groups: DUE_GROUPS.map(unnamed) }
  }
}

/** How far off the due date is; what is over is not overdue (J-40). */
function dueGroup(tx: Tx): RawBuilder<string | null> {
  const day = todayOf(tx)
  return sql`case when j.due_on is null then null
    when j.due_on < ${day} then case when j.lifecycle = 'active' then 'overdue' else 'past' end
    when j.due_on = ${day} then 'today'
    when j.due_on <= ${day} + 7 then 'week'
    else 'later' end`
}

function named(key: string, name: string): Grouping['groups'][number] {
  return { key, name, within: null, color: null }
}

function unnamed(key: string): Grouping['groups'][number] {
  return { key, name: null, within: null, color: null }
}

function stagesOf({ name: within, stages }: PipelineVersion): Grouping['groups'] {
  return stages.map(({ id, name }) => ({ ...named(id, name), within }))
}

/** Also those who left: what they had is theirs until somebody takes it over. */
async function members(tx: Tx): Promise<Grouping['groups']> {
  const rows = await tx.db
    .selectFrom('team_members')
    .select(['id', 'name'])
    .where('firm_id', '=', tx.firmId)
    .orderBy((eb) => eb.fn('lower', ['name']))
    .orderBy('id')
    .execute()
  return rows.map(({ id, name }) => named(id, name))
}

/** In the firm's order, and after them deleted ones, which jobs keep (CFS-15). */
async function clientStatuses(tx: Tx): Promise<Grouping['groups']> {
  const rows = await tx.db
    .selectFrom('client_statuses')
    .select(['id', 'name', 'color'])
    .where('firm_id', '=', tx.firmId)
    .orderBy((eb) => eb('deleted_at', 'is not', null))
    .orderBy('ordinal')
    .orderBy('id')
    .execute()
  return rows.map(({ id, name, color }) => ({ ...named(id, name), color }))
}
