import { type RawBuilder, sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { StageId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts, visiblePipelines } from '../accounts/index.ts'
import { matches } from './card-filter.ts'
import { cursorAfter, orderOf } from './card-sort.ts'
import type { CardFilter, JobListSort } from './filter-schemas.ts'
import type { Grouping } from './job-groups.ts'
import type { Card, ListedJob } from './schemas.ts'

type CardRow = {
  id: string
  name: string
  account_id: string
  account_name: string
  pipeline_id: string
  pipeline_name: string
  stage_id: string
  lifecycle: Card['lifecycle']
  status_id: string | null
  short_id: string
  description: string
  priority: Card['priority']
  start_on: string | null
  due_on: string | null
  stage_due_at: Date | null
  created_at: Date
  people: Card['people'] | null
  client_status: Card['clientStatus']
  tags: Card['tags'] | null
  assignees: Card['assignees'] | null
  pending_items: number
  done_items: number
  failed_outcomes: number
  turn: Card['turn']
  stage_entered_at: Date
  revision: number
  sort: string
  /** of its group, where they are put into groups */
  rank: number | null
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

export type CardPage = { items: Card[]; next: string | null }

export type PageWish = { sort: JobListSort; limit: number; cursor?: string | undefined }

/** Cards in the order that is wished for, then by id; `where` narrows to a stage, an account, a filter. */
export async function listCards(
  tx: Tx,
  where: RawBuilder<boolean>,
  versions: readonly PipelineVersion[],
  { sort, limit, cursor }: PageWish,
): Promise<CardPage> {
  const rows = await selectCards(tx, where, versions, { sort, limit: limit + 1, cursor, grouping: null }).execute(tx.db)
  return pageOf(rows.rows, versions, { sort, limit })
}

/** Cards group by group; a job that is in two of them comes twice. */
export async function listGroupedCards(
  tx: Tx,
  where: RawBuilder<boolean>,
  versions: readonly PipelineVersion[],
  { grouping, ...wish }: PageWish & { grouping: Grouping },
): Promise<{ items: ListedJob[]; next: string | null }> {
  const { rows } = await selectCards(tx, where, versions, { ...wish, limit: wish.limit + 1, grouping }).execute(tx.db)
  const { items, next } = pageOf(rows, versions, wish)
  return { items: items.map((card, at) => ({ ...card, group: grouping.groups[rows[at]!.rank! - 1]!.key })), next }
}

/** The first cards of every stage of a board, in one statement. */
export async function firstCards(
  tx: Tx,
  version: PipelineVersion,
  filter: CardFilter,
  { sort, limit }: PageWish,
): Promise<Map<StageId, CardPage>> {
  const stageIds = version.stages.map((stage) => stage.id)
  const wanted = inStage(tx, version, sql`wanted.id`, filter)
  const { rows } = await sql<CardRow>`
    select card.* from unnest(${stageIds}::uuid[]) wanted(id)
      cross join lateral (${selectCards(tx, wanted, [version], { sort, limit: limit + 1, grouping: null })}) card
    order by card.stage_id, card.place, card.id`.execute(tx.db)
  const byStage = Map.groupBy(rows, (row) => row.stage_id as StageId)
  return new Map(stageIds.map((id) => [id, pageOf(byStage.get(id) ?? [], [version], { sort, limit })]))
}

const CHUNK = 500

/** All cards in one order as they stand now, chunk by chunk: however many, few of them are in memory. */
export async function* everyCard(
  tx: Tx,
  where: RawBuilder<boolean>,
  versions: readonly PipelineVersion[],
  sort: JobListSort,
): AsyncGenerator<Card[]> {
  const names = placeNames(versions)
  await sql`declare every_card no scroll cursor for ${selectCards(tx, where, versions, { sort, limit: null, grouping: null })}`.execute(
    tx.db,
  )
  for (;;) {
    const { rows } = await sql<CardRow>`fetch forward ${sql.lit(CHUNK)} from every_card`.execute(tx.db)
    if (rows.length > 0) yield rows.map((row) => cardOf(row, names))
    if (rows.length < CHUNK) break
  }
  await sql`close every_card`.execute(tx.db)
}

type SelectWish = Omit<PageWish, 'limit'> & { limit: number | null; grouping: Grouping | null }

/** `limit` null: all of them. */
function selectCards(
  tx: Tx,
  where: RawBuilder<boolean>,
  versions: readonly PipelineVersion[],
  { sort, limit, cursor, grouping }: SelectWish,
) {
  const { key, from, order, sortText } = orderOf(sort, cursor, grouping?.rank ?? null)
  return sql<CardRow>`
    select j.id, j.name, j.account_id, a.name as account_name, a.short_id, j.pipeline_id, p.name as pipeline_name,
      j.stage_id, j.lifecycle, j.status_id, j.description, j.priority, j.start_on, j.due_on, j.stage_due_at,
      j.pending_items, j.done_items, j.failed_outcomes, ${turnOf(automovingStages(versions))} as turn,
      j.stage_entered_at, j.created_at, j.revision, ${sortText} as sort, ${key} as place,
      ${grouping?.rank ?? sql`null::int`} as rank,
      (select json_agg(json_build_object('id', t.id, 'name', t.name, 'color', t.color) order by lower(t.name))
       from account_tags x join tags t on t.firm_id = x.firm_id and t.id = x.tag_id
       where x.firm_id = j.firm_id and x.account_id = j.account_id) as tags,
      (select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
       from account_members x join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
       where x.firm_id = j.firm_id and x.account_id = j.account_id) as assignees,
      (select json_agg(json_build_object('id', m.id, 'name', m.name) order by m.name)
       from job_assignees x join team_members m on m.firm_id = x.firm_id and m.id = x.member_id
       where x.firm_id = j.firm_id and x.job_id = j.id) as people,
      (select json_build_object('name', c.name, 'color', c.color) from client_statuses c
       where j.client_visible and c.firm_id = j.firm_id and c.id = j.client_status_id) as client_status
    from jobs j
      join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
      join pipelines p on p.firm_id = j.firm_id and p.id = j.pipeline_id
      ${grouping?.join ?? sql``}
    where j.firm_id = ${tx.firmId} and ${where} and j.deleted_at is null and ${jobIsVisible(tx)} ${from}
    order by ${order} limit ${limit}`
}

function pageOf(
  rows: readonly CardRow[],
  versions: readonly PipelineVersion[],
  { sort, limit }: Pick<PageWish, 'sort' | 'limit'>,
): CardPage {
  const names = placeNames(versions)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? cursorAfter(sort, last) : null
  return { items: page.map((row) => cardOf(row, names)), next }
}

/** Names of stages and custom statuses, by id. */
function placeNames(versions: readonly PipelineVersion[]): Map<string, string> {
  const places = versions.flatMap(({ stages, statuses }) => [...stages, ...statuses])
  return new Map(places.map((place) => [place.id as string, place.name]))
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

function cardOf(row: CardRow, names: ReadonlyMap<string, string>): Card {
  return {
    id: row.id,
    name: row.name,
    accountId: row.account_id,
    accountName: row.account_name,
    pipelineId: row.pipeline_id,
    pipelineName: row.pipeline_name,
    stageId: row.stage_id,
    stageName: names.get(row.stage_id) ?? '',
    lifecycle: row.lifecycle,
    status: row.status_id === null ? null : (names.get(row.status_id) ?? null),
    accountShortId: row.short_id,
    description: row.description,
    priority: row.priority,
    startOn: row.start_on,
    dueOn: row.due_on,
    stageDueAt: row.stage_due_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    people: row.people ?? [],
    clientStatus: row.client_status,
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
