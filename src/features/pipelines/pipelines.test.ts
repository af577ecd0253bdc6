import { describe, expect, test } from 'vitest'
import { newId } from '#kernel/ids.ts'
import { freshFirm, type MemberCaller } from '../../../test/support/firm.ts'
import {
  createPipeline,
  publish,
  publishedPipeline,
  saveDraft,
  seen,
  stage,
  uses,
} from '../../../test/support/pipelines.ts'
import { tagsContract } from '../tags/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { pipelinesContract } from './contract.ts'
import type { PipelineView } from './schemas.ts'

describe('making and naming pipelines', () => {
  test('P-4, SET-1: whoever makes one sees it; its name is unique whatever case and blanks', async () => {
    const firm = await freshFirm()
    const maker = await firm.addMember('employee', ['manage_pipelines'], 'Petra')
    const made = await createPipeline(maker, '  Payroll ')
    expect(made).toMatchObject({ name: 'Payroll', version: null, draftChanged: true, mayEdit: true, revision: 1 })
    expect(made.availableTo).toEqual([{ id: maker.member.memberId, name: 'Petra' }])
    const again = await firm.owner.send(pipelinesContract.createPipeline, { body: { name: 'PAYROLL' } })
    expect(again.problem.fields).toEqual([{ path: 'name', code: 'duplicate' }])
    await createPipeline(firm.owner, 'Bookkeeping')
    const { items } = await firm.owner.call(pipelinesContract.listPipelines)
    expect(items.map(({ name, jobs, stages }) => ({ name, jobs, stages }))).toEqual([
      { name: 'Bookkeeping', jobs: 0, stages: 0 },
      { name: 'Payroll', jobs: 0, stages: 0 },
    ])
  })

  test('a new name is checked like the first, and the loser of two changes gets the state as it is now', async () => {
    const firm = await freshFirm()
    const [a, b] = [await createPipeline(firm.owner, 'A'), await createPipeline(firm.owner, 'B')]
    const taken = await rename(firm.owner, b, 'a')
    expect(taken.problem.fields).toEqual([{ path: 'name', code: 'duplicate' }])
    expect((await rename(firm.owner, a, 'A season')).body).toMatchObject({ name: 'A season', revision: 2 })
    const late = await rename(firm.owner, a, 'A year')
    expect(late.status).toBe(409)
    expect(late.problem).toMatchObject({ code: 'stale', detail: { current: { name: 'A season', revision: 2 } } })
  })

  test.each([
    [{ name: '' }, 'name', 'required'],
    [{ name: 'x'.repeat(121) }, 'name', 'too_big_text'],
    [{ name: 'A', state: 'archived' }, 'state', 'unknown_field'],
    [{}, 'name', 'required'],
  ])('a pipeline like %j is refused at %s: %s', async (body, path, code) => {
    const firm = await freshFirm()
    const { status, problem } = await firm.owner.send(pipelinesContract.createPipeline, { body })
    expect(status).toBe(422)
    expect(problem.fields).toEqual([expect.objectContaining({ path, code })])
  })
})

