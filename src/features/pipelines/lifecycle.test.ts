import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { freshFirm, type MemberCaller, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, publish as published } from '../../../test/support/pipeline.ts'
import { createPipeline, publish, publishedPipeline, saveDraft, seen, stage } from '../../../test/support/pipelines.ts'
import { jobsContract } from '../jobs/contract.ts'
import { pipelinesContract } from './contract.ts'
import type { PipelineView } from './schemas.ts'
import { requireKept } from './versions-in-use.ts'

describe('P-19: duplicating', () => {
  test('copies the draft and who sees it, under the next free name and new ids, unpublished and without jobs', async () => {
    const firm = await freshFirm()
    const reader = await firm.addMember('employee')
    const original = await publishedPipeline(firm, 'Returns', [stage('Gather'), stage('Done')])
    const memberIds = [reader.member.memberId]
    const shared = await firm.owner.call(pipelinesContract.setAvailability, { ...seen(original), body: { memberIds } })
    await addJobs(firm, { id: original.id }, [await newAccount(firm, 'Alder')])
    const copy = await duplicate(firm.owner, shared)
    expect(copy).toMatchObject({ name: 'Returns (2)', version: null, state: 'active', stageJobs: [], problems: [] })
    expect(copy.draft.stages.map(({ name }) => name)).toEqual(['Gather', 'Done'])
    const ids = original.draft.stages.map(({ id }) => id)
    expect(copy.draft.stages.filter(({ id }) => ids.includes(id))).toEqual([])
    expect(copy.availableTo.map(({ id }) => id).sort()).toEqual(
      [firm.owner.member.memberId, reader.member.memberId].sort(),
    )
    expect((await publish(firm.owner, copy)).body).toMatchObject({ version: 1 })
    const both = await Promise.all([duplicate(firm.owner, shared), duplicate(firm.owner, copy)])
    expect(both.map(({ name }) => name).sort()).toEqual(['Returns (3)', 'Returns (4)'])
  })
})

describe('P-12: archiving', () => {
  test('takes it out of the list and keeps new jobs out, while those under way go on', async () => {
    const firm = await freshFirm()
    const made = await published(firm, 'Returns', [{ name: 'Gather' }, { name: 'Done' }])
    const account = await newAccount(firm, 'Alder')
    const [jobId] = await addJobs(firm, made, [account])
    const archived = await setState(firm.owner, await pipelineOf(firm.owner, made.id), 'archived')
    expect(archived.body).toMatchObject({ state: 'archived', mayEdit: true })
    expect(await namesOf(firm.owner, 'active')).toEqual([])
    expect(await namesOf(firm.owner, 'archived')).toEqual(['Returns'])
    const refused = await firm.owner.send(jobsContract.addJobs, {
      body: { pipelineId: made.id, accountIds: [account], name: 'Return' },
    })
    expect([refused.status, refused.problem.code]).toEqual([409, 'archived'])
    const board = await firm.owner.call(jobsContract.getBoard, { params: { id: made.id } })
    expect(board.pipeline.takesJobs).toBe(false)
    const stageId = made.named('Done').id
    const job = await firm.owner.call(jobsContract.getJob, { params: { id: jobId! } })
    const headers = { 'if-match': `"${job.revision}"` }
    const moved = await firm.owner.call(jobsContract.moveJob, { params: { id: jobId! }, headers, body: { stageId } })
    expect(moved.stageName).toBe('Done')
    expect((await firm.owner.call(jobsContract.getDistribution)).pipelines.map(({ name }) => name)).toEqual(['Returns'])
    const back = await setState(firm.owner, archived.body, 'active')
    expect(back.body).toMatchObject({ state: 'active' })
    expect(await namesOf(firm.owner, 'active')).toEqual(['Returns'])
  })

  test('is for those who manage pipelines, and the loser of two changes gets the state as it is now', async () => {
    const firm = await freshFirm()
    const reader = await firm.addMember('employee')
    const pipeline = await createPipeline(firm.owner, 'Returns')
    const body = { memberIds: [reader.member.memberId] }
    const shared = await firm.owner.call(pipelinesContract.setAvailability, { ...seen(pipeline), body })
    expect((await setState(reader, shared, 'archived')).status).toBe(404)
    const late = await setState(firm.owner, pipeline, 'archived')
    expect(late.problem).toMatchObject({ code: 'stale', detail: { current: { revision: shared.revision } } })
  })
})

