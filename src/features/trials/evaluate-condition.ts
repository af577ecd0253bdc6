import { partsWithTruth, whyUnknown } from '#conditions/explain.ts'
import type { Truth } from '#conditions/model.ts'
import type { BodyOf } from '#kernel/contract.ts'
import { invalid, Refusal } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts } from '../accounts/index.ts'
import { loadJob } from '../jobs/index.ts'
import type { trialsContract } from './contract.ts'
import { factsOfAccounts, factsOfJobs } from './facts-now.ts'
import type { JudgedCondition } from './schemas.ts'

type Asked = BodyOf<typeof trialsContract.evaluateCondition>

/** Judges a condition on a client, and one of its jobs, as they are now: the whole, its groups, and every line (B-5). */
export async function evaluateCondition(tx: Tx, { condition, accountId, jobId }: Asked): Promise<JudgedCondition> {
  await requireVisibleAccounts(tx, [accountId])
  if (jobId && (await loadJob(tx, jobId)).accountId !== accountId) throw invalid('jobId', 'unknown_job')
  const [facts] = jobId
    ? await factsOfJobs(tx, condition, [{ id: jobId, accountId }])
    : await factsOfAccounts(tx, condition, [accountId])
  if (!facts) throw new Refusal('not_found')
  const parts = partsWithTruth(condition, facts)
  return {
    truth: said(parts[0]!.truth),
    parts: parts.map(({ path, part, truth }) => ({
      path,
      truth: said(truth),
      reason: truth === 'unknown' && !('of' in part) ? whyUnknown(part, facts) : null,
    })),
  }
}

function said(truth: Truth): JudgedCondition['truth'] {
  if (truth === 'unknown') return 'unknown'
  return truth ? 'met' : 'not_met'
}
