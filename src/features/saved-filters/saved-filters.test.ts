import { sql } from 'kysely'
import { beforeAll, expect, it } from 'vitest'
import { freshFirm, type MemberCaller, type TestFirm } from '../../../test/support/firm.ts'
import { savedFiltersContract } from './contract.ts'

let firm: TestFirm
let employee: MemberCaller

beforeAll(async () => {
  firm = await freshFirm()
  employee = await firm.addMember('employee')
})

const save = (who: MemberCaller, body: Record<string, unknown>) =>
  who.send(savedFiltersContract.createSavedFilter, { body })
const names = async (who: MemberCaller, place?: string) =>
  (await who.call(savedFiltersContract.listSavedFilters, { query: place ? { place } : {} })).items.map((it) => it.name)

it('VIEW-7: filters are saved for oneself, or for the firm by who manages it, and found again as they were', async () => {
  const filter = { priority: 'urgent', overdue: 'job', sort: 'due_date', groupBy: 'stage', lifecycle: 'completed' }
  const own = await save(employee, { place: 'jobs', name: '  My  late ', filter })
  expect([own.status, own.body.name, own.body.shared, own.body.filter]).toEqual([201, 'My late', false, filter])
  expect(
    (await save(firm.owner, { place: 'board', name: 'Stuck', shared: true, filter: { turn: 'stuck' } })).status,
  ).toBe(201)
  expect((await save(firm.owner, { place: 'jobs', name: 'my LATE', filter: {} })).status).toBe(201)
  expect(await names(employee)).toEqual(['My late', 'Stuck'])
  expect(await names(employee, 'board')).toEqual(['Stuck'])
  expect(await names(firm.owner)).toEqual(['my LATE', 'Stuck'])
  const refused = [
    await save(employee, { place: 'jobs', name: 'For all', shared: true, filter: {} }),
    await save(employee, { place: 'jobs', name: 'my late', filter: {} }),
    await save(employee, { place: 'jobs', name: ' ', filter: {} }),
    await save(employee, { place: 'jobs', name: 'Wrong', filter: { priority: 'soon' } }),
    await save(employee, { place: 'board', name: 'Sorted', filter: { sort: 'due_date' } }),
  ]
  expect(refused.map(({ status, problem }) => [status, problem.fields[0]?.path, problem.fields[0]?.code])).toEqual([
    [422, 'shared', 'right_missing'],
    [422, 'name', 'duplicate'],
    [422, 'name', 'required'],
    [422, 'filter.priority', 'invalid_value'],
    [422, 'filter.sort', 'unknown_field'],
  ])
})

it('VIEW-7, AUD-3: filters are renamed and deleted by those whose they are, and each of it is told', async () => {
  const rename = (who: MemberCaller, id: string, name: string, revision: number) =>
    who.send(savedFiltersContract.renameSavedFilter, {
      params: { id },
      body: { name },
      headers: { 'if-match': `"${revision}"` },
    })
  const { body: own } = await save(employee, { place: 'board', name: 'Mine', filter: { pending: 'yes' } })
  const { body: firms } = await save(firm.owner, { place: 'board', name: 'Ours', shared: true, filter: {} })
  expect((await rename(firm.owner, own.id, 'Taken', 1)).status).toBe(404)
  expect((await rename(employee, firms.id, 'Taken', 1)).status).toBe(404)
  expect((await employee.send(savedFiltersContract.deleteSavedFilter, { params: { id: firms.id } })).status).toBe(404)
  expect((await rename(employee, own.id, 'My own', 1)).body.name).toBe('My own')
  const late = await rename(employee, own.id, 'Later', 1)
  expect([late.status, (late.problem.detail as { current: { name: string } }).current.name]).toEqual([409, 'My own'])
  await employee.call(savedFiltersContract.deleteSavedFilter, { params: { id: own.id } })
  const admin = await firm.addMember('admin')
  await admin.call(savedFiltersContract.deleteSavedFilter, { params: { id: firms.id } })
  expect(await names(employee, 'board')).not.toContain('My own')
  expect(await names(employee, 'board')).not.toContain('Ours')
  const told = await firm.run((tx) =>
    tx.db
      .selectFrom('events')
      .select(['type', 'actor_id'])
      .where('subject_id', 'in', [own.id, firms.id])
      .orderBy('position')
      .execute(),
  )
  expect(told).toEqual([
    { type: 'saved_filter.created', actor_id: employee.member.memberId },
    { type: 'saved_filter.created', actor_id: firm.owner.member.memberId },
    { type: 'saved_filter.renamed', actor_id: employee.member.memberId },
    { type: 'saved_filter.deleted', actor_id: employee.member.memberId },
    { type: 'saved_filter.deleted', actor_id: admin.member.memberId },
  ])
})

it('VIEW-7, AUD-3: an open filter is overwritten by whose it is, never over what somebody else saved meanwhile', async () => {
  const put = (who: MemberCaller, id: string, body: object, revision: number) =>
    who.send(savedFiltersContract.overwriteSavedFilter, {
      params: { id },
      body,
      headers: { 'if-match': `"${revision}"` },
    })
  const before = { priority: 'high' }
  const { body: own } = await save(employee, { place: 'jobs', name: 'Wide', filter: before })
  const { body: firms } = await save(firm.owner, { place: 'board', name: 'All ours', shared: true, filter: {} })
  const narrow = { place: 'jobs', filter: { priority: 'urgent', sort: 'due_date' } }
  expect((await put(firm.owner, own.id, narrow, 1)).status).toBe(404)
  expect((await put(employee, firms.id, { place: 'board', filter: {} }, 1)).status).toBe(404)
  expect((await put(employee, own.id, narrow, 1)).body).toMatchObject({
    name: 'Wide',
    filter: narrow.filter,
    revision: 2,
  })
  const late = await put(employee, own.id, { place: 'jobs', filter: {} }, 1)
  expect([late.status, late.problem.detail]).toMatchObject([409, { current: { filter: narrow.filter, revision: 2 } }])
  const admin = await firm.addMember('admin')
  const turned = { place: 'board', filter: { turn: 'stuck' } }
  expect((await put(admin, firms.id, turned, 1)).body.filter).toEqual(turned.filter)
  const refused = [
    await put(admin, firms.id, { place: 'jobs', filter: {} }, 2),
    await put(admin, firms.id, { place: 'board', filter: { sort: 'due_date' } }, 2),
  ]
  expect(refused.map(({ problem }) => [problem.fields[0]?.path, problem.fields[0]?.code])).toEqual([
    ['place', 'invalid_value'],
    ['filter.sort', 'unknown_field'],
  ])
  const { rows: told } = await firm.run((tx) =>
    sql<{ payload: unknown; actor_id: string }>`select payload, actor_id from events
      where type = 'saved_filter.overwritten' and subject_id = any(${[own.id, firms.id]}) order by position`.execute(
      tx.db,
    ),
  )
  expect(told).toEqual([
    { payload: { name: 'Wide', place: 'jobs', shared: false, before }, actor_id: employee.member.memberId },
    { payload: { name: 'All ours', place: 'board', shared: true, before: {} }, actor_id: admin.member.memberId },
  ])
})
