import { beforeAll, expect, it } from 'vitest'
import type { JobId } from '#kernel/ids.ts'
import { type Caller, freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { addJobs, newAccount, publish } from '../../../test/support/pipeline.ts'
import { jobOf } from '../../../test/support/work.ts'
import { clientStatusesContract } from '../client-statuses/contract.ts'
import { pipelinesContract } from '../pipelines/contract.ts'
import { jobsContract } from './contract.ts'
import { jobFieldsContract } from './contract-fields.ts'
import { JOB_GROUPINGS, type JobGroupBy } from './filter-schemas.ts'
import type { ListedJob } from './schemas.ts'

let firm: TestFirm
let ids: Record<'stage' | 'pipeline' | 'colleague', string>

/** Five clients with a job in each of two pipelines; some are assigned, urgent, due, shown to their clients. */
beforeAll(async () => {
  firm = await freshFirm()
  const colleague = (await firm.addMember('admin', [], 'Zora')).member.memberId
  const me = firm.owner.member.memberId
  const status = await firm.owner.call(clientStatusesContract.createClientStatus, {
    body: { name: 'Under way', color: 'teal', description: '' },
  })
  const accounts = await Promise.all(['A', 'B', 'C', 'D', 'E'].map((name) => newAccount(firm, name)))
  const returns = await publish(firm, 'Returns', [{ name: 'One' }, { name: 'Two' }])
  const books = await publish(firm, 'Books', [{ name: 'One' }])
  const jobs = [...(await addJobs(firm, returns, accounts)), ...(await addJobs(firm, books, accounts))]
  await firm.owner.call(jobsContract.moveJobs, { body: { jobIds: jobs.slice(0, 2), stageId: returns.named('Two').id } })
  await firm.drain()
  const client = { visible: true, statusId: status.id, name: '', description: '' }
  const wishes: Record<string, unknown>[] = [
    { assigneeIds: [me, colleague], priority: 'urgent', dueOn: '2001-04-15' },
    { assigneeIds: [colleague], priority: 'low', dueOn: '2099-04-15', client },
    { dueOn: '2099-01-15', client: { ...client, statusId: null } },
    { dueOn: new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10) },
  ]
  for (const [at, body] of wishes.entries()) await change(jobs[at]!, body)
  const stage = returns.named('Two').id
  ids = { stage, pipeline: books.id, colleague }
}, 120_000)

async function change(id: JobId, body: Record<string, unknown>) {
  const { revision } = await jobOf(firm.owner, id)
  await firm.owner.call(jobFieldsContract.changeJob, { params: { id }, body, headers: { 'if-match': `"${revision}"` } })
}

const groupsOf = async (who: Caller, groupBy: JobGroupBy, query = {}) =>
  (await who.call(jobsContract.countJobGroups, { query: { groupBy, ...query } })).items

/** All of the list, by pages of three. */
async function rowsOf(groupBy: JobGroupBy, query = {}): Promise<ListedJob[]> {
  const rows: ListedJob[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const sent: Record<string, unknown> = { groupBy, limit: 3, ...query, ...(cursor ? { cursor } : {}) }
    const page = await firm.owner.call(jobsContract.listJobs, { query: sent })
    rows.push(...page.items)
    cursor = page.next
  }
  return rows
}

it.each(JOB_GROUPINGS)('VIEW-3: the list by %s counts what each group holds, in order, page after page', async (by) => {
  for (const query of [{}, { sort: 'due_date' }, { priority: 'medium' }]) {
    const groups = await groupsOf(firm.owner, by, query)
    const rows = await rowsOf(by, query)
    const recount = [...Map.groupBy(rows, (row) => row.group)].map(([key, those]) => [key, those.length])
    expect([query, recount]).toEqual([query, groups.map(({ key, count }) => [key, count])])
    expect(new Set(rows.map(({ id, group }) => id + group)).size).toBe(rows.length)
  }
})

