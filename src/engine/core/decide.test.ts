import { describe, expect, it } from 'vitest'
import { derivedId } from '#kernel/ids.ts'
import { decide } from './decide.ts'
import type { EffectOf } from './effect.ts'
import * as f from './example.fixture.ts'
import type { AccountState, JobState, NewJob, Trigger } from './model.ts'
import type { PipelineVersion } from './pipeline.ts'

const run = (job: JobState | NewJob, version: PipelineVersion, account: AccountState, trigger: Trigger) =>
  f.decided(decide(job, version, account, f.catalog, trigger))

describe('entering a stage', () => {
  const version = f.pipeline(
    f.stage('gather', [f.email(), f.organizer(), f.task()]),
    f.stage('prepare', [f.task()]),
    f.stage('file'),
  )

  it('A-1, A-3, JC-4: a new job enters its stage and every automation runs, in order', () => {
    const { effects, job } = run(f.newJob, version, f.account(), f.entering('gather', 'created'))
    expect(effects.map((effect) => effect.kind)).toEqual([
      'enter_stage',
      'send_email',
      'record_outcome',
      'create_organizer',
      'record_outcome',
      'create_task',
      'record_outcome',
    ])
    expect(job).toMatchObject({ stageId: 'gather', visitOrdinal: 1, visitId: derivedId('visit', 'job', 1) })
    expect(job.items.map(({ kind, state, actor }) => [kind, state, actor])).toEqual([
      ['organizer', 'pending', 'client'],
      ['task', 'pending', 'team'],
    ])
  })

  it('D-2, A-8, D-14: what is created carries its key, its template version and its pipeline version', () => {
    const { effects } = run(f.jobIn('prepare'), version, f.account(), f.entering('gather'))
    const visitId = derivedId('visit', 'job', 2)
    expect(effects[0]).toEqual({
      kind: 'enter_stage',
      jobId: 'job',
      accountId: 'visser',
      how: 'moved_by_hand',
      pipelineId: 'returns',
      fromPipelineId: 'returns',
      fromStageId: 'prepare',
      fromVisitId: derivedId('visit', 'job', 1),
      toStageId: 'gather',
      visitId,
      visitOrdinal: 2,
      version: 7,
      leftStatus: null,
      timeLimit: null,
      skipped: [],
      leftBehind: [],
    })
    const id = derivedId('create_organizer', visitId, 'gather/1')
    const by = { jobId: 'job', accountId: 'visser', visitId, automationId: 'gather/1' }
    expect(effects[3]).toEqual({ kind: 'create_organizer', id, templateId: 'organizer', templateVersion: 3, ...by })
    expect(effects[4]).toMatchObject({ outcome: { automationId: 'gather/1', kind: 'create_organizer', createdId: id } })
    expect(effects[2]).toMatchObject({ outcome: { automationId: 'gather/0', createdId: null } })
  })

  it('A-9, AM-34: moving back opens a new visit and fires again; what is left behind holds nothing', () => {
    const there = run(f.newJob, version, f.account(), f.entering('gather', 'created')).job
    const back = run(there, version, f.account(), f.entering('gather'))
    expect(f.path(back.effects)).toEqual(['gather'])
    expect(new Set(back.job.items.map((item) => item.id)).size).toBe(4)
    const first = f.finish(
      back.job,
      'done',
      there.items.map((item) => item.id),
    )
    expect(run(first, version, f.account(), f.itemsChanged).effects).toEqual([])
  })

  it('AM-35: a job created in a later stage runs only its automations', () => {
    const { effects } = run(f.newJob, version, f.account(), f.entering('prepare', 'created'))
    expect(f.outcomes(effects)).toEqual(['prepare/0 done'])
  })

  it('A-30: deselected automations are skipped, the others run', () => {
    const { effects, job } = run(
      f.newJob,
      version,
      f.account(),
      f.entering('gather', 'created', ['gather/0', 'gather/2']),
    )
    expect(f.outcomes(effects)).toEqual(['gather/0 skipped deselected', 'gather/1 done', 'gather/2 skipped deselected'])
    expect(job.items).toHaveLength(1)
  })

  it.each([
    ['an archived account', f.jobIn('gather'), f.account([], { lifecycle: 'archived' }), 'prepare', 'account_archived'],
    [
      'a new job of an archived account',
      f.newJob,
      f.account([], { lifecycle: 'archived' }),
      'gather',
      'account_archived',
    ],
    ['an archived job', f.jobIn('gather', [], { lifecycle: 'archived' }), f.account(), 'prepare', 'job_archived'],
    ['a stage that was deleted meanwhile', f.jobIn('gather'), f.account(), 'gone', 'stage_missing'],
  ])('FAIL-13: %s is refused', (_, job, account, stageId, refused) => {
    expect(decide(job, version, account, f.catalog, f.entering(stageId))).toEqual({ refused })
  })

  it('D-15: a job whose own stage is gone is refused, not lost in silence', () => {
    expect(decide(f.jobIn('gone', ['done']), version, f.account(), f.catalog, f.itemsChanged)).toEqual({
      refused: 'stage_missing',
    })
  })
})

