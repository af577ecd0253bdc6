import { afterEach, describe, expect, it } from 'vitest'
import { asOwner } from '../../../test/support/databases.ts'
import { freshFirm, signInClient } from '../../../test/support/firm.ts'
import {
  addJobs,
  asks,
  newAccount,
  newOrganizerTemplate,
  newTaskTemplate,
  publish,
} from '../../../test/support/pipeline.ts'
import { databaseUrl } from '../../../test/support/system.ts'
import { finish, holding, jobOf, submit } from '../../../test/support/work.ts'
import { organizersContract } from '../organizers/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { jobsContract } from './contract.ts'
import { jobLinksContract } from './contract-links.ts'

/** The database refuses tasks of accounts with this name: an error that nobody foresaw. */
async function breakTasks(accountName: string): Promise<void> {
  await asOwner(
    databaseUrl(),
    `create or replace function refuse_task() returns trigger language plpgsql as $$
     begin
       if exists (select from accounts where firm_id = new.firm_id and id = new.account_id and name = '${accountName}')
       then raise exception 'the disk is on fire'; end if;
       return new;
     end $$;
     create or replace trigger refuse_task before insert on tasks for each row execute function refuse_task()`,
  )
}

const mend = () => asOwner(databaseUrl(), 'drop trigger if exists refuse_task on tasks')

afterEach(mend)

