import { sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { seesAllAccounts } from '../accounts/index.ts'
import { automovingStages, inStage, jobIsVisible, turnOf } from './cards.ts'
import type { CardFilter } from './filter-schemas.ts'
import type { Board, Card } from './schemas.ts'

/** How many jobs a stage holds; `more`: at least so many, and not all were counted. */
export type Counted = Pick<Board['stages'][number], 'count' | 'turns' | 'more'>

/** The turns of a stage without jobs. */
export const NONE = { client: 0, team: 0, ready: 0, stuck: 0 }

/** As far as jobs are counted that a filter, or what the actor may see, chooses from all. */
const MOST_COUNTED = 1000

/**
 * Counts a board's stages, all of them at once. Whatever turn is asked for, all four are counted: they stand on the
 * filters' buttons. Without a filter the counts are exact, from what every change of jobs left; else up to a thousand.
 */
export async function countStages(
  tx: Tx,
  version: PipelineVersion,
  { turn, ...filter }: CardFilter,
): Promise<Map<StageId, Counted>> {
  const isNarrowed = Object.values(filter).some((value) => value !== undefined) || !seesAllAccounts(tx)
  const rows = isNarrowed ? await countChosen(tx, version, filter) : await sumCounts(tx, version)
  const byStage = Map.groupBy(rows, (row) => row.stage_id)
  return new Map(version.stages.map(({ id }) => [id, countedOf(byStage.get(id) ?? [], turn, isNarrowed)]))
}

type Row = { stage_id: StageId; turn: Card['turn']; count: number }

function countedOf(rows: readonly Row[], turn: Card['turn'] | undefined, isNarrowed: boolean): Counted {
  const turns = { ...NONE }
  for (const row of rows) turns[row.turn] += row.count
  const all = turns.client + turns.team + turns.ready + turns.stuck
  const more = isNarrowed && all > MOST_COUNTED
  const count = turn ? turns[turn] : all
  return { count: more ? Math.min(count, MOST_COUNTED) : count, turns, more }
}

async function sumCounts(tx: Tx, version: PipelineVersion): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select stage_id, case
        when place = 'completed' then 'ready'
        when place <> 'idle' then place
        when stage_id = any(${automovingStages([version])}::uuid[]) then 'stuck'
        else 'ready' end as turn, sum(jobs)::int as count
    from board_counts where firm_id = ${tx.firmId} and pipeline_id = ${version.pipelineId}
    group by 1, 2`.execute(tx.db)
  return rows
}

async function countChosen(tx: Tx, version: PipelineVersion, filter: CardFilter): Promise<Row[]> {
  const needsAccount = filter.search ? sql`join accounts a on a.firm_id = j.firm_id and a.id = j.account_id` : sql``
  const { rows } = await sql<Row>`
    select wanted.id as stage_id, chosen.turn, chosen.count
    from unnest(${version.stages.map((stage) => stage.id)}::uuid[]) wanted(id)
      cross join lateral (
        select turn, count(*)::int as count from (
          select ${turnOf(automovingStages([version]))} as turn from jobs j ${needsAccount}
          where j.firm_id = ${tx.firmId} and ${inStage(tx, version, sql`wanted.id`, filter)} and ${jobIsVisible(tx)}
          limit ${MOST_COUNTED + 1}) found
        group by turn) chosen`.execute(tx.db)
  return rows
}
