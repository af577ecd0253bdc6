import { type RawBuilder, sql } from 'kysely'
import type { z } from 'zod'
import type { StageId } from '#kernel/ids.ts'
import { Refusal } from '#kernel/refusal.ts'
import { decodeCursor, encodeCursor } from '#platform/db/cursor.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts, visibleJobs } from '../accounts/index.ts'
import { stageNames } from '../pipelines/index.ts'
import type { BulkAct, bulkItemSchema } from './bulk-schemas.ts'

type Row = Omit<BulkAct, 'createdAt' | 'finishedAt'> & { createdAt: Date; finishedAt: Date | null }

/** The caller's newest bulk acts. */
export async function listBulkActs(tx: Tx): Promise<{ items: BulkAct[] }> {
  const { rows } = await sql<Row>`${select(tx)} order by b.created_at desc limit 20`.execute(tx.db)
  return { items: rows.map(actOf) }
}

export async function bulkActById(tx: Tx, id: string): Promise<BulkAct> {
  const { rows } = await sql<Row>`${select(tx)} and b.id = ${id}`.execute(tx.db)
  if (!rows[0]) throw new Refusal('not_found')
  return actOf(rows[0])
}

type BulkItems = { items: z.output<typeof bulkItemSchema>[]; next: string | null }

/** Results by item, failures first, then what still waits. */
export async function listBulkItems(
  tx: Tx,
  id: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<BulkItems> {
  const { kind } = await bulkActById(tx, id)
  const jobId = kind === 'add_jobs' ? sql`i.result_id` : sql`i.subject_id`
  const accountId = kind === 'add_jobs' ? sql`i.subject_id` : sql`j.account_id`
  const after = cursor ? decodeCursor(cursor, 2) : null
  const rank = sql`case i.state when 'failed' then 0 when 'waiting' then 1 else 2 end`
  const from = after ? sql`and (${rank}, i.ordinal) > (${after[0]}::int, ${after[1]}::int)` : sql``
  const { rows } = await sql<Omit<BulkItems['items'][number], 'stageName'> & { rank: number; stageId: StageId | null }>`
    select i.ordinal, a.id as "accountId", a.name as "accountName", j.name as "jobName", j.pipeline_id as "pipelineId",
      j.stage_id as "stageId", coalesce(j.failed_outcomes, 0) as "failedOutcomes", i.state, i.reason, j.id as "jobId",
      ${rank} as rank
    from bulk_items i
      left join jobs j on j.firm_id = i.firm_id and j.id = ${jobId}
      join accounts a on a.firm_id = i.firm_id and a.id = ${accountId}
    where i.firm_id = ${tx.firmId} and i.bulk_id = ${id} ${from}
    order by rank, i.ordinal limit ${limit + 1}`.execute(tx.db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const next = rows.length > limit && last ? encodeCursor([last.rank, last.ordinal]) : null
  const stages = await stageNames(
    tx,
    page.flatMap((item) => item.stageId ?? []),
  )
  const items = page.map(({ rank: _, stageId, ...item }) => {
    return { ...item, stageName: stageId === null ? null : (stages.get(stageId) ?? null) }
  })
  return { items, next }
}

function select(tx: Tx) {
  const mine = tx.actor.kind === 'member' ? tx.actor.memberId : null
  return sql`
    select b.id, b.kind, b.params ->> 'pipelineId' as "pipelineId", b.state, b.total, b.succeeded, b.failed,
      b.created_at as "createdAt", b.finished_at as "finishedAt", b.retry_id as "retryId",
      b.state = 'finished' and b.failed > 0 and b.retry_id is null and exists (${couldSucceed(tx)}) as "mayRetry"
    from bulk_acts b where b.firm_id = ${tx.firmId} and b.created_by = ${mine}`
}

function actOf({ createdAt, finishedAt, ...row }: Row): BulkAct {
  return { ...row, createdAt: createdAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null }
}

/**
 * The failed items of act `b` whose job or account still is there, is not archived, and is the actor's to see: for all
 * others it would only be refused again. What is archived can be changed by archiving it, and by nothing else.
 */
export function couldSucceed(tx: Tx): RawBuilder<unknown> {
  return sql`
    select i.subject_id, i.ordinal
    from bulk_items i
      left join jobs j on b.kind <> 'add_jobs' and j.firm_id = i.firm_id and j.id = i.subject_id
        and j.deleted_at is null and ${visibleJobs(tx, 'j')}
      join accounts a on a.firm_id = i.firm_id
        and a.id = case b.kind when 'add_jobs' then i.subject_id else j.account_id end and ${visibleAccounts(tx, 'a.id')}
    where i.firm_id = b.firm_id and i.bulk_id = b.id and i.state = 'failed'
      and case b.kind when 'add_jobs' then a.state = 'active'
        when 'move_jobs' then a.state = 'active' and j.lifecycle <> 'archived'
        else j.lifecycle <> 'archived' or b.params ->> 'lifecycle' = 'archived' end`
}
