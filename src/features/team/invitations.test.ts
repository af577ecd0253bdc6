import { describe, expect, test } from 'vitest'
import { freshFirm } from '../../../test/support/firm.ts'
import { freshAddress, mailedToken, PASSWORD, signUp } from '../../../test/support/newcomers.ts'
import { testSystem } from '../../../test/support/system.ts'
import { type Visitor, visitor } from '../../../test/support/visitor.ts'
import { identityContract } from '../identity/contract.ts'
import { teamContract } from './contract.ts'

const DAY = 86_400_000

describe('inviting a colleague', () => {
  test('mails a link in his language; opening it does nothing, accepting signs in', async () => {
    const { browser, answer } = await signUp({ firmName: 'Bakker & Vane' })
    const email = freshAddress()
    const invited = await invite(browser, { email, rights: ['manage_tags'], locale: 'de' })
    expect(invited.body).toMatchObject({ state: 'invited', role: 'employee', rights: ['manage_tags'] })
    const token = (await mailedToken(email))!
    const colleague = await visitor()
    const page = await colleague.send(teamContract.getInvitation, { params: { token } })
    const shown = { firmName: 'Bakker & Vane', name: 'Piet Bakker', email, locale: 'de', hasPassword: false }
    expect(page.body).toEqual(shown)
    expect(colleague.cookies.size).toBe(0)

    const accepted = await accept(colleague, token)
    expect(accepted.body).toMatchObject({ state: 'signed_in', firms: [{ id: answer.body.firms[0]!.id }] })
    const session = (await colleague.send(identityContract.getSession)).body
    expect(session.kind === 'member' && session.member).toMatchObject({ name: 'Piet B.', rights: ['manage_tags'] })
    const { items } = (await browser.send(teamContract.listTeam)).body
    expect(items.find((member) => member.email === email)).toMatchObject({ state: 'active', name: 'Piet B.' })
  })

  test('the link works once and for seven days', async () => {
    const { clock } = await testSystem()
    const { browser } = await signUp()
    const [used, old] = [freshAddress(), freshAddress()]
    for (const email of [used, old]) await invite(browser, { email })
    const tokens = [(await mailedToken(used))!, (await mailedToken(old))!] as const
    expect((await accept(await visitor(), tokens[0])).status).toBe(200)
    expect((await accept(await visitor(), tokens[0])).problem.code).toBe('link_used')
    clock.advance(7 * DAY)
    expect((await accept(await visitor(), tokens[1])).problem.code).toBe('link_expired')
    const page = await (await visitor()).send(teamContract.getInvitation, { params: { token: tokens[1] } })
    expect(page.problem.code).toBe('link_expired')
  })

  test('two who press at the same moment are one member', async () => {
    const { browser } = await signUp()
    const email = freshAddress()
    await invite(browser, { email })
    const token = (await mailedToken(email))!
    const answers = await Promise.all([1, 2].map(async () => (await accept(await visitor(), token)).status))
    expect(answers.sort()).toEqual([200, 410])
  })

  test('mailing it again ends the first link; who is here already is not invited', async () => {
    const { clock } = await testSystem()
    const { browser } = await signUp()
    const email = freshAddress()
    const { id } = (await invite(browser, { email })).body
    const first = (await mailedToken(email))!
    clock.advance(1000)
    expect((await browser.send(teamContract.renewInvitation, { params: { id } })).status).toBe(201)
    const second = (await mailedToken(email))!
    expect(second).not.toBe(first)
    expect((await accept(await visitor(), first)).problem.code).toBe('link_expired')
    expect((await accept(await visitor(), second)).status).toBe(200)
    expect((await browser.send(teamContract.renewInvitation, { params: { id } })).problem.code).toBe('conflict')
  })

  test('withdrawn, it opens nothing; giving access again mails a new one', async () => {
    const { clock } = await testSystem()
    const { browser } = await signUp()
    const email = freshAddress()
    const { id } = (await invite(browser, { email })).body
    const first = (await mailedToken(email))!
    const state = (wanted: string) =>
      browser.send(teamContract.changeMemberState, { params: { id }, body: { state: wanted } })
    await state('deactivated')
    expect((await accept(await visitor(), first)).problem.code).toBe('link_expired')
    clock.advance(1000)
    expect((await state('active')).body.state).toBe('invited')
    expect((await accept(await visitor(), (await mailedToken(email))!)).status).toBe(200)
  })

  test('only the owner makes admins, and nobody a second owner (USR-1)', async () => {
    const firm = await freshFirm()
    const admin = await firm.addMember('admin')
    const body = { name: 'Piet', email: freshAddress(), role: 'admin' }
    const refused = await admin.send(teamContract.inviteMember, { body })
    expect(refused.problem.fields).toEqual([{ path: 'role', code: 'owner_only' }])
    expect((await firm.owner.send(teamContract.inviteMember, { body })).status).toBe(201)
    const crown = { ...body, email: freshAddress(), role: 'owner' }
    expect((await firm.owner.send(teamContract.inviteMember, { body: crown })).problem.fields[0]?.path).toBe('role')
    const employee = await firm.addMember('employee')
    expect((await employee.send(teamContract.inviteMember, { body })).status).toBe(404)
  })

  test.each([
    [{ name: '' }, 'name', 'required'],
    [{ email: 'piet' }, 'email', 'invalid_email'],
    [{ rights: ['rule_the_world'] }, 'rights.0', 'invalid_value'],
    [{ role: undefined }, 'role', 'invalid_value'],
  ])('%j is refused at %s', async (wrong, path, code) => {
    const { owner } = await freshFirm()
    const body = { name: 'Piet', email: freshAddress(), role: 'employee', ...wrong }
    const { status, problem } = await owner.send(teamContract.inviteMember, { body })
    expect(status).toBe(422)
    expect(problem.fields).toEqual([expect.objectContaining({ path, code })])
  })

  test('an address that is on the team already is refused, whatever its case', async () => {
    const firm = await freshFirm()
    const email = freshAddress()
    const send = (typed: string) =>
      firm.owner.send(teamContract.inviteMember, { body: { name: 'Piet', email: typed, role: 'employee' } })
    expect((await send(email)).status).toBe(201)
    expect((await send(email.toUpperCase())).problem.fields).toEqual([{ path: 'email', code: 'duplicate' }])
  })
})

