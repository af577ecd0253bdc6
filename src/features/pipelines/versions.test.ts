import { describe, expect, test } from 'vitest'
import { freshFirm } from '../../../test/support/firm.ts'
import { publish, publishedPipeline, saveDraft, seen, stage, uses } from '../../../test/support/pipelines.ts'
import { tasksContract } from '../tasks/contract.ts'
import { pipelinesContract } from './contract.ts'

describe('P-10, D-3: going back to an old version', () => {
  test('puts it into the draft, under its own ids; nothing changes for jobs until it is published', async () => {
    const { firm, first, second } = await twoVersions()
    const restored = await restore(firm.owner, second, 1)
    expect(restored.status).toBe(200)
    expect(restored.body).toMatchObject({ version: 2, draftChanged: true, draft: first.published })
    expect(restored.body.published).toEqual(second.published)
    const third = await publish(firm.owner, restored.body)
    expect(third.body).toMatchObject({ version: 3, published: first.published })
    const { items } = await firm.owner.call(pipelinesContract.listVersions, { params: { id: first.id } })
    expect(items.map(({ version }) => version)).toEqual([3, 2, 1])
  })

  test('the newest version in place of a draft that went wrong leaves nothing to publish', async () => {
    const { firm, second } = await twoVersions()
    const edited = await saveDraft(firm.owner, second, [])
    const restored = await restore(firm.owner, edited.body, 2)
    expect(restored.body).toMatchObject({ draftChanged: false, problems: [] })
    expect((await publish(firm.owner, restored.body)).problem.code).toBe('conflict')
  })

  test('a template that was deleted since is a problem of the draft', async () => {
    const firm = await freshFirm()
    const body = { name: 'Review', title: 'Review' }
    const { id } = await firm.owner.call(tasksContract.createTaskTemplate, { body })
    const first = await publishedPipeline(firm, 'Returns', [stage('Review', [uses('create_task', id)])])
    const without = await saveDraft(firm.owner, first, [stage('Done')])
    const second = await publish(firm.owner, without.body)
    await firm.owner.call(pipelinesContract.deleteTemplate, { params: { id } })
    const restored = await restore(firm.owner, second.body, 1)
    expect(restored.body.problems).toEqual([{ path: 'stages.0.automations.0.templateId', code: 'template_missing' }])
  })

  test('is told, is for those who may edit, and the loser of two changes gets the state as it is now', async () => {
    const { firm, second } = await twoVersions()
    const reader = await firm.addMember('employee')
    const memberIds = [reader.member.memberId]
    const shared = await firm.owner.call(pipelinesContract.setAvailability, { ...seen(second), body: { memberIds } })
    expect((await restore(reader, shared, 1)).status).toBe(404)
    const restored = await restore(firm.owner, shared, 1)
    const late = await restore(firm.owner, shared, 2)
    expect(late.problem).toMatchObject({ code: 'stale', detail: { current: { revision: restored.body.revision } } })
    expect((await restore(firm.owner, restored.body, 9)).status).toBe(404)
    const told = await firm.run((tx) =>
      tx.db.selectFrom('events').select('payload').where('type', '=', 'pipeline.versionRestored').execute(),
    )
    expect(told.map(({ payload }) => payload)).toEqual([{ name: 'Returns', version: 1 }])
  })
})

/** A pipeline whose second version has other stages than its first. */
async function twoVersions() {
  const firm = await freshFirm()
  const [gather, done] = [stage('Gather'), stage('Done')]
  const first = await publishedPipeline(firm, 'Returns', [gather, done])
  const edited = await saveDraft(firm.owner, first, [{ ...gather, name: 'Collect' }, stage('Review'), done])
  return { firm, first, second: (await publish(firm.owner, edited.body)).body }
}

type Who = Awaited<ReturnType<typeof freshFirm>>['owner']

function restore(who: Who, pipeline: Parameters<typeof seen>[0], version: number) {
  const { params, headers } = seen(pipeline)
  return who.send(pipelinesContract.restoreVersion, { params: { ...params, version: String(version) }, headers })
}
