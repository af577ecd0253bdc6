import { describe, expect, test } from 'vitest'
import type { Condition } from '#conditions/model.ts'
import type { Locale } from '#kernel/locale.ts'
import { freshFirm, type MemberCaller, type TestFirm } from '../../../test/support/firm.ts'
import { newAccount, publish } from '../../../test/support/pipeline.ts'
import { accountsContract } from '../accounts/contract.ts'
import { rolesContract } from './contract.ts'

describe('D-17: the firm’s list of roles', () => {
  test.each<[Locale, string[]]>([
    ['en', ['Partner', 'Preparer', 'Reviewer', 'Bookkeeper']],
    ['nl', ['Partner', 'Behandelaar', 'Beoordelaar', 'Boekhouder']],
    ['de', ['Partner', 'Sachbearbeitung', 'Prüfung', 'Buchhaltung']],
    ['sv', ['Delägare', 'Handläggare', 'Granskare', 'Redovisningsekonom']],
  ])('a new firm in %s starts with %j', async (locale, names) => {
    expect(await namesOf(await freshFirm({ locale }))).toEqual(names)
  })

  test('a role is made, renamed and moved, each recorded; a newcomer stands last', async () => {
    const firm = await freshFirm()
    const made = await firm.owner.call(rolesContract.createAccountRole, { body: { name: '  Payroll   lead ' } })
    expect(made).toEqual({ id: made.id, name: 'Payroll lead', revision: 1 })
    const renamed = await rename(firm, made.id, 1, 'Payroll')
    expect(renamed.body).toEqual({ id: made.id, name: 'Payroll', revision: 2 })
    const { items } = await firm.owner.call(rolesContract.orderAccountRoles, { body: { ids: [made.id] } })
    expect(items.map((role) => role.name)).toEqual(['Payroll', 'Partner', 'Preparer', 'Reviewer', 'Bookkeeper'])
    expect(await eventTypes(firm)).toEqual(['account_role.created', 'account_role.renamed', 'account_role.reordered'])
  })

  test('a name is unique whatever its case; who was slower gets the state as it is now', async () => {
    const firm = await freshFirm()
    const role = await roleNamed(firm, 'Reviewer')
    const made = await firm.owner.send(rolesContract.createAccountRole, { body: { name: 'partner' } })
    expect(made.problem.fields).toEqual([{ path: 'name', code: 'duplicate' }])
    expect((await rename(firm, role.id, 1, 'PARTNER')).problem.fields).toEqual([{ path: 'name', code: 'duplicate' }])
    expect((await rename(firm, role.id, 1, 'Second reader')).status).toBe(200)
    const late = await rename(firm, role.id, 1, 'Checker')
    expect(late.status).toBe(409)
    expect(late.problem.detail).toMatchObject({ current: { name: 'Second reader', revision: 2 } })
  })

  test('only owner and admins change the list; everybody on the team reads it', async () => {
    const firm = await freshFirm()
    const employee = await firm.addMember('employee', ['assign_team_members'])
    expect((await employee.call(rolesContract.listAccountRoles)).items).toHaveLength(4)
    expect((await employee.send(rolesContract.createAccountRole, { body: { name: 'X' } })).status).toBe(404)
    const admin = await firm.addMember('admin')
    await admin.call(rolesContract.createAccountRole, { body: { name: 'X' } })
  })
})