describe('what automations come to', () => {
  const nobody = f.account([], { contactsToNotify: 0 })
  const offline = f.account([], { contactsWithEmail: 0, contactsToNotify: 0 })

  it.each([
    ['FAIL-1: a deleted template', f.organizer(null, 'gone'), f.account(), 'failed template_missing'],
    ['FAIL-1: a template of another kind', f.task(null, 'email'), f.account(), 'failed template_missing'],
    ['FAIL-1: an e-mail without template', f.email(null, 'gone'), offline, 'failed template_missing'],
    ['FAIL-4: nobody with Notify on', f.organizer(), nobody, 'done (nobody_notified)'],
    ['FAIL-2: an offline account', f.organizer(), offline, 'done (nobody_notified)'],
    ['tasks notify no client', f.task(), offline, 'done'],
    ['FAIL-5: no contact with an e-mail address', f.email(), offline, 'failed no_recipient'],
    ['XC-7: all contacts with Notify off', f.email(), nobody, 'failed no_recipient'],
    ['a mail to somebody', f.email(), f.account(), 'done'],
    [
      'A-5: a condition not met',
      f.organizer(f.tagCondition('foreign')),
      f.account(['rental']),
      'skipped condition_not_met',
    ],
    [
      'A-20: all tags asked for',
      f.organizer(f.tagCondition('foreign', 'rental')),
      f.account(['foreign', 'rental']),
      'done',
    ],
    [
      'A-20: only one of two tags',
      f.task(f.tagCondition('foreign', 'rental')),
      f.account(['rental']),
      'skipped condition_not_met',
    ],
    ['D-4: a condition on a deleted tag', f.task(f.tagCondition('gone')), f.account(), 'skipped condition_unknown'],
    ['a deleted tag among others', f.tags({ add: ['gone', 'rental'] }), f.account(), 'done (tag_missing)'],
    ['only deleted tags', f.tags({ add: ['gone'], remove: ['lost'] }), f.account(), 'failed tag_missing'],
    [
      'clearing, and adding a deleted tag',
      f.tags({ add: ['gone'], clear: true }),
      f.account(['rental']),
      'done (tag_missing)',
    ],
  ])('%s: %#', (_, ask, account, outcome) => {
    const version = f.pipeline(f.stage('gather', [ask, f.task()]), f.stage('file'))
    const { effects } = run(f.newJob, version, account, f.entering('gather', 'created'))
    expect(f.outcomes(effects)).toEqual([`gather/0 ${outcome}`, 'gather/1 done'])
  })

  it.each([
    ['adds and removes', { add: ['foreign'], remove: ['rental'] }, ['rental'], ['foreign'], ['rental'], ['foreign']],
    [
      'clear, then add, replaces',
      { add: ['foreign'], clear: true },
      ['rental', 'prepaid'],
      ['foreign'],
      ['prepaid', 'rental'],
      ['foreign'],
    ],
    [
      'clear and add keeps what is added',
      { add: ['rental'], clear: true },
      ['rental', 'prepaid'],
      [],
      ['prepaid'],
      ['rental'],
    ],
    ['remove comes before add', { add: ['foreign'], remove: ['foreign'] }, [], ['foreign'], [], ['foreign']],
  ])('AUT-2: %s', (_, change, before, add, remove, after) => {
    const version = f.pipeline(f.stage('gather', [f.tags(change)]), f.stage('file'))
    const { effects, account } = run(f.newJob, version, f.account(before), f.entering('gather', 'created'))
    expect(effects[1]).toMatchObject({ kind: 'update_account_tags', add, remove })
    expect([...account.tagIds]).toEqual(after)
  })

  it('AUT-2: tags that are as they should be change nothing', () => {
    const version = f.pipeline(f.stage('gather', [f.tags({ add: ['rental'], remove: ['foreign'] })]), f.stage('file'))
    const { effects } = run(f.newJob, version, f.account(['rental']), f.entering('gather', 'created'))
    expect(effects.map((effect) => effect.kind)).toEqual(['enter_stage', 'record_outcome'])
    expect(f.outcomes(effects)).toEqual(['gather/0 done'])
  })

  it.each([
    [
      'cleared before',
      [f.tags({ clear: true }), f.organizer(f.tagCondition('foreign'))],
      ['foreign'],
      'skipped condition_not_met',
    ],
    ['added before', [f.tags({ add: ['foreign'] }), f.organizer(f.tagCondition('foreign'))], [], 'done'],
  ])('A-4: a condition sees the tags as %s', (_, asks, before, outcome) => {
    const version = f.pipeline(f.stage('gather', asks), f.stage('file'))
    const { effects } = run(f.newJob, version, f.account(before), f.entering('gather', 'created'))
    expect(f.outcomes(effects)[1]).toBe(`gather/1 ${outcome}`)
  })

  it('A-4: a condition does not see what comes after it', () => {
    const version = f.pipeline(
      f.stage('gather', [f.organizer(f.tagCondition('foreign')), f.tags({ add: ['foreign'] })]),
      f.stage('x'),
    )
    const { effects } = run(f.newJob, version, f.account(), f.entering('gather', 'created'))
    expect(f.outcomes(effects)).toEqual(['gather/0 skipped condition_not_met', 'gather/1 done'])
  })
})

