import { describe, expect, test } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { type Caller, freshFirm, signInClient, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, publish, tells } from '../../../test/support/pipeline.ts'
import { jobOf, moveTo } from '../../../test/support/work.ts'
import { accountsContract } from '../accounts/contract.ts'
import { clientStatusesContract } from '../client-statuses/contract.ts'
import { jobsContract } from './contract.ts'
import { clientWorkContract } from './contract-client.ts'
import { jobFieldsContract } from './contract-fields.ts'

async function office() {
  const firm = await freshFirm()
  const email = `rosa-${firm.slug}@example.com`
  const account = await newAccount(firm, 'Delgado', { email })
  const client = await signInClient(firm, email)
  const { items } = await firm.owner.call(clientStatusesContract.listClientStatuses)
  const status = (name: string) => items.find((each) => each.name === name)!
  const sees = async () =>
    (await client.call(clientWorkContract.listPortalWork, { query: { accountId: account } })).items
  return { firm, account, email, client, status, sees }
}

/** Stages Gather (Planned), Wait (says nothing), Review (In review, in its own words), Hide. */
async function pipelineOf({ firm, status }: Awaited<ReturnType<typeof office>>, notify = false) {
  return publish(firm, 'Secret pipeline', [
    { name: 'Secret gather', automations: [tells(status('Planned').id)] },
    { name: 'Secret wait' },
    { name: 'Secret review', automations: [tells(status('In review').id, { description: 'Nearly there.', notify })] },
    { name: 'Secret hide', automations: [tells(null, { visible: false })] },
  ])
}

async function change(firm: TestFirm, id: JobId, client: object) {
  const { revision } = await jobOf(firm.owner, id)
  const headers = { 'if-match': `"${revision}"` }
  return firm.owner.call(jobFieldsContract.changeJob, { params: { id }, headers, body: { client } })
}

describe('what stages tell the client', () => {
  test('CFS-4, CFS-5, CFS-6: at once, in the pipeline’s own words; a stage that says nothing changes nothing', async () => {
    const at = await office()
    const pipeline = await pipelineOf(at)
    const [id] = await addJobs(at.firm, pipeline, [at.account])
    const planned = { name: 'Planned', color: 'gray' }
    expect(await at.sees()).toMatchObject([{ status: planned, description: at.status('Planned').description }])
    await moveTo(at.firm.owner, id!, pipeline.named('Secret wait').id)
    expect(await at.sees()).toMatchObject([{ status: planned }])
    await moveTo(at.firm.owner, id!, pipeline.named('Secret review').id)
    expect(await at.sees()).toMatchObject([{ status: { name: 'In review' }, description: 'Nearly there.' }])
    await moveTo(at.firm.owner, id!, pipeline.named('Secret hide').id)
    expect(await at.sees()).toEqual([])
    expect((await jobOf(at.firm.owner, id!)).items).toEqual([])
    await moveTo(at.firm.owner, id!, pipeline.named('Secret wait').id)
    expect(await at.sees()).toEqual([])
  })

  test('CFS-8: by hand, one chooses whether what the automation says is shown', async () => {
    const at = await office()
    const pipeline = await pipelineOf(at)
    const [id] = await addJobs(at.firm, pipeline, [at.account])
    const review = pipeline.named('Secret review')
    const { revision } = await jobOf(at.firm.owner, id!)
    const shown = [{ automationId: review.automations[0]!.id, visible: false }]
    const body = { stageId: review.id, shown }
    await at.firm.owner.call(jobsContract.moveJob, {
      params: { id: id! },
      headers: { 'if-match': `"${revision}"` },
      body,
    })
    expect(await at.sees()).toEqual([])
    expect((await jobOf(at.firm.owner, id!)).client).toMatchObject({ visible: false, status: 'In review' })
  })

  test('A-32, A-38, CFS-8: whoever adds jobs into such a stage chooses whether it is shown, too', async () => {
    const at = await office()
    const pipeline = await pipelineOf(at)
    const { id: stageId, automations } = pipeline.named('Secret review')
    const add = async (shown: object[]) => {
      const body = { pipelineId: pipeline.id, stageId, accountIds: [at.account], name: 'Return', shown }
      await at.firm.owner.call(jobsContract.addJobs, { body })
      await at.firm.drain()
    }
    await add([{ automationId: automations[0]!.id, visible: false }])
    expect(await at.sees()).toEqual([])
    const { items } = await at.firm.owner.call(jobsContract.listJobs, { query: { pipelineId: pipeline.id } })
    const hidden = await jobOf(at.firm.owner, items[0]!.id as JobId)
    expect(hidden.client).toMatchObject({ visible: false, status: 'In review' })
    await add([])
    expect(await at.sees()).toMatchObject([{ status: { name: 'In review' } }])
  })

  test('CFS-14: mails the client what he sees now, where the automation says so and his mails are on', async () => {
    const at = await office()
    const pipeline = await pipelineOf(at, true)
    const [id] = await addJobs(at.firm, pipeline, [at.account])
    const body = { jobIds: [id], stageId: pipeline.named('Secret review').id }
    expect((await at.firm.owner.call(jobsContract.previewStage, { body })).clients.mails).toBe(1)
    await moveTo(at.firm.owner, id!, pipeline.named('Secret review').id)
    const mails = () =>
      at.firm.run((tx) =>
        tx.db.selectFrom('mails').select(['subject', 'to_email', 'params']).where('kind', '=', 'work_update').execute(),
      )
    expect(await mails()).toMatchObject([{ subject: 'Update: Return, In review', to_email: at.email }])
    expect((await mails())[0]!.params).toMatchObject({ status: 'In review', description: 'Nearly there.' })
    await moveTo(at.firm.owner, id!, pipeline.named('Secret hide').id)
    expect(await mails()).toHaveLength(1)
    const told = await at.firm.run((tx) =>
      tx.db.selectFrom('events').select('payload').where('type', '=', 'job.clientNotified').execute(),
    )
    expect(told).toHaveLength(1)
  })
})

