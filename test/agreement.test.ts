import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply, type State } from '#engine/core/apply.ts'
import { decide } from '#engine/core/decide.ts'
import type { Effect } from '#engine/core/effect.ts'
import type { JobState, Trigger } from '#engine/core/model.ts'
import { advanceJobs } from '#engine/shell/advance-jobs.ts'
import { loadCatalog, withHistory, withItems } from '#engine/shell/load-world.ts'
import { enginePorts } from '#engine/shell/ports.ts'
import { type JobId, newId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { partsOf, somePipeline, someTrigger, tagAccount } from './support/agreement.ts'
import { freshFirm } from './support/firm.ts'
import { addJobs, newAccount, publish } from './support/pipeline.ts'

/**
 * The engine's `apply` is the twin in memory of what the shell writes: after any decision, what is in the database is
 * what `decide` said it would be. Random pipelines, tags and triggers; the shell's own loaders read the result.
 */
describe('engine.apply agrees with what the shell wrote', () => {
  it('for random pipelines, tags, moves by hand, custom statuses and retries', async () => {
    const firm = await freshFirm()
    const parts = await partsOf(firm)
    const triggers = fc.array(someTrigger, { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(somePipeline(parts), fc.subarray(parts.tags), triggers, async (wish, tags, asked) => {
        const pipeline = await publish(firm, `Pipeline ${newId()}`, wish.stages, wish.statuses)
        const account = await newAccount(firm, `Client ${newId()}`)
        await firm.run((tx) => tagAccount(tx, parts, account, tags))
        const [jobId] = await addJobs(firm, pipeline, [account])
        for (const ask of asked) await firm.run((tx) => compare(tx, jobId!, ask(pipeline, wish.statuses)))
      }),
      { numRuns: 20 },
    )
  })
})

async function compare(tx: Tx, jobId: JobId, trigger: Trigger): Promise<void> {
  const before = await load(tx, jobId)
  const decision = decide(before.job, before.version, before.account, before.catalog, trigger)
  if ('refused' in decision) throw new Error(decision.refused)
  await advanceJobs(tx, [jobId], trigger)
  const after = await load(tx, jobId)
  expect(comparable(after)).toEqual(comparable(decision))
  const replayed = decision.effects.reduce<State<JobState>>(apply, { job: before.job, account: before.account })
  expect(comparable(replayed)).toEqual(comparable(decision))
  expect(await outcomesWritten(tx, jobId)).toEqual(expect.arrayContaining(outcomesDecided(decision.effects)))
}

function outcomesDecided(effects: readonly Effect[]): string[][] {
  return effects.flatMap((effect) =>
    effect.kind === 'record_outcome' ? [[effect.visitId, effect.outcome.automationId, effect.outcome.result]] : [],
  )
}

async function outcomesWritten(tx: Tx, jobId: JobId): Promise<string[][]> {
  const rows = await tx.db
    .selectFrom('automation_outcomes')
    .select(['visit_id', 'automation_id', 'result'])
    .where('job_id', '=', jobId)
    .execute()
  return rows.map((row) => [row.visit_id, row.automation_id, row.result])
}

async function load(tx: Tx, jobId: JobId) {
  const ports = enginePorts()
  const [row] = await ports.jobs.load(tx, [jobId])
  const version = (await ports.loadVersions(tx, [row!.pipelineId])).get(row!.pipelineId)!
  const [job] = await withHistory(tx, await withItems(tx, [row!]), [version])
  const catalog = await loadCatalog(tx, [version])
  const account = (await ports.accounts.load(tx, [row!.accountId])).get(row!.accountId)!
  return { job: job!, account, version, catalog }
}

/** Names are rendered by appliers; items of earlier visits hold nothing and the loaders leave them out. */
function comparable({ job, account }: State<JobState>) {
  const items = job.items
    .filter((item) => item.visitId === job.visitId || item.visitId === job.status?.visitId)
    .map(({ kind, id, visitId, state, actor }) => ({ kind, id, visitId, state, actor }))
  return {
    job: { ...job, items: items.sort((a, b) => (a.id < b.id ? -1 : 1)) },
    tags: [...account.tagIds].sort(),
    team: [...account.memberIds].sort(),
  }
}
