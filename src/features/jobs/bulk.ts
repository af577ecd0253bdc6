import { sql } from 'kysely'
import { NO_CHOICES, NO_CLIENT_STATUS } from '#engine/core/model.ts'
import { addJobs } from '#engine/shell/advance-jobs.ts'
import type { JobToAdd } from '#engine/shell/ports.ts'
import type { BodyOf } from '#kernel/contract.ts'
import {
  type AccountId,
  type AutomationId,
  derivedId,
  type EventId,
  type JobId,
  type MemberId,
  newId,
  type PipelineId,
  type StageId,
} from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { findProblems, shortcodesOf } from '#kernel/shortcodes.ts'
import type { Tx } from '#platform/db/tx.ts'
import { renderNames, requireVisibleAccounts } from '../accounts/index.ts'
import { takingJobs } from '../pipelines/index.ts'
import { visibleVersion } from './board.ts'
import type { jobsContract } from './contract.ts'
import type { BulkAct } from './schemas.ts'

/** What an act of adding jobs keeps, so that any process can carry on with it. */
type AddJobsParams = {
  pipelineId: PipelineId
  stageId: StageId
  name: string
  deselected: AutomationId[]
  memberId: MemberId | null
}

/**
 * Stores the wish to add a job for each account and answers at once; the worker does the rest, off the HTTP path
 * (JC-1, JC-2, JC-4). Refused whole where the pipeline or one of the accounts is not the actor's to see.
 */
export async function startAddingJobs(tx: Tx, body: BodyOf<typeof jobsContract.addJobs>): Promise<BulkAct> {
  const version = await visibleVersion(tx, body.pipelineId)
  if (!(await takingJobs(tx, [body.pipelineId])).has(body.pipelineId)) throw new Refusal('archived')
  const stageId = body.stageId ?? version.stages[0]!.id
  if (!version.stages.some((stage) => stage.id === stageId)) throw invalid('stageId', 'unknown_stage')
  requireKnownShortcodes(body.name)
  const accountIds = [...new Set(body.accountIds)]
  await requireVisibleAccounts(tx, accountIds)
  const memberId = tx.actor.kind === 'member' ? tx.actor.memberId : null
  const params: AddJobsParams = {
    pipelineId: body.pipelineId,
    stageId,
    name: body.name,
    deselected: body.deselectedAutomationIds,
    memberId,
  }
  return storeBulkAct(tx, params, accountIds)
}

/** Adds the next `size` jobs of an act in this transaction; answers how many accounts were still waiting before. */
export async function addNextJobs(tx: Tx, bulkId: string, size: number): Promise<number> {
  const act = await tx.db
    .selectFrom('bulk_acts')
    .select(['params', 'cause_id'])
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', bulkId)
    .executeTakeFirstOrThrow()
  const items = await claimItems(tx, bulkId, size)
  if (items.length === 0) return 0
  const params = act.params as unknown as AddJobsParams
  const names = await renderNames(
    tx,
    items.map((item) => ({ accountId: item.accountId, text: params.name })),
  )
  const jobs = items.map(
    (item, index): JobToAdd => ({
      id: derivedId<'job'>('bulk', bulkId, item.ordinal),
      accountId: item.accountId,
      pipelineId: params.pipelineId,
      name: names[index]!.text.slice(0, 255),
      priority: 'medium',
      startOn: null,
      dueOn: null,
      assigneeIds: [],
      clientStatus: NO_CLIENT_STATUS,
    }),
  )
  const refused = await addJobs(tx, jobs, {
    ...NO_CHOICES,
    kind: 'enter',
    how: 'created',
    pipelineId: params.pipelineId,
    stageId: params.stageId,
    status: 'leave',
    deselected: new Set(params.deselected),
    memberId: params.memberId,
    causeId: act.cause_id as EventId | null,
  })
  await settleItems(
    tx,
    bulkId,
    items.map((item, index) => {
      const code = refused.get(jobs[index]!.id)
      return { ordinal: item.ordinal, reason: code ? { code } : null, jobId: code ? null : jobs[index]!.id }
    }),
  )
  return items.length
}

/** Gives up on one account whose job cannot be added, with the id under which the log tells why (FAIL-15). */
export async function failNextItem(tx: Tx, bulkId: string, errorId: string): Promise<void> {
  const [item] = await claimItems(tx, bulkId, 1)
  if (item) await settleItems(tx, bulkId, [{ ordinal: item.ordinal, reason: { code: 'error', errorId }, jobId: null }])
}