describe('CFS-12, CFS-13: work in progress', () => {
  test('the newest first; the client’s own name for the job, else the job’s; nothing of pipelines and stages (P-7)', async () => {
    const at = await office()
    const pipeline = await pipelineOf(at)
    const [first] = await addJobs(at.firm, pipeline, [at.account])
    at.firm.system.clock.advance(1000)
    const [second] = await addJobs(at.firm, pipeline, [at.account])
    expect((await at.sees()).map(({ id, name }) => [id, name])).toEqual([
      [second, 'Return'],
      [first, 'Return'],
    ])
    at.firm.system.clock.advance(1000)
    const statusId = at.status('In progress').id
    await change(at.firm, first!, { visible: true, statusId, name: 'Your taxes', description: 'Priya is on it.' })
    const seen = await at.sees()
    expect(seen[0]).toEqual({
      id: first,
      name: 'Your taxes',
      status: { name: 'In progress', color: 'blue' },
      description: 'Priya is on it.',
      updatedAt: at.firm.system.clock.now().toISOString(),
    })
    expect(JSON.stringify(seen)).not.toMatch(/secret/i)
  })

  test('CFS-9: hidden by hand it is gone, shown again it is back as it was', async () => {
    const at = await office()
    const [id] = await addJobs(at.firm, await pipelineOf(at), [at.account])
    const { visible: _, status: __, color: ___, ...said } = (await jobOf(at.firm.owner, id!)).client
    await change(at.firm, id!, { ...said, visible: false })
    expect(await at.sees()).toEqual([])
    await change(at.firm, id!, { ...said, visible: true })
    expect(await at.sees()).toMatchObject([{ status: { name: 'Planned' } }])
  })

  test('CFS-13, CFS-16: a completed job stays until it is archived; restored, it is back with the same status', async () => {
    const at = await office()
    const [id] = await addJobs(at.firm, await pipelineOf(at), [at.account])
    const params = { id: id! }
    await at.firm.owner.call(jobFieldsContract.completeJob, { params })
    expect(await at.sees()).toHaveLength(1)
    await at.firm.owner.call(jobsContract.archiveJob, { params })
    expect(await at.sees()).toEqual([])
    await at.firm.owner.call(jobsContract.restoreJob, { params })
    expect(await at.sees()).toMatchObject([{ status: { name: 'Planned' } }])
  })

  test('CFS-2, CFS-15: name and colour follow the firm’s list, the text is the job’s own; a deleted one is still shown', async () => {
    const at = await office()
    const [id] = await addJobs(at.firm, await publish(at.firm, 'Plain', [{ name: 'Open' }, { name: 'Done' }]), [
      at.account,
    ])
    const { id: statusId, description } = at.status('On hold')
    await change(at.firm, id!, { visible: true, statusId, name: '', description })
    const body = { name: 'Waiting', color: 'red', description: 'Something else.' }
    const params = { id: statusId }
    await at.firm.owner.call(clientStatusesContract.changeClientStatus, {
      params,
      headers: { 'if-match': '"1"' },
      body,
    })
    const shown = [{ status: { name: 'Waiting', color: 'red' }, description }]
    expect(await at.sees()).toMatchObject(shown)
    await at.firm.owner.call(clientStatusesContract.deleteClientStatus, { params })
    expect(await at.sees()).toMatchObject(shown)
  })

  test('staff sees what the client sees, as far as the job is for him to see; nobody another client’s work', async () => {
    const at = await office()
    await addJobs(at.firm, await pipelineOf(at), [at.account])
    const asStaff = (who: Caller) => who.send(clientWorkContract.listClientWork, { params: { id: at.account } })
    expect((await asStaff(at.firm.owner)).body.items).toEqual(await at.sees())
    const employee = await at.firm.addMember('employee')
    expect((await asStaff(employee)).status).toBe(404)
    const add = [employee.member.memberId]
    await at.firm.owner.call(accountsContract.changeAccountTeam, {
      body: { accountIds: [at.account], add, remove: [] },
    })
    expect((await asStaff(employee)).body.items).toEqual([])
    const other = await newAccount(at.firm, 'Other')
    const answered = await at.client.send(clientWorkContract.listPortalWork, { query: { accountId: other } })
    expect(answered.status).toBe(404)
    expect((await asStaff(at.client)).status).toBe(404)
  })
})
