import { describe, expect, test } from 'vitest'
import type { PipelineId, TemplateId } from '#kernel/ids.ts'
import { freshFirm, type MemberCaller, type TestFirm } from '../../../test/support/firm.ts'
import { asks, newEmailTemplate, newTag, newTaskTemplate, publish } from '../../../test/support/pipeline.ts'
import { createPipeline, seen } from '../../../test/support/pipelines.ts'
import { emailsContract } from '../emails/contract.ts'
import { jobTemplatesContract } from '../jobs/contract-templates.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { tagsContract } from '../tags/contract.ts'
import { templatesContract } from '../templates/contract.ts'
import { libraryContract } from './contract.ts'

describe('P-20, D-21: the firm’s own library', () => {
  test('keeps a pipeline with everything it uses, to be looked at whole', async () => {
    const { firm, pipelineId, rental } = await season()
    const saved = await save(firm.owner, pipelineId, 'Our returns')
    expect(saved).toMatchObject({ name: 'Our returns', stages: ['Gather', 'Done'], emails: 1, tasks: 1, organizers: 0 })
    expect((await firm.owner.call(libraryContract.listOwnPacks)).items).toEqual([saved])
    const whole = await firm.owner.call(libraryContract.getOwnPack, { params: { id: saved.id } })
    expect(whole.templates.map(({ kind, name }) => [kind, name]).sort()).toEqual([
      ['email', 'Welcome'],
      ['task', 'Check'],
    ])
    expect(whole.tags).toEqual([expect.objectContaining({ id: rental, name: 'Rental' })])
  })

  test('a copy brings new stages and templates with the settings, published; tags are used again', async () => {
    const { firm, pipelineId, rental } = await season()
    const original = await pipelineOf(firm, pipelineId)
    await firm.owner.call(pipelinesContract.changeSettings, {
      ...seen(original),
      body: { ...original.settings, sort: 'priority' },
    })
    const { id } = await save(firm.owner, pipelineId, 'Returns')
    const made = await firm.owner.call(libraryContract.installOwnPack, { params: { id } })
    expect(made).toMatchObject({ name: 'Returns (2)', published: true })
    const copy = await pipelineOf(firm, made.pipelineId)
    expect(copy).toMatchObject({ version: 1, problems: [], settings: { sort: 'priority' } })
    expect(copy.published!.stages.map(({ name }) => name)).toEqual(['Gather', 'Done'])
    const shared = (json: string, other: string) =>
      [...json.matchAll(/[0-9a-f-]{36}/g)].map(([found]) => found).filter((found) => other.includes(found))
    const [a, b] = [JSON.stringify(original.published), JSON.stringify(copy.published)]
    expect([...new Set(shared(a, b))]).toEqual([rental])
    const { items } = await firm.owner.call(templatesContract.listTemplates)
    expect(items.map(({ name }) => name).sort()).toEqual(['Check', 'Check (2)', 'Welcome', 'Welcome (2)'])
  })

  test('SET-4: the job template of its settings is kept and copied, too', async () => {
    const { firm, pipelineId } = await season()
    const body = { name: 'Return', title: '1040 of [ACCOUNT_NAME]' }
    const template = await firm.owner.call(jobTemplatesContract.createJobTemplate, { body })
    const jobTemplateId = template.id as TemplateId
    const pipeline = await pipelineOf(firm, pipelineId)
    const settings = { ...pipeline.settings, jobTemplateId }
    await firm.owner.call(pipelinesContract.changeSettings, { ...seen(pipeline), body: settings })
    const { id } = await save(firm.owner, pipelineId, 'Ours')
    const made = await firm.owner.call(libraryContract.installOwnPack, { params: { id } })
    const copied = (await pipelineOf(firm, made.pipelineId)).settings.jobTemplateId
    expect(copied).not.toBe(jobTemplateId)
    const copy = await firm.owner.call(jobTemplatesContract.getJobTemplate, { params: { id: copied! } })
    expect(copy).toMatchObject({ name: 'Return (2)', title: '1040 of [ACCOUNT_NAME]' })
  })

  test('what is kept never changes: not with the pipeline, its templates, or after they are gone', async () => {
    const { firm, pipelineId, email } = await season()
    const { id } = await save(firm.owner, pipelineId, 'Our returns')
    const before = await firm.owner.call(libraryContract.getOwnPack, { params: { id } })
    const template = await firm.owner.call(emailsContract.getEmailTemplate, { params: { id: email } })
    await firm.owner.call(emailsContract.changeEmailTemplate, {
      params: { id: email },
      headers: { 'if-match': `"${template.revision}"` },
      body: { name: 'Welcome', subject: 'Other', body: 'Other' },
    })
    await firm.owner.call(pipelinesContract.deletePipeline, seen(await pipelineOf(firm, pipelineId)))
    await firm.owner.call(pipelinesContract.deleteTemplate, { params: { id: email } })
    for (const tag of (await firm.owner.call(tagsContract.listTags)).items) await removeTag(firm, tag.id)
    expect(await firm.owner.call(libraryContract.getOwnPack, { params: { id } })).toEqual(before)
    const made = await firm.owner.call(libraryContract.installOwnPack, { params: { id } })
    expect(made).toMatchObject({ name: 'Our returns', published: true })
    expect((await firm.owner.call(tagsContract.listTags)).items.map(({ name }) => name)).toEqual(['Rental'])
  })

  test('is told; names are unique; taken out again, what was made from it stays', async () => {
    const { firm, pipelineId } = await season()
    const { id } = await save(firm.owner, pipelineId, 'Ours')
    const body = { pipelineId, name: 'OURS' }
    const again = await firm.owner.send(libraryContract.saveOwnPack, { body })
    expect(again.problem.fields).toEqual([{ path: 'name', code: 'duplicate' }])
    await firm.owner.call(libraryContract.installOwnPack, { params: { id } })
    await firm.owner.call(libraryContract.deleteOwnPack, { params: { id } })
    expect((await firm.owner.call(libraryContract.listOwnPacks)).items).toEqual([])
    expect((await firm.owner.call(pipelinesContract.listPipelines)).items).toHaveLength(2)
    const rows = await firm.run((tx) => tx.db.selectFrom('events').select('type').orderBy('position').execute())
    expect(rows.map(({ type }) => type).filter((type) => type.startsWith('library.'))).toEqual([
      'library.saved',
      'library.installed',
      'library.deleted',
    ])
  })

  test('only what was published can be kept, and only by those who manage and see it', async () => {
    const { firm, pipelineId } = await season()
    const draft = await createPipeline(firm.owner, 'Draft')
    const refused = await firm.owner.send(libraryContract.saveOwnPack, {
      body: { pipelineId: draft.id, name: 'Draft' },
    })
    expect([refused.status, refused.problem.code]).toEqual([409, 'not_published'])
    const manager = await firm.addMember('employee', ['manage_pipelines'])
    const blind = await manager.send(libraryContract.saveOwnPack, { body: { pipelineId, name: 'Ours' } })
    expect(blind.status).toBe(404)
    const { id } = await save(firm.owner, pipelineId, 'Ours')
    expect((await manager.send(libraryContract.installOwnPack, { params: { id } })).status).toBe(404)
    const other = await freshFirm()
    expect((await other.owner.send(libraryContract.getOwnPack, { params: { id } })).status).toBe(404)
  })
})

/** A published pipeline whose first stage sends a mail, and creates a task for clients with a tag. */
async function season() {
  const firm = await freshFirm()
  const rental = await newTag(firm, 'Rental')
  const email = await newEmailTemplate(firm, 'Welcome')
  const task = await newTaskTemplate(firm, 'Check')
  const { id } = await publish(firm, 'Returns', [
    { name: 'Gather', automations: [asks.email(email), asks.task(task, { kind: 'tag', tagId: rental })] },
    { name: 'Done' },
  ])
  return { firm, pipelineId: id, rental, email }
}

function save(who: MemberCaller, pipelineId: PipelineId, name: string) {
  return who.call(libraryContract.saveOwnPack, { body: { pipelineId, name } })
}

function pipelineOf(firm: TestFirm, id: PipelineId) {
  return firm.owner.call(pipelinesContract.getPipeline, { params: { id } })
}

async function removeTag(firm: TestFirm, id: string): Promise<void> {
  await firm.owner.call(tagsContract.deleteTag, { params: { id } })
}
