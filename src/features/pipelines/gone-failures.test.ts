import { expect, it } from 'vitest'
import type { JobId, PipelineId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import {
  addJobs,
  asks,
  newAccount,
  newEmailTemplate,
  newTaskTemplate,
  publish,
} from '../../../test/support/pipeline.ts'
import { publish as publishAgain, seen } from '../../../test/support/pipelines.ts'
import { finish, holding, jobOf } from '../../../test/support/work.ts'
import { activityContract } from '../activity/contract.ts'
import { jobsContract } from '../jobs/contract.ts'
import { pipelinesContract } from './contract.ts'
import type { PipelineDraft } from './model.ts'

/** Publishes the pipeline's draft as `change` leaves it. */
async function change(firm: TestFirm, id: PipelineId, edit: (draft: PipelineDraft) => PipelineDraft) {
  const pipeline = await firm.owner.call(pipelinesContract.getPipeline, { params: { id } })
  const { stages, statuses } = edit(pipeline.draft)
  const saved = await firm.owner.call(pipelinesContract.saveDraft, { ...seen(pipeline), body: { stages, statuses } })
  expect((await publishAgain(firm.owner, saved)).status).toBe(201)
}

it('P-14, FAIL-5: what failed and is taken out of the pipeline holds no job any more, and both job and history say so', async () => {
  const firm = await freshFirm()
  const [welcome, ask] = [await newEmailTemplate(firm, 'Welcome'), await newEmailTemplate(firm, 'Ask')]
  const task = await newTaskTemplate(firm, 'Check')
  const pipeline = await publish(firm, 'Returns', [
    { name: 'Start', automove: true, automations: [asks.email(welcome), asks.email(ask), asks.task(task)] },
    { name: 'End' },
  ])
  const [id] = (await addJobs(firm, pipeline, [await newAccount(firm, 'Silent', { notify: false })])) as [JobId]
  expect(await jobOf(firm.owner, id)).toMatchObject({ turn: 'stuck', failedOutcomes: 2, pendingItems: 1 })
  const without = (kept: (index: number) => boolean) =>
    change(firm, pipeline.id, ({ stages: [start, end], statuses }) => {
      return { stages: [{ ...start!, automations: start!.automations.filter((_, at) => kept(at)) }, end!], statuses }
    })
  await without((at) => at !== 0)
  expect(await jobOf(firm.owner, id)).toMatchObject({ turn: 'stuck', failedOutcomes: 1, pendingItems: 1 })
  await firm.owner.call(jobsContract.archiveJob, { params: { id } })
  await without((at) => at !== 0)
  await firm.owner.call(jobsContract.restoreJob, { params: { id } })
  const free = await jobOf(firm.owner, id)
  expect(free).toMatchObject({ turn: 'team', failedOutcomes: 0, pendingItems: 1, earlierFailures: [] })
  expect(free.outcomes.map(({ result, reason }) => [result, reason?.code ?? null]).sort()).toEqual([
    ['done', null],
    ['skipped', 'taken_out'],
    ['skipped', 'taken_out'],
  ])
  const { items } = await firm.owner.call(activityContract.listEvents, { query: { jobId: id } })
  const told = items.filter((event) => event.type === 'job.automationsHeldBack')
  expect(told[0]).toMatchObject({ payload: { outcomes: [{ result: 'skipped', reason: { code: 'taken_out' } }] } })
  await finish(firm.owner, (await holding(firm.owner, id, 'task'))[0]!)
  expect(await jobOf(firm.owner, id)).toMatchObject({ stageName: 'End', earlierFailures: [] })
})

it('P-14, J-45: a status that is taken out takes its failures along, and the job waits for its stage as before', async () => {
  const firm = await freshFirm()
  const task = asks.task(await newTaskTemplate(firm, 'Check'))
  const failing = asks.email(await newEmailTemplate(firm, 'Ask'))
  const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automations: [task] }, { name: 'End' }])
  const hold = { id: crypto.randomUUID(), name: 'On hold', color: 'orange', automove: false, automations: [failing] }
  await change(firm, pipeline.id, ({ stages }) => ({ stages, statuses: [hold] }) as never)
  const [id] = (await addJobs(firm, pipeline, [await newAccount(firm, 'Silent', { notify: false })])) as [JobId]
  const { revision } = await jobOf(firm.owner, id)
  const headers = { 'if-match': `"${revision}"` }
  await firm.owner.call(jobsContract.setJobStatus, { params: { id }, headers, body: { statusId: hold.id } })
  expect(await jobOf(firm.owner, id)).toMatchObject({ failedOutcomes: 1, pendingItems: 1 })
  await change(firm, pipeline.id, ({ stages }) => ({ stages, statuses: [] }))
  expect(await jobOf(firm.owner, id)).toMatchObject({ failedOutcomes: 0, pendingItems: 1, turn: 'team' })
})
