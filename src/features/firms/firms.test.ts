import { describe, expect, test } from 'vitest'
import { freshFirm, type MemberCaller } from '../../../test/support/firm.ts'
import { firmsContract } from './contract.ts'

describe('the firm’s settings', () => {
  test('are seen by all, changed by owner and admins, and each change is an event', async () => {
    const firm = await freshFirm()
    const employee = await firm.addMember('employee')
    const admin = await firm.addMember('admin')
    expect((await change(employee, { name: 'Mine now' })).status).toBe(404)
    const body = { name: 'Vane & Hollis', locale: 'de', color: '#285F8F', replyTo: 'Office@Vane.example' }
    expect((await change(admin, body)).status).toBe(200)
    expect(await employee.call(firmsContract.getFirm)).toMatchObject({
      name: 'Vane & Hollis',
      locale: 'de',
      color: '#285f8f',
      replyTo: 'office@vane.example',
      timeZone: 'Europe/Amsterdam',
    })
    const rows = await firm.run((tx) =>
      tx.db.selectFrom('events').select(['type', 'payload']).orderBy('position').execute(),
    )
    expect(rows.map((row) => row.payload)).toEqual([
      { setting: 'name', to: 'Vane & Hollis' },
      { setting: 'locale', to: 'de' },
      { setting: 'color', to: '#285f8f' },
      { setting: 'replyTo', to: 'office@vane.example' },
    ])
    await change(admin, { replyTo: null })
    expect(await employee.call(firmsContract.getFirm)).toMatchObject({ replyTo: null })
  })

  test('a colour that cannot be read is refused, with the nearest that can', async () => {
    const { owner } = await freshFirm()
    const { status, problem } = await change(owner, { color: '#ffcc00' })
    expect(status).toBe(422)
    const [field] = problem.fields
    expect(field).toMatchObject({ path: 'color', code: 'colour_contrast' })
    expect((await change(owner, { color: field!.params!.suggestion })).status).toBe(200)
  })

  test.each([
    [{ name: ' ' }, 'name', 'required'],
    [{ name: 'x'.repeat(121) }, 'name', 'too_big_text'],
    [{ color: 'red' }, 'color', 'invalid_format'],
    [{ color: '#12345678' }, 'color', 'invalid_format'],
    [{ locale: 'fr' }, 'locale', 'invalid_value'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone', 'not_a_time_zone'],
    [{ timeZone: '+01:00' }, 'timeZone', 'not_a_time_zone'],
    [{ replyTo: 'office' }, 'replyTo', 'invalid_email'],
    [{ slug: 'other' }, 'slug', 'unknown_field'],
  ])('%j is refused at %s', async (body, path, code) => {
    const { owner } = await freshFirm()
    const { status, problem } = await change(owner, body)
    expect(status).toBe(422)
    expect(problem.fields).toEqual([expect.objectContaining({ path, code })])
  })

  test('of two who save at once, the second is told what it is now', async () => {
    const { owner } = await freshFirm()
    const headers = { 'if-match': '"1"' }
    await owner.send(firmsContract.changeFirm, { body: { name: 'First' }, headers })
    const { status, problem } = await owner.send(firmsContract.changeFirm, { body: { name: 'Second' }, headers })
    expect([status, problem.code]).toEqual([409, 'stale'])
    expect(problem.detail.current).toMatchObject({ name: 'First', revision: 2 })
    expect((await owner.send(firmsContract.getFirm)).headers.get('etag')).toBe('"2"')
    expect((await owner.send(firmsContract.changeFirm, { body: { name: 'Third' } })).status).toBe(428)
  })
})

async function change(by: MemberCaller, body: Record<string, unknown>) {
  const { revision } = await by.call(firmsContract.getFirm)
  return by.send(firmsContract.changeFirm, { body, headers: { 'if-match': `"${revision}"` } })
}
