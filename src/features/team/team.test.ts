import { describe, expect, test } from 'vitest'
import { freshFirm, type MemberCaller, type TestFirm } from '../../../test/support/firm.ts'
import { hire, signUp } from '../../../test/support/newcomers.ts'
import { testSystem } from '../../../test/support/system.ts'
import { identityContract } from '../identity/contract.ts'
import { teamContract } from './contract.ts'

describe('USR-1: roles and rights', () => {
  test('the owner makes an admin of an employee, and the other way round', async () => {
    const firm = await freshFirm()
    const member = await firm.addMember('employee', ['manage_tags'])
    expect(await change(firm.owner, member, { role: 'admin' })).toMatchObject({ status: 200, body: { role: 'admin' } })
    expect((await change(firm.owner, member, { role: 'employee' })).body.role).toBe('employee')
    expect(await events(firm)).toEqual(['member.roleChanged', 'member.roleChanged'])
  })

  test.each<['admin' | 'employee', Record<string, unknown>, number, string]>([
    ['admin', { role: 'admin' }, 422, 'owner_only'],
    ['admin', { role: 'owner' }, 422, 'owner_only'],
    ['employee', { role: 'admin' }, 404, ''],
    ['employee', { rights: ['manage_tags'] }, 404, ''],
    ['employee', { defaultAccess: true }, 404, ''],
  ])('an %s may not set %j', async (role, body, status, code) => {
    const firm = await freshFirm()
    const by = await firm.addMember(role)
    const member = await firm.addMember('employee')
    const answer = await change(by, member, body)
    expect(answer.status).toBe(status)
    expect(answer.problem.fields.map((field) => field.code)).toEqual(code ? [code] : [])
    expect(await events(firm)).toEqual([])
  })

  test('an admin gives and takes an employee’s rights; they count at once, and each is an event (USR-9)', async () => {
    const firm = await freshFirm()
    const admin = await firm.addMember('admin')
    const member = await firm.addMember('employee', ['manage_tags'])
    const { body } = await change(admin, member, { rights: ['manage_templates', 'manage_accounts'] })
    expect(body.rights).toEqual(['manage_templates', 'manage_accounts'])
    const session = await member.call(identityContract.getSession)
    expect(session.kind === 'member' && session.member.rights).toEqual(['manage_accounts', 'manage_templates'])
    expect(await events(firm)).toEqual(['member.rightGiven', 'member.rightGiven', 'member.rightTaken'])
  })

  test('nobody changes his own rights or role, and admins need none', async () => {
    const firm = await freshFirm()
    const admin = await firm.addMember('admin')
    const own = await change(admin, admin, { rights: ['manage_tags'] })
    expect(own.problem.fields).toEqual([{ path: 'rights', code: 'not_changeable' }])
    const other = await change(firm.owner, admin, { rights: ['manage_tags'] })
    expect(other.problem.fields).toEqual([{ path: 'rights', code: 'not_changeable' }])
    const abdication = await change(firm.owner, firm.owner, { role: 'employee' })
    expect(abdication.problem.fields).toEqual([{ path: 'role', code: 'owner_only' }])
  })

  test('there is always exactly one owner: making another hands the firm over', async () => {
    const firm = await freshFirm()
    const heir = await firm.addMember('admin')
    expect((await change(firm.owner, heir, { role: 'owner' })).body.role).toBe('owner')
    const { items } = await heir.call(teamContract.listTeam)
    expect(items.map((member) => member.role).sort()).toEqual(['admin', 'owner'])
    expect((await change(firm.owner, heir, { role: 'employee' })).problem.fields[0]?.code).toBe('owner_only')
    expect(await events(firm)).toEqual(['member.roleChanged', 'member.roleChanged'])
  })

  test('the firm is handed over only to somebody who is here', async () => {
    const { browser } = await signUp()
    const body = { name: 'Piet', email: 'piet@example.com', role: 'admin' }
    const invited = (await browser.send(teamContract.inviteMember, { body })).body
    const headers = { 'if-match': `"${invited.revision}"` }
    const { problem } = await browser.send(teamContract.changeMember, {
      params: { id: invited.id },
      body: { role: 'owner' },
      headers,
    })
    expect(problem.fields).toEqual([{ path: 'role', code: 'not_active' }])
  })

  test('everybody on the team sees it, with what he himself may change', async () => {
    const firm = await freshFirm()
    const admin = await firm.addMember('admin', [], 'Anna')
    const employee = await firm.addMember('employee', [], 'Bert')
    const may = async (by: MemberCaller) =>
      Object.fromEntries(
        (await by.call(teamContract.listTeam)).items.map((member) => [
          member.name,
          Object.entries(member.may)
            .filter(([, allowed]) => allowed)
            .map(([what]) => what),
        ]),
      )
    expect(await may(firm.owner)).toEqual({
      Anna: ['changeRole', 'changeState'],
      Bert: ['changeRole', 'changeRights', 'changeState'],
      'Mara Lindqvist': [],
    })
    expect(await may(admin)).toEqual({ Anna: [], Bert: ['changeRights', 'changeState'], 'Mara Lindqvist': [] })
    expect(Object.values(await may(employee)).flat()).toEqual([])
  })
})

