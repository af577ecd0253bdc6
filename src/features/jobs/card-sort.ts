import { type RawBuilder, sql } from 'kysely'
import { invalid } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { JobListSort } from './filter-schemas.ts'

type Sort = { key: RawBuilder<unknown>; type: RawBuilder<unknown>; looksLike: RegExp }

const INSTANT = /^(infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00)$/
const DAY = /^(infinity|\d{4}-\d\d-\d\d)$/
const instant = (key: RawBuilder<unknown>): Sort => ({ key, type: sql`timestamptz`, looksLike: INSTANT })
const day = (key: RawBuilder<unknown>): Sort => ({ key, type: sql`date`, looksLike: DAY })

/**
 * What jobs are sorted by, ascending, and how a cursor's value is read (SET-3). What has no date comes last; the longest
 * in its stage and the most urgent come first. Ids break ties. Only the time in the stage has an index
 * (`jobs_stage`): every further one would be written by every move.
 */
const SORTS: Record<JobListSort, Sort> = {
  account_name: { key: sql`a.name_key`, type: sql`text`, looksLike: /^/ },
  time_in_stage: instant(sql`j.stage_entered_at`),
  start_date: day(sql`coalesce(j.start_on, 'infinity')`),
  due_date: day(sql`coalesce(j.due_on, 'infinity')`),
  created_at: instant(sql`j.created_at`),
  overdue_in_stage: instant(sql`coalesce(j.stage_due_at, 'infinity')`),
  priority: {
    key: sql`array_position('{urgent,high,medium,low}'::text[], j.priority)`,
    type: sql`integer`,
    looksLike: /^[1-4]$/,
  },
  newest: { key: sql`-extract(epoch from j.created_at)`, type: sql`numeric`, looksLike: /^-?\d+(\.\d+)?$/ },
}

/**
 * The parts of a statement that reads a page in an order: from where, what it is sorted by, and that as text. `rank`:
 * group by group, and in each of them so.
 */
export function orderOf(sort: JobListSort, cursor: string | undefined, rank: RawBuilder<number> | null) {
  const { key, type } = SORTS[sort]
  const after = cursor === undefined ? null : positionIn(sort, cursor, rank !== null)
  const [byRank, fromRank] = rank ? [sql`${rank}, `, sql`${after?.rank ?? 0}::int, `] : [sql``, sql``]
  const order = sql`${byRank}${key}, j.id`
  const from = after ? sql`and (${order}) > (${fromRank}${after.value}::${type}, ${after.id}::uuid)` : sql``
  return { key, from, order, sortText: sql`(${key})::text` }
}

export function cursorAfter(sort: JobListSort, row: { sort: string; id: string; rank: number | null }): string {
  return encodeCursor(row.rank === null ? [sort, row.sort, row.id] : [sort, row.sort, row.id, row.rank])
}

type Position = { value: string; id: string; rank: number }

/** A cursor of another order, or one that no list gave, is refused. */
function positionIn(sort: JobListSort, cursor: string, grouped: boolean): Position {
  const [of, value, id, rank = 0] = decodeCursor(cursor, grouped ? 4 : 3)
  if (of !== sort || typeof value !== 'string' || typeof id !== 'string') throw invalid('cursor', 'invalid_value')
  if (typeof rank !== 'number' || !Number.isInteger(rank) || rank > 1e9) throw invalid('cursor', 'invalid_value')
  const { looksLike } = SORTS[sort]
  const isNoDay = (looksLike === DAY || looksLike === INSTANT) && value !== 'infinity' && Number.isNaN(dayOf(value))
  if (!looksLike.test(value) || isNoDay || !UUID.test(id)) throw invalid('cursor', 'invalid_value')
  return { value, id, rank }
}

function dayOf(value: string): number {
  return Date.parse(value.slice(0, 10))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
