import type { JobToAdd } from '#engine/shell/ports.ts'
import type { BodyOf } from '#kernel/contract.ts'
import { type AccountId, type AutomationId, derivedId, type JobId, type PipelineId, type StageId } from '#kernel/ids.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts } from '../accounts/index.ts'
import { firmsToday } from '../firms/index.ts'
import { takingJobs } from '../pipelines/index.ts'
import { visibleVersion } from './board.ts'
import type { BulkAct } from './bulk-schemas.ts'
import { type BulkItem, type Settled, type StoredAct, storeBulkAct } from './bulk-store.ts'
import { automationsIn } from './by-hand.ts'
import type { jobsContract } from './contract.ts'
import { contentToStartWith } from './job-templates.ts'
import { linkNewJobs, requireJobOf } from './link-jobs.ts'
import { makeJobs } from './make-jobs.ts'
import type { JobContent } from './model.ts'
import { requireContent, requireMayBudget } from './require-content.ts'

/** What an act of adding jobs keeps, so that any process can carry on with it. */
type AddJobsParams = {
  pipelineId: PipelineId
  stageId: StageId
  content: JobContent
  deselected: AutomationId[]
  /** these two are absent in acts that were stored before they were there */
  linkedJobId?: JobId | null
  shown?: Body['shown']
  createdBy: JobToAdd['createdBy']
}

/**
 * Stores the wish to add a job for each account and answers at once; the worker does the rest, off the HTTP path
 * (JC-1, JC-2, JC-4). Refused whole where the pipeline or one of the accounts is not the actor's to see.
 */
export async function startAddingJobs(tx: Tx, body: Body): Promise<BulkAct> {
  const version = await visibleVersion(tx, body.pipelineId)
  const params = {
    pipelineId: body.pipelineId,
    stageId: body.stageId ?? version.stages[0]!.id,
    content: await contentOf(tx, body),
    deselected: body.deselectedAutomationIds,
    linkedJobId: body.linkedJobId ?? null,
    shown: body.shown,
    createdBy: by(tx),
  }
  return startAdding(tx, params, [...new Set(body.accountIds)], null)
}

/** The same jobs for some of an act's accounts. */
export function startAddingAgain(tx: Tx, act: StoredAct, accountIds: AccountId[]): Promise<BulkAct> {
  return startAdding(tx, act.params as AddJobsParams, accountIds, act)
}

/** Adds the next jobs of an act; each has the id that act and ordinal give it, so that none is added twice. */
export async function addNextJobs(tx: Tx, act: StoredAct, items: readonly BulkItem[]): Promise<Settled[]> {
  const params = act.params as AddJobsParams
  const madeOn = await firmsToday(tx)
  const jobs = items.map((item) => ({
    id: derivedId<'job'>('bulk', act.id, item.ordinal),
    accountId: item.subjectId as AccountId,
    pipelineId: params.pipelineId,
    createdBy: params.createdBy,
    madeOn,
  }))
  const refused = await makeJobs(tx, params.content, jobs, {
    ...automationsIn({ deselectedAutomationIds: params.deselected, shown: params.shown ?? [] }),
    kind: 'enter',
    how: 'created',
    pipelineId: params.pipelineId,
    stageId: params.stageId,
    status: 'leave',
    memberId: act.by?.memberId ?? null,
    causeId: act.causeId,
  })
  const made = jobs.filter(({ id }) => !refused.has(id)).map(({ id }) => id)
  if (params.linkedJobId) await linkNewJobs(tx, params.linkedJobId, made, act.causeId)
  return items.map(({ ordinal }, index): Settled => {
    const code = refused.get(jobs[index]!.id)
    if (code) return { ordinal, state: 'failed', reason: { code }, jobId: null }
    return { ordinal, state: 'succeeded', reason: null, jobId: jobs[index]!.id }
  })
}

type Body = BodyOf<typeof jobsContract.addJobs>

async function startAdding(
  tx: Tx,
  params: AddJobsParams,
  accountIds: readonly AccountId[],
  again: StoredAct | null,
): Promise<BulkAct> {
  const { pipelineId, stageId, content, linkedJobId } = params
  const version = await visibleVersion(tx, pipelineId)
  if (!(await takingJobs(tx, [pipelineId])).has(pipelineId)) throw new Refusal('archived')
  if (!version.stages.some((stage) => stage.id === stageId)) throw invalid('stageId', 'unknown_stage')
  await requireContent(tx, content, 'name')
  await requireVisibleAccounts(tx, accountIds)
  if (linkedJobId) await requireJobOf(tx, linkedJobId, accountIds)
  const subjects = accountIds.map((id) => ({ id, seenVisitId: null }))
  return storeBulkAct(tx, { kind: 'add_jobs', params, subjects, again })
}

/** The template's, with whatever the person said otherwise (JOB-3). */
async function contentOf(tx: Tx, body: Body): Promise<JobContent> {
  const { name, templateId, pipelineId, stageId, accountIds, linkedJobId, deselectedAutomationIds, shown, ...said } =
    body
  const begun = await contentToStartWith(tx, pipelineId, templateId)
  const content = { ...begun, ...withoutGaps(said), title: name ?? begun.title }
  if (content.title === '') throw invalid('name', 'required')
  if (said.timeBudget !== undefined && said.timeBudget !== begun.timeBudget) requireMayBudget(tx)
  return content
}

function withoutGaps<Said extends object>(said: Said): { [Key in keyof Said]?: Exclude<Said[Key], undefined> } {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as never
}

function by({ actor }: Tx): JobToAdd['createdBy'] {
  return { kind: actor.kind, id: actor.kind === 'member' ? actor.memberId : null, name: actor.name }
}
