import { expect, test } from 'vitest'
import { freshFirm } from '../../../test/support/firm.ts'
import { createPipeline, publish, publishedPipeline, saveDraft, stage, uses } from '../../../test/support/pipelines.ts'
import { tagsContract } from '../tags/contract.ts'
import { tasksContract } from '../tasks/contract.ts'
import { pipelinesContract } from './contract.ts'

test('B-6: a tag that nothing sets is pointed at until something does, and keeps nobody from publishing', async () => {
  const firm = await freshFirm()
  const { id: tagId } = await firm.owner.call(tagsContract.createTag, { body: { name: 'Prepaid' } })
  const task = await firm.owner.call(tasksContract.createTaskTemplate, { body: { name: 'Check', title: 'Check' } })
  const asked = stage('Gather', [uses('create_task', task.id, { kind: 'tag', tagId })])
  const made = await createPipeline(firm.owner, 'Returns')
  const { body: saved } = await saveDraft(firm.owner, made, [asked, stage('Done')])
  expect(saved).toMatchObject({
    problems: [],
    warnings: [{ path: 'stages.0.automations.0.condition', code: 'tag_never_set', tagId }],
  })
  expect((await publish(firm.owner, saved)).status).toBe(201)

  const sets = { ...uses('create_task', null), kind: 'update_account_tags', add: [tagId], remove: [], clear: false }
  const { templateId: _, ...adding } = sets as typeof sets & { templateId: unknown }
  await publishedPipeline(firm, 'Billing', [stage('Pay', [adding as never]), stage('Paid')])
  const again = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: made.id } })
  expect(again.warnings).toEqual([])
})