describe('automove', () => {
  const version = f.pipeline(f.stage('gather'), f.stage('prepare', [f.task()]), f.stage('file'))

  it.each<[string, Parameters<typeof f.jobIn>, string[]]>([
    ['AM-2: all items done', ['gather', ['done', 'done']], ['prepare']],
    ['AM-5: one item pending', ['gather', ['done', 'pending']], []],
    ['AM-10: nothing linked', ['gather', []], []],
    ['AM-21, AM-23: resolved, nothing done', ['gather', ['resolved']], []],
    ['AM-21: resolved, another one done', ['gather', ['resolved', 'done']], ['prepare']],
    ['AM-4: the last stage', ['file', ['done']], []],
    ['AM-28: an archived job', ['gather', ['done'], { lifecycle: 'archived' }], []],
  ])('%s', (_, job, path) => {
    const { effects } = run(f.jobIn(...job), version, f.account(), f.itemsChanged)
    expect(f.path(effects)).toEqual(path)
  })

  it('FAIL-13: jobs of an archived account stay', () => {
    const archived = f.account([], { lifecycle: 'archived' })
    expect(run(f.jobIn('gather', ['done']), version, archived, f.itemsChanged).effects).toEqual([])
  })

  it('AM-3: switched off, the job waits for a person', () => {
    const off = f.pipeline(f.stage('gather', [], { automove: false }), f.stage('file'))
    expect(run(f.jobIn('gather', ['done']), off, f.account(), f.itemsChanged).effects).toEqual([])
  })

  it('P-15: switched on for the last stage, it counts as off', () => {
    const last = f.pipeline(f.stage('gather'), f.stage('file', [], { automove: true, whenEmpty: 'advance' }))
    expect(f.path(run(f.jobIn('gather', ['done']), last, f.account(), f.itemsChanged).effects)).toEqual(['file'])
  })

  it('AM-13, AM-14: items of earlier visits hold nothing, and finish nothing', () => {
    const earlier = derivedId<'visit'>('visit', 'job', 0)
    const held = f.jobIn('gather', ['done'])
    const left = { ...held, items: [...held.items, f.item('old', 'pending', earlier)] }
    expect(f.path(run(left, version, f.account(), f.itemsChanged).effects)).toEqual(['prepare'])
    const empty = { ...held, items: [f.item('old', 'done', earlier)] }
    expect(run(empty, version, f.account(), f.itemsChanged).effects).toEqual([])
  })

  it('AM-18: a pending item added while waiting extends the wait', () => {
    const job = f.jobIn('gather', ['pending'])
    const longer = { ...f.finish(job), items: [...f.finish(job).items, f.item('added', 'pending', job.visitId)] }
    expect(run(longer, version, f.account(), f.itemsChanged).effects).toEqual([])
    expect(f.path(run(f.finish(longer), version, f.account(), f.itemsChanged).effects)).toEqual(['prepare'])
  })

  it('AM-12, A-36: the next automations run, whatever was deselected when the job was put in by hand', () => {
    const chain = f.pipeline(f.stage('a', [f.task()], { whenEmpty: 'advance' }), f.stage('b', [f.task()]), f.stage('c'))
    const { effects } = run(f.newJob, chain, f.account(), f.entering('a', 'created', ['a/0', 'b/0']))
    expect(f.outcomes(effects)).toEqual(['a/0 skipped deselected', 'b/0 done'])
  })

  it('AM-7, P-15: stages that do not admit the account are skipped, with the reason; the last admits all', () => {
    const conditional = f.pipeline(
      f.stage('gather'),
      f.stage('foreign', [], { condition: f.tagCondition('foreign') }),
      f.stage('deleted', [], { condition: f.tagCondition('gone') }),
      f.stage('file', [], { condition: f.tagCondition('rental') }),
    )
    const target = (tags: string[]) => {
      const { effects } = run(f.jobIn('gather', ['done']), conditional, f.account(tags), f.itemsChanged)
      const { toStageId, skipped, how } = effects[0] as EffectOf<'enter_stage'>
      return { toStageId, skipped, how }
    }
    expect(target(['foreign'])).toEqual({ toStageId: 'foreign', skipped: [], how: 'automove' })
    expect(target([])).toEqual({
      toStageId: 'file',
      skipped: [
        { stageId: 'foreign', truth: false },
        { stageId: 'deleted', truth: 'unknown' },
      ],
      how: 'automove',
    })
  })

  it('JM-3: a person may enter a stage whose condition is not met', () => {
    const conditional = f.pipeline(
      f.stage('a'),
      f.stage('b', [], { condition: f.tagCondition('foreign') }),
      f.stage('c'),
    )
    expect(f.path(run(f.jobIn('a'), conditional, f.account(), f.entering('b')).effects)).toEqual(['b'])
  })

  it('A-4, AM-32: the next stage is judged on the tags that this stage left', () => {
    const tagging = f.pipeline(
      f.stage('a', [f.tags({ add: ['foreign'] })], { whenEmpty: 'advance' }),
      f.stage('b', [f.tags({ clear: true })], { condition: f.tagCondition('foreign'), whenEmpty: 'advance' }),
      f.stage('c', [], { condition: f.tagCondition('foreign') }),
      f.stage('d'),
    )
    expect(f.path(run(f.newJob, tagging, f.account(), f.entering('a', 'created')).effects)).toEqual(['a', 'b', 'd'])
  })

  it('D-5, AM-11, AM-36: stages with nothing to wait for are passed, at most once each', () => {
    const stages = Array.from({ length: 30 }, (_, i) => f.stage(`s${i}`, [f.email()], { whenEmpty: 'advance' }))
    const { effects, job } = run(f.newJob, f.pipeline(...stages), f.account(), f.entering('s0', 'created'))
    expect(f.path(effects)).toEqual(stages.map((stage) => stage.id))
    expect(job).toMatchObject({ stageId: 's29', visitOrdinal: 30 })
  })

  it('AM-11: a stage whose automations were all skipped is left only where it may advance', () => {
    const ask = f.organizer(f.tagCondition('foreign'))
    const stays = f.pipeline(f.stage('a', [ask]), f.stage('b'))
    const goes = f.pipeline(f.stage('a', [ask], { whenEmpty: 'advance' }), f.stage('b'))
    expect(f.path(run(f.newJob, stays, f.account(), f.entering('a', 'created')).effects)).toEqual(['a'])
    expect(f.path(run(f.newJob, goes, f.account(), f.entering('a', 'created')).effects)).toEqual(['a', 'b'])
    expect(f.path(run(f.newJob, goes, f.account(['foreign']), f.entering('a', 'created')).effects)).toEqual(['a'])
  })

  it('AM-33: "next" is by the order of the version that decides', () => {
    const reordered = f.pipeline(f.stage('prepare'), f.stage('gather'), f.stage('review'), f.stage('file'))
    expect(f.path(run(f.jobIn('gather', ['done']), reordered, f.account(), f.itemsChanged).effects)).toEqual(['review'])
  })
})
