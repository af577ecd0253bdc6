import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { NO_CHOICES } from '#engine/core/model.ts'
import { advanceJobs } from '#engine/shell/advance-jobs.ts'
import type { AccountId, JobId, StageId } from '#kernel/ids.ts'
import { freshFirm, type MemberCaller, type TestFirm } from '../../../test/support/firm.ts'
import { publish, publishedPipeline, saveDraft, seen, stage, uses } from '../../../test/support/pipelines.ts'
import { accountsContract } from '../accounts/contract.ts'
import { activityContract } from '../activity/contract.ts'
import { jobsContract } from '../jobs/contract.ts'
import type { Job } from '../jobs/schemas.ts'
import { tagsContract } from '../tags/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { pipelinesContract } from './contract.ts'
import type { PipelineView } from './schemas.ts'

describe('P-11: a stage that disappears while it holds jobs', () => {
  test('asks where they go, with their number; nothing is published meanwhile', async () => {
    const { firm, pipeline, gather } = await season()
    const [job] = await addJobsFor(firm, pipeline, 3)
    await firm.owner.call(jobsContract.archiveJob, { params: { id: job! } })
    const [, prepare] = pipeline.draft.stages
    const draft = await saveDraft(firm.owner, pipeline, [prepare!])
    expect(draft.body.stageJobs).toEqual([{ stageId: gather.id, active: 2, archived: 1, ready: 0 }])
    const refused = await publish(firm.owner, draft.body)
    expect(refused.status).toBe(409)
    expect(refused.problem).toMatchObject({
      code: 'in_use',
      detail: { stages: [{ stageId: gather.id, active: 2, archived: 1, ready: 0 }] },
    })
    const elsewhere = await publish(firm.owner, draft.body, { [gather.id]: gather.id })
    expect(elsewhere.problem.fields).toEqual([{ path: `moves.${gather.id}`, code: 'unknown_stage' }])
    const now = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })
    expect(now.version).toBe(1)
  })

  test('P-6: who only reads counts the jobs of the clients he sees, who may publish counts all', async () => {
    const { firm, pipeline, gather } = await season()
    const [jobId] = await addJobsFor(firm, pipeline, 2)
    const reader = await firm.addMember('employee')
    const manager = await firm.addMember('employee', ['manage_pipelines'])
    const memberIds = [reader.member.memberId, manager.member.memberId]
    await firm.owner.call(pipelinesContract.setAvailability, { ...seen(pipeline), body: { memberIds } })
    const { accountId } = await jobOf(firm, jobId!)
    const assigned = { body: { accountIds: [accountId], add: [reader.member.memberId], remove: [] } }
    await firm.owner.call(accountsContract.changeAccountTeam, assigned)
    const counted = async (who: MemberCaller) =>
      (await who.call(pipelinesContract.getPipeline, { params: { id: pipeline.id } })).stageJobs
    expect(await counted(reader)).toEqual([{ stageId: gather.id, active: 1, archived: 0, ready: 0 }])
    expect(await counted(manager)).toEqual([{ stageId: gather.id, active: 2, archived: 0, ready: 0 }])
  })

  test('moves them where it was said, archived ones too; nothing fires, and every automation is told as deselected', async () => {
    const { firm, pipeline, gather, prepare } = await season()
    const [active, archived] = await addJobsFor(firm, pipeline, 2)
    await firm.owner.call(jobsContract.archiveJob, { params: { id: archived! } })
    const draft = await saveDraft(firm.owner, pipeline, [prepare, stage('Done')])
    const done = await publish(firm.owner, draft.body, { [gather.id]: prepare.id })
    expect(done.body).toMatchObject({
      version: 2,
      stageJobs: [{ stageId: prepare.id, active: 1, archived: 1, ready: 0 }],
    })

    const moved = await jobOf(firm, active!)
    expect(moved).toMatchObject({ stageName: 'Prepare', pendingItems: 0 })
    expect(moved.outcomes.map(({ result, reason }) => [result, reason?.code])).toEqual([['skipped', 'deselected']])
    expect(await titlesOf(firm)).toEqual(['Collect papers', 'Collect papers'])
    expect(await jobOf(firm, archived!)).toMatchObject({ stageName: 'Prepare', lifecycle: 'archived' })
    const told = await eventsOf(firm, 'job.movedByHand')
    expect(told.map(({ from, stage: to, version }) => [from, to, version])).toEqual([
      ['Gather', 'Prepare', 2],
      ['Gather', 'Prepare', 2],
    ])
    expect(await eventsOf(firm, 'pipeline.published')).toContainEqual({ name: 'Returns', version: 2, moved: 2 })
    const back = await firm.owner.call(jobsContract.restoreJob, { params: { id: archived! } })
    expect(back.stageName).toBe('Prepare')
  })

  test('does not set off a chain: a stage that advances when empty keeps what was moved into it', async () => {
    const { firm, pipeline, gather, review } = await season()
    await addJobsFor(firm, pipeline, 1)
    const hall = stage('Hall', [], { automove: true, whenEmpty: 'advance' })
    const draft = await saveDraft(firm.owner, pipeline, [hall, review, stage('Done')])
    const moved = await publish(firm.owner, draft.body, { [gather.id]: hall.id })
    expect(moved.body.stageJobs).toEqual([{ stageId: hall.id, active: 1, archived: 0, ready: 0 }])
    expect(await titlesOf(firm)).toEqual(['Collect papers'])
  })

  test('AM-17: a job that is just entering a stage keeps it from being taken away', async () => {
    const { firm, pipeline, gather, prepare } = await season()
    const [id] = await addJobsFor(firm, pipeline, 1)
    const enter = (stageId: StageId) => ({ ...ENTER, pipelineId: pipeline.id, stageId })
    await firm.run((tx) => advanceJobs(tx, [id as JobId], enter(prepare.id)))
    const draft = await saveDraft(firm.owner, pipeline, [prepare])
    const publishing = await firm.run(async (tx) => {
      await advanceJobs(tx, [id as JobId], enter(gather.id))
      const racing = publish(firm.owner, draft.body)
      await Promise.race([racing, someoneWaits(firm)])
      return [racing]
    })
    const refused = await publishing[0]!
    expect(refused.problem).toMatchObject({ code: 'in_use', detail: { stages: [{ stageId: gather.id, active: 1 }] } })
  })
})

