import { describe, expect, test } from 'vitest'
import { decide } from '#engine/core/decide.ts'
import type { Decided } from '#engine/core/enter-stage.ts'
import { type AccountState, type Catalog, type NewJob, NO_CHOICES, NO_CLIENT_STATUS } from '#engine/core/model.ts'
import type { PipelineVersion } from '#engine/core/pipeline.ts'
import { loadCatalog } from '#engine/shell/load-world.ts'
import { newId, type PipelineId, type TagId } from '#kernel/ids.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { newestVersions } from '../pipelines/index.ts'
import { templatesIn } from '../pipelines/model.ts'
import { tagsContract } from '../tags/contract.ts'
import { templatesContract } from '../templates/contract.ts'
import { libraryContract } from './contract.ts'
import { packs } from './packs/index.ts'

describe('D-21: what ships', () => {
  test('is listed with its language and numbers, and can be looked at whole before it is copied', async () => {
    const { owner } = await freshFirm()
    const { items } = await owner.call(libraryContract.listPacks)
    expect(items.map(({ key, locale }) => [key, locale])).toEqual([
      ['us_1040', 'en'],
      ['monthly_books', 'en'],
      ['nl_income_tax', 'nl'],
      ['se_annual_accounts', 'sv'],
      ['de_income_tax', 'de'],
    ])
    const pack = await owner.call(libraryContract.getPack, { params: { key: 'us_1040' } })
    expect(pack).toEqual(packs[0])
    expect(items[0]).toMatchObject({ organizers: 2, tasks: pack.tasks.length, stages: { length: 7 } })
  })

  test.each(['nothing', 'US_1040', '../secret'])('there is no set called %s', async (key) => {
    const { owner } = await freshFirm()
    expect((await owner.send(libraryContract.getPack, { params: { key } })).status).toBe(404)
    expect((await owner.send(libraryContract.installPack, { params: { key } })).status).toBe(404)
  })
})

describe.each(packs)('P-20, D-21: installing “$name”', (pack) => {
  test('brings tags, templates and a published pipeline without problems', async () => {
    const firm = await freshFirm()
    const { pipelineId, name } = await install(firm, pack.key)
    expect(name).toBe(pack.pipeline.name)
    const pipeline = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipelineId } })
    expect(pipeline).toMatchObject({ version: 1, draftChanged: false, problems: [] })
    expect(pipeline.published).toEqual(pipeline.draft)
    expect(pipeline.availableTo.map((member) => member.id)).toEqual([firm.owner.member.memberId])
    const { items: tags } = await firm.owner.call(tagsContract.listTags)
    expect(tags.map((tag) => tag.name).sort()).toEqual(pack.tags.map((tag) => tag.name).sort())
    expect(await templateNames(firm)).toEqual(
      [...pack.organizers, ...pack.tasks, ...pack.emails].map((template) => template.name).sort(),
    )
  })

  test.each([
    ['all its tags', true],
    ['no tag', false],
  ])('gives a pipeline in which the job of a client with %s runs from first stage to last', async (_, tagged) => {
    const firm = await freshFirm()
    const { pipelineId } = await install(firm, pack.key)
    const { version, catalog } = await worldOf(firm, pipelineId)
    const story = runThrough(version, catalog, tagged ? catalog.tagIds : new Set())
    expect(story.stages.at(-1)).toBe(version.stages.at(-1)!.name)
    expect(story.failed).toEqual([])
    const skipped = version.stages.filter((stage) => !story.stages.includes(stage.name))
    expect(skipped.length > 0).toBe(!tagged)
    expect(skipped.every((stage) => stage.condition !== null)).toBe(true)
  })
})

test.each(packs)('B-6: nothing in $name is warned of, in a firm that has no client yet', async ({ key }) => {
  const firm = await freshFirm()
  const { pipelineId } = await install(firm, key)
  const { problems, warnings } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id: pipelineId } })
  expect({ problems, warnings }).toEqual({ problems: [], warnings: [] })
})