describe('USR-4: default access', () => {
  test('is switched by owner and admins, and recorded', async () => {
    const firm = await freshFirm()
    const member = await firm.addMember('employee')
    expect((await change(firm.owner, member, { defaultAccess: true })).body.defaultAccess).toBe(true)
    expect(await events(firm)).toEqual(['member.defaultAccessChanged'])
  })
})

describe('ending somebody’s access', () => {
  test('takes effect at once, leaves everything else, and can be undone; the old session stays ended', async () => {
    const { browser: owner } = await signUp()
    const member = await hire(owner, 'employee')
    expect((await member.browser.send(teamContract.listTeam)).status).toBe(200)
    const state = (wanted: string) =>
      owner.send(teamContract.changeMemberState, { params: { id: member.id }, body: { state: wanted } })
    expect((await state('deactivated')).body.state).toBe('deactivated')
    expect((await member.browser.send(teamContract.listTeam)).status).toBe(401)
    expect((await state('active')).body.state).toBe('active')
    expect((await member.browser.send(teamContract.listTeam)).status).toBe(401)
    const body = { email: member.email, password: 'correct horse battery' }
    expect((await member.browser.send(identityContract.signIn, { body })).status).toBe(200)
  })

  test('his other firms do not notice', async () => {
    const { browser: owner } = await signUp({ firmName: 'One' })
    const member = await hire(owner, 'employee')
    const own = await signUp({ firmName: 'Own', email: member.email })
    await owner.send(teamContract.changeMemberState, { params: { id: member.id }, body: { state: 'deactivated' } })
    expect((await own.browser.send(identityContract.getSession)).body).toMatchObject({ firm: { name: 'Own' } })
  })

  test.each<[string, (firm: TestFirm) => Promise<[MemberCaller, MemberCaller]>]>([
    ['an admin of another admin', async (firm) => [await firm.addMember('admin'), await firm.addMember('admin')]],
    ['an admin of the owner', async (firm) => [await firm.addMember('admin'), firm.owner]],
    ['the owner of himself', async (firm) => [firm.owner, firm.owner]],
  ])('%s is refused', async (_, pick) => {
    const firm = await freshFirm()
    const [by, whom] = await pick(firm)
    const params = { id: whom.member.memberId }
    const { problem } = await by.send(teamContract.changeMemberState, { params, body: { state: 'deactivated' } })
    expect(problem.code).toBe('conflict')
  })
})

describe('one’s own profile', () => {
  test('name and language are one’s own to change', async () => {
    const firm = await freshFirm()
    const member = await firm.addMember('employee', [], 'Bert')
    const body = { name: 'Bertil', locale: 'sv' }
    expect(await member.call(teamContract.changeProfile, { body })).toMatchObject(body)
    expect(await member.call(teamContract.changeProfile, { body: { locale: null } })).toMatchObject({ locale: null })
    expect(await events(firm)).toEqual(['member.renamed', 'member.languageChanged', 'member.languageChanged'])
  })

  test('rights and role are not', async () => {
    const firm = await freshFirm()
    const member = await firm.addMember('employee')
    for (const body of [{ role: 'owner' }, { rights: ['manage_tags'] }, { state: 'active' }]) {
      expect((await member.send(teamContract.changeProfile, { body })).status).toBe(422)
    }
  })
})

describe('two people at once', () => {
  test('the second of two changes of one member is told what it is now', async () => {
    const firm = await freshFirm()
    const member = await firm.addMember('employee')
    const stale = (await firm.owner.call(teamContract.listTeam)).items.find(({ id }) => id === member.member.memberId)!
    await change(firm.owner, member, { rights: ['manage_tags'] })
    const params = { id: member.member.memberId }
    const sent = { params, body: { rights: [] }, headers: { 'if-match': `"${stale.revision}"` } }
    const { status, problem } = await firm.owner.send(teamContract.changeMember, sent)
    expect([status, problem.code]).toEqual([409, 'stale'])
    expect(problem.detail.current).toMatchObject({ rights: ['manage_tags'], revision: stale.revision + 1 })
    const without = await firm.owner.send(teamContract.changeMember, { params, body: { rights: [] } })
    expect(without.status).toBe(428)
  })
})

test('members of other firms do not exist here', async () => {
  const [mine, theirs] = [await freshFirm(), await freshFirm()]
  const params = { id: theirs.owner.member.memberId }
  const headers = { 'if-match': '"1"' }
  const answers = [
    await mine.owner.send(teamContract.changeMember, { params, body: { rights: [] }, headers }),
    await mine.owner.send(teamContract.changeMemberState, { params, body: { state: 'deactivated' } }),
    await mine.owner.send(teamContract.renewInvitation, { params }),
  ]
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404])
  expect((await mine.owner.call(teamContract.listTeam)).items).toHaveLength(1)
})

async function change(by: MemberCaller, member: MemberCaller, body: Record<string, unknown>) {
  const params = { id: member.member.memberId }
  const { maintenance } = await testSystem()
  const { revision } = await maintenance
    .selectFrom('team_members')
    .select('revision')
    .where('id', '=', params.id)
    .executeTakeFirstOrThrow()
  return by.send(teamContract.changeMember, { params, body, headers: { 'if-match': `"${revision}"` } })
}

async function events(firm: TestFirm): Promise<string[]> {
  const rows = await firm.run((tx) => tx.db.selectFrom('events').select('type').orderBy('position').execute())
  return rows.map((row) => row.type)
}