describe('jobs under way follow the newest version', () => {
  test('P-13: an automation added later does not fire for a job that is already in the stage', async () => {
    const { firm, pipeline, gather, prepare, review, extraTask } = await season()
    const [early] = await addJobsFor(firm, pipeline, 1)
    const more = { ...gather, automations: [...gather.automations, uses('create_task', extraTask)] }
    const draft = await saveDraft(firm.owner, pipeline, [more, prepare, review])
    const changed = await publish(firm.owner, draft.body)
    expect(await titlesOf(firm)).toEqual(['Collect papers'])
    expect((await jobOf(firm, early!)).outcomes).toHaveLength(1)
    await addJobsFor(firm, changed.body, 1)
    expect(await titlesOf(firm)).toEqual(['Collect papers', 'Collect papers', 'Extra work'])
  })

  test('P-14: an automation that was taken away leaves what it made, and the job still waits for it', async () => {
    const { firm, pipeline, gather, prepare, review } = await season()
    const [id] = await addJobsFor(firm, pipeline, 1)
    const draft = await saveDraft(firm.owner, pipeline, [{ ...gather, automations: [] }, prepare, review])
    await publish(firm.owner, draft.body)
    const job = await jobOf(firm, id!)
    expect(job).toMatchObject({ pendingItems: 1, explanation: { reasons: [{ code: 'item_pending' }] } })
  })

  test('D-3, P-15: a job waits for the stages as they now are ordered, in the stage it was in', async () => {
    const { firm, pipeline, gather, prepare, review } = await season()
    const [id] = await addJobsFor(firm, pipeline, 1)
    const draft = await saveDraft(firm.owner, pipeline, [prepare, gather, review])
    await publish(firm.owner, draft.body)
    expect(await jobOf(firm, id!)).toMatchObject({
      stageName: 'Gather',
      explanation: { next: { stage: 'Review' } },
    })
  })
})

describe('P-16: automove that is switched on for a stage with jobs in it', () => {
  test('moves those that have something done and nothing pending, once, and tells why; all others stay', async () => {
    const { firm, pipeline, gather, prepare, review } = await season({ automove: false })
    const [done, pending, idle] = await addJobsFor(firm, pipeline, 3)
    await finishTasks(firm, done!)
    await firm.owner.call(tasksContract.setTaskStatus, {
      params: { id: (await tasksOf(firm, idle!))[0]!.id },
      body: { status: 'canceled' },
    })
    const on = { ...gather, automove: true, whenEmpty: 'advance' as const }
    const draft = await saveDraft(firm.owner, pipeline, [on, prepare, review])
    expect(draft.body.stageJobs).toEqual([{ stageId: gather.id, active: 3, archived: 0, ready: 1 }])
    await publish(firm.owner, draft.body)
    await firm.drain()
    const stages = await Promise.all([done!, pending!, idle!].map(async (id) => (await jobOf(firm, id)).stageName))
    expect(stages).toEqual(['Prepare', 'Gather', 'Gather'])
    const { items } = await firm.owner.call(activityContract.listEvents, { query: { jobId: done! } })
    expect(items.find(({ type }) => type === 'job.moved')?.cause?.type).toBe('pipeline.published')
  })

  test('a last stage that no longer is the last counts as switched on; other changes move nothing', async () => {
    const { firm, pipeline, gather, prepare, review } = await season({ automove: false })
    const [id] = await addJobsFor(firm, pipeline, 1)
    await finishTasks(firm, id!)
    const renamed = await saveDraft(firm.owner, pipeline, [{ ...gather, name: 'Collect' }, prepare, review])
    const second = await publish(firm.owner, renamed.body)
    await firm.drain()
    expect((await jobOf(firm, id!)).stageName).toBe('Collect')
    const last = await saveDraft(firm.owner, second.body, [prepare, review, { ...gather, automove: true }])
    const third = await publish(firm.owner, last.body)
    await firm.drain()
    expect((await jobOf(firm, id!)).stageName).toBe('Gather')
    const more = await saveDraft(firm.owner, third.body, [prepare, { ...gather, automove: true }, review])
    await publish(firm.owner, more.body)
    await firm.drain()
    expect((await jobOf(firm, id!)).stageName).toBe('Review')
  })
})

