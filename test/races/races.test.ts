import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Tx } from '#platform/db/tx.ts'
import { accountsContract } from '../../src/features/accounts/contract.ts'
import { jobsContract } from '../../src/features/jobs/contract.ts'
import { linkItem } from '../../src/features/jobs/links.ts'
import { organizersContract } from '../../src/features/organizers/contract.ts'
import { tasksContract } from '../../src/features/tasks/contract.ts'
import { until } from '../support/app-process.ts'
import { freshFirm, signInClient, type TestFirm } from '../support/firm.ts'
import { addJobs, asks, newAccount, newOrganizerTemplate, newTaskTemplate, publish } from '../support/pipeline.ts'
import { finish, holding, jobOf, moveTo } from '../support/work.ts'

/** How often each race is run; who wins differs from time to time. */
const ROUNDS = 12

const movesOf = (firm: TestFirm, jobId: string) =>
  firm.run(
    async (tx) => (await tx.db.selectFrom('visits').select('id').where('job_id', '=', jobId).execute()).length - 1,
  )

/** Whether another connection waits for what this transaction holds. */
async function somebodyWaits(tx: Tx): Promise<boolean> {
  const { rows } = await sql`
    select from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(tx.db)
  return rows.length > 0
}

describe('at the same moment, on real connections', () => {
  it('AM-17: the last two items of a stage are finished: the job moves once, never twice, never not at all', async () => {
    const firm = await freshFirm()
    const task = asks.task(await newTaskTemplate(firm, 'Check'))
    const two = { ...task, id: crypto.randomUUID() as typeof task.id }
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [task, two] },
      { name: 'Next', automove: true },
      { name: 'End' },
    ])
    const account = await newAccount(firm, 'Patel')
    for (let round = 0; round < ROUNDS; round++) {
      const [id] = await addJobs(firm, pipeline, [account])
      await Promise.all((await holding(firm.owner, id!, 'task')).map((taskId) => finish(firm.owner, taskId)))
      expect([(await jobOf(firm.owner, id!)).stageName, await movesOf(firm, id!)]).toEqual(['Next', 1])
    }
  })

  it('AM-17, D-15: the client submits while the team finishes', async () => {
    const firm = await freshFirm()
    const automations = [
      asks.organizer(await newOrganizerTemplate(firm, 'Questions')),
      asks.task(await newTaskTemplate(firm, 'Check')),
    ]
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automove: true, automations }, { name: 'End' }])
    const email = `race-${firm.slug}@example.com`
    const account = await newAccount(firm, 'Patel', { email })
    const client = await signInClient(firm, email)
    for (let round = 0; round < ROUNDS; round++) {
      const [id] = await addJobs(firm, pipeline, [account])
      const [organizer] = await holding(firm.owner, id!, 'organizer')
      const [task] = await holding(firm.owner, id!, 'task')
      await client.call(organizersContract.saveAnswer, {
        params: { id: organizer!, questionId: 'q_ok' },
        body: { value: true, revision: 0 },
      })
      await Promise.all([
        client.call(organizersContract.submitOrganizer, { params: { id: organizer! } }),
        client.call(organizersContract.submitOrganizer, { params: { id: organizer! } }),
        finish(firm.owner, task!),
      ])
      expect([(await jobOf(firm.owner, id!)).stageName, await movesOf(firm, id!)]).toEqual(['End', 1])
    }
    const submissions = await firm.run((tx) =>
      tx.db.selectFrom('events').select('id').where('type', '=', 'organizer.submitted').execute(),
    )
    expect(submissions).toHaveLength(ROUNDS)
  })

  it('AM-18: an item is added while the last one is finished: the job has moved before, or waits for the new one', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'End' },
    ])
    const account = await newAccount(firm, 'Patel')
    for (let round = 0; round < ROUNDS; round++) {
      const [id] = await addJobs(firm, pipeline, [account])
      const [task] = await holding(firm.owner, id!, 'task')
      await Promise.all([
        finish(firm.owner, task!),
        firm.owner.call(tasksContract.createTask, { body: { accountId: account, jobId: id!, name: 'One more' } }),
      ])
      const job = await jobOf(firm.owner, id!)
      expect([job.stageName, job.pendingItems]).toEqual(
        (await movesOf(firm, id!)) === 1 ? ['End', expect.any(Number)] : ['Start', 1],
      )
      expect(await movesOf(firm, id!)).toBeLessThanOrEqual(1)
    }
  })

  it('AM-17, J-36: a task is finished while it is being linked: the job that it was linked to goes on', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start', automove: true }, { name: 'End' }])
    const accountId = await newAccount(firm, 'Patel')
    const [id] = await addJobs(firm, pipeline, [accountId])
    const task = await firm.owner.call(tasksContract.createTask, { body: { accountId, name: 'Check' } })
    let finishing: Promise<unknown> = Promise.resolve()
    await firm.run(async (tx) => {
      await linkItem(tx, id!, { kind: 'task', itemId: task.id, to: 'stage' })
      finishing = finish(firm.owner, task.id)
      await until(() => somebodyWaits(tx))
    })
    await finishing
    const job = await jobOf(firm.owner, id!)
    expect([job.stageName, job.pendingItems, await movesOf(firm, id!)]).toEqual(['End', 0, 1])
  })

  it('two people move the same job: one wins, the other gets 409 with how it stands', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'Left' }, { name: 'Right' }])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const { revision } = await jobOf(firm.owner, id!)
    const move = (stage: string) =>
      firm.owner.send(jobsContract.moveJob, {
        params: { id: id! },
        headers: { 'if-match': `"${revision}"` },
        body: { stageId: pipeline.named(stage).id },
      })
    const answers = await Promise.all([move('Left'), move('Right')])
    expect(answers.map((it) => it.status).sort()).toEqual([200, 409])
    const loser = answers.find((it) => it.status === 409)!
    expect(loser.problem.detail['current']).toMatchObject({ id, stageName: (await jobOf(firm.owner, id!)).stageName })
  })

  it('a job is moved by hand while its last item is finished: one of the two happens first, both are kept', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'Next' },
      { name: 'Far' },
    ])
    const account = await newAccount(firm, 'Patel')
    for (let round = 0; round < ROUNDS; round++) {
      const [id] = await addJobs(firm, pipeline, [account])
      const [task] = await holding(firm.owner, id!, 'task')
      await Promise.allSettled([finish(firm.owner, task!), moveTo(firm.owner, id!, pipeline.named('Far').id)])
      const done = await firm.owner.call(tasksContract.getTask, { params: { id: task! } })
      expect(done.status).toBe('completed')
      expect(['Next', 'Far']).toContain((await jobOf(firm.owner, id!)).stageName)
    }
  })

  it('AM-28: a client is put aside while the last item of its job is finished: moved before, or held and saying why', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'Next' },
    ])
    for (let round = 0; round < ROUNDS / 2; round++) {
      const account = await newAccount(firm, `Patel ${round}`)
      const [id] = await addJobs(firm, pipeline, [account])
      const [task] = await holding(firm.owner, id!, 'task')
      const sent = { params: { id: account }, body: { state: 'archived' } }
      const putAside = () => firm.owner.call(accountsContract.setAccountState, sent)
      const both = [putAside, () => finish(firm.owner, task!)]
      await Promise.all((round % 2 ? both : both.reverse()).map((act) => act()))
      const { stageName, explanation } = await jobOf(firm.owner, id!)
      expect(['Start', 'Next']).toContain(stageName)
      expect(explanation.reasons.map(({ code }) => code)).toContain('account_archived')
      expect(await movesOf(firm, id!)).toBe(stageName === 'Next' ? 1 : 0)
    }
  })

  it('a double click adds jobs once: the same Idempotency-Key, at the same moment', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }, { name: 'End' }])
    const body = { pipelineId: pipeline.id, accountIds: [await newAccount(firm, 'Patel')], name: 'Return' }
    const headers = { 'idempotency-key': crypto.randomUUID() }
    const acts = await Promise.all([1, 2, 3].map(() => firm.owner.call(jobsContract.addJobs, { body, headers })))
    await firm.drain()
    expect(new Set(acts.map((act) => act.id)).size).toBe(1)
    expect((await firm.owner.call(jobsContract.listJobs)).items).toHaveLength(1)
  })
})
