import { NO_CHOICES, NO_CLIENT_STATUS } from '#engine/core/model.ts'
import { addJobs } from '#engine/shell/advance-jobs.ts'
import type { JobToAdd } from '#engine/shell/ports.ts'
import type { BodyOf } from '#kernel/contract.ts'
import { type AccountId, type AutomationId, derivedId, type PipelineId, type StageId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import { findProblems, shortcodesOf } from '#kernel/shortcodes.ts'
import type { Tx } from '#platform/db/tx.ts'
import { renderNames, requireVisibleAccounts } from '../accounts/index.ts'
import { takingJobs } from '../pipelines/index.ts'
import { visibleVersion } from './board.ts'
import { type BulkItem, type Settled, type StoredAct, storeBulkAct } from './bulk-store.ts'
import type { jobsContract } from './contract.ts'
import type { BulkAct } from './schemas.ts'

/** What an act of adding jobs keeps, so that any process can carry on with it. */
type AddJobsParams = {
  pipelineId: PipelineId
  stageId: StageId
  name: string
  deselected: AutomationId[]
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
  const params: AddJobsParams = {
    pipelineId: body.pipelineId,
    stageId,
    name: body.name,
    deselected: body.deselectedAutomationIds,
  }
  const subjects = accountIds.map((id) => ({ id, seenVisitId: null }))
  return storeBulkAct(tx, { kind: 'add_jobs', params, subjects })
}

/** Adds the next jobs of an act; each has the id that act and ordinal give it, so that none is added twice. */
export async function addNextJobs(tx: Tx, act: StoredAct, items: readonly BulkItem[]): Promise<Settled[]> {
  const params = act.params as AddJobsParams
  const accountOf = (item: BulkItem) => item.subjectId as AccountId
  const names = await renderNames(
    tx,
    items.map((item) => ({ accountId: accountOf(item), text: params.name })),
  )
  const jobs = items.map(
    (item, index): JobToAdd => ({
      id: derivedId<'job'>('bulk', act.id, item.ordinal),
      accountId: accountOf(item),
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
    memberId: act.by?.memberId ?? null,
    causeId: act.causeId,
  })
  return items.map(({ ordinal }, index): Settled => {
    const code = refused.get(jobs[index]!.id)
    if (code) return { ordinal, state: 'failed', reason: { code }, jobId: null }
    return { ordinal, state: 'succeeded', reason: null, jobId: jobs[index]!.id }
  })
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