describe('who sees and who changes', () => {
  test('P-2, P-3, P-5, P-6: owner and admins always; others need Available to, and the right to change it', async () => {
    const firm = await freshFirm()
    const pipeline = await createPipeline(firm.owner, 'Returns')
    const admin = await firm.addMember('admin')
    const manager = await firm.addMember('employee', ['manage_pipelines'])
    const preparer = await firm.addMember('employee')
    const params = { id: pipeline.id }
    expect((await admin.call(pipelinesContract.getPipeline, { params })).mayEdit).toBe(true)
    expect((await manager.send(pipelinesContract.getPipeline, { params })).status).toBe(404)
    expect((await manager.call(pipelinesContract.listPipelines)).items).toEqual([])
    expect((await preparer.send(pipelinesContract.listVersions, { params })).status).toBe(404)
    expect((await saveDraft(manager, pipeline, [])).status).toBe(404)

    const shared = await makeAvailable(firm.owner, pipeline, manager, preparer)
    expect(shared.body.availableTo.map(({ id }) => id).sort()).toEqual(
      [manager.member.memberId, preparer.member.memberId].sort(),
    )
    expect((await preparer.call(pipelinesContract.getPipeline, { params })).mayEdit).toBe(false)
    expect((await preparer.call(pipelinesContract.listPipelines)).items).toHaveLength(1)
    expect((await saveDraft(preparer, shared.body, [stage('New')])).status).toBe(404)
    expect((await rename(preparer, shared.body, 'Mine')).status).toBe(404)
    expect((await saveDraft(manager, shared.body, [stage('New')])).status).toBe(200)
  })

  test('SET-2: a stranger or a deactivated colleague cannot be put into Available to', async () => {
    const firm = await freshFirm()
    const other = await freshFirm()
    const pipeline = await createPipeline(firm.owner, 'Returns')
    const colleague = await firm.addMember('employee')
    await firm.run((tx) =>
      tx.db
        .updateTable('team_members')
        .set({ state: 'deactivated' })
        .where('id', '=', colleague.member.memberId)
        .execute(),
    )
    for (const wrong of [other.owner, colleague]) {
      const refused = await makeAvailable(firm.owner, pipeline, firm.owner, wrong)
      expect(refused.problem.fields).toEqual([{ path: 'memberIds', code: 'unknown_member' }])
    }
  })

  test('a pipeline of another firm does not exist', async () => {
    const [firm, other] = [await freshFirm(), await freshFirm()]
    const pipeline = await createPipeline(other.owner, 'Theirs')
    expect((await firm.owner.send(pipelinesContract.getPipeline, { params: { id: pipeline.id } })).status).toBe(404)
    expect((await saveDraft(firm.owner, pipeline, [])).status).toBe(404)
    expect((await publish(firm.owner, pipeline)).status).toBe(404)
  })
})