describe('D-17: who holds a role for a client', () => {
  test('zero or more members per role and client, given and taken for many clients at once, told with names', async () => {
    const firm = await freshFirm()
    const [tom, mia] = [await firm.addMember('employee', [], 'Tom'), await firm.addMember('employee', [], 'Mia')]
    const [one, two] = [await newAccount(firm, 'One'), await newAccount(firm, 'Two')]
    const preparer = await roleNamed(firm, 'Preparer')
    const give = (add: MemberCaller[], remove: MemberCaller[] = []) =>
      change(firm.owner, preparer.id, [one, two], add, remove)
    expect((await give([tom, mia])).body).toEqual({ changed: 2 })
    expect((await give([tom])).body).toEqual({ changed: 0 })
    expect((await give([], [tom])).body).toEqual({ changed: 2 })
    const { items } = await firm.owner.call(rolesContract.getRolesOfAccount, { params: { id: one } })
    expect(items.find((role) => role.id === preparer.id)!.members.map((member) => member.name)).toEqual(['Mia'])
    expect(items.filter((role) => role.members.length > 0)).toHaveLength(1)
    const told = await firm.run((tx) =>
      tx.db
        .selectFrom('events')
        .select('payload')
        .where('type', '=', 'account.roleChanged')
        .orderBy('position')
        .execute(),
    )
    expect(told).toHaveLength(4)
    expect(told[0]!.payload).toMatchObject({ role: 'Preparer', members: '+Mia, +Tom' })
    expect(told[2]!.payload).toMatchObject({ role: 'Preparer', members: '−Tom' })
  })

  test('giving them takes *assign team members*, and a client that one sees', async () => {
    const firm = await freshFirm()
    const accountId = await newAccount(firm, 'Hidden')
    const { id } = await roleNamed(firm, 'Partner')
    const plain = await firm.addMember('employee', ['view_all_accounts'])
    expect((await change(plain, id, [accountId], [plain])).status).toBe(404)
    const assigner = await firm.addMember('employee', ['assign_team_members'])
    expect((await change(assigner, id, [accountId], [plain])).status).toBe(404)
    expect((await assigner.send(rolesContract.getRolesOfAccount, { params: { id: accountId } })).status).toBe(404)
    const body = { accountIds: [accountId], add: [assigner.member.memberId], remove: [] }
    await firm.owner.call(accountsContract.changeAccountTeam, { body })
    expect((await change(assigner, id, [accountId], [plain])).status).toBe(200)
  })

  test('another firm’s role or member is refused at its field', async () => {
    const [firm, other] = [await freshFirm(), await freshFirm()]
    const accountId = await newAccount(firm, 'One')
    const foreign = await roleNamed(other, 'Partner')
    const refused = await change(firm.owner, foreign.id, [accountId], [firm.owner])
    expect(refused.problem.fields).toEqual([{ path: 'roleId', code: 'not_found' }])
    const own = await roleNamed(firm, 'Partner')
    const stranger = await change(firm.owner, own.id, [accountId], [other.owner])
    expect(stranger.problem.fields).toEqual([{ path: 'add', code: 'not_found' }])
  })
})

describe('D-17: a role in use', () => {
  test('held for clients: refused with their number, or taken from its holders when asked', async () => {
    const firm = await freshFirm()
    const role = await roleNamed(firm, 'Reviewer')
    await change(firm.owner, role.id, [await newAccount(firm, 'One')], [firm.owner])
    const refused = await firm.owner.send(rolesContract.deleteAccountRole, { params: { id: role.id } })
    expect(refused.problem).toMatchObject({ code: 'in_use', detail: { accounts: 1, pipelines: [], templates: [] } })
    const query = { accounts: 'release' }
    await firm.owner.call(rolesContract.deleteAccountRole, { params: { id: role.id }, query })
    await firm.owner.call(rolesContract.createAccountRole, { body: { name: 'Newest' } })
    expect(await namesOf(firm)).toEqual(['Partner', 'Preparer', 'Bookkeeper', 'Newest'])
    expect(await eventTypes(firm)).toEqual(['account_role.deleted', 'account_role.created'])
  })

  test('A-24: named in a condition of a pipeline: refused with the pipeline, released or not', async () => {
    const firm = await freshFirm()
    const role = await roleNamed(firm, 'Reviewer')
    const condition = { kind: 'all', of: [{ kind: 'assignee_role', roleId: role.id }] } satisfies Condition
    const pipeline = await publish(firm, 'Returns', [{ name: 'Open' }, { name: 'Review', condition }, { name: 'Done' }])
    const query = { accounts: 'release' }
    const refused = await firm.owner.send(rolesContract.deleteAccountRole, { params: { id: role.id }, query })
    const used = { accounts: 0, pipelines: [{ id: pipeline.id, name: 'Returns' }], templates: [] }
    expect(refused.problem).toMatchObject({ code: 'in_use', detail: used })
  })
})

async function roleNamed(firm: TestFirm, name: string) {
  const { items } = await firm.owner.call(rolesContract.listAccountRoles)
  return items.find((role) => role.name === name)!
}

async function namesOf(firm: TestFirm): Promise<string[]> {
  return (await firm.owner.call(rolesContract.listAccountRoles)).items.map((role) => role.name)
}

function rename(firm: TestFirm, id: string, revision: number, name: string) {
  const headers = { 'if-match': `"${revision}"` }
  return firm.owner.send(rolesContract.renameAccountRole, { params: { id }, headers, body: { name } })
}

function change(
  by: MemberCaller,
  roleId: string,
  accountIds: string[],
  add: MemberCaller[],
  remove: MemberCaller[] = [],
) {
  const ids = (callers: MemberCaller[]) => callers.map((caller) => caller.member.memberId)
  return by.send(rolesContract.changeRoleHolders, { body: { accountIds, roleId, add: ids(add), remove: ids(remove) } })
}

async function eventTypes(firm: TestFirm): Promise<string[]> {
  const rows = await firm.run((tx) => tx.db.selectFrom('events').select('type').orderBy('position').execute())
  return rows.map((row) => row.type).filter((type) => type.startsWith('account_role.'))
}
