import { describe, expect, it } from 'vitest'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { newAccount, publish, stageOf, type TestPipeline } from '../../../test/support/pipeline.ts'
import { seen } from '../../../test/support/pipelines.ts'
import { trialsContract } from '../trials/contract.ts'
import { pipelinesContract } from './contract.ts'
import { newestVersions } from './versions-in-use.ts'

const stagesNow = (firm: TestFirm, { id }: TestPipeline) =>
  firm.run(async (tx) => (await newestVersions(tx, [id])).get(id)?.stages.map((stage) => stage.name))

async function draftStages(firm: TestFirm, { id, stages }: TestPipeline, names: string[]) {
  const body = { stages: [...stages, ...names.map((name) => stageOf({ name }))], statuses: [] }
  const current = await firm.owner.call(pipelinesContract.getPipeline, { params: { id } })
  return firm.owner.call(pipelinesContract.saveDraft, { ...seen(current), body })
}

describe('what a process remembers of versions', () => {
  it('B-1: never a draft that was only tried: the version that then gets its number says what it says', async () => {
    const firm = await freshFirm()
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }])
    const accountIds = [await newAccount(firm, 'Patel')]
    for (const name of ['First try', 'Second try', 'Third try']) {
      await draftStages(firm, pipeline, [name])
      const params = { id: pipeline.id }
      const trial = await firm.owner.call(trialsContract.dryRun, { params, body: { accountIds } })
      expect(trial.accounts[0]!.hops.map((hop) => hop.stage)).toEqual(['Start'])
      expect(await stagesNow(firm, pipeline)).toEqual(['Start'])
    }
    const draft = await draftStages(firm, pipeline, ['Real'])
    await firm.owner.call(pipelinesContract.publishPipeline, { ...seen(draft), body: {} })
    expect(await stagesNow(firm, pipeline)).toEqual(['Start', 'Real'])
    const next = await draftStages(firm, pipeline, ['Realer'])
    await firm.owner.call(pipelinesContract.publishPipeline, { ...seen(next), body: {} })
    expect(await stagesNow(firm, pipeline)).toEqual(['Start', 'Realer'])
  })

  it('never for another firm, under today’s name, and nobody can change it for the others', async () => {
    const [firm, other] = [await freshFirm(), await freshFirm()]
    const pipeline = await publish(firm, 'Returns', [{ name: 'Start' }])
    expect(await stagesNow(firm, pipeline)).toEqual(['Start'])
    expect(await stagesNow(other, pipeline)).toBeUndefined()
    const version = await firm.run(async (tx) => (await newestVersions(tx, [pipeline.id])).get(pipeline.id)!)
    expect(() => Object.assign(version.stages[0]!, { name: 'Changed' })).toThrow(TypeError)
    await firm.run((tx) =>
      tx.db.updateTable('pipelines').set({ name: 'Renamed' }).where('id', '=', pipeline.id).execute(),
    )
    const renamed = await firm.run(async (tx) => (await newestVersions(tx, [pipeline.id])).get(pipeline.id)!)
    expect([renamed.name, renamed.stages.map((stage) => stage.name)]).toEqual(['Renamed', ['Start']])
  })
})
