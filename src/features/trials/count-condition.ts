import { sql } from 'kysely'
import { evaluate, type Facts } from '#conditions/evaluate.ts'
import { answeredTemplatesIn, type Condition, type Truth } from '#conditions/model.ts'
import { factsOf, type JobView, type Known } from '#engine/core/facts.ts'
import { enginePorts, type JobOfAccount, type Submitted } from '#engine/shell/ports.ts'
import type { BodyOf } from '#kernel/contract.ts'
import { type AccountId, newId, type PipelineId, type TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts } from '../accounts/index.ts'
import { pipelineById } from '../pipelines/index.ts'
import type { trialsContract } from './contract.ts'
import { type ConditionCount, MOST_COUNTED } from './schemas.ts'

type Asked = BodyOf<typeof trialsContract.countCondition>

/**
 * For how many a condition is met as they are now: of the active jobs of a pipeline or, where it has none yet, of the
 * clients that could get one. Only what the caller may see is counted.
 */
export async function countCondition(tx: Tx, { condition, pipelineId }: Asked): Promise<ConditionCount> {
  await pipelineById(tx, pipelineId)
  const jobs = await jobsOf(tx, pipelineId)
  if (jobs.length > 0)
    return counted('jobs', jobs.length, await truthsOfJobs(tx, condition, jobs.slice(0, MOST_COUNTED)))
  const accounts = await accountsOf(tx)
  return counted('accounts', accounts.length, await truthsOfAccounts(tx, condition, accounts.slice(0, MOST_COUNTED)))
}

function counted(of: ConditionCount['of'], found: number, truths: readonly Truth[]): ConditionCount {
  const met = truths.filter((truth) => truth === true).length
  const unknown = truths.filter((truth) => truth === 'unknown').length
  return { of, met, unknown, total: truths.length, more: found > truths.length }
}

/** The newest first, one more than is counted. */
async function jobsOf(tx: Tx, pipelineId: PipelineId): Promise<JobOfAccount[]> {
  const { rows } = await sql<JobOfAccount>`
    select j.id, j.account_id as "accountId" from jobs j
    where j.firm_id = ${tx.firmId} and j.pipeline_id = ${pipelineId} and j.lifecycle = 'active' and j.deleted_at is null
      and ${visibleAccounts(tx, 'j.account_id')}
    order by j.id desc limit ${MOST_COUNTED + 1}`.execute(tx.db)
  return rows
}

/** Each as if it had a job: what is asked of a job is unknown. */
async function accountsOf(tx: Tx): Promise<JobOfAccount[]> {
  const { rows } = await sql<{ id: AccountId }>`
    select a.id from accounts a
    where a.firm_id = ${tx.firmId} and a.state = 'active' and ${visibleAccounts(tx, 'a.id')}
    order by a.id desc limit ${MOST_COUNTED + 1}`.execute(tx.db)
  return rows.map(({ id }) => ({ id: newId<'job'>(tx.now.getTime()), accountId: id }))
}

async function truthsOfJobs(tx: Tx, condition: Condition, jobs: readonly JobOfAccount[]): Promise<Truth[]> {
  const { accounts, known, submitted } = await worldOf(tx, condition, jobs)
  const states = await enginePorts().jobs.load(
    tx,
    jobs.map((job) => job.id),
  )
  return states.map((job) => {
    const view: JobView = { ...job, submitted: submitted.get(job.id) ?? new Map() }
    return evaluate(condition, factsOf(view, accounts.get(job.accountId)!, known))
  })
}

async function truthsOfAccounts(tx: Tx, condition: Condition, jobs: readonly JobOfAccount[]): Promise<Truth[]> {
  const { accounts, known, submitted } = await worldOf(tx, condition, jobs)
  return jobs.map(({ id, accountId }) => {
    const { job: _, ...facts }: Facts = factsOf(
      { ...NOBODYS, submitted: submitted.get(id) ?? new Map() },
      accounts.get(accountId)!,
      known,
    )
    return evaluate(condition, facts)
  })
}

const NOBODYS = { priority: 'medium', startOn: null, dueOn: null, assigneeIds: new Set<never>() } as const

async function worldOf(tx: Tx, condition: Condition, jobs: readonly JobOfAccount[]) {
  const ports = enginePorts()
  const accounts = await ports.accounts.load(tx, [...new Set(jobs.map((job) => job.accountId))])
  const templates = [...answeredTemplatesIn(condition)] as TemplateId[]
  const submitted: Submitted = await ports.loadSubmitted(tx, jobs, templates)
  const known: Known = { tagIds: await ports.loadTagIds(tx), roleIds: await ports.loadRoleIds(tx) }
  return { accounts, submitted, known }
}
