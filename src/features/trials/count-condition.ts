import { sql } from 'kysely'
import { evaluate, type Facts } from '#conditions/evaluate.ts'
import type { Condition } from '#conditions/model.ts'
import type { JobOfAccount } from '#engine/shell/ports.ts'
import type { BodyOf } from '#kernel/contract.ts'
import type { AccountId, PipelineId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { visibleAccounts } from '../accounts/index.ts'
import { pipelineById } from '../pipelines/index.ts'
import type { trialsContract } from './contract.ts'
import { factsOfAccounts, factsOfJobs } from './facts-now.ts'
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
    return counted('jobs', jobs.length, condition, await factsOfJobs(tx, condition, jobs.slice(0, MOST_COUNTED)))
  const ids = await accountsOf(tx)
  return counted('accounts', ids.length, condition, await factsOfAccounts(tx, condition, ids.slice(0, MOST_COUNTED)))
}

function counted(
  of: ConditionCount['of'],
  found: number,
  condition: Condition,
  facts: readonly Facts[],
): ConditionCount {
  const truths = facts.map((it) => evaluate(condition, it))
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

async function accountsOf(tx: Tx): Promise<AccountId[]> {
  const { rows } = await sql<{ id: AccountId }>`
    select a.id from accounts a
    where a.firm_id = ${tx.firmId} and a.state = 'active' and ${visibleAccounts(tx, 'a.id')}
    order by a.id desc limit ${MOST_COUNTED + 1}`.execute(tx.db)
  return rows.map(({ id }) => id)
}