describe('copies', () => {
  test('a second installation is an independent copy under the next free names', async () => {
    const firm = await freshFirm()
    const first = await install(firm, 'us_1040')
    const second = await install(firm, 'us_1040')
    const third = await install(firm, 'us_1040')
    expect([first, second, third].map((copy) => copy.name)).toEqual([
      'Individual returns (1040)',
      'Individual returns (1040) (2)',
      'Individual returns (1040) (3)',
    ])
    const [a, b] = await Promise.all(
      [first, second].map((copy) =>
        firm.owner.call(pipelinesContract.getPipeline, { params: { id: copy.pipelineId } }),
      ),
    )
    const shared = (of: (pipeline: typeof a) => string[]) => of(a).filter((id) => of(b).includes(id))
    expect(shared((pipeline) => templatesIn(pipeline!.draft))).toEqual([])
    expect(shared((pipeline) => pipeline!.draft.stages.map((stage) => stage.id))).toEqual([])
    expect(await templateNames(firm)).toContain('1040: review return (3)')
    expect((await firm.owner.call(tagsContract.listTags)).items).toHaveLength(packs[0]!.tags.length)
  })

  test('all sets together fit into one firm', async () => {
    const firm = await freshFirm()
    for (const { key } of packs) await install(firm, key)
    expect((await firm.owner.call(pipelinesContract.listPipelines)).items).toHaveLength(packs.length)
  })

  test('a tag that exists is used again as it is, whatever its case and colour', async () => {
    const firm = await freshFirm()
    const mine = await firm.owner.call(tagsContract.createTag, { body: { name: 'RENTAL', color: 'red' } })
    await install(firm, 'us_1040')
    const { items } = await firm.owner.call(tagsContract.listTags)
    expect(items.filter((tag) => tag.name.toLowerCase() === 'rental')).toEqual([expect.objectContaining(mine)])
  })

  test('a repeated request with one Idempotency-Key makes one copy', async () => {
    const firm = await freshFirm()
    const send = () =>
      firm.owner.send(libraryContract.installPack, {
        params: { key: 'us_1040' },
        headers: { 'idempotency-key': 'once' },
      })
    const [one, two] = await Promise.all([send(), send()])
    expect(one.body).toEqual(two.body)
    expect((await firm.owner.call(pipelinesContract.listPipelines)).items).toHaveLength(1)
  })

  test('needs both rights: pipelines and templates', async () => {
    const firm = await freshFirm()
    const params = { key: 'us_1040' }
    for (const rights of [[], ['manage_pipelines'], ['manage_templates']] as const) {
      const employee = await firm.addMember('employee', [...rights])
      expect((await employee.send(libraryContract.installPack, { params })).status).toBe(404)
    }
    const both = await firm.addMember('employee', ['manage_pipelines', 'manage_templates'])
    const { pipelineId } = await both.call(libraryContract.installPack, { params })
    const mine = await both.call(pipelinesContract.getPipeline, { params: { id: pipelineId } })
    expect(mine.availableTo).toEqual([{ id: both.member.memberId, name: both.member.name }])
  })
})

function install(firm: TestFirm, key: string) {
  return firm.owner.call(libraryContract.installPack, { params: { key } })
}

async function templateNames(firm: TestFirm): Promise<string[]> {
  const { items } = await firm.owner.call(templatesContract.listTemplates, { query: { limit: 100 } })
  return items.map((template) => template.name).sort()
}

async function worldOf(firm: TestFirm, id: PipelineId): Promise<{ version: PipelineVersion; catalog: Catalog }> {
  return firm.run(async (tx) => {
    const version = (await newestVersions(tx, [id])).get(id)!
    return { version, catalog: await loadCatalog(tx, [version]) }
  })
}

/** Adds a job and completes everything that is ever asked, until it asks for nothing more. */
function runThrough(version: PipelineVersion, catalog: Catalog, tags: ReadonlySet<TagId>) {
  const account: AccountState = {
    id: newId(),
    lifecycle: 'active',
    type: 'individual',
    tagIds: tags,
    memberIds: new Set(),
    roleHolders: new Map(),
    contactsWithEmail: 1,
    contactsToNotify: 1,
    contactsWithLogin: 1,
  }
  const job: NewJob = {
    id: newId(),
    accountId: account.id,
    pipelineId: version.pipelineId,
    lifecycle: 'active',
    stageId: null,
    visitId: null,
    visitOrdinal: 0,
    status: null,
    priority: 'medium',
    startOn: null,
    dueOn: null,
    assigneeIds: new Set(),
    clientStatus: NO_CLIENT_STATUS,
    items: [],
    failed: new Set(),
    ranOnce: new Set(),
    submitted: new Map(),
  }
  const place = { pipelineId: version.pipelineId, stageId: version.stages[0]!.id, status: 'leave' } as const
  const enter = { ...NO_CHOICES, ...place, how: 'created', memberId: null } as const
  let decided = decide(job, version, account, catalog, { kind: 'enter', ...enter, causeId: null }) as Decided
  const effects = [...decided.effects]
  while (decided.effects.length > 0) {
    const items = decided.job.items.map((item) => ({ ...item, state: 'done' as const }))
    const trigger = { kind: 'items_changed', causeId: null } as const
    decided = decide({ ...decided.job, items }, version, decided.account, catalog, trigger) as Decided
    effects.push(...decided.effects)
  }
  const name = (id: string) => version.stages.find((stage) => stage.id === id)!.name
  return {
    stages: effects.flatMap((effect) => (effect.kind === 'enter_stage' ? name(effect.toStageId) : [])),
    failed: effects.filter((effect) => effect.kind === 'record_outcome' && effect.outcome.result === 'failed'),
  }
}