describe('what else a new version means for jobs under way', () => {
  test('STG-5, EQ-15: a new time limit counts from when they entered the stage', async () => {
    const { firm, pipeline, gather, prepare, review } = await season()
    const [id] = await addJobsFor(firm, pipeline, 1)
    const dueOf = () =>
      firm.run((tx) =>
        tx.db
          .selectFrom('jobs')
          .select(['stage_due_at', 'stage_entered_at'])
          .where('id', '=', id!)
          .executeTakeFirstOrThrow(),
      )
    expect((await dueOf()).stage_due_at).toBeNull()
    const timeLimit = { amount: 2, unit: 'days' as const }
    const draft = await saveDraft(firm.owner, pipeline, [{ ...gather, timeLimit }, prepare, review])
    const second = await publish(firm.owner, draft.body)
    const { stage_due_at, stage_entered_at } = await dueOf()
    expect(stage_due_at!.getTime() - stage_entered_at.getTime()).toBe(2 * 24 * 3600_000)
    const without = await saveDraft(firm.owner, second.body, [gather, prepare, review])
    await publish(firm.owner, without.body)
    expect((await dueOf()).stage_due_at).toBeNull()
  })

  test('P-17: a new condition expels nobody who is already in the stage', async () => {
    const { firm, pipeline, gather, prepare, review } = await season()
    const [id] = await addJobsFor(firm, pipeline, 1)
    await finishTasks(firm, id!)
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'Rental' } })
    const condition = { kind: 'tag' as const, tagId: tag.id }
    const draft = await saveDraft(firm.owner, pipeline, [gather, { ...prepare, condition }, review])
    await publish(firm.owner, draft.body)
    await firm.drain()
    expect((await jobOf(firm, id!)).stageName).toBe('Prepare')
  })
})

const ENTER = {
  ...NO_CHOICES,
  kind: 'enter',
  how: 'moved_by_hand',
  status: 'leave',
  memberId: null,
  causeId: null,
} as const

/** A published pipeline of three stages, the first two with a task each, and the template of a third task. */
async function season({ automove } = { automove: true }) {
  const firm = await freshFirm()
  const template = async (title: string) =>
    (await firm.owner.call(tasksContract.createTaskTemplate, { body: { name: title, title } })).id
  const gather = stage('Gather', [uses('create_task', await template('Collect papers'))], { automove })
  const prepare = stage('Prepare', [uses('create_task', await template('Prepare return'))], { automove: true })
  const review = stage('Review', [uses('create_task', await template('Review return'))])
  const pipeline = await publishedPipeline(firm, 'Returns', [gather, prepare, review])
  return { firm, pipeline, gather, prepare, review, extraTask: await template('Extra work') }
}

/** Adds a job in the first stage for each of as many new clients; their ids. */
async function addJobsFor(firm: TestFirm, { id: pipelineId }: PipelineView, count: number): Promise<string[]> {
  const accountIds: string[] = []
  for (let number = 0; number < count; number++) {
    accountIds.push(await addAccount(firm, `Delgado ${number}`))
  }
  const act = await firm.owner.call(jobsContract.addJobs, { body: { pipelineId, accountIds, name: 'Return' } })
  await firm.drain()
  const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id: act.id } })
  return items.map((item) => item.jobId!)
}

async function addAccount(firm: TestFirm, name: string): Promise<AccountId> {
  const body = { name, contacts: [{ firstName: 'Rosa', lastName: name, emails: [] }] }
  return (await firm.owner.call(accountsContract.createAccount, { body })).id as AccountId
}

/** Resolves once a statement of this database waits for a lock. */
async function someoneWaits(firm: TestFirm): Promise<void> {
  for (let waiting = 0; waiting === 0; ) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_locks where not granted`.execute(firm.system.maintenance)
    waiting = rows[0]!.count
  }
}

async function tasksOf(firm: TestFirm, jobId: string) {
  return (await firm.owner.call(tasksContract.listTasks, { query: { jobId } })).items
}

async function finishTasks(firm: TestFirm, jobId: string): Promise<void> {
  for (const { id } of await tasksOf(firm, jobId))
    await firm.owner.call(tasksContract.setTaskStatus, { params: { id }, body: { status: 'completed' } })
}

function jobOf(firm: TestFirm, id: string): Promise<Job> {
  return firm.owner.call(jobsContract.getJob, { params: { id } })
}

async function titlesOf(firm: TestFirm): Promise<string[]> {
  const { items } = await firm.owner.call(tasksContract.listTasks)
  return items.map((task) => task.name).sort()
}

async function eventsOf(firm: TestFirm, type: string): Promise<Record<string, unknown>[]> {
  const rows = await firm.run((tx) =>
    tx.db.selectFrom('events').select('payload').where('type', '=', type).orderBy('position').execute(),
  )
  return rows.map((row) => row.payload)
}