describe('the draft', () => {
  test('is saved with all its problems, which the answer names by path, and nothing typed is lost', async () => {
    const firm = await freshFirm()
    const pipeline = await createPipeline(firm.owner, 'Returns')
    const tag = await firm.owner.call(tagsContract.createTag, { body: { name: 'Rental' } })
    const gone = newId<'tag'>()
    const emptyGroup = { kind: 'all' as const, of: [] }
    const stages = [
      stage('Gather', [uses('send_email', null)], { condition: { kind: 'tag', tagId: tag.id } }),
      stage('  ', [uses('send_email', newId(), emptyGroup)]),
      stage('gather ', [], { condition: emptyGroup }),
      stage('Done', [
        {
          id: newId(),
          condition: null,
          repeat: 'every_visit',
          kind: 'update_account_tags',
          add: [gone],
          remove: [],
          clear: false,
        },
      ]),
    ]
    const saved = await saveDraft(firm.owner, pipeline, stages)
    expect(saved.status).toBe(200)
    expect(saved.body.draft).toEqual({ stages, statuses: [] })
    expect(saved.body.problems).toEqual([
      { path: 'stages.0.condition', code: 'condition_on_first_stage' },
      { path: 'stages.0.automations.0.templateId', code: 'template_missing' },
      { path: 'stages.1.name', code: 'stage_name_missing' },
      { path: 'stages.1.automations.0.templateId', code: 'template_missing' },
      { path: 'stages.1.automations.0.condition', code: 'condition_empty_group' },
      { path: 'stages.2.name', code: 'stage_name_taken' },
      { path: 'stages.2.condition', code: 'condition_empty_group' },
      { path: 'stages.3.automations.0.add.0', code: 'tag_missing' },
    ])
    const refused = await publish(firm.owner, saved.body)
    expect(refused.status).toBe(422)
    expect(refused.problem.fields).toEqual(saved.body.problems)
  })

  test('two editors: the one who saves second is told and gets what the first one saved', async () => {
    const firm = await freshFirm()
    const pipeline = await createPipeline(firm.owner, 'Returns')
    await saveDraft(firm.owner, pipeline, [stage('Gather')])
    const late = await saveDraft(firm.owner, pipeline, [stage('Collect')])
    expect(late.status).toBe(409)
    expect(late.problem.detail).toMatchObject({ current: { revision: 2, draft: { stages: [{ name: 'Gather' }] } } })
    const unsure = await firm.owner.send(pipelinesContract.saveDraft, {
      params: { id: pipeline.id },
      body: { stages: [] },
    })
    expect(unsure.status).toBe(428)
  })

  test.each([
    ['a stage without an id', { stages: [{ ...stage('A'), id: 'one' }] }, 'stages.0.id', 'not_an_id'],
    [
      'an unknown automation',
      { stages: [{ ...stage('A'), automations: [{ ...uses('send_email', null), kind: 'send_fax' }] }] },
      'stages.0.automations.0.kind',
      'invalid_value',
    ],
    ['an unknown setting', { stages: [{ ...stage('A'), color: 'red' }] }, 'stages.0.color', 'unknown_field'],
    ['no list of stages', { stages: 'all' }, 'stages', 'wrong_type'],
    ['a name beyond reason', { stages: [stage('x'.repeat(121))] }, 'stages.0.name', 'too_big_text'],
  ])('%s is refused with its place', async (_, body, path, code) => {
    const firm = await freshFirm()
    const pipeline = await createPipeline(firm.owner, 'Returns')
    const refused = await firm.owner.send(pipelinesContract.saveDraft, { ...seen(pipeline), body })
    expect(refused.status).toBe(422)
    expect(refused.problem.fields).toContainEqual(expect.objectContaining({ path, code }))
  })

  test('D-14: the id of another pipeline’s stage is a problem', async () => {
    const firm = await freshFirm()
    const shared = stage('Gather')
    await publishedPipeline(firm, 'A', [shared])
    const second = await saveDraft(firm.owner, await createPipeline(firm.owner, 'B'), [shared])
    expect(second.body.problems).toEqual([{ path: 'stages.0.id', code: 'id_taken' }])
  })
})

