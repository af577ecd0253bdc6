import { type RawBuilder, sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { StageId } from '#kernel/ids.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts } from '../accounts/index.ts'
import { visiblePipelines } from '../pipelines/index.ts'
import type { Card } from './schemas.ts'

export type CardFilter = {
  search?: string | undefined
  tagId?: string | undefined
  memberId?: string | undefined
  turn?: Card['turn'] | undefined
}

type CardRow = {
  id: string
  name: string
  account_id: string
  account_name: string
  pipeline_id: string
  pipeline_name: string
  stage_id: string
  lifecycle: Card['lifecycle']
  tags: Card['tags'] | null
  assignees: Card['assignees'] | null
  pending_items: number
  done_items: number
  failed_outcomes: number
  turn: Card['turn']
  stage_entered_at: Date
  revision: number
  sort: string
}

/**
 * Whose turn a job is, from its row alone: stuck if something failed or an automove stage holds nothing to wait for,
 * the client's while he owes an item, the team's while it does, else ready to be moved by hand; completed is nobody's.
 */
export function turnOf(automoving: readonly StageId[]): RawBuilder<Card['turn']> {
  return sql`case
    when j.lifecycle <> 'active' then 'ready'
    when j.advance_waiting or j.failed_outcomes > 0 then 'stuck'
    when j.pending_client_items > 0 then 'client'
    when j.pending_items > 0 then 'team'
    when j.stage_id = any(${[...automoving]}::uuid[]) then 'stuck'
    else 'ready' end`
}

/** Stages where a job without anything pending should have gone on by itself; never the last ones (P-15). */
export function automovingStages(versions: readonly PipelineVersion[]): StageId[] {
  return versions.flatMap(({ stages }) => stages.slice(0, -1).flatMap((stage) => (stage.automove ? stage.id : [])))
}

/** Jobs that the actor may see: the pipeline is available to him and so is the account (P-6). */
export function jobIsVisible(tx: Tx): RawBuilder<boolean> {
  return sql`(${visibleAccounts(tx, 'j.account_id')} and ${visiblePipelines(tx, 'j.pipeline_id')})`
}

export function matches(tx: Tx, filter: CardFilter, turn: RawBuilder<Card['turn']>): RawBuilder<boolean> {
  const parts = [sql<boolean>`true`]
  if (filter.search) {
    const like = `%${filter.search.replaceAll(/[\\%_]/g, '\\$&')}%`
    parts.push(sql<boolean>`(a.name ilike ${like} or j.name ilike ${like} or a.short_id ilike ${like})`)
  }
  if (filter.tagId) {
    parts.push(sql<boolean>`exists (select from account_tags t where t.firm_id = ${tx.firmId}
      and t.account_id = j.account_id and t.tag_id = ${filter.tagId})`)
  }
  if (filter.memberId) {
    parts.push(sql<boolean>`exists (select from account_members m where m.firm_id = ${tx.firmId}
      and m.account_id = j.account_id and m.member_id = ${filter.memberId})`)
  }
  if (filter.turn) parts.push(sql<boolean>`${turn} = ${filter.turn}`)
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

export type CardPage = { items: Card[]; next: string | null }

/** Cards in the order of the board; `where` narrows to a stage, an account, a pipeline. */
export async function listCards(
  tx: Tx,
  where: RawBuilder<boolean>,
  versions: readonly PipelineVersion[],
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<CardPage> {
  const after = cursor ? decodeCursor(cursor, 2) : null
  const from = after ? sql<boolean>`(a.name_key, j.id) > (${after[0]}::text, ${after[1]}::uuid)` : sql<boolean>`true`
  const { rows } = await selectCards(tx, sql<boolean>`${where} and ${from}`, versions, limit + 1).execute(tx.db)
  return pageOf(rows, versions, limit)
}

/** The first cards of every stage of a board, in one statement. */
export async function firstCards(
  tx: Tx,
  version: PipelineVersion,
  filter: CardFilter,
  limit: number,
): Promise<Map<StageId, CardPage>> {
  const stageIds = version.stages.map((stage) => stage.id)
  const cards = selectCards(tx, inStage(tx, version, sql`wanted.id`, filter), [version], limit + 1)
  const { rows } = await sql<CardRow>`
    select card.* from unnest(${stageIds}::uuid[]) wanted(id) cross join lateral (${cards}) card
    order by card.stage_id, card.sort, card.id`.execute(tx.db)
  const byStage = Map.groupBy(rows, (row) => row.stage_id as StageId)
  return new Map(stageIds.map((id) => [id, pageOf(byStage.get(id) ?? [], [version], limit)]))
}

/**
 * The order is the account's name (SET-3's default), then age. Another order wants an index of its own that begins with
 * (firm_id, pipeline_id, stage_id), or reads all jobs of the stage to find the first.
 */
function selectCards(tx: Tx, where: RawBuilder<boolean>, versions: readonly PipelineVersion[], limit: number) {
  return sql<CardRow>`
    select j.id, j.name, j.account_id, a.name as account_name, j.pipeline_id, p.name as pipeline_name, j.stage_id,
      j.lifecycle, j.pending_items, j.done_items, j.failed_outcomes, ${turnOf(automovingStages(versions))} as turn,
      j.stage_entered_at, j.revision, a.name_key as sort,
      (select json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color) order by lower(t.name))
       from account_tags x join tags t on t.firm_id = x.firm_id and t.id = x.tag_id
       where x.firm_id = j.firm_id and x.account_id = j.account_id) as tags,
      (select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
       from account_members x join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
       where x.firm_id = j.firm_id and x.account_id = j.account_id) as assignees
    from jobs j
      join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
      join pipelines p on p.firm_id = j.firm_id and p.id = j.pipeline_id
    where j.firm_id = ${tx.firmId} and ${where} and j.deleted_at is null and ${jobIsVisible(tx)}
    order by a.name_key, j.id limit ${limit}`
}

function pageOf(rows: readonly CardRow[], versions: readonly PipelineVersion[], limit: number): CardPage {
  const names = new Map(
    versions.flatMap(({ stages }) => stages.map((stage) => [stage.id as string, stage.name] as const)),
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? encodeCursor([last.sort, last.id]) : null
  return { items: page.map((row) => cardOf(row, names)), next }
}

/** Jobs of one stage that the filter leaves, active and completed (J-40). */
export function inStage(
  tx: Tx,
  version: PipelineVersion,
  stageId: StageId | RawBuilder<unknown>,
  filter: CardFilter,
): RawBuilder<boolean> {
  return sql<boolean>`j.pipeline_id = ${version.pipelineId} and j.stage_id = ${stageId} and j.lifecycle <> 'archived'
    and j.deleted_at is null
    and ${matches(tx, filter, turnOf(automovingStages([version])))}`
}

function cardOf(row: CardRow, stageNames: ReadonlyMap<string, string>): Card {
  return {
    id: row.id,
    name: row.name,
    accountId: row.account_id,
    accountName: row.account_name,
    pipelineId: row.pipeline_id,
    pipelineName: row.pipeline_name,
    stageId: row.stage_id,
    stageName: stageNames.get(row.stage_id) ?? '',
    lifecycle: row.lifecycle,
    tags: row.tags ?? [],
    assignees: row.assignees ?? [],
    pendingItems: row.pending_items,
    doneItems: row.done_items,
    failedOutcomes: row.failed_outcomes,
    turn: row.turn,
    stageEnteredAt: row.stage_entered_at.toISOString(),
    revision: row.revision,
  }
}
