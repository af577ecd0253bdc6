import * as f from '#engine/core/example.fixture.ts'
import type { ItemChoice, JobState, Trigger } from '#engine/core/model.ts'
import { automationsOf, type PipelineVersion } from '#engine/core/pipeline.ts'
import type { JobId, JobStatusId, TagId, TemplateId } from '#kernel/ids.ts'
import { nextVersion, TAGS } from './pipelines.ts'
import { changeItem, commit, keyOf, look, switchTemplate, transact, type World } from './world.ts'

type Step = (world: World) => void

/** What clients, staff and the world do; those named twice happen more often. */
export const STEPS: Record<string, Step> = {
  addJob,
  finishItem,
  finishAnotherItem: finishItem,
  finishYetAnother: finishItem,
  reopenItem,
  resolveItem,
  moveByHand,
  setStatus,
  changeTags,
  changeLifecycle,
  linkItem,
  shareItem,
  unlinkItem,
  retryFailures,
  publish,
  switchAnyTemplate: (world) => switchTemplate(world, world.random.pick(['task', 'email', 'organizer']) as TemplateId),
  deliverAgain,
  payWhatIsOwed,
}

function addJob(world: World): void {
  if (world.jobs.size >= 6) return
  const id = `job ${world.jobs.size}` as JobId
  const accountId = world.random.pick([...world.accounts.keys()])
  const version = world.random.pick([...world.versions.values()])
  const stage = world.random.chance(80) ? version.stages[0]! : world.random.pick(version.stages)
  transact(
    world,
    { ...f.newJob, id, accountId, pipelineId: version.pipelineId },
    {
      ...someChoices(world),
      kind: 'enter',
      how: 'created',
      pipelineId: version.pipelineId,
      stageId: stage.id,
      status: 'leave',
    },
  )
}

function finishItem(world: World): void {
  const item = someItem(world, 'pending')
  if (item) changeItem(world, item, 'done')
}

function reopenItem(world: World): void {
  const item = someItem(world, 'done')
  if (item) changeItem(world, item, 'pending')
}

function resolveItem(world: World): void {
  const item = someItem(world, 'pending')
  if (item) changeItem(world, item, 'resolved')
}

function moveByHand(world: World): void {
  const job = someJob(world)
  if (!job) return
  const elsewhere = world.random.chance(15) ? world.random.pick([...world.versions.keys()]) : job.pipelineId
  const stageId = world.random.pick(world.versions.get(elsewhere)!.stages).id
  const status = elsewhere === job.pipelineId && world.random.chance(30) ? 'keep' : 'leave'
  const place = { kind: 'enter', how: 'moved_by_hand', pipelineId: elsewhere, stageId, status } as const
  transact(world, job, { ...someChoices(world), ...place })
}

function setStatus(world: World): void {
  const job = someJob(world)
  if (!job) return
  const statuses = world.versions.get(job.pipelineId)!.statuses.map((status) => status.id)
  const statusId = world.random.pick<JobStatusId | null>([...statuses, null])
  transact(world, job, { ...someChoices(world), kind: 'set_status', statusId })
}

/** A change of tags moves nothing by itself (TAGS-3, AM-32). */
function changeTags({ random, accounts }: World): void {
  const account = random.pick([...accounts.values()])
  accounts.set(account.id, { ...account, tagIds: new Set(random.some(TAGS.slice(0, 3), 50) as TagId[]) })
}

function changeLifecycle(world: World): void {
  const job = someJob(world)
  if (!job) return
  const lifecycle = world.random.pick(['active', 'active', 'completed', 'archived'] as const)
  world.jobs.set(job.id, { ...job, lifecycle })
}

/** An item that was there before is linked by hand; one that is done already moves nothing by itself (AM-15, AM-18). */
function linkItem(world: World): void {
  const job = someJob(world)
  if (!job) return
  const visitId = job.status && world.random.chance(30) ? job.status.visitId : job.visitId
  const item = f.item(`linked ${world.diary.length}`, world.random.pick(['pending', 'done'] as const), visitId)
  world.jobs.set(job.id, { ...job, items: [...job.items, item] })
}

/** One organizer can hold several jobs (AM-16). */
function shareItem(world: World): void {
  const [from, to] = [someJob(world), someJob(world)]
  const item = from?.items.find((it) => it.state === 'pending')
  if (!item || !to || to.items.some((it) => it.id === item.id)) return
  world.jobs.set(to.id, { ...to, items: [...to.items, { ...item, visitId: to.visitId }] })
}

function unlinkItem(world: World): void {
  const job = someJob(world)
  if (!job || job.items.length === 0) return
  const gone = world.random.pick(job.items)
  world.jobs.set(job.id, { ...job, items: job.items.filter((item) => item !== gone) })
  look(world, job.id)
}

function retryFailures(world: World): void {
  const job = [...world.jobs.values()].find((it) => it.failed.size > 0)
  if (!job) return
  const ids = automationsOf(world.versions.get(job.pipelineId)!).map((automation) => automation.id)
  transact(world, job, { kind: 'retry', automationIds: new Set(ids), causeId: null })
}

/** A new version; jobs whose stage is gone are put into another, quietly (P-11), those in a gone status too (J-45). */
function publish(world: World): void {
  const version = nextVersion(world.random, world.random.pick([...world.versions.values()]))
  world.versions.set(version.pipelineId, version)
  world.history.set(keyOf(version), version)
  for (const job of [...world.jobs.values()].filter((it) => it.pipelineId === version.pipelineId)) {
    if (!version.stages.some((stage) => stage.id === job.stageId)) rehome(world, job, version)
  }
}

function rehome(world: World, job: JobState, version: PipelineVersion): void {
  const quiet = { ...version, stages: version.stages.map((stage) => ({ ...stage, automove: false })) }
  const place = { pipelineId: version.pipelineId, stageId: version.stages[0]!.id, status: 'keep' } as const
  const deselected = new Set(automationsOf(version).map((automation) => automation.id))
  const trigger = { ...f.NOBODY, ...place, kind: 'enter', how: 'moved_by_hand', deselected } as const
  commit(world, { ...job, lifecycle: 'active' }, trigger, quiet)
  world.jobs.set(job.id, { ...world.jobs.get(job.id)!, lifecycle: job.lifecycle })
}

/** Everything outside arrives at least once: a second look changes nothing. */
function deliverAgain(world: World): void {
  const job = someJob(world)
  if (job && !world.owed.has(job.id)) look(world, job.id)
}

function payWhatIsOwed(world: World): void {
  for (const id of [...world.owed]) look(world, id)
}

function someJob({ random, jobs }: World): JobState | null {
  return jobs.size === 0 ? null : random.pick([...jobs.values()])
}

function someItem(world: World, state: JobState['items'][number]['state']): string | null {
  const items = [...world.jobs.values()].flatMap((job) => job.items.filter((item) => item.state === state))
  return items.length === 0 ? null : world.random.pick(items).id
}

function someChoices({ random, versions }: World): Omit<Extract<Trigger, { kind: 'set_status' }>, 'kind' | 'statusId'> {
  const ids = [...versions.values()].flatMap(automationsOf).map((automation) => automation.id)
  const choice = random.pick<ItemChoice | null>([null, null, 'carry', 'leave', 'complete', 'seal'])
  return {
    ...f.NOBODY,
    deselected: new Set(random.some(ids, 10)),
    pending: { byItem: new Map(), byKind: choice ? { task: choice, organizer: choice } : {} },
  }
}