describe('publishing', () => {
  test('D-3, D-14: versions are numbered, keep ids, never change, and tell who published them', async () => {
    const firm = await freshFirm()
    const [gather, done] = [stage(' Gather '), stage('Done')]
    const first = await publishedPipeline(firm, 'Returns', [gather, done])
    expect(first).toMatchObject({ version: 1, draftChanged: false, revision: 3 })
    expect(first.published!.stages.map(({ id, name }) => ({ id, name }))).toEqual([
      { id: gather.id, name: 'Gather' },
      { id: done.id, name: 'Done' },
    ])
    const edited = await saveDraft(firm.owner, first, [done, gather, stage('Filed')])
    expect(edited.body).toMatchObject({ version: 1, draftChanged: true })
    const second = await publish(firm.owner, edited.body)
    expect(second.status).toBe(201)
    expect(second.headers.get('etag')).toBe(`"${second.body.revision}"`)

    const params = { id: first.id }
    const { items } = await firm.owner.call(pipelinesContract.listVersions, { params })
    expect(items.map(({ version, publishedBy, stages }) => ({ version, publishedBy, stages }))).toEqual([
      { version: 2, publishedBy: 'Mara Lindqvist', stages: 3 },
      { version: 1, publishedBy: 'Mara Lindqvist', stages: 2 },
    ])
    const old = await firm.owner.call(pipelinesContract.getVersion, { params: { ...params, version: '1' } })
    expect(old.definition).toEqual(first.published)
    expect((await firm.owner.send(pipelinesContract.getVersion, { params: { ...params, version: '3' } })).status).toBe(
      404,
    )
    const paged = await firm.owner.call(pipelinesContract.listVersions, { params, query: { limit: 1 } })
    const rest = await firm.owner.call(pipelinesContract.listVersions, { params, query: { cursor: paged.next } })
    expect(rest.items.map(({ version }) => version)).toEqual([1])
  })

  test('a draft that says what the newest version says is no change, and is not published again', async () => {
    const firm = await freshFirm()
    const stages = [stage('Gather'), stage('Done')]
    const first = await publishedPipeline(firm, 'Returns', stages)
    const away = await saveDraft(firm.owner, first, [stages[0]!])
    const back = await saveDraft(firm.owner, away.body, stages)
    expect(back.body.draftChanged).toBe(false)
    expect((await publish(firm.owner, back.body)).problem.code).toBe('conflict')
  })

  test('P-15, STG-4: automove of a last stage is stored, and is no problem', async () => {
    const firm = await freshFirm()
    const last = stage('Done', [], { automove: true })
    const pipeline = await publishedPipeline(firm, 'Returns', [stage('Gather'), last])
    expect(pipeline.published!.stages.at(-1)!.automove).toBe(true)
  })

  test('every change is told', async () => {
    const firm = await freshFirm()
    const pipeline = await publishedPipeline(firm, 'Returns', [stage('Gather')])
    await rename(firm.owner, pipeline, 'Returns 2025')
    const rows = await firm.run((tx) => tx.db.selectFrom('events').select('type').orderBy('position').execute())
    expect(rows.map((row) => row.type).filter((type) => type.startsWith('pipeline.'))).toEqual([
      'pipeline.created',
      'pipeline.draftChanged',
      'pipeline.published',
      'pipeline.renamed',
    ])
  })
})

describe('FAIL-1: deleting a template', () => {
  test('is refused with its uses while a draft or the newest version names it, and done afterwards', async () => {
    const firm = await freshFirm()
    const { id } = await firm.owner.call(tasksContract.createTaskTemplate, {
      body: { name: 'Review', title: 'Review' },
    })
    const pipeline = await publishedPipeline(firm, 'Returns', [stage('Review', [uses('create_task', id)])])
    const refused = await firm.owner.send(pipelinesContract.deleteTemplate, { params: { id } })
    expect(refused.problem).toMatchObject({
      code: 'in_use',
      detail: { pipelines: [{ id: pipeline.id, name: 'Returns' }], others: 0 },
    })
    const librarian = await firm.addMember('employee', ['manage_templates'])
    const blind = await librarian.send(pipelinesContract.deleteTemplate, { params: { id } })
    expect(blind.problem.detail).toEqual({ pipelines: [], others: 1 })

    const without = await saveDraft(firm.owner, pipeline, [stage('Review')])
    expect((await firm.owner.send(pipelinesContract.deleteTemplate, { params: { id } })).status).toBe(409)
    await publish(firm.owner, without.body)
    expect((await firm.owner.send(pipelinesContract.deleteTemplate, { params: { id } })).status).toBe(204)
    expect((await firm.owner.send(pipelinesContract.deleteTemplate, { params: { id } })).status).toBe(404)
  })

  test('is not for those who do not manage templates', async () => {
    const firm = await freshFirm()
    const employee = await firm.addMember('employee', ['manage_pipelines'])
    expect((await employee.send(pipelinesContract.deleteTemplate, { params: { id: newId() } })).status).toBe(404)
  })
})

function rename(who: MemberCaller, pipeline: PipelineView, name: string) {
  return who.send(pipelinesContract.renamePipeline, { ...seen(pipeline), body: { name } })
}

function makeAvailable(who: MemberCaller, pipeline: PipelineView, ...members: MemberCaller[]) {
  const memberIds = members.map(({ member }) => member.memberId)
  return who.send(pipelinesContract.setAvailability, { ...seen(pipeline), body: { memberIds } })
}