describe('P-12, P-18: deleting', () => {
  test('is refused with the counts while jobs are under way, and keeps everything once they are archived', async () => {
    const firm = await freshFirm()
    const made = await published(firm, 'Returns', [{ name: 'Gather' }, { name: 'Done' }])
    const [first, second] = await addJobs(firm, made, [
      await newAccount(firm, 'Alder'),
      await newAccount(firm, 'Birch'),
    ])
    await archiveJob(firm.owner, first!)
    const stage = made.named('Gather').id
    const refused = await remove(firm.owner, await pipelineOf(firm.owner, made.id))
    expect(refused.problem).toMatchObject({
      code: 'in_use',
      detail: { active: 1, stages: [{ stageId: stage, active: 1, archived: 1 }] },
    })
    await archiveJob(firm.owner, second!)
    const deleted = await remove(firm.owner, await pipelineOf(firm.owner, made.id))
    expect(deleted.body).toMatchObject({ state: 'deleted', mayEdit: false })
    expect(await namesOf(firm.owner, 'deleted')).toEqual(['Returns'])
    expect((await firm.owner.send(jobsContract.getBoard, { params: { id: made.id } })).status).toBe(404)
    const stays = await firm.owner.call(jobsContract.getJob, { params: { id: first! } })
    expect(stays).toMatchObject({ lifecycle: 'archived', pipelineName: 'Returns', stageName: 'Gather' })
    const tooSoon = await firm.owner.send(jobsContract.restoreJob, { params: { id: first! } })
    expect([tooSoon.status, tooSoon.problem.code]).toEqual([409, 'deleted'])
    const back = await setState(firm.owner, deleted.body, 'active')
    expect(back.body).toMatchObject({ version: 1, stageJobs: [{ stageId: stage, active: 0, archived: 2 }] })
    expect((await firm.owner.call(jobsContract.restoreJob, { params: { id: first! } })).stageName).toBe('Gather')
  })

  test('P-12: a job that is just coming back keeps its pipeline from being deleted', async () => {
    const firm = await freshFirm()
    const made = await published(firm, 'Returns', [{ name: 'Gather' }, { name: 'Done' }])
    const [jobId] = await addJobs(firm, made, [await newAccount(firm, 'Alder')])
    await archiveJob(firm.owner, jobId!)
    const pipeline = await pipelineOf(firm.owner, made.id)
    const [racing] = await firm.run(async (tx) => {
      await requireKept(tx, made.id)
      const removing = remove(firm.owner, pipeline)
      await Promise.race([removing, someoneWaits(firm)])
      await tx.db.updateTable('jobs').set({ lifecycle: 'active' }).where('id', '=', jobId!).execute()
      return [removing]
    })
    expect((await racing!).problem).toMatchObject({ code: 'in_use', detail: { active: 1 } })
  })

  test('gives its name away; taken back it gets a free one', async () => {
    const firm = await freshFirm()
    const deleted = await remove(firm.owner, await createPipeline(firm.owner, 'Returns'))
    await createPipeline(firm.owner, 'returns')
    const back = await setState(firm.owner, deleted.body, 'active')
    expect(back.body.name).toBe('Returns (2)')
  })

  test('leaves nothing to be changed until it is taken back, and nothing to be seen by those who may not', async () => {
    const firm = await freshFirm()
    const reader = await firm.addMember('employee')
    const pipeline = await publishedPipeline(firm, 'Returns', [stage('Gather')])
    const body = { memberIds: [reader.member.memberId] }
    const shared = await firm.owner.call(pipelinesContract.setAvailability, { ...seen(pipeline), body })
    const { body: deleted } = await remove(firm.owner, shared)
    const params = { id: pipeline.id }
    expect((await reader.send(pipelinesContract.getPipeline, { params })).status).toBe(404)
    expect(await namesOf(reader, 'deleted')).toEqual([])
    const refused = [
      await saveDraft(firm.owner, deleted, []),
      await publish(firm.owner, deleted),
      await remove(firm.owner, deleted),
      await firm.owner.send(pipelinesContract.duplicatePipeline, { params }),
      await firm.owner.send(pipelinesContract.renamePipeline, { ...seen(deleted), body: { name: 'Other' } }),
    ]
    expect(refused.map(({ problem }) => problem.code)).toEqual(refused.map(() => 'deleted'))
  })

  test('every act is told', async () => {
    const firm = await freshFirm()
    const pipeline = await createPipeline(firm.owner, 'Returns')
    const archived = await setState(firm.owner, pipeline, 'archived')
    const again = await setState(firm.owner, archived.body, 'archived')
    const deleted = await remove(firm.owner, again.body)
    await setState(firm.owner, deleted.body, 'active')
    await duplicate(firm.owner, pipeline)
    const rows = await firm.run((tx) => tx.db.selectFrom('events').select('type').orderBy('position').execute())
    expect(rows.map(({ type }) => type).filter((type) => type.startsWith('pipeline.'))).toEqual([
      'pipeline.created',
      'pipeline.archived',
      'pipeline.deleted',
      'pipeline.restored',
      'pipeline.created',
      'pipeline.duplicated',
    ])
  })
})

function pipelineOf(who: MemberCaller, id: string): Promise<PipelineView> {
  return who.call(pipelinesContract.getPipeline, { params: { id } })
}

async function namesOf(who: MemberCaller, state: PipelineView['state']): Promise<string[]> {
  return (await who.call(pipelinesContract.listPipelines, { query: { state } })).items.map(({ name }) => name)
}

function duplicate(who: MemberCaller, { id }: PipelineView): Promise<PipelineView> {
  return who.call(pipelinesContract.duplicatePipeline, { params: { id } })
}

function setState(who: MemberCaller, pipeline: PipelineView, state: 'active' | 'archived') {
  return who.send(pipelinesContract.setPipelineState, { ...seen(pipeline), body: { state } })
}

function remove(who: MemberCaller, pipeline: PipelineView) {
  return who.send(pipelinesContract.deletePipeline, seen(pipeline))
}

function archiveJob(who: MemberCaller, id: string) {
  return who.call(jobsContract.archiveJob, { params: { id } })
}

/** Resolves once a statement of this database waits for a lock. */
async function someoneWaits(firm: TestFirm): Promise<void> {
  for (let waiting = 0; waiting === 0; ) {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_locks where not granted`.execute(firm.system.maintenance)
    waiting = rows[0]!.count
  }
}
