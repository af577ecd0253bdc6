import { describe, expect, it } from 'vitest'
import type { Automation, Completion } from '#engine/core/pipeline.ts'
import type { JobId } from '#kernel/ids.ts'
import { freshFirm, signInClient, type TestFirm } from '../../../test/support/firm.ts'
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
} from '../../../test/support/pipeline.ts'
import { finish, holding, jobOf, moveTo, submit } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { jobsContract } from './contract.ts'

const task = async (firm: TestFirm, name = 'Check') => asks.task(await newTaskTemplate(firm, name))

describe('a job goes on by itself when everything its stage waits for is done', () => {
  it('AM-2, AM-12, DONE-1, DONE-2, ORG-61, ORG-43: organizer submitted and task completed, in either order; then the next automations fire', async () => {
    for (const clientFirst of [true, false]) {
      const firm = await freshFirm()
      const pipeline = await publish(firm, 'Returns', [
        {
          name: 'Gather',
          automove: true,
          automations: [asks.organizer(await newOrganizerTemplate(firm, 'Questions')), await task(firm)],
        },
        { name: 'Prepare', automations: [await task(firm, 'Prepare it')] },
        { name: 'Done' },
      ])
      const email = `anika-${firm.slug}@example.com`
      const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel', { email })])
      const client = await signInClient(firm, email)
      const [organizer] = await holding(firm.owner, id!, 'organizer')
      const [check] = await holding(firm.owner, id!, 'task')
      const acts = [() => submit(client, organizer!), () => finish(firm.owner, check!)]
      const [first, second] = clientFirst ? acts : acts.reverse()
      await first!()
      expect(await jobOf(firm.owner, id!)).toMatchObject({
        stageName: 'Gather',
        pendingItems: 1,
        doneItems: 1,
        turn: clientFirst ? 'team' : 'client',
      })
      await second!()
      const job = await jobOf(firm.owner, id!)
      expect(job).toMatchObject({ stageName: 'Prepare', pendingItems: 1, doneItems: 0, turn: 'team' })
      expect(job.items.filter((item) => item.holds).map((item) => item.name)).toEqual(['Prepare it'])
    }
  })

  it('AM-3, AM-31: without automove the job waits for a person, ready', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automations: [await task(firm)] },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    await finish(firm.owner, (await holding(firm.owner, id!, 'task'))[0]!)
    expect(await jobOf(firm.owner, id!)).toMatchObject({
      stageName: 'Start',
      turn: 'ready',
      explanation: { moves: false, reasons: [{ code: 'automove_off' }], next: { stage: 'End' } },
    })
  })

  it('AM-4, STG-4, P-15: the last stage never automoves, though its flag is kept', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start' },
      { name: 'End', automove: true, automations: [await task(firm)] },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')], pipeline.named('End').id)
    await finish(firm.owner, (await holding(firm.owner, id!, 'task'))[0]!)
    expect(await jobOf(firm.owner, id!)).toMatchObject({
      stageName: 'End',
      explanation: { reasons: [{ code: 'last_stage' }], next: null },
    })
  })

  it('AM-5, AM-18: a task added by hand holds the stage as well', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [await task(firm)] },
      { name: 'End' },
    ])
    const account = await newAccount(firm, 'Patel')
    const [id] = await addJobs(firm, pipeline, [account])
    const added = await firm.owner.call(tasksContract.createTask, {
      body: { accountId: account, jobId: id!, name: 'One more' },
    })
    expect(await jobOf(firm.owner, id!)).toMatchObject({ pendingItems: 2 })
    for (const taskId of await holding(firm.owner, id!, 'task'))
      if (taskId !== added.id) await finish(firm.owner, taskId)
    expect(await jobOf(firm.owner, id!)).toMatchObject({ stageName: 'Start', pendingItems: 1 })
    await finish(firm.owner, added.id)
    expect(await jobOf(firm.owner, id!)).toMatchObject({ stageName: 'End' })
  })

  it('AM-6, AM-10, AM-11, D-5: mails and tags are nothing to wait for, so the job stays, stuck, unless the stage says advance', async () => {
    const firm = await freshFirm()
    const automations = [
      asks.email(await newEmailTemplate(firm, 'Hello')),
      asks.tags({ add: [await newTag(firm, 'Season')] }),
    ]
    const stays = await publish(firm, 'Stays', [{ name: 'Start', automove: true, automations }, { name: 'End' }])
    const advances = await publish(firm, 'Advances', [
      { name: 'Start', automove: true, whenEmpty: 'advance', automations },
      { name: 'Middle', automove: true, whenEmpty: 'advance' },
      { name: 'End' },
    ])
    const account = await newAccount(firm, 'Patel')
    const [one] = await addJobs(firm, stays, [account])
    const [two] = await addJobs(firm, advances, [account])
    expect(await jobOf(firm.owner, one!)).toMatchObject({
      stageName: 'Start',
      turn: 'stuck',
      explanation: { reasons: [{ code: 'nothing_linked' }] },
    })
    expect(await jobOf(firm.owner, two!)).toMatchObject({ stageName: 'End' })
  })

  it('AM-7, STG-6: conditional stages that do not apply are skipped, also several; the tags at the moment of moving decide', async () => {
    const firm = await freshFirm()
    const [foreign, rental] = [await newTag(firm, 'Foreign income'), await newTag(firm, 'Rental')]
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automove: true, automations: [await task(firm)] },
      { name: 'Foreign', condition: hasTag(foreign) },
      { name: 'Rental', condition: hasTag(rental) },
      { name: 'Prepare' },
    ])
    const accounts = [
      await newAccount(firm, 'Plain'),
      await newAccount(firm, 'Landlord'),
      await newAccount(firm, 'Abroad'),
    ]
    const ids = await addJobs(firm, pipeline, accounts)
    const tag = (accountId: string, add: string) =>
      firm.owner.call(accountsContract.changeAccountTags, { body: { accountIds: [accountId], add: [add], remove: [] } })
    await tag(accounts[1]!, rental)
    await tag(accounts[2]!, foreign)
    expect((await jobOf(firm.owner, ids[0]!)).explanation.next).toMatchObject({
      stage: 'Prepare',
      skipped: [{ stage: 'Foreign' }, { stage: 'Rental' }],
    })
    for (const id of ids) await finish(firm.owner, (await holding(firm.owner, id, 'task'))[0]!)
    const stages = await Promise.all(ids.map(async (id) => (await jobOf(firm.owner, id)).stageName))
    expect(stages).toEqual(['Prepare', 'Rental', 'Foreign'])
  })

  it('AM-13, AM-14, D-6: what was left behind holds nothing any more, what nobody chose for is carried over', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Gather', automove: true, automations: [await task(firm, 'Early')] },
      { name: 'Prepare', automove: true, automations: [await task(firm, 'Late')] },
      { name: 'Done' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const [early] = await holding(firm.owner, id!, 'task')
    const stageId = pipeline.named('Prepare').id
    const headers = { 'if-match': `"${(await jobOf(firm.owner, id!)).revision}"` }
    const body = { stageId, pendingByKind: { task: 'leave' as const } }
    await firm.owner.call(jobsContract.moveJob, { params: { id: id! }, body, headers })
    await finish(firm.owner, (await holding(firm.owner, id!, 'task'))[0]!)
    expect(await jobOf(firm.owner, id!)).toMatchObject({ stageName: 'Done' })
    await finish(firm.owner, early!)
    expect(await jobOf(firm.owner, id!)).toMatchObject({ stageName: 'Done' })

    const [other] = await addJobs(firm, pipeline, [await newAccount(firm, 'Chandra')])
    const [carried] = await holding(firm.owner, other!, 'task')
    await moveTo(firm.owner, other!, stageId)
    const [late] = (await holding(firm.owner, other!, 'task')).filter((taskId) => taskId !== carried)
    await finish(firm.owner, late!)
    expect(await jobOf(firm.owner, other!)).toMatchObject({ stageName: 'Prepare' })
    await finish(firm.owner, carried!)
    expect(await jobOf(firm.owner, other!)).toMatchObject({ stageName: 'Done' })
  })

  it('AM-23, AM-10: a canceled task releases the stage but does not count as done', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [await task(firm, 'A'), await task(firm, 'B')] },
      { name: 'End' },
    ])
    const [one, two] = await addJobs(firm, pipeline, [await newAccount(firm, 'One'), await newAccount(firm, 'Two')])
    for (const taskId of await holding(firm.owner, one!, 'task')) await finish(firm.owner, taskId, 'canceled')
    const [a, b] = await holding(firm.owner, two!, 'task')
    await finish(firm.owner, a!)
    await finish(firm.owner, b!, 'canceled')
    expect(await jobOf(firm.owner, one!)).toMatchObject({
      stageName: 'Start',
      turn: 'stuck',
      explanation: { reasons: [{ code: 'nothing_done' }] },
    })
    expect(await jobOf(firm.owner, two!)).toMatchObject({ stageName: 'End' })
  })

  it('T-12: reopening a task moves nothing back', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [await task(firm)] },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const [check] = await holding(firm.owner, id!, 'task')
    await finish(firm.owner, check!)
    await finish(firm.owner, check!, 'planned')
    expect(await jobOf(firm.owner, id!)).toMatchObject({ stageName: 'End', pendingItems: 0 })
  })

  it('AM-28: an archived job is not moved, and goes on from the next event after it is restored', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [await task(firm, 'A'), await task(firm, 'B')] },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const [a, b] = await holding(firm.owner, id!, 'task')
    await firm.owner.call(jobsContract.archiveJob, { params: { id: id! } })
    await finish(firm.owner, a!)
    await finish(firm.owner, b!)
    expect(await jobOf(firm.owner, id!)).toMatchObject({ stageName: 'Start', lifecycle: 'archived' })
    await firm.owner.call(jobsContract.restoreJob, { params: { id: id! } })
    await finish(firm.owner, a!, 'planned')
    await finish(firm.owner, a!)
    expect(await jobOf(firm.owner, id!)).toMatchObject({ stageName: 'End' })
  })
})

