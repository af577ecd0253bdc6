import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import type { StageId } from '#kernel/ids.ts'
import { together } from '#platform/db/together.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleJobs } from '../accounts/index.ts'
import { matches } from './card-filter.ts'
import { cursorAfter, orderOf } from './card-sort.ts'
import type { CardFilter, JobListSort } from './filter-schemas.ts'
import { type FirmNames, firmNames, namedBy } from './firm-names.ts'
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
  people: string[]
  client_status_id: string | null
  tags: string[]
  assignees: string[]
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

/** Jobs that the actor may see, as `j` (P-6). */
export function jobIsVisible(tx: Tx): RawBuilder<SqlBool> {
  return visibleJobs(tx, 'j')
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
  const [{ rows }, names] = await together([
    selectCards(tx, where, versions, { sort, limit: limit + 1, cursor, grouping: null }).execute(tx.db),
    cardNames(tx, versions),
  ])
  return pageOf(rows, names, { sort, limit })
}

/** Cards group by group; a job that is in two of them comes twice. */
export async function listGroupedCards(
  tx: Tx,
  where: RawBuilder<boolean>,
  versions: readonly PipelineVersion[],
  { grouping, ...wish }: PageWish & { grouping: Grouping },
): Promise<{ items: ListedJob[]; next: string | null }> {
  const [{ rows }, names] = await together([
    selectCards(tx, where, versions, { ...wish, limit: wish.limit + 1, grouping }).execute(tx.db),
    cardNames(tx, versions),
  ])
  const { items, next } = pageOf(rows, names, wish)
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
  const cards = sql<CardRow>`
    select card.* from unnest(${stageIds}::uuid[]) wanted(id)
      cross join lateral (${selectCards(tx, wanted, [version], { sort, limit: limit + 1, grouping: null })}) card
    order by card.stage_id, card.place, card.id`
  const [{ rows }, names] = await together([cards.execute(tx.db), cardNames(tx, [version])])
  const byStage = Map.groupBy(rows, (row) => row.stage_id as StageId)
  return new Map(stageIds.map((id) => [id, pageOf(byStage.get(id) ?? [], names, { sort, limit })]))
}

const CHUNK = 500

/** All cards in one order as they stand now, chunk by chunk: however many, few of them are in memory. */
export async function* everyCard(
  tx: Tx,
  where: RawBuilder<boolean>,
  versions: readonly PipelineVersion[],
  sort: JobListSort,
): AsyncGenerator<Card[]> {
  const names = await cardNames(tx, versions)
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
      array(select tag_id from account_tags x where x.firm_id = j.firm_id and x.account_id = j.account_id) as tags,
      array(select member_id from account_members x where x.firm_id = j.firm_id and x.account_id = j.account_id)
        as assignees,
      array(select member_id from job_assignees x where x.firm_id = j.firm_id and x.job_id = j.id) as people,
      case when j.client_visible then j.client_status_id end as client_status_id
    from jobs j
      join accounts a on a.firm_id = j.firm_id and a.id = j.account_id
      join pipelines p on p.firm_id = j.firm_id and p.id = j.pipeline_id
      ${grouping?.join ?? sql``}
    where j.firm_id = ${tx.firmId} and ${where} and j.deleted_at is null and ${jobIsVisible(tx)} ${from}
    order by ${order} limit ${limit}`
}

function pageOf(
  rows: readonly CardRow[],
  names: CardNames,
  { sort, limit }: Pick<PageWish, 'sort' | 'limit'>,
): CardPage {
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? cursorAfter(sort, last) : null
  return { items: page.map((row) => cardOf(row, names)), next }
}

/** What the ids on cards are called; `places`: stages and custom statuses. */
type CardNames = FirmNames & { places: ReadonlyMap<string, string> }

async function cardNames(tx: Tx, versions: readonly PipelineVersion[]): Promise<CardNames> {
  const places = versions.flatMap(({ stages, statuses }) => [...stages, ...statuses])
  return { ...(await firmNames(tx)), places: new Map(places.map((place) => [place.id as string, place.name])) }
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

function cardOf(row: CardRow, names: CardNames): Card {
  const clientStatus = row.client_status_id === null ? undefined : names.clientStatuses.get(row.client_status_id)
  return {
    id: row.id,
    name: row.name,
    accountId: row.account_id,
    accountName: row.account_name,
    pipelineId: row.pipeline_id,
    pipelineName: row.pipeline_name,
    stageId: row.stage_id,
    stageName: names.places.get(row.stage_id) ?? '',
    lifecycle: row.lifecycle,
    status: row.status_id === null ? null : (names.places.get(row.status_id) ?? null),
    accountShortId: row.short_id,
    description: row.description,
    priority: row.priority,
    startOn: row.start_on,
    dueOn: row.due_on,
    stageDueAt: row.stage_due_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    people: namedBy(names.members, row.people),
    clientStatus: clientStatus ? { name: clientStatus.name, color: clientStatus.color } : null,
    tags: namedBy(names.tags, row.tags),
    assignees: namedBy(names.members, row.assignees),
    pendingItems: row.pending_items,
    doneItems: row.done_items,
    failedOutcomes: row.failed_outcomes,
    turn: row.turn,
    stageEnteredAt: row.stage_entered_at.toISOString(),
    revision: row.revision,
  }
}
