import { describe, expect, test } from 'vitest'
import type { Automation } from '#engine/core/pipeline.ts'
import { newId } from '#kernel/ids.ts'
import type { Locale } from '#kernel/locale.ts'
import { freshFirm, type TestFirm } from '../../../test/support/firm.ts'
import { publish } from '../../../test/support/pipeline.ts'
import { clientStatusesContract } from './contract.ts'
import { clientStatusFacts } from './queries.ts'

describe('CFS-1: the firm’s list', () => {
  test.each<[Locale, string[]]>([
    ['en', ['Planned', 'On hold', 'In progress', 'In review', 'Done']],
    ['nl', ['Gepland', 'In de wacht', 'In behandeling', 'In controle', 'Klaar']],
    ['de', ['Geplant', 'Pausiert', 'In Arbeit', 'In Prüfung', 'Erledigt']],
    ['sv', ['Planerat', 'Pausat', 'Pågår', 'Granskas', 'Klart']],
  ])('a new firm in %s starts with %j, each with a colour and a text', async (locale, names) => {
    const items = await listOf(await freshFirm({ locale }))
    expect(items.map((status) => status.name)).toEqual(names)
    expect(items.every((status) => status.description.length > 10)).toBe(true)
    expect(new Set(items.map((status) => status.color)).size).toBe(5)
  })

  test('a status is made, changed, moved and deleted, each recorded with what it was before', async () => {
    const firm = await freshFirm()
    const body = { name: '  Waiting   for papers ', color: 'yellow', description: 'We need your papers.' }
    const made = await firm.owner.call(clientStatusesContract.createClientStatus, { body })
    expect(made).toMatchObject({ name: 'Waiting for papers', color: 'yellow', revision: 1 })
    const changed = await change(firm, made.id, 1, { name: 'Waiting', color: 'red' })
    expect(changed.body).toMatchObject({ name: 'Waiting', color: 'red', description: 'We need your papers.' })
    const { items } = await firm.owner.call(clientStatusesContract.orderClientStatuses, { body: { ids: [made.id] } })
    expect(items.map((status) => status.name)[0]).toBe('Waiting')
    await firm.owner.call(clientStatusesContract.deleteClientStatus, { params: { id: made.id } })
    expect((await listOf(firm)).map((status) => status.name)).not.toContain('Waiting')
    const facts = await factsOf(firm)
    expect(facts.map((fact) => fact.type)).toEqual([
      'client_status.created',
      'client_status.changed',
      'client_status.reordered',
      'client_status.deleted',
    ])
    const changes = { name: ['Waiting for papers', 'Waiting'], color: ['yellow', 'red'] }
    expect(facts[1]!.payload).toEqual({ name: 'Waiting', changes })
  })

  test('a name is unique whatever its case, and free again after its deletion', async () => {
    const firm = await freshFirm()
    const done = (await listOf(firm)).find((status) => status.name === 'Done')!
    const create = () => firm.owner.send(clientStatusesContract.createClientStatus, { body: { name: 'DONE' } })
    expect((await create()).problem.fields).toEqual([{ path: 'name', code: 'duplicate' }])
    await firm.owner.call(clientStatusesContract.deleteClientStatus, { params: { id: done.id } })
    expect((await create()).status).toBe(201)
  })

  test.each([
    [{ name: '' }, 'name', 'required'],
    [{ name: 'x'.repeat(61) }, 'name', 'too_big_text'],
    [{ name: 'A', color: 'crimson' }, 'color', 'invalid_value'],
    [{ name: 'A', description: 'x'.repeat(2001) }, 'description', 'too_big_text'],
  ])('a status like %j is refused at %s: %s', async (body, path, code) => {
    const firm = await freshFirm()
    const { status, problem } = await firm.owner.send(clientStatusesContract.createClientStatus, { body })
    expect(status).toBe(422)
    expect(problem.fields).toEqual([expect.objectContaining({ path, code })])
  })

  test('everybody on the team reads the list; changing it takes *manage templates*', async () => {
    const firm = await freshFirm()
    const employee = await firm.addMember('employee')
    expect((await employee.call(clientStatusesContract.listClientStatuses)).items).toHaveLength(5)
    const body = { name: 'X' }
    expect((await employee.send(clientStatusesContract.createClientStatus, { body })).status).toBe(404)
    const manager = await firm.addMember('employee', ['manage_templates'])
    await manager.call(clientStatusesContract.createClientStatus, { body })
  })
})

describe('CFS-15: deleting a status', () => {
  test('used by a pipeline, in its stages or in a custom status: refused with the pipeline', async () => {
    const firm = await freshFirm()
    const [planned, onHold] = await listOf(firm)
    const shows = (statusId: string): Automation[] => [
      {
        id: newId<'automation'>(),
        kind: 'update_client_status',
        condition: null,
        repeat: 'every_visit',
        visible: true,
        statusId: statusId as never,
        description: null,
        notify: false,
      },
    ]
    const pipeline = await publish(
      firm,
      'Returns',
      [{ name: 'Gather', automations: shows(planned!.id) }, { name: 'Done' }],
      [{ id: newId<'job_status'>(), name: 'Waits', color: 'orange', automove: false, automations: shows(onHold!.id) }],
    )
    const detail = { pipelines: [{ id: pipeline.id, name: 'Returns' }], templates: [] }
    for (const { id } of [planned!, onHold!]) {
      const refused = await firm.owner.send(clientStatusesContract.deleteClientStatus, { params: { id } })
      expect([refused.status, refused.problem.code, refused.problem.detail]).toEqual([409, 'in_use', detail])
    }
  })

  test('a deleted one is gone from what automations may set, and cannot be changed any more', async () => {
    const firm = await freshFirm()
    const { id } = (await listOf(firm))[0]!
    await firm.owner.call(clientStatusesContract.deleteClientStatus, { params: { id } })
    expect((await firm.run(clientStatusFacts)).has(id)).toBe(false)
    expect((await change(firm, id, 1, { name: 'Back' })).status).toBe(404)
    expect((await firm.owner.send(clientStatusesContract.deleteClientStatus, { params: { id } })).status).toBe(404)
  })
})

async function listOf(firm: TestFirm) {
  return (await firm.owner.call(clientStatusesContract.listClientStatuses)).items
}

function change(firm: TestFirm, id: string, revision: number, body: object) {
  const headers = { 'if-match': `"${revision}"` }
  return firm.owner.send(clientStatusesContract.changeClientStatus, { params: { id }, headers, body })
}

async function factsOf(firm: TestFirm) {
  const rows = await firm.run((tx) =>
    tx.db.selectFrom('events').select(['type', 'payload']).orderBy('position').execute(),
  )
  return rows.filter((row) => row.type.startsWith('client_status.'))
}
