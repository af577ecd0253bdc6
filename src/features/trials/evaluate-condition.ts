import type { Facts } from '#conditions/evaluate.ts'
import { partsWithTruth, whyUnknown } from '#conditions/explain.ts'
import { answeredTemplatesIn, type Condition, type Truth } from '#conditions/model.ts'
import { factsOf } from '#engine/core/facts.ts'
import { enginePorts } from '#engine/shell/ports.ts'
import type { BodyOf } from '#kernel/contract.ts'
import { type AccountId, type JobId, newId, type TemplateId } from '#kernel/ids.ts'
import { invalid } from '#kernel/refusal.ts'
import type { Tx } from '#platform/db/tx.ts'
import { requireVisibleAccounts } from '../accounts/index.ts'
import { loadJob } from '../jobs/index.ts'
import type { trialsContract } from './contract.ts'
import type { JudgedCondition } from './schemas.ts'

type Asked = BodyOf<typeof trialsContract.evaluateCondition>

/** Judges a condition on a client, and one of its jobs, as they are now: the whole, its groups, and every line (B-5). */
export async function evaluateCondition(tx: Tx, { condition, accountId, jobId }: Asked): Promise<JudgedCondition> {
  await requireVisibleAccounts(tx, [accountId])
  if (jobId && (await loadJob(tx, jobId)).accountId !== accountId) throw invalid('jobId', 'unknown_job')
  const facts = await loadFacts(tx, condition, accountId, jobId)
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

async function loadFacts(tx: Tx, condition: Condition, accountId: AccountId, jobId: JobId | null): Promise<Facts> {
  const ports = enginePorts()
  const account = (await ports.accounts.load(tx, [accountId])).get(accountId)!
  const [job] = jobId ? await ports.jobs.load(tx, [jobId]) : []
  const id = jobId ?? newId<'job'>(tx.now.getTime())
  const templates = [...answeredTemplatesIn(condition)] as TemplateId[]
  const submitted = (await ports.loadSubmitted(tx, [{ id, accountId }], templates)).get(id) ?? new Map()
  const known = { tagIds: await ports.loadTagIds(tx), roleIds: await ports.loadRoleIds(tx) }
  if (job) return factsOf({ ...job, submitted }, account, known)
  const nobody = { priority: 'medium', startOn: null, dueOn: null, assigneeIds: new Set<never>(), submitted } as const
  const { job: _, ...withoutJob } = factsOf(nobody, account, known)
  return withoutJob
}

function said(truth: Truth): JudgedCondition['truth'] {
  if (truth === 'unknown') return 'unknown'
  return truth ? 'met' : 'not_met'
}
