import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apply } from '#engine/core/apply.ts'
import { decide } from '#engine/core/decide.ts'
import { type AccountState, type JobState, NO_CHOICES, type Trigger } from '#engine/core/model.ts'
import { advanceJobs } from '#engine/shell/advance-jobs.ts'
import { loadCatalog, withHistory, withItems } from '#engine/shell/load-world.ts'
import { enginePorts } from '#engine/shell/ports.ts'
import { type AutomationId, type JobId, newId, type StageId, type TagId, type TemplateId } from '#kernel/ids.ts'
import type { Tx } from '#platform/db/tx.ts'
import { freshFirm, type TestFirm } from './support/firm.ts'
import {
  addJobs,
  asks,
  hasTag,
  newAccount,
  newEmailTemplate,
  newOrganizerTemplate,
  newTag,
  newTaskTemplate,
  publish,
  type StageWish,
} from './support/pipeline.ts'

/**
 * The engine's `apply` is the twin in memory of what the shell writes: after any decision, what is in the database is
 * what `decide` said it would be. Random pipelines, tags and triggers; the shell's own loaders read the result.
 */
describe('engine.apply agrees with what the shell wrote', () => {
  it('for random pipelines, tags and moves', async () => {
    const firm = await freshFirm()
    const parts = await partsOf(firm)
    await fc.assert(
      fc.asyncProperty(pipelines(parts), fc.subarray(parts.tags), fc.nat(3), async (stages, tags, target) => {
        const pipeline = await publish(firm, `Pipeline ${newId()}`, stages)
        const account = await newAccount(firm, `Client ${newId()}`)
        await firm.run((tx) => tagAccount(tx, account, tags))
        const [jobId] = await addJobs(firm, pipeline, [account])
        const stageId = pipeline.stages[Math.min(target, pipeline.stages.length - 1)]!.id
        await firm.run((tx) => compare(tx, jobId!, stageId))
      }),
      { numRuns: 25 },
    )
  })
})

async function compare(tx: Tx, jobId: JobId, stageId: StageId): Promise<void> {
  const before = await load(tx, jobId)
  const { pipelineId } = before.version
  const place = { how: 'moved_by_hand', pipelineId, stageId, status: 'leave' } as const
  const trigger: Trigger = { ...NO_CHOICES, ...place, kind: 'enter', memberId: null, causeId: null }
  const decision = decide(before.job, before.version, before.account, before.catalog, trigger)
  if ('refused' in decision) throw new Error(decision.refused)
  await advanceJobs(tx, [jobId], trigger)
  const after = await load(tx, jobId)
  expect(comparable(after)).toEqual(comparable(decision))
  const replayed = decision.effects.reduce((state, effect) => apply(state, effect), {
    job: before.job,
    account: before.account,
  })
  expect(comparable(replayed)).toEqual(comparable(decision))
  const outcomes = decision.effects.flatMap((effect) =>
    effect.kind === 'record_outcome' ? [[effect.visitId, effect.outcome.automationId, effect.outcome.result]] : [],
  )
  const rows = await tx.db
    .selectFrom('automation_outcomes')
    .select(['visit_id', 'automation_id', 'result'])
    .where('job_id', '=', jobId)
    .execute()
  const written = rows.map((row) => [row.visit_id, row.automation_id, row.result])
  expect(written).toEqual(expect.arrayContaining(outcomes))
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
function comparable({ job, account }: { job: JobState; account: AccountState }) {
  const items = job.items
    .filter((item) => item.visitId === job.visitId)
    .map(({ kind, id, visitId, state, actor }) => ({ kind, id, visitId, state, actor }))
  return {
    job: { ...job, items: items.sort((a, b) => (a.id < b.id ? -1 : 1)) },
    tags: [...account.tagIds].sort(),
  }
}

type Parts = { tags: TagId[]; organizer: TemplateId; task: TemplateId; email: TemplateId }

async function partsOf(firm: TestFirm): Promise<Parts> {
  return {
    tags: [await newTag(firm, 'A'), await newTag(firm, 'B'), await newTag(firm, 'C')],
    organizer: await newOrganizerTemplate(firm, 'Questions'),
    task: await newTaskTemplate(firm, 'Check'),
    email: await newEmailTemplate(firm, 'Hello'),
  }
}

async function tagAccount(tx: Tx, accountId: string, tags: TagId[]): Promise<void> {
  const rows = tags.map((tag_id) => ({ firm_id: tx.firmId, account_id: accountId, tag_id }))
  if (rows.length > 0) await tx.db.insertInto('account_tags').values(rows).execute()
}

function pipelines(parts: Parts): fc.Arbitrary<StageWish[]> {
  const tag = fc.constantFrom(...parts.tags)
  const condition = fc.option(tag.map(hasTag))
  const automation = fc.oneof(
    condition.map((it) => asks.organizer(parts.organizer, it)),
    condition.map((it) => asks.task(parts.task, it)),
    condition.map((it) => asks.email(parts.email, it)),
    fc
      .record({ add: fc.subarray(parts.tags, { minLength: 1, maxLength: 1 }), clear: fc.boolean() })
      .map((change) => asks.tags(change)),
  )
  const stage = fc.record({
    automove: fc.boolean(),
    condition,
    whenEmpty: fc.constantFrom('stay' as const, 'advance' as const),
    automations: fc.array(automation, { maxLength: 4 }),
  })
  return fc.array(stage, { minLength: 2, maxLength: 4 }).map((stages) =>
    stages.map((it, index) => ({
      ...it,
      name: `Stage ${index + 1}`,
      condition: index === 0 || index === stages.length - 1 ? null : it.condition,
      automations: it.automations.map((one) => ({ ...one, id: newId<'automation'>() as AutomationId })),
    })),
  )
}
