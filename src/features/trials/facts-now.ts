import type { Facts } from '#conditions/evaluate.ts'
import { answeredTemplatesIn, type Condition } from '#conditions/model.ts'
import { factsOf, type JobView } from '#engine/core/facts.ts'
import { enginePorts, type JobOfAccount } from '#engine/shell/ports.ts'
import type { AccountId } from '#kernel/ids.ts'
import { newId, type TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'

/** What a condition asks of jobs as they are now, with their accounts; in the order in which jobs are loaded. */
export async function factsOfJobs(tx: Tx, condition: Condition, jobs: readonly JobOfAccount[]): Promise<Facts[]> {
  const of = await worldOf(tx, condition, jobs)
  const ids = jobs.map((job) => job.id)
  return (await enginePorts().jobs.load(tx, ids)).map((job) => of(job, job))
}

/** Each account as if it had a job: what is asked of a job is unknown. */
export async function factsOfAccounts(tx: Tx, condition: Condition, ids: readonly AccountId[]): Promise<Facts[]> {
  const jobs = ids.map((accountId) => ({ id: newId<'job'>(tx.now.getTime()), accountId }))
  const of = await worldOf(tx, condition, jobs)
  return jobs.map((job) => {
    const { job: _, ...facts } = of(job, NOBODYS)
    return facts
  })
}

const NOBODYS = { priority: 'medium', startOn: null, dueOn: null, assigneeIds: new Set<never>() } as const

async function worldOf(tx: Tx, condition: Condition, jobs: readonly JobOfAccount[]) {
  const ports = enginePorts()
  const accounts = await ports.accounts.load(tx, [...new Set(jobs.map((job) => job.accountId))])
  const submitted = await ports.loadSubmitted(tx, jobs, [...answeredTemplatesIn(condition)] as TemplateId[])
  const known = { tagIds: await ports.loadTagIds(tx), roleIds: await ports.loadRoleIds(tx) }
  return ({ id, accountId }: JobOfAccount, view: Omit<JobView, 'submitted'>): Facts =>
    factsOf({ ...view, submitted: submitted.get(id) ?? new Map() }, accounts.get(accountId)!, known)
}