describe('errors that nobody foresaw', () => {
  it('FAIL-15: of a chunk, the one job that fails is given up with its error’s id; all others go through', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'End' },
    ])
    const accounts = []
    for (let n = 0; n < 9; n++) accounts.push(await newAccount(firm, n === 4 ? 'Burning' : `Client ${n}`))
    await breakTasks('Burning')
    const act = await firm.owner.call(jobsContract.addJobs, {
      body: { pipelineId: pipeline.id, accountIds: accounts, name: 'Return' },
    })
    await firm.drain()
    expect(await firm.owner.call(jobsContract.getBulkAct, { params: { id: act.id } })).toMatchObject({
      state: 'finished',
      succeeded: 8,
      failed: 1,
    })
    const { items } = await firm.owner.call(jobsContract.listBulkItems, { params: { id: act.id } })
    expect(items[0]).toMatchObject({
      accountName: 'Burning',
      state: 'failed',
      reason: { code: 'error', errorId: expect.any(String) },
    })
    expect((await firm.owner.call(jobsContract.listJobs)).items).toHaveLength(8)
  })

  it('FAIL-15: an act that the queue has given up ends, and says of what waited that it was not done', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }])
    const accountIds = [await newAccount(firm, 'Adams'), await newAccount(firm, 'Baker')]
    const body = { pipelineId: pipeline.id, accountIds, name: 'Return' }
    const params = { id: (await firm.owner.call(jobsContract.addJobs, { body })).id }
    await firm.sweep()
    expect(await firm.owner.call(jobsContract.getBulkAct, { params })).toMatchObject({ state: 'queued' })
    await asOwner(databaseUrl(), `update pgboss.job set state = 'failed' where id = '${params.id}'`)
    await firm.sweep()
    expect(await firm.owner.call(jobsContract.getBulkAct, { params })).toMatchObject({ state: 'finished', failed: 2 })
    const { items } = await firm.owner.call(jobsContract.listBulkItems, { params })
    expect(items.map((it) => [it.state, it.reason?.code])).toEqual(items.map(() => ['failed', 'not_done']))
    const told = await firm.run((tx) =>
      tx.db.selectFrom('events').select('payload').where('type', '=', 'bulk_act.finished').execute(),
    )
    expect(told.map((it) => it.payload)).toEqual([{ kind: 'add_jobs', succeeded: 0, failed: 2 }])
  })

  it('D-15, D-1: a client’s submission stands though the move that follows fails; the job says so, and goes on once it can', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automove: true, automations: [asks.organizer(await newOrganizerTemplate(firm, 'Questions'))] },
      { name: 'Prepare', automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
      { name: 'End' },
    ])
    const email = `fault-${firm.slug}@example.com`
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Smouldering', { email })])
    const client = await signInClient(firm, email)
    await breakTasks('Smouldering')
    await submit(client, (await holding(firm.owner, id!, 'organizer'))[0]!)
    const waiting = await jobOf(firm.owner, id!)
    expect(waiting).toMatchObject({ stageName: 'Gather', turn: 'stuck', items: [{ state: 'done' }] })
    expect(waiting.explanation.reasons.map((it) => it.code)).toEqual(['waiting_for_advance'])
    await mend()
    await retryNow(firm.firmId)
    await firm.drain()
    expect(await jobOf(firm.owner, id!)).toMatchObject({ stageName: 'Prepare', pendingItems: 1, turn: 'team' })
  })

  it('AM-16, D-15: one job whose move fails keeps no other job that waited for the same organizer from moving', async () => {
    const firm = await freshFirm()
    const [plain, broken] = [
      await publish(firm, 'Plain', [{ name: 'Gather', automove: true }, { name: 'End' }]),
      await publish(firm, 'Broken', [
        { name: 'Gather', automove: true },
        { name: 'Prepare', automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
        { name: 'End' },
      ]),
    ]
    const email = `several-${firm.slug}@example.com`
    const account = await newAccount(firm, 'Glowing', { email })
    const jobs = [...(await addJobs(firm, broken, [account])), ...(await addJobs(firm, plain, [account]))]
    const body = { templateId: await newOrganizerTemplate(firm, 'Questions'), accountIds: [account] }
    await firm.owner.call(organizersContract.sendOrganizers, { body })
    const { items } = await firm.owner.call(organizersContract.listOrganizers, { query: { accountId: account } })
    for (const id of jobs)
      await firm.owner.call(jobLinksContract.linkItem, {
        params: { id },
        body: { kind: 'organizer', itemId: items[0]!.id },
      })
    await breakTasks('Glowing')
    await submit(await signInClient(firm, email), items[0]!.id)
    const [stuck, moved] = [await jobOf(firm.owner, jobs[0]!), await jobOf(firm.owner, jobs[1]!)]
    expect([stuck.stageName, stuck.explanation.reasons[0]!.code]).toEqual(['Gather', 'waiting_for_advance'])
    expect([moved.stageName, moved.explanation.reasons[0]!.code]).toEqual(['End', 'last_stage'])
    await mend()
    await retryNow(firm.firmId)
    await firm.drain()
    expect((await jobOf(firm.owner, jobs[0]!)).stageName).toBe('Prepare')
  })

  it('P-16, D-15: of the jobs that are ready when automove is switched on, one that fails keeps no other', async () => {
    const firm = await freshFirm()
    const task = asks.task(await newTaskTemplate(firm, 'Check'))
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [task] },
      { name: 'Prepare', automations: [asks.task(await newTaskTemplate(firm, 'Prepare'))] },
      { name: 'End' },
    ])
    const accounts = [await newAccount(firm, 'Sparking'), await newAccount(firm, 'Calm')]
    const ids = await addJobs(firm, pipeline, accounts)
    for (const id of ids) await finish(firm.owner, (await holding(firm.owner, id, 'task'))[0]!)
    await breakTasks('Sparking')
    const params = { id: pipeline.id }
    const { draft, revision } = await firm.owner.call(pipelinesContract.getPipeline, { params })
    const stages = draft.stages.with(0, { ...draft.stages[0]!, automove: true })
    const at = (seen: number) => ({ params, headers: { 'if-match': `"${seen}"` } })
    const saved = await firm.owner.call(pipelinesContract.saveDraft, {
      ...at(revision),
      body: { stages, statuses: [] },
    })
    await firm.owner.call(pipelinesContract.publishPipeline, { ...at(saved.revision), body: {} })
    await firm.drain()
    const where = () => Promise.all(ids.map(async (id) => (await jobOf(firm.owner, id)).stageName))
    expect(await where()).toEqual(['Start', 'Prepare'])
    await mend()
    await retryNow(firm.firmId)
    await firm.drain()
    expect(await where()).toEqual(['Prepare', 'Prepare'])
  })

  it('FAIL-14: a move that dies half way never happened', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start' },
      { name: 'Next', automations: [asks.task(await newTaskTemplate(firm, 'Check'))] },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Ashes')])
    await breakTasks('Ashes')
    const before = await jobOf(firm.owner, id!)
    const answered = await firm.owner.send(jobsContract.moveJob, {
      params: { id: id! },
      headers: { 'if-match': `"${before.revision}"` },
      body: { stageId: pipeline.named('Next').id },
    })
    expect(answered.problem).toMatchObject({ code: 'bug', requestId: expect.any(String) })
    expect(await jobOf(firm.owner, id!)).toEqual(before)
  })
})

/** The queue would wait before it tries again; here the time has come. */
async function retryNow(firmId: string): Promise<void> {
  await asOwner(
    databaseUrl(),
    `update pgboss.job set start_after = now() where data ->> 'firmId' = '${firmId}' and state < 'active'`,
  )
}