describe('every step is explained', () => {
  it('B-3, B-4: reasons say what is missing; each hop names what caused it, down to the person', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, automations: [await task(firm, 'Check the payslips')] },
      { name: 'Empty', automove: true, whenEmpty: 'advance' },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    expect((await jobOf(firm.owner, id!)).explanation).toMatchObject({
      moves: false,
      reasons: [{ code: 'item_pending', item: { name: 'Check the payslips', actor: 'team' } }],
      next: { stage: 'Empty' },
    })
    await finish(firm.owner, (await holding(firm.owner, id!, 'task'))[0]!)
    const events = await firm.run((tx) =>
      tx.db
        .selectFrom('events')
        .select(['id', 'type', 'cause_id', 'actor_kind', 'payload'])
        .where('job_id', '=', id!)
        .orderBy('position')
        .execute(),
    )
    const chain = []
    for (
      let event = events.findLast((it) => it.type === 'job.moved');
      event;
      event = events.find((it) => it.id === event?.cause_id)
    ) {
      chain.push([event.type, event.actor_kind])
    }
    expect(chain).toEqual([
      ['job.moved', 'automation'],
      ['job.moved', 'automation'],
      ['task.statusChanged', 'member'],
    ])
  })

  it('D-4, AM-7: a stage whose condition cannot be judged is passed over, and the history flags it', async () => {
    const firm = await freshFirm()
    const condition = { kind: 'job_date', field: 'due_on', operator: 'before', value: '2030-01-01' } as const
    const pipeline = await publish(firm, 'Returns', [
      { name: 'Start', automove: true, whenEmpty: 'advance' },
      { name: 'Soon', condition },
      { name: 'End' },
    ])
    const [id] = await addJobs(firm, pipeline, [await newAccount(firm, 'Patel')])
    const told = await firm.run((tx) =>
      tx.db.selectFrom('events').select(['type', 'payload']).where('job_id', '=', id!).orderBy('position').execute(),
    )
    expect(told.slice(1)).toMatchObject([
      { type: 'job.moved', payload: { stage: 'End', skipped: ['Soon'] } },
      { type: 'job.stagesUnjudged', payload: { stages: ['Soon'] } },
    ])
  })

  it('B-8, B-3: the job says how many of what is open are enough, and what its stage does not wait for', async () => {
    const firm = await freshFirm()
    const [one, two] = [await task(firm, 'One'), await task(firm, 'Two')]
    const account = await newAccount(firm, 'Patel')
    const jobWith = async (name: string, completion: Completion, automations: Automation[]) => {
      const stages = [{ name: 'Gather', automove: true, completion, automations }, { name: 'End' }]
      const [id] = await addJobs(firm, await publish(firm, name, stages), [account])
      return jobOf(firm.owner, id!)
    }
    const said = ({ items, explanation: { reasons, suffices } }: Awaited<ReturnType<typeof jobOf>>) => [
      reasons.map(({ code, item }) => item?.name ?? code),
      suffices,
      items.filter((item) => item.holds).map((item) => item.name),
    ]
    const both = ['One', 'Two']
    expect(said(await jobWith('Any', { rule: 'any' }, [one, two]))).toEqual([both, 1, both])
    expect(said(await jobWith('Many', { rule: 'count', count: 3 }, [one, two]))).toEqual([
      [...both, 'too_few_done'],
      null,
      both,
    ])
    const named: Completion = { rule: 'named', automationIds: [two.id] }
    const waiting = await jobWith('Named', named, [one, two])
    expect(said(waiting)).toEqual([['Two'], null, ['Two']])
    await finish(firm.owner, waiting.items.find((item) => item.name === 'Two')!.id)
    expect((await jobOf(firm.owner, waiting.id as JobId)).stageName).toBe('End')
    const never = { ...two, condition: hasTag(await newTag(firm, 'Never')) }
    expect(said(await jobWith('None', named, [one, never]))).toEqual([['none_named'], null, []])
  })
})