it('VIEW-3: the groups are what jobs say, named and in the order that people expect', async () => {
  const said = async (by: JobGroupBy) =>
    (await groupsOf(firm.owner, by)).map(({ key, name, within, count }) => [within ?? '', name ?? key, count])
  expect(await said('stage')).toEqual([
    ['Books', 'One', 5],
    ['Returns', 'One', 3],
    ['Returns', 'Two', 2],
  ])
  expect(await said('pipeline')).toEqual([
    ['', 'Books', 5],
    ['', 'Returns', 5],
  ])
  expect(await said('assignee')).toEqual([
    ['', 'Mara Lindqvist', 1],
    ['', 'Zora', 2],
    ['', 'none', 8],
  ])
  expect(await said('client_status')).toEqual([
    ['', 'Under way', 1],
    ['', 'shown', 1],
    ['', 'none', 8],
  ])
  expect(await said('priority')).toEqual([
    ['', 'urgent', 1],
    ['', 'medium', 8],
    ['', 'low', 1],
  ])
  expect(await said('due')).toEqual([
    ['', 'overdue', 1],
    ['', 'week', 1],
    ['', 'later', 2],
    ['', 'none', 6],
  ])
})

it('VIEW-3, VIEW-7: shut groups are left out of the list; a stage, a pipeline narrow list and counts alike', async () => {
  expect((await rowsOf('assignee', { closedGroups: `none,${ids.colleague}` })).length).toBe(1)
  for (const [query, count] of [
    [{ stageId: ids.stage }, 2],
    [{ pipelineId: ids.pipeline }, 5],
  ] as const) {
    const groups = await groupsOf(firm.owner, 'pipeline', query)
    expect([query, groups.map((group) => group.count)]).toEqual([query, [count]])
    expect((await firm.owner.call(jobsContract.listJobs, { query })).items.length).toBe(count)
  }
  const { id } = await publish(firm, 'Old', [{ name: 'One' }])
  const { revision } = await firm.owner.call(pipelinesContract.getPipeline, { params: { id } })
  const headers = { 'if-match': `"${revision}"` }
  await firm.owner.call(pipelinesContract.deletePipeline, { params: { id }, headers })
  const { items } = await firm.owner.call(jobsContract.listJobPlaces)
  expect(items.map(({ name, stages }) => [name, stages.map((stage) => stage.name)])).toEqual([
    ['Books', ['One']],
    ['Returns', ['One', 'Two']],
  ])
})

it('VIEW-3, P-6: groups count what their reader may see, and a cursor of another order is refused', async () => {
  const employee = await firm.addMember('employee')
  expect(await groupsOf(employee, 'stage')).toEqual([])
  expect((await employee.call(jobsContract.listJobPlaces)).items).toEqual([])
  const { next } = await firm.owner.call(jobsContract.listJobs, { query: { limit: 1 } })
  const sent = await firm.owner.send(jobsContract.listJobs, { query: { groupBy: 'due', limit: 1, cursor: next! } })
  expect([sent.status, sent.problem.fields[0]?.path]).toEqual([422, 'cursor'])
})

it('VIEW-3: all that match, or a whole group, is taken at once however much of it is loaded, and only what one may see', async () => {
  const found = (query: Record<string, unknown>, who: Caller = firm.owner) =>
    who.call(jobsContract.listJobIds, { query })
  for (const by of JOB_GROUPINGS) {
    for (const [key, rows] of Map.groupBy(await rowsOf(by), (row) => row.group!)) {
      const { ids: taken } = await found({ groupBy: by, group: key })
      expect([by, key, taken.toSorted()]).toEqual([by, key, rows.map(({ id }) => id).toSorted()])
    }
  }
  const all = await found({ priority: 'medium' })
  expect([all.ids.length, all.complete]).toEqual([8, true])
  const { total } = await firm.owner.call(jobsContract.editJobs, { body: { jobIds: all.ids, priority: 'medium' } })
  await firm.drain()
  expect(total).toBe(8)
  expect(await found({ groupBy: 'due', group: 'nothing' })).toEqual({ ids: [], complete: true, pipelineId: null })
  expect((await found({}, await firm.addMember('employee'))).ids).toEqual([])
  const half = [{ groupBy: 'due' }, { group: 'today' }]
  for (const query of half) expect((await firm.owner.send(jobsContract.listJobIds, { query })).status).toBe(422)
})