type Item = { ordinal: number; accountId: AccountId }
type Settled = { ordinal: number; reason: { code: string; errorId?: string } | null; jobId: JobId | null }

async function storeBulkAct(tx: Tx, params: AddJobsParams, accountIds: readonly AccountId[]): Promise<BulkAct> {
  const id = newId(tx.now.getTime())
  const total = accountIds.length
  const causeId = tx.record({
    type: 'bulk_act.started',
    subject: { kind: 'bulk_act', id },
    payload: { kind: 'add_jobs', total },
  })
  await tx.db
    .insertInto('bulk_acts')
    .values({
      firm_id: tx.firmId,
      id,
      kind: 'add_jobs',
      params: JSON.stringify(params),
      total,
      created_by: params.memberId,
      cause_id: causeId,
      created_at: tx.now,
      finished_at: null,
    })
    .execute()
  await sql`
    insert into bulk_items (firm_id, bulk_id, ordinal, subject_id)
    select ${tx.firmId}, ${id}, ordinal, account_id
    from unnest(${[...accountIds]}::uuid[]) with ordinality as given(account_id, ordinal)`.execute(tx.db)
  tx.enqueue({ id, kind: 'bulk', payload: { bulkId: id }, causeId })
  return {
    id,
    kind: 'add_jobs',
    pipelineId: params.pipelineId,
    state: 'queued',
    total,
    succeeded: 0,
    failed: 0,
    createdAt: tx.now.toISOString(),
    finishedAt: null,
  }
}

/** The next waiting items, locked: a second process that carries on with the same act waits, then takes later ones. */
async function claimItems(tx: Tx, bulkId: string, size: number): Promise<Item[]> {
  await sql`select from bulk_acts where firm_id = ${tx.firmId} and id = ${bulkId} for no key update`.execute(tx.db)
  const rows = await tx.db
    .selectFrom('bulk_items')
    .select(['ordinal', 'subject_id'])
    .where('firm_id', '=', tx.firmId)
    .where('bulk_id', '=', bulkId)
    .where('state', '=', sql.lit('waiting')) // as the index that holds only these says it
    .orderBy('ordinal')
    .limit(size)
    .execute()
  return rows.map((row) => ({ ordinal: row.ordinal, accountId: row.subject_id as AccountId }))
}

async function settleItems(tx: Tx, bulkId: string, settled: readonly Settled[]): Promise<void> {
  const rows = settled.map(({ ordinal, reason, jobId }) => ({ ordinal, reason, job: jobId }))
  await sql`
    update bulk_items set state = case when row.job is null then 'failed' else 'succeeded' end,
      reason = row.reason, result_id = row.job
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(ordinal integer, reason jsonb, job uuid)
    where bulk_items.firm_id = ${tx.firmId} and bulk_items.bulk_id = ${bulkId} and bulk_items.ordinal = row.ordinal`.execute(
    tx.db,
  )
  const failed = settled.filter((item) => item.jobId === null).length
  const { rows: acts } = await sql<{ succeeded: number; failed: number; total: number }>`
    update bulk_acts set state = 'running', succeeded = succeeded + ${settled.length - failed}, failed = failed + ${failed}
    where firm_id = ${tx.firmId} and id = ${bulkId} returning succeeded, failed, total`.execute(tx.db)
  const act = acts[0]!
  if (act.succeeded + act.failed < act.total) return
  await tx.db
    .updateTable('bulk_acts')
    .set({ state: 'finished', finished_at: tx.now })
    .where('firm_id', '=', tx.firmId)
    .where('id', '=', bulkId)
    .execute()
  const payload = { kind: 'add_jobs', succeeded: act.succeeded, failed: act.failed }
  tx.record({ type: 'bulk_act.finished', subject: { kind: 'bulk_act', id: bulkId }, payload })
}

function requireKnownShortcodes(name: string): void {
  const problems = findProblems(name, shortcodesOf('account', 'date', 'firm'))
  if (problems.length === 0) return
  const fields = problems.map((it) => ({
    path: 'name',
    code: it.code,
    params: { token: it.token, column: it.column, nearest: it.nearest ?? '' },
  }))
  throw new Refusal('invalid', fields)
}