describe('an address that has a login', () => {
  test('joins a second firm with its own password, and then chooses between them', async () => {
    const { browser } = await signUp({ firmName: 'Second' })
    const { email } = await signUp({ firmName: 'First' })
    await invite(browser, { email })
    const token = (await mailedToken(email))!
    const colleague = await visitor()
    const page = await colleague.send(teamContract.getInvitation, { params: { token } })
    expect(page.body.hasPassword).toBe(true)
    const wrong = await accept(colleague, token, 'a password of my own')
    expect(wrong.problem.fields).toEqual([{ path: 'password', code: 'not_your_password' }])
    const { body } = await accept(colleague, token)
    expect(body.firms.map((firm) => firm.name)).toEqual(['Second', 'First'])
  })

  test('an invitation never changes a password: whoever gets hold of one takes over nothing', async () => {
    const { browser } = await signUp()
    const { email } = await signUp()
    await invite(browser, { email })
    const token = (await mailedToken(email))!
    for (let i = 0; i < 10; i++) await accept(await visitor(), token, `guess number ${i}`)
    expect((await accept(await visitor(), token)).problem.code).toBe('too_many_attempts')
  })

  test('a client’s login gets a password by accepting: the mail proved the address', async () => {
    const { source } = await testSystem()
    const { browser } = await signUp()
    const email = freshAddress()
    await source.db.insertInto('auth.identities').values({ name: 'Sanne', email, email_verified: true }).execute()
    await invite(browser, { email })
    expect((await accept(await visitor(), (await mailedToken(email))!)).status).toBe(200)
  })
})

async function invite(by: Visitor, over: Record<string, unknown> = {}) {
  return by.send(teamContract.inviteMember, { body: { name: 'Piet Bakker', role: 'employee', ...over } })
}

async function accept(browser: Visitor, token: string, password = PASSWORD) {
  return browser.send(teamContract.acceptInvitation, { params: { token }, body: { name: 'Piet B.', password } })
}
