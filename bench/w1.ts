import type { AccountId } from '#kernel/ids.ts'
import { jobsContract } from '../src/features/jobs/contract.ts'
import type { System } from '../src/system.ts'
import { prepareLimit } from './copy-limit.ts'
import { type BenchFirm, callerFor, makeFirm } from './firm.ts'
import { asOwner } from './owner.ts'
import type { Figure } from './run.ts'
import { openStage } from './stage.ts'

const GOAL = 2.5
/** Jobs that stand there before: a firm at work, not an empty database. */
const WARM = 200
/** Tables that the workload updates rows of, which stood there before: not part of the limit, to our disadvantage. */
const UPDATED = ['bulk_acts', 'bulk_items', 'idempotency_keys']

/**
 * Adds jobs to a stage with four automations (tags, organizer, task, e-mail; the e-mail for every second account only),
 * through the command that the API calls, from accepted to the last commit; against COPY of the very rows that this
 * wrote. Interleaved: every round measures both.
 */
export async function w1({ quick }: { quick: boolean }): Promise<Figure[]> {
  const jobs = quick ? 2_000 : 10_000
  const ratios: number[] = []
  for (let round = 0; round < (quick ? 1 : 3); round++) {
    const stage = await openStage()
    try {
      const firm = await stage.withSystem((system) => makeFirm(system, jobs))
      await stage.withSystem((system) => addJobs(system, firm, firm.accountIds.slice(0, WARM)))
      await countRows(stage.url)
      const limit = await prepareLimit(stage.url, UPDATED)
      const ours = await stage.withSystem((system) => addJobs(system, firm, firm.accountIds))
      const copied = await limit.measure()
      ratios.push(ours / copied.milliseconds)
      const perSecond = (milliseconds: number) => Math.round((jobs / milliseconds) * 1000)
      console.log(
        `w1 round ${round + 1}: ${jobs} jobs, ${copied.rows} rows of ${copied.tables} tables; ` +
          `ours ${perSecond(ours)} jobs/s, COPY ${perSecond(copied.milliseconds)} jobs/s`,
      )
    } finally {
      await stage.close()
    }
  }
  const value = Number(median(ratios).toFixed(2))
  return [{ workload: 'w1', figure: 'time over COPY of the same rows', value, goal: GOAL, ok: value <= GOAL }]
}

/** What autovacuum does within a minute of an import or a bulk act. */
const countRows = (url: string) => asOwner(url, (client) => client.query('analyze'))

async function addJobs(system: System, firm: BenchFirm, accountIds: AccountId[]): Promise<number> {
  const caller = callerFor(system, firm)
  const began = performance.now()
  const act = await caller(jobsContract.addJobs, {
    body: { pipelineId: firm.pipelineId, accountIds, name: 'Return [TAX_YEAR]' },
  })
  await system.worker.drain(['bulk'])
  const took = performance.now() - began
  const done = await caller(jobsContract.getBulkAct, { params: { id: act.id } })
  if (done.succeeded !== accountIds.length) throw new Error(`only ${done.succeeded} jobs were added`)
  return took
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
